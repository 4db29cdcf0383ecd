/** The annexes: forms with their words and pictures, originals, lines of source files, the policy; and the explanation. */
import type { FormSheet } from '../../domain/evidenceSheets.ts'
import type { Pauses } from '../pdf/bound.ts'
import { styles } from '../pdf/type.ts'
import { namesIn, numbers } from '../tell.ts'
import { drawDocument } from './document.ts'
import type { Drawing } from './drawing.ts'
import { liveText } from './sheets.ts'
import { drawSuccessions } from './successions.ts'

export function* drawAnnexes(drawing: Drawing): Pauses {
  const { paper, evidence, voice } = drawing
  const { words } = voice
  const shown = new Set<string>()
  paper.sub(words.annexes.forms)
  if (evidence.forms.length === 0) paper.body(words.annexes.noForms)
  for (const form of evidence.forms) {
    drawForm(drawing, form)
    for (const document of form.version.documents) {
      shown.add(document.sha256)
      drawDocument(drawing, document)
      yield
    }
  }
  drawSuccessions(drawing, evidence.successions, evidence.names)
  for (const { documents } of evidence.successions) for (const { sha256 } of documents) shown.add(sha256)
  paper.sub(words.annexes.documents)
  if (evidence.documents.length === 0) paper.body(words.annexes.noDocuments)
  else paper.note(words.annexes.documentsNote)
  for (const document of evidence.documents) {
    if (!shown.has(document.sha256)) drawDocument(drawing, document)
    yield
  }
  drawSources(drawing)
}

/** What a form needs to be drawn, in whichever report. */
type OfForm = Pick<Drawing, 'paper' | 'voice'> & { readonly evidence: Pick<Drawing['evidence'], 'names'> }

export function drawForm({ paper, evidence, voice }: OfForm, { name, kind, version, events }: FormSheet): void {
  const { words, say } = voice
  const { names } = evidence
  const kinds: Readonly<Record<string, string>> = words.pointKinds
  paper.words(say(words.annexes.formHeading, { name, version: version.key }), styles.strong, {
    before: 8,
    after: 4,
    type: 'H3',
  })
  paper.facts([
    [words.consent.how, kinds[kind] ?? kind],
    [words.consent.live, liveText(version, voice)],
    [words.annexes.formUrl, version.url],
    [words.annexes.formLanguage, words.languages[version.language]],
    [words.annexes.formEntity, voice.yesNo(version.names.entity)],
    [
      words.annexes.formLabels,
      version.names.labels.length === 0 ? words.none : namesIn(names.labels, version.names.labels, voice),
    ],
    [words.consent.purpose, voice.yesNo(version.shows.purpose)],
    [words.consent.withdrawal, voice.yesNo(version.shows.withdrawal)],
    [words.consent.privacy, version.shows.privacy ?? words.none],
    [words.consent.frequency, voice.yesNo(version.shows.frequency)],
    [words.annexes.formDoi, voice.yesNo(version.doi)],
    [words.annexes.formThirdParties, version.thirdParties.length === 0 ? words.none : voice.list(version.thirdParties)],
    [words.answer.events, events.length === 0 ? null : numbers(events, voice)],
  ])
  for (const box of version.boxes) {
    paper.quote(box.wording)
    paper.note(
      [
        words.kinds[box.kind],
        `${words.controls[box.control]}: ${words.defaults[box.default]}`,
        words.placements[box.placement],
        box.categories.length === 0 ? '' : namesIn(names.categories, box.categories, voice),
        `${words.consent.required}: ${voice.yesNo(box.required)}`,
        `${words.consent.bundled}: ${words.bundled[box.bundledWith]}`,
      ]
        .filter((text) => text !== '')
        .join(' · '),
    )
  }
}

function drawSources({ paper, evidence, voice }: Drawing): void {
  const { words, say } = voice
  const { sources } = evidence
  paper.sub(words.annexes.sources)
  if (sources.length === 0) {
    paper.body(words.annexes.noSources)
    return
  }
  paper.note(words.annexes.sourcesNote)
  const read = new Map(sources.map((source) => [`${source.import} ${source.line}`, source]))
  for (const { file, line, import: number, imported, by, fileSha256, header, row } of read.values()) {
    const seqs = sources.filter((source) => source.import === number && source.line === line).map(({ seq }) => seq)
    const title = say(words.annexes.sourceLine, { file, line, number, at: voice.exact(imported), by })
    paper.words(`${title} · ${numbers(seqs, voice)}`, styles.strong, { before: 6, after: 2 })
    paper.code([...(header === null ? [] : [header]), row].join('\n'))
    paper.note(`${words.annexes.fileHash}: ${fileSha256}`)
  }
}

export function drawExplanation({ paper, evidence, voice }: Drawing): void {
  paper.note(voice.words.explanationNote)
  for (const paragraph of (evidence.explanation ?? '').split(/\n{2,}/u)) paper.body(paragraph)
}
