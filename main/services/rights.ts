/** What a person may ask: to be erased, to be left alone, to see what is held; and what the years make due. */
import { err, ok } from '../../preload/contract/result.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { instantOf, millisOf } from '../domain/time.ts'
import type { Reading, Store } from '../store/index.ts'
import { keysOf } from '../store/keys.ts'
import { giveAccess } from './access.ts'
import { writeConsentRecords } from './consentRecords.ts'
import { erase } from './erase.ts'
import { type ErasurePlan, erasurePlan } from './erasurePlan.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { everyCopy } from './plannedCopies.ts'
import { requestsIn } from './requests.ts'
import { retention } from './retention.ts'

export function rightsService(store: Store, { now, pathOf, importer }: Surroundings): HandlersOf<'rights'> {
  const { read } = store

  return {
    'rights.previewErasure': ({ contact, keep }) => {
      const plan = erasurePlan(read, contact, keep, now())
      if (!plan) return err({ kind: 'missing', what: 'contact' })
      const { copies, unseen } = everyCopy(store)
      return ok({
        ...shownPlan(read, plan),
        copies: copies.map(({ path: _, ...copy }) => copy),
        copiesUnseen: unseen,
      })
    },

    async *'rights.erase'(asked) {
      return yield* erase(store, importer, asked, now())
    },

    'rights.erasures': () => ok(erasuresIn(read)),

    'rights.suppressed': ({ address }) => {
      const { narrow, wide } = keysOf(address)
      const found = read.histories.suppressions(narrow, wide)
      const exact = found.find(({ matches }) => matches === 'narrow') ?? found[0]
      return ok(exact ? { since: instantOf(exact.since), matches: exact.matches } : { since: null, matches: null })
    },

    *'rights.access'({ to, ...asked }) {
      const folder = pathOf(to)
      if (folder === null) return err({ kind: 'missing', what: 'grant' })
      return yield* giveAccess(store, asked, folder, now())
    },

    *'rights.consentRecords'({ contact, by, to }) {
      const path = pathOf(to)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      return yield* writeConsentRecords(store, contact, by, path, now())
    },

    *'rights.requests'() {
      return ok(yield* requestsIn(read))
    },

    *'rights.retention'({ at, most }) {
      return ok(yield* retention(read, millisOf(at), most))
    },
  }
}

function shownPlan(
  reading: Reading,
  { contacts, addresses, removed, stays, whole, holds, lists, reports }: ErasurePlan,
) {
  const own = new Set(contacts.map(({ id }) => id))
  const others = new Set(contacts.flatMap((contact) => reading.histories.group(contact)).filter((id) => !own.has(id)))
  const staying = new Set(stays.flatMap(({ event }) => documentsOf(event)))
  const attached = new Set(removed.flatMap(documentsOf))
  return {
    contacts: [...own],
    addresses: [...addresses],
    others: [...others],
    removed: removed.length,
    stays: stays.map(({ event, why, until }) => ({ seq: event.seq, type: event.type, why, until: instantOf(until) })),
    whole,
    holds: [...holds],
    files: filesOf(reading, removed),
    documents: {
      removed: [...attached].filter((sha256) => !staying.has(sha256)).length,
      shared: [...attached].filter((sha256) => staying.has(sha256)).length,
    },
    lists,
    reports: whole ? reports : 0,
  }
}

const documentsOf = ({ documents = [] }: RegisterEvent): string[] => documents.map(({ sha256 }) => sha256)

function filesOf(reading: Reading, removed: readonly RegisterEvent[]) {
  const lines = new Map<number, Set<number>>()
  for (const { source } of removed) {
    if (!source) continue
    const known = lines.get(source.import) ?? new Set()
    for (const line of [source.line, ...(source.more ?? [])]) known.add(line)
    lines.set(source.import, known)
  }
  return [...lines].flatMap(([id, rows]) => {
    const batch = reading.events.get(reading.records.import(id)?.seq ?? -1)
    return batch?.type === 'import-batch' ? [{ file: batch.body.file, rows: rows.size }] : []
  })
}

/** One line a contact: its first erasure event of the act says what went. */
function erasuresIn({ sqlite, events }: Reading) {
  const seqs = sqlite.select<[], { seq: number }>('SELECT seq FROM suppression ORDER BY seq DESC', ['seq'])
  const found = seqs.pluck<number>().flatMap((seq) => {
    const event = events.get(seq)
    if (event?.type !== 'erased' || event.contact === undefined) return []
    const { removed, whole = false, documents = [] } = event.body
    return [
      {
        at: event.recorded,
        by: event.by,
        reason: event.reason ?? '',
        contact: event.contact,
        action: event.action,
        events: removed.length,
        whole,
        rows: documents.reduce((sum, { rows }) => sum + rows, 0),
        seq,
      },
    ]
  })
  const first = new Map(found.map((one) => [`${one.action} ${one.contact}`, one]))
  return [...first.values()].map(({ action: _, ...one }) => one)
}
