/** The first page of a report about a mailing or about the process. */
import type { Sealed } from '../../domain/sealed.ts'
import type { Paper } from '../pdf/paper.ts'
import { accent, linesOf, soft, styles, tint } from '../pdf/type.ts'
import { proofWords } from '../proofWords.ts'
import type { Voice } from '../voice.ts'

export interface Front {
  readonly title: string
  readonly subtitle: string
  /** What the report is about: a mailing's name, a business. */
  readonly about: string
  /** What it says, in a sentence or two to be quoted. */
  readonly summary: string
  readonly facts: readonly (readonly [string, string | null])[]
}

interface Page {
  readonly paper: Paper
  readonly voice: Voice
  readonly sealed: Sealed
  readonly front: Front
  readonly evidenceSha256: string
}

export function drawFront({ paper, voice, sealed, front, evidenceSha256 }: Page): void {
  const { words, say } = voice
  const { cover } = sealed
  paper.part()
  paper.newPage()
  paper.artifact(() => paper.doc.rect(0, 0, 595.28, 7).fill(accent))
  paper.words('Mailbewijs', { ...styles.overline, color: accent, size: 10 })
  paper.gap(44)
  paper.words(front.title, styles.display, { type: 'H1' })
  paper.words(front.subtitle, { ...styles.body, size: 12, leading: 17, color: soft })
  paper.gap(26)
  paper.words(front.about, styles.lead)
  paper.gap(18)
  drawPanel(paper, proofWords(voice.language).inShort, front.summary)
  paper.gap(22)
  paper.facts([
    [words.cover.sender, cover.sender?.name ?? words.unknown],
    [words.cover.kvk, cover.sender?.kvk ?? null],
    [words.cover.postal, cover.sender?.postalAddress ?? null],
    ...front.facts,
    [words.cover.reference, cover.reference ?? words.cover.noReference],
    [words.cover.known, voice.minute(cover.known)],
    [words.cover.made, voice.minute(cover.made)],
    [words.cover.by, cover.by],
    [words.cover.register, cover.register],
    [words.cover.hash, evidenceSha256, styles.code],
  ])
  paper.note(words.cover.hashNote)
  if (cover.sample) paper.words(words.sampleNote, { ...styles.strong, color: accent })
  paper.note(`${say(words.madeWith, { program: cover.program })}. ${words.noAdvice}`)
}

function drawPanel(paper: Paper, label: string, text: string): void {
  const inset = 20
  const style = { ...styles.body, size: 11, leading: 16.5 }
  const lines = linesOf(paper.clean(text, style), style, paper.width - inset - 16, paper.measure).length
  const height = 16 + 12 + 8 + lines * style.leading + 16
  const top = paper.at()
  paper.artifact(() => {
    paper.doc.roundedRect(paper.left, top, paper.width, height, 5).fill(tint)
    paper.doc.rect(paper.left, top, 5, height).fill(accent)
  })
  paper.move(top + 16)
  paper.words(label, styles.overline, { indent: inset, after: 8 })
  paper.words(text, style, { indent: inset })
  paper.move(top + height)
}
