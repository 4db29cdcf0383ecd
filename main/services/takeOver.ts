/** Reads a register's lines (see interchange.ts) into an empty one: all of it, to the same root, or nothing. */
import { z } from 'zod'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { lineReader } from '../files/lineReader.ts'
import { adoptKeys, reloadIdentity } from '../store/identity.ts'
import type { Store } from '../store/index.ts'
import { tree } from '../store/merkle.ts'
import { FORMAT } from './interchange.ts'
import { occurredAt } from './now.ts'

const PORTION = 250
const text = z.string()
const count = z.int().nonnegative()
const Former = z.strictObject({ origin: text, verifierKey: text, size: count })
const Line = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('header'),
    format: z.literal(FORMAT),
    origin: text,
    verifierKey: text,
    former: z.array(Former),
    created: z.number(),
    events: count,
    root: text,
    keys: z.strictObject({
      suppression: text,
      identity: z.strictObject({ id: text, created: z.number(), signing: text }).nullable(),
    }),
  }),
  z.strictObject({ kind: z.literal('document'), sha256: text, bytes: count }),
  z.strictObject({ kind: z.literal('piece'), data: text }),
  z.strictObject({
    kind: z.literal('gap'),
    seq: count,
    leaf: z.string().regex(/^[0-9a-f]{64}$/u),
    contact: count.nullable(),
    recorded: z.int(),
    erasedBy: count,
  }),
  z.strictObject({ kind: z.literal('import'), id: count, seq: count, sha256: text, dialect: text }),
  z.strictObject({ kind: z.literal('mapping'), header: text, mapping: z.unknown() }),
  z.strictObject({
    kind: z.literal('decision'),
    id: count,
    mailing: count,
    seq: count,
    answers: text,
    record: text,
  }),
  z.strictObject({ kind: z.literal('recipients'), decision: count, rows: z.array(z.tuple([count, count])) }),
  z.strictObject({ kind: z.literal('checkpoint'), size: count, root: text, at: z.int(), note: text }),
  z.strictObject({ kind: z.literal('end'), lines: count }),
])
type Line = z.output<typeof Line>
type Header = Extract<Line, { kind: 'header' }>

export interface TakenOver {
  readonly events: number
  readonly contacts: number
  readonly documents: number
  readonly root: string
  readonly origin: string
  readonly moved: boolean
}

class Damaged extends Error {}

export function* takeOver(
  { write, identity }: Store,
  path: string,
  by: string,
  now: number,
): Generator<Progress, Result<TakenOver, Problem>, void> {
  if (write.log.size() > 0) return err({ kind: 'refused', code: 'not-empty' })
  const opened = lineReader(path)
  if (!opened.ok) return opened
  const { lines, total } = opened.value
  // Events refer to contacts and to erasures that come after them: what refers to what is checked at the end.
  write.erasing.prepare(true)
  write.begin(by, now)
  let line = 0
  let committed = false
  try {
    const taking = taker(write)
    for (const { text: one, bytes } of lines) {
      line++
      taking.take(one)
      if (line % PORTION === 0) yield { step: 'reading', done: bytes, total }
    }
    const { header, documents } = taking.end()
    if (write.sqlite.pragma('foreign_key_check') !== undefined) throw new Damaged()
    const moved = header.keys.identity !== null
    const former = [
      ...header.former,
      ...(moved ? [] : [{ origin: header.origin, verifierKey: header.verifierKey, size: header.events }]),
    ]
    adoptKeys(write.sqlite, identity, header.keys, former)
    if (!moved) {
      const act = { by, recorded: now, action: write.log.size() }
      const body = {
        size: header.events,
        root: header.root,
        where: `${header.origin} ${header.verifierKey}`.slice(0, 300),
      }
      write.append.append(act, { occurred: occurredAt(now), via: 'system', type: 'anchored', body }, null)
    }
    write.commit(now, moved ? write.log.size() : header.events)
    committed = true
    const { events, root, origin } = header
    return ok({ events, contacts: write.contacts.count(), documents, root, origin, moved })
  } catch (problem) {
    if (!isOfTheFile(problem)) throw problem
    return err({ kind: 'unreadable', code: 'damaged', line, about: null })
  } finally {
    if (!committed) {
      write.rollback()
      reloadIdentity(write.sqlite, identity)
    }
    write.erasing.prepare(false)
  }
}

/** What a file can be wrong about; anything else is a defect of the program. */
const isOfTheFile = (problem: unknown): boolean =>
  problem instanceof Damaged ||
  problem instanceof SyntaxError ||
  problem instanceof RangeError ||
  problem instanceof z.ZodError ||
  String((problem as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')

function taker(write: Store['write']) {
  let header: Header | null = null
  let lines = 0
  let ended = false
  let document: { id: number; idx: number } | null = null
  let documents = 0

  const takers: { readonly [K in Line['kind']]: (line: Extract<Line, { kind: K }>) => void } = {
    header: (line) => {
      if (lines !== 1) throw new Damaged()
      header = line
    },
    document: ({ sha256, bytes }) => {
      document = { id: write.documents.begin(sha256, bytes), idx: 0 }
      documents++
    },
    piece: ({ data }) => {
      if (!document) throw new Damaged()
      write.documents.addBytes(document.id, document.idx++, Buffer.from(data, 'base64'))
    },
    gap: (line) => {
      if (line.seq !== write.log.size()) throw new Damaged()
      write.append.appendGap(line)
    },
    import: ({ id, seq, sha256, dialect }) => {
      const found = write.documents.find(sha256)
      if (!found) throw new Damaged()
      write.records.addImport(id, seq, found.id, dialect)
    },
    mapping: ({ header: columns, mapping }) => write.records.putMapping(columns, mapping as never),
    decision: ({ kind: _, record, ...rest }) =>
      write.records.addDecision({ ...rest, record: Buffer.from(record, 'base64') }),
    recipients: ({ decision, rows }) => {
      for (const [contact, answer] of rows) write.records.addRecipient(decision, contact, answer)
    },
    checkpoint: ({ root, ...rest }) => {
      if (write.log.size() === 0) return
      write.log.keepCheckpoint({ ...rest, root: Buffer.from(root, 'base64') })
    },
    end: (line) => {
      if (line.lines !== lines - 1) throw new Damaged()
      ended = true
    },
  }

  return {
    take: (one: string): void => {
      lines++
      if (ended) throw new Damaged()
      if (one.startsWith('{"v":')) {
        if (!header) throw new Damaged()
        RegisterEvent.parse(JSON.parse(one))
        write.project(write.append.appendExact(one))
        return
      }
      const line = Line.parse(JSON.parse(one))
      takers[line.kind](line as never)
    },
    /** Saves the log and holds its root to what the header says. */
    end: (): { readonly header: Header; readonly documents: number } => {
      if (!header || !ended) throw new Damaged()
      write.log.save()
      const size = write.log.size()
      const root = Buffer.from(tree.root(size, write.tiles)).toString('base64')
      if (size !== header.events || root !== header.root) throw new Damaged()
      return { header, documents }
    },
  }
}
