/** In whose place the sender stands, since when, how, and what shows it. RULES.md 3.7, "other legal entity". */
import type { Succession } from '../../../preload/contract/vocabulary/setup.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { proofWords } from '../proofWords.ts'
import { nameIn } from '../tell.ts'
import { drawDocument, type OfDocument } from './document.ts'

/** Nothing where no succession bears on the report. */
export function drawSuccessions(
  drawing: OfDocument,
  successions: readonly Succession[],
  { entities }: Evidence['names'],
): void {
  if (successions.length === 0) return
  const { paper, voice } = drawing
  const { successions: words } = proofWords(voice.language)
  paper.sub(words.title)
  for (const { from, to, how, on, documents } of successions) {
    paper.facts([
      [words.from, nameIn(entities, from, voice)],
      [words.to, nameIn(entities, to, voice)],
      [words.how, words.ways[how]],
      [words.on, voice.minute(on)],
      [words.documents, documents.length === 0 ? words.none : null],
    ])
    for (const document of documents) drawDocument(drawing, document)
  }
}
