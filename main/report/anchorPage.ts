/** A seal as one page to print, sign and keep elsewhere: its text, and the same as a QR code. */
import { encodeQR } from 'qr'
import type { Checkpoint } from '../../preload/contract/endpoints/register.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { paperOf } from './pdf/paper.ts'
import { accent, ink, soft, styles } from './pdf/type.ts'
import { proofWords } from './proofWords.ts'
import type { Voice } from './voice.ts'

export interface AnchorPage {
  readonly checkpoint: Checkpoint
  readonly verifierKey: string
  readonly sender: string | null
  readonly made: Instant
  readonly by: string
}

const CODE = 142

/** The bytes of the PDF; equal seals at equal times give equal bytes. */
export function anchorPage({ checkpoint, verifierKey, sender, made, by }: AnchorPage, voice: Voice): Buffer {
  const { words, say, language } = voice
  const { anchorPage: own } = proofWords(language)
  const paper = paperOf({
    title: `${own.title}: ${say(own.size, { size: checkpoint.size })}`,
    subject: own.subtitle,
    lang: language === 'nl' ? 'nl-NL' : 'en-GB',
    made: new Date(made),
    author: sender ?? by,
    keywords: '',
    running: own.title,
    pageOf: (page) => say(words.pageOf, { page, pages: page }),
  })
  paper.part()
  paper.newPage()
  paper.artifact(() => paper.doc.rect(0, 0, 595.28, 7).fill(accent))
  paper.words('Mailbewijs', { ...styles.overline, color: accent, size: 10 })
  paper.gap(6)
  paper.words(own.title, styles.display, { type: 'H1' })
  paper.words(own.subtitle, { ...styles.body, size: 12, leading: 17, color: soft })
  paper.gap(8)
  paper.body(own.what)
  paper.gap(6)
  const cells = encodeQR(checkpoint.note, 'raw', { ecc: 'medium', border: 4 })
  paper.figure(own.codeAlt, CODE, (doc, x, y) => {
    const side = CODE / cells.length
    for (const [row, line] of cells.entries()) {
      for (const [column, dark] of line.entries()) {
        // A hair larger than its place, so that no white lines show between.
        if (dark) doc.rect(x + column * side, y + row * side, side + 0.05, side + 0.05)
      }
    }
    doc.fill(ink)
  })
  paper.sub(own.note)
  paper.code(checkpoint.note.trimEnd())
  paper.facts([
    [own.sender, sender],
    [own.at, voice.exact(checkpoint.at)],
    [own.key, verifierKey, styles.code],
    [own.printed, `${voice.exact(made)} (${by})`],
  ])
  paper.sub(own.how)
  paper.bullets(Object.values(own.howList))
  paper.gap(6)
  paper.facts([
    [own.receivedBy, ' \n '],
    [own.signedOn, ' \n '],
  ])
  paper.close()
  paper.doc.end()
  const pieces: Buffer[] = []
  for (let piece = paper.doc.read(); piece !== null; piece = paper.doc.read()) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
