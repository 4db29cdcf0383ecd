/**
 * Whom a mailing reached when its list had expired: kept as a file of contact numbers and times beside the one incident
 * that it is, a line a message, so that any of them can be looked up without reading the rest.
 */
import type { Answer } from '../../preload/contract/contract.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { instantOf } from '../domain/time.ts'
import { sha256 } from '../files/source.ts'
import type { Documents } from '../store/documents.ts'
import type { Reading } from '../store/index.ts'

const HEAD = 'contact,sent\n'
const PIECE = 1 << 18
/** A line at its longest. */
const LINE = 32

/** `contact` null: the register does not know the address, so the incident of whom it does not list names it. */
export function lateKeeper() {
  const pieces: Buffer[] = []
  let text = HEAD
  let people = 0
  let first: number | null = null
  const give = () => {
    pieces.push(Buffer.from(text))
    text = ''
  }
  return {
    /** `sent` in milliseconds. */
    add: (contact: number | null, sent: number | null): void => {
      people++
      if (sent !== null && (first === null || sent < first)) first = sent
      text += `${contact ?? ''},${sent ?? ''}\n`
      if (text.length >= PIECE) give()
    },
    people: (): number => people,
    /** The earliest; null where the report told no times. */
    first: (): Instant | null => (first === null ? null : instantOf(first)),
    /** Returns its SHA-256. */
    keep: (documents: Documents): string => {
      give()
      const hash = sha256()
      for (const piece of pieces) hash.add(piece)
      const digest = hash.digest()
      if (documents.find(digest)) return digest
      const bytes = pieces.reduce((sum, { length }) => sum + length, 0)
      const document = documents.begin(digest, bytes)
      for (const [idx, piece] of pieces.entries()) documents.addBytes(document, idx, piece)
      return digest
    },
  }
}

/** `count` of them from the one numbered `from` on; null where the incident is none of this kind. */
export function sentLate(
  { events, documents, contacts }: Reading,
  incident: number,
  from: number,
  count: number,
): Answer<'sending.sentLate'> | null {
  const event = events.get(incident)
  if (event?.type !== 'incident' || event.body.kind !== 'sent-after-expiry') return null
  const { people = 0, peopleSha256 = '' } = event.body
  const document = documents.find(peopleSha256)
  if (!document || from >= people) return { count: people, rows: [] }
  const most = Math.min(count, people - from)
  const lines =
    documents
      .fromLine(document.id, from + 2, most * LINE)
      ?.toString()
      .split('\n')
      .slice(0, most) ?? []
  return {
    count: people,
    rows: lines.map((line) => {
      const [contact = '', sent = ''] = line.split(',')
      const record = contact === '' ? undefined : contacts.get(Number(contact))
      return {
        contact: record?.id ?? null,
        address: record?.address ?? '',
        name: record?.name ?? '',
        sent: sent === '' ? null : instantOf(Number(sent)),
      }
    }),
  }
}
