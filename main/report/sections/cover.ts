/** The first page: about whom, the answer in one line, and what this paper is; then the contents. */
import type { Verdict } from '../../../preload/contract/vocabulary/decision.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { ContentsLine } from '../pdf/bound.ts'
import { drawSign, verdictColor } from '../pdf/signs.ts'
import { accent, linesOf, soft, styles, tint } from '../pdf/type.ts'
import { namesIn } from '../tell.ts'
import type { Voice } from '../voice.ts'
import type { Drawing } from './drawing.ts'

export function drawCover(drawing: Drawing, evidenceSha256: string): void {
  const { paper, evidence, voice } = drawing
  const { words, say } = voice
  const { cover, identity, message } = evidence
  paper.part()
  paper.newPage()
  paper.artifact(() => {
    paper.doc.rect(0, 0, 595.28, 7).fill(accent)
  })
  paper.words('Mailbewijs', { ...styles.overline, color: accent, size: 10 })
  paper.gap(44)
  paper.words(words.title, styles.display, { type: 'H1' })
  paper.words(message === null ? words.subtitle : words.subtitleMailing, {
    ...styles.body,
    size: 12,
    leading: 17,
    color: soft,
  })
  paper.gap(26)
  paper.words(words.cover.about, styles.overline)
  paper.words(identity.address, styles.lead, { after: identity.name === '' ? 0 : 1 })
  if (identity.name !== '') paper.words(identity.name, { ...styles.body, size: 11, leading: 16 })
  paper.gap(22)
  drawAnswerPanel(drawing)
  paper.gap(22)
  const { sender, span } = cover
  paper.facts([
    [words.cover.sender, sender?.name ?? words.unknown],
    [words.cover.kvk, sender?.kvk ?? null],
    [words.cover.postal, sender?.postalAddress ?? null],
    [words.cover.label, cover.label],
    [words.cover.reference, cover.reference ?? words.cover.noReference],
    [
      words.cover.span,
      span === null ? null : say(words.cover.spanValue, { from: voice.day(span.from), to: voice.day(span.to) }),
    ],
    [words.cover.known, voice.minute(cover.known)],
    [words.cover.made, voice.minute(cover.made)],
    [words.cover.by, cover.by],
    [words.cover.edition, cover.edition],
    [words.cover.register, cover.register],
    [words.cover.hash, evidenceSha256, styles.code],
  ])
  paper.note(words.cover.hashNote)
  if (cover.sample) paper.words(words.sampleNote, { ...styles.strong, color: accent })
  paper.note(`${say(words.madeWith, { program: cover.program })}. ${words.noAdvice}`)
}

/** The answer, large, with its sign; without a mailing, for how many kinds of mail. */
function drawAnswerPanel(drawing: Drawing): void {
  const { paper, evidence, voice, decisions } = drawing
  const { words } = voice
  const verdict = evidence.answer?.result ?? null
  const sentence = answerSentences(evidence, drawing)
    .slice(0, evidence.answer?.provable === false ? 2 : 1)
    .join(' ')
  const detail = coverDetail(drawing)
  const inset = 20
  const width = paper.width - inset - 16
  const style = { ...styles.body, size: 11, leading: 16.5 }
  const lines = linesOf(paper.clean(sentence, style), style, width, paper.measure).length
  const details = linesOf(paper.clean(detail, styles.body), styles.body, width, paper.measure).length
  const height =
    16 +
    12 +
    8 +
    (verdict === null ? 0 : 34) +
    lines * style.leading +
    (detail === '' ? 0 : 6 + details * styles.body.leading) +
    16
  paper.ensure(height)
  const top = paper.at()
  paper.artifact(() => {
    paper.doc.roundedRect(paper.left, top, paper.width, height, 5).fill(tint)
    paper.doc.rect(paper.left, top, 5, height).fill(verdict === null ? accent : verdictColor[verdict])
  })
  paper.move(top + 16)
  paper.words(words.cover.answerLabel, styles.overline, { indent: inset, after: 8 })
  if (verdict !== null) {
    const y = paper.at()
    paper.artifact(() => drawSign(paper.doc, verdict, paper.left + inset, y + 13, 24))
    paper.words(
      decisions.verdict(verdict),
      { ...styles.display, size: 21, leading: 26, color: verdictColor[verdict] },
      { indent: inset + 34, after: 8 },
    )
  }
  paper.words(sentence, style, { indent: inset })
  if (detail !== '') {
    paper.gap(6)
    paper.words(detail, { ...styles.body, color: soft }, { indent: inset })
  }
  paper.move(top + height)
}

/** The sentences of the answer, to be read and quoted: the first says it all. */
export function answerSentences(
  evidence: Evidence,
  { voice, decisions }: Pick<Drawing, 'voice' | 'decisions'>,
): readonly string[] {
  const { words, say } = voice
  const { answer, answerThen, identity, standing, cover } = evidence
  if (answer === null) {
    const yes = new Set(standing.filter(({ decision }) => decision.result === 'yes').map(({ category }) => category))
      .size
    const at = standing[0]?.decision.at ?? cover.known
    return [
      standing.length === 0
        ? words.answer.standingNone
        : say(words.answer.coverStanding, { yes, at: voice.minute(at) }),
    ]
  }
  const values = {
    at: voice.minute(answer.at),
    address: identity.address,
    basis: answer.basis === null ? words.answer.noBasis : decisions.basis(answer.basis).toLowerCase(),
  }
  return [
    say(words.answer[answer.result], values),
    ...(answer.provable ? [] : [words.answer.unproven]),
    say(words.answer.knownNow, { known: voice.minute(answer.known) }),
    ...(answerThen === null ? [] : [thenSentence(answer.result, answerThen.result, voice, decisions.verdict)]),
  ]
}

function thenSentence(
  now: Verdict,
  atSending: Verdict,
  { words, say }: Voice,
  name: (verdict: Verdict) => string,
): string {
  if (now === atSending) return words.answer.sameThen
  return say(words.answer.otherThen, { result: name(atSending), section: words.sections.decisions })
}

/** The article and the most telling reason. */
function coverDetail({ evidence, decisions, voice }: Drawing): string {
  const { answer, answerThen, standing, names } = evidence
  if (answer === null) {
    const yes = [
      ...new Set(standing.filter(({ decision }) => decision.result === 'yes').map(({ category }) => category)),
    ]
    return yes.length === 0 ? '' : namesIn(names.categories, yes, voice)
  }
  const [reason] = answer.reasons
  const changed = answerThen !== null && answerThen.result !== answer.result
  return [
    reason === undefined ? '' : decisions.reason(reason),
    answer.norms.map(({ cited }) => cited).join(' · '),
    changed ? thenSentence(answer.result, answerThen.result, voice, decisions.verdict) : '',
  ]
    .filter((text) => text !== '')
    .join('\n')
}

/** The contents, on a page of its own. Page numbers come from an earlier drawing of the same pages. */
export function drawContents({ paper, voice }: Pick<Drawing, 'paper' | 'voice'>, lines: readonly ContentsLine[]): void {
  const { words } = voice
  paper.part()
  paper.newPage()
  paper.words(words.contents, styles.section, { type: 'H1', after: 10 })
  for (const [index, { title, name, page }] of lines.entries()) {
    paper.entry(String(index + 1), title, String(page), name)
  }
  paper.gap(20)
  paper.note(words.timesNote)
}
