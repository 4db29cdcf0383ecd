/** Lists that leave the register: whom to mail, and whom never to mail. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { standingObjections } from '../domain/standing.ts'
import { instantOf, millisOf } from '../domain/time.ts'
import { type AtomicFile, atomicFile } from '../files/atomicWrite.ts'
import { declaredFormat, stopFormat } from '../files/listFormats.ts'
import { fitsIn, type ListRow, type ListWriter, listWriter } from '../files/listWriter.ts'
import type { ContactRecord } from '../store/contacts.ts'
import type { Reading, Store } from '../store/index.ts'
import { keysOf } from '../store/keys.ts'
import { mailingOf } from './definedMailing.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { heldBack, objectedSince } from './heldBack.ts'
import { listFiles } from './mailingEntries.ts'
import { occurredAt } from './now.ts'
import { spokeAgainst } from './speakers.ts'

const PORTION = 2_000

type ListHandlers = Pick<HandlersOf<'mailings'>, 'mailings.export' | 'mailings.suppressionList'>

export function listExport({ write }: Store, { now, pathOf }: Surroundings): ListHandlers {
  return {
    *'mailings.export'({ decision: id, to, format = 'csv', language = 'nl', by }) {
      const path = pathOf(to)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const event = write.events.get(write.records.decision(id)?.seq ?? -1)
      if (event?.type !== 'decided') return err({ kind: 'missing', what: 'decision' })
      const moment = now()
      const { validUntil, counts } = event.body
      if (moment > millisOf(validUntil)) return err({ kind: 'refused', code: 'export-expired' })
      if (!fitsIn(format, counts.yes)) return err({ kind: 'refused', code: 'too-many-rows' })
      yield { step: 'checking', done: 0, total: null }
      const held = heldBack(write, event, moment)
      const rows = recipients(write, id, held)
      const declared = declaredFormat(format, language)
      const tag = `mailbewijs-${id}`
      const written = yield* writeList(path, rows, listWriter(declared, tag), counts.yes)
      if (!written.ok) return written
      const { sha256, bytes } = written.value
      const voids = listFiles(write, id)
        .filter((file) => file.body.sha256 !== sha256 && objectedSince(write, event, file.seq, moment).size > 0)
        .map(({ body }) => body.sha256)
      write.act(by, moment, (act) => {
        const file = { what: 'list' as const, of: id, sha256, rows: written.value.rows, validUntil, format }
        const body = { ...file, heldBack: held.size, ...(voids.length > 0 ? { voids: [...new Set(voids)] } : {}) }
        write.append.append(act, { occurred: occurredAt(moment), via: 'system', type: 'exported', body }, null)
      })
      const { mostBytes } = declared
      const tooBig = mostBytes !== null && bytes > mostBytes ? { mostBytes } : {}
      return ok({ rows: written.value.rows, sha256, heldBack: held.size, voids: [...new Set(voids)], ...tooBig })
    },

    *'mailings.suppressionList'({ mailing: id, to, format = 'csv', language = 'nl', by }) {
      const path = pathOf(to)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const mailing = mailingOf(write, id)
      if (!mailing) return err({ kind: 'missing', what: 'mailing' })
      const moment = now()
      const known = instantOf(moment)
      const stopped = yield* stoppedAddresses(write, { mailing, at: known, known, mailingId: id })
      if (!fitsIn(format, stopped.rows.length)) return err({ kind: 'refused', code: 'too-many-rows' })
      const writer = listWriter(stopFormat(format, language), '')
      const portions = function* () {
        for (let at = 0; at < stopped.rows.length; at += PORTION) yield stopped.rows.slice(at, at + PORTION)
      }
      const written = yield* writeList(path, portions(), writer, stopped.rows.length, true)
      if (!written.ok) return written
      const { sha256, rows } = written.value
      write.act(by, moment, (act) => {
        const body = { what: 'suppressions' as const, of: id, sha256, rows, validUntil: null, format }
        write.append.append(act, { occurred: occurredAt(moment), via: 'system', type: 'exported', body }, null)
      })
      return ok({ rows, contacts: stopped.contacts, erased: write.records.suppressionsAfter(-1), sha256 })
    },
  }
}

/** The file whole, or not at all; an empty list is none, unless `mayBeEmpty`. */
function* writeList(
  path: string,
  portions: Iterable<readonly ListRow[]>,
  writer: ListWriter,
  total: number,
  mayBeEmpty = false,
): Generator<
  Progress,
  Result<{ readonly rows: number; readonly sha256: string; readonly bytes: number }, Problem>,
  void
> {
  const opened = atomicFile(path)
  if (!opened.ok) return opened
  const file = opened.value
  let rows = 0
  try {
    for (const portion of portions) {
      rows += portion.length
      const added = addAll(file, writer.add(portion))
      if (!added.ok) return added
      yield { step: 'writing', done: rows, total }
    }
    if (rows === 0 && !mayBeEmpty) return err({ kind: 'refused', code: 'nobody' })
    const added = addAll(file, writer.end())
    if (!added.ok) return added
    const finished = file.finish()
    return finished.ok ? ok({ rows, ...finished.value }) : finished
  } finally {
    file.drop()
  }
}

function addAll(file: AtomicFile, pieces: readonly (string | Uint8Array)[]): Result<null, Problem> {
  for (const piece of pieces) {
    const added = file.add(piece)
    if (!added.ok) return added
  }
  return ok(null)
}

/** One line an address: only contacts with kin can share one. */
function* recipients({ records, contacts }: Reading, decision: number, held: ReadonlySet<number>) {
  const kin = contacts.kin()
  const shared = new Set<string>()
  for (let after = 0; ; ) {
    const some = records.recipients(decision, after, PORTION)
    const rows: ListRow[] = []
    for (const [contact, , narrow, address, name] of some) {
      after = contact
      if (held.has(contact)) continue
      if (kin.has(contact)) {
        if (shared.has(narrow)) continue
        shared.add(narrow)
      }
      rows.push({ address, name })
    }
    yield rows
    if (some.length < PORTION) return
  }
}

/** Every address under which an objection stands against this mailing, as it was written. */
function* stoppedAddresses(
  reading: Reading,
  question: Question,
): Generator<Progress, { readonly rows: readonly ListRow[]; readonly contacts: number }, void> {
  const knowledge = reading.setups.knowledgeAt(millisOf(question.known))
  const standing = standingObjections(question, knowledge)
  const speakers = spokeAgainst(reading, question)
  const written = new Map<string, ListRow>()
  const stopped = new Set<number>()
  let done = 0
  for (const contact of speakers) {
    if (++done % PORTION === 0) yield { step: 'collecting', done, total: speakers.size }
    const record = reading.contacts.get(contact)
    if (!record) continue
    const history = reading.histories.of(record, reading.histories.group(record))
    for (const address of addressesOf(reading, record)) {
      const { narrow, wide } = keysOf(address)
      const here = { ...history, address: { narrow, wide, valid: history.address.valid } }
      if (written.has(narrow) || standing(here).length === 0) continue
      written.set(narrow, { address, name: record.name })
      stopped.add(contact)
    }
  }
  return { rows: [...written.values()], contacts: stopped.size }
}

const addressesOf = ({ contacts }: Reading, { id, address }: ContactRecord): readonly string[] => [
  address,
  ...contacts.addresses(id).map(({ written }) => written),
]
