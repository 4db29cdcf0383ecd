/** The dossier as a PDF that a person reads: PDF/A-3b, tagged, with evidence.json inside. */
import type { Evidence } from '../domain/evidence.ts'
import { decisionVoiceOf } from './decisionVoice.ts'
import { fileNames } from './folder.ts'
import { sha256Hex } from './hash.ts'
import { boundPdf, type Pauses } from './pdf/bound.ts'
import { type Paper, paperOf } from './pdf/paper.ts'
import { pictureOf } from './pdf/picture.ts'
import { drawAnswer, drawIdentity, drawMessage, drawTimelineSection } from './sections/about.ts'
import { drawAnnexes, drawExplanation } from './sections/annexes.ts'
import { drawContents, drawCover } from './sections/cover.ts'
import type { Drawing } from './sections/drawing.ts'
import { drawIntegrity } from './sections/integrity.ts'
import { drawAction, drawDecisions, drawMissing } from './sections/judged.ts'
import { drawRequest } from './sections/request.ts'
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

/** In pieces as it grows; returns the number of pages. Equal evidence gives equal bytes. */
export function dossierPdf(
  evidence: Evidence,
  { voice, evidenceJson, note, documentOf }: DossierOptions,
): Generator<readonly Uint8Array[], number, void> {
  const { words } = voice
  const pictureFor = pictureReader(documentOf)
  const drawingOn = (paper: Paper): Drawing => ({
    paper,
    evidence,
    voice,
    decisions: decisionVoiceOf(voice.language),
    rows: new Map(evidence.timeline.map((row) => [row.seq, row])),
    documentOf,
    pictureFor,
  })
  return boundPdf({
    open: (pages) => paperFor(evidence, voice, pages),
    cover: (paper) => drawCover(drawingOn(paper), sha256Hex(evidenceJson)),
    contents: (paper, lines) => drawContents({ paper, voice }, lines),
    sections: sectionsOf(evidence, note).map(([name, draw]) => ({
      title: words.sections[name],
      apart: name === 'explanation',
      draw: (paper) => draw(drawingOn(paper)),
    })),
    replaced: words.replaced,
    attach: (paper) => attachEvidence(paper, evidenceJson, evidence.cover.made, words.files.evidence),
  })
}

/** The same facts for programs, inside the PDF. */
export function attachEvidence(paper: Paper, evidenceJson: string, made: string, description: string): void {
  const date = new Date(made)
  paper.doc.file(Buffer.from(evidenceJson), {
    name: fileNames.evidence,
    type: 'application/json',
    description,
    relationship: 'Data',
    creationDate: date,
    modifiedDate: date,
  } as PDFKit.Mixins.PDFAttachmentOptions)
}

/** Each picture is read once. */
export function pictureReader(documentOf: DossierOptions['documentOf']): Drawing['pictureFor'] {
  const pictures = new Map<string, ReturnType<typeof pictureOf>>()
  return (sha256) => {
    const known = pictures.get(sha256)
    if (known !== undefined) return known
    const bytes = documentOf(sha256)
    const picture = bytes === null ? null : pictureOf(bytes)
    pictures.set(sha256, picture)
    return picture
  }
}

type Section = readonly [name: keyof Voice['words']['sections'], draw: (drawing: Drawing) => Pauses]

const atOnce = (draw: (drawing: Drawing) => void) =>
  function* (drawing: Drawing): Pauses {
    draw(drawing)
    yield
  }

/** RULES.md 4.1, in its order; the owner's explanation last, apart from the facts. */
function sectionsOf(evidence: Evidence, note: string): readonly Section[] {
  const { request } = evidence
  const asked =
    request && ((drawing: Drawing) => drawRequest({ ...drawing, request, reference: evidence.cover.reference }))
  return [
    ...(asked === null ? [] : [['request', atOnce(asked)] as const]),
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
