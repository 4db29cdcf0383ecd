/** The dossier as a PDF that a person reads: PDF/A-3b, tagged, with evidence.json inside. */
import type { Evidence } from '../domain/evidence.ts'
import { decisionVoiceOf } from './decisionVoice.ts'
import { fileNames } from './folder.ts'
import { sha256Hex } from './hash.ts'
import { type Paper, paperOf } from './pdf/paper.ts'
import { pictureOf } from './pdf/picture.ts'
import { drawAnswer, drawIdentity, drawMessage, drawTimelineSection } from './sections/about.ts'
import { drawAnnexes, drawExplanation } from './sections/annexes.ts'
import { type ContentsLine, drawContents, drawCover } from './sections/cover.ts'
import type { Drawing, Pauses } from './sections/drawing.ts'
import { drawIntegrity } from './sections/integrity.ts'
import { drawAction, drawDecisions, drawMissing } from './sections/judged.ts'
import { drawConsents, drawObjections, drawSales } from './sections/sheets.ts'
import type { Voice } from './voice.ts'

export interface DossierOptions {
  readonly voice: Voice
  /** The text of evidence.json, byte for byte as it is delivered. */
  readonly evidenceJson: string
  /** The seal's note. */
  readonly note: string
  readonly documentOf: (sha256: string) => Uint8Array | null
}

type Prepared = DossierOptions & Pick<Drawing, 'pictureFor'>

interface Counted {
  readonly pages: number
  readonly lines: readonly ContentsLine[]
}

/**
 * Draws everything twice: first to learn the number of pages and where each section begins, then for good. Yields
 * after every section what has been made so far, which may be nothing; returns the number of pages. Equal evidence
 * gives equal bytes. Nothing is waited for: whatever pdfkit would do later is done before.
 */
export function* dossierPdf(
  evidence: Evidence,
  options: DossierOptions,
): Generator<readonly Uint8Array[], number, void> {
  const pictures = new Map<string, ReturnType<typeof pictureOf>>()
  const pictureFor: Drawing['pictureFor'] = (sha256) => {
    const known = pictures.get(sha256)
    if (known !== undefined) return known
    const bytes = options.documentOf(sha256)
    const picture = bytes === null ? null : pictureOf(bytes)
    pictures.set(sha256, picture)
    return picture
  }
  const prepared = { ...options, pictureFor }
  const counted = yield* draw(evidence, prepared, null)
  yield* draw(evidence, prepared, counted)
  return counted.pages
}

type Section = readonly [name: keyof Voice['words']['sections'], draw: (drawing: Drawing) => Pauses]

const atOnce = (draw: (drawing: Drawing) => void) =>
  function* (drawing: Drawing): Pauses {
    draw(drawing)
    yield
  }

/** RULES.md 4.1, in its order; the owner's explanation last, apart from the facts. */
function sectionsOf(evidence: Evidence, note: string): readonly Section[] {
  return [
    ['message', atOnce(drawMessage)],
    [evidence.answer === null ? 'standing' : 'answer', atOnce(drawAnswer)],
    ['identity', atOnce(drawIdentity)],
    ['timeline', atOnce(drawTimelineSection)],
    ['consents', drawConsents],
    ['sales', drawSales],
    ['objections', drawObjections],
    ['decisions', drawDecisions],
    ['missing', atOnce(drawMissing)],
    ['action', atOnce(drawAction)],
    ['annexes', drawAnnexes],
    ['integrity', atOnce((drawing) => drawIntegrity(drawing, note))],
    ...(evidence.explanation === null ? [] : [['explanation', atOnce(drawExplanation)] as const]),
  ]
}

function* draw(
  evidence: Evidence,
  options: Prepared,
  counted: Counted | null,
): Generator<readonly Uint8Array[], Counted, void> {
  const { voice, evidenceJson, note, documentOf, pictureFor } = options
  const { words } = voice
  const paper = paperFor(evidence, voice, counted?.pages ?? 0)
  const drawing: Drawing = {
    paper,
    evidence,
    voice,
    decisions: decisionVoiceOf(voice.language),
    rows: new Map(evidence.timeline.map((row) => [row.seq, row])),
    documentOf,
    pictureFor,
  }
  const sections = sectionsOf(evidence, note)
  const titles = sections.map(([name]) => words.sections[name])
  const lines: ContentsLine[] = []
  const made = (): readonly Uint8Array[] => {
    const pieces: Uint8Array[] = []
    for (let piece = paper.doc.read(); piece !== null; piece = paper.doc.read()) pieces.push(piece)
    return counted === null ? [] : pieces
  }

  drawCover(drawing, sha256Hex(evidenceJson))
  drawContents(drawing, counted?.lines ?? titles.map((title, index) => ({ title, name: `part-${index + 1}`, page: 0 })))
  paper.newPage()
  for (const [index, [section, drawSection]] of sections.entries()) {
    const title = titles[index] ?? ''
    const name = `part-${index + 1}`
    paper.part()
    paper.heading(`${index + 1}  ${title}`, name, section === 'explanation')
    lines.push({ title, name, page: paper.pages() })
    for (const _ of drawSection(drawing)) yield made()
  }
  if (paper.replaced()) paper.note(words.replaced)
  paper.close()
  if (counted !== null) {
    const date = new Date(evidence.cover.made)
    paper.doc.file(Buffer.from(evidenceJson), {
      name: fileNames.evidence,
      type: 'application/json',
      description: words.files.evidence,
      relationship: 'Data',
      creationDate: date,
      modifiedDate: date,
    } as PDFKit.Mixins.PDFAttachmentOptions)
    paper.doc.end()
  }
  yield made()
  return { pages: paper.pages(), lines }
}

function paperFor({ cover, identity }: Evidence, voice: Voice, pages: number): Paper {
  const { words, say, language } = voice
  return paperOf({
    title: `${words.title}: ${identity.address}`,
    subject: words.subtitle,
    lang: language === 'nl' ? 'nl-NL' : 'en-GB',
    made: new Date(cover.made),
    author: cover.sender?.name ?? cover.by,
    keywords: cover.reference ?? '',
    running: [words.title, identity.address, cover.reference ?? ''].filter((text) => text !== '').join(' · '),
    pageOf: (page) => say(words.pageOf, { page, pages }),
  })
}
