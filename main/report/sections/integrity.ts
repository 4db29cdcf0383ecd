/** The integrity sheet: the seal, what it shows and what it does not. RULES.md 4.4. */
import { styles } from '../pdf/type.ts'
import { proofWords } from '../proofWords.ts'
import type { Drawing } from './drawing.ts'

interface Sealed {
  readonly paper: Drawing['paper']
  readonly voice: Drawing['voice']
  readonly evidence: Pick<Drawing['evidence'], 'integrity'>
}

export function drawIntegrity({ paper, evidence, voice }: Sealed, note: string): void {
  const { words, say } = voice
  const { integrity } = evidence
  const shown = integrity.proofs.filter(({ withheld }) => withheld === null)
  paper.sentence(
    say(words.integrity.sentence, {
      events: shown.length,
      size: voice.number(integrity.size),
      at: voice.exact(integrity.at),
    }),
  )
  paper.sub(words.integrity.shows)
  paper.bullets(Object.values(words.integrity.showsList))
  paper.sub(words.integrity.showsNot)
  paper.bullets(Object.values(words.integrity.showsNotList))
  paper.sub(words.integrity.note)
  paper.facts([
    [words.integrity.size, voice.number(integrity.size)],
    [words.integrity.root, integrity.root, styles.code],
    [words.integrity.at, voice.exact(integrity.at)],
    [words.integrity.key, integrity.verifierKey, styles.code],
  ])
  if (note !== '') paper.code(note.trimEnd())
  paper.sub(words.integrity.anchors)
  if (integrity.anchors.length === 0) paper.body(words.integrity.noAnchors)
  else {
    const { kinds, kindShows } = proofWords(voice.language)
    paper.bullets(
      integrity.anchors.map(({ at, size, where, kind, time }) => {
        const row = say(words.integrity.anchorRow, { at: voice.exact(at), size: voice.number(size), where })
        const shows = say(kindShows[kind ?? 'other'], { time: time === undefined ? '' : voice.exact(time) })
        return `${row}${kind === undefined ? '' : ` (${kinds[kind]})`}. ${shows}`
      }),
    )
  }
  paper.sub(words.integrity.proofs)
  paper.note(words.integrity.proofsNote)
  paper.facts(shown.map(({ seq, leaf }) => [say(words.number, { seq }), leaf, styles.code] as const))
  paper.note(words.integrity.check)
}
