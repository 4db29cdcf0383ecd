/** Erases people: one transaction that takes everything about them away and names each gap, then a file without traces. */
import { rmSync } from 'node:fs'
import type { Answer, Asked } from '../../preload/contract/contract.ts'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { instantOf } from '../domain/time.ts'
import { compact } from '../store/compact.ts'
import type { Act } from '../store/events.ts'
import type { Store, Writing } from '../store/index.ts'
import { keysOf } from '../store/keys.ts'
import { makeCopy } from './copies.ts'
import { blankImports, blankKept, type Gap, removeAttached, stillMentioning } from './erasureFiles.ts'
import { type ErasurePlan, erasurePlan } from './erasurePlan.ts'
import type { Importer } from './importer.ts'
import { occurredAt } from './now.ts'
import { everyCopy, makePlanned } from './plannedCopies.ts'

type Erased = Answer<'rights.erase'>
type Steps<T> = Generator<Progress, T, void>

export async function* erase(
  store: Store,
  importer: Importer,
  { contacts, keep, reason, by, renewCopies }: Asked<'rights.erase'>,
  now: number,
): AsyncGenerator<Progress, Result<Erased, Problem>, void> {
  const { write } = store
  const plans: ErasurePlan[] = []
  const seen = new Set<number>()
  for (const id of contacts) {
    if (seen.has(id)) continue
    const plan = erasurePlan(write, id, keep, now)
    if (!plan) return err({ kind: 'missing', what: 'contact' })
    if (plan.holds.length > 0) return err({ kind: 'refused', code: 'held' })
    for (const contact of plan.contacts) seen.add(contact.id)
    plans.push(plan)
  }

  const { copies: older, unseen } = everyCopy(store)
  importer.discard()
  const gaps = yield* takeAway(store, plans, { by, reason, now })
  const mentions = yield* stillMentioning(write, plans)
  const compacted = (yield* rewrite(store, importer)) === null
  let removed = 0
  if (renewCopies && compacted) {
    const plan = write.copyNotes.get('copy-plan')
    const made = yield* plan ? makePlanned(store, plan, now) : makeCopy(store, null, now)
    if (made.ok) {
      // One of the same second was written over, and no longer holds anything.
      for (const { path, name } of older) if (name !== made.value.name) rmSync(path, { force: true })
      removed = older.length
    }
  }
  return ok({
    people: plans.length,
    events: plans.reduce((sum, plan) => sum + plan.removed.length, 0),
    stayed: plans.reduce((sum, { stays }) => sum + stays.length, 0),
    rows: gaps.reduce((sum, { rows }) => sum + rows, 0),
    documents: gaps.filter(({ rows }) => rows === 0).length,
    compacted,
    mentions,
    copies: { removed, remaining: removed > 0 ? [] : older.map(({ path: _, ...copy }) => copy), unseen },
  })
}

/** Rewrites the file where that is due; null when it is done. */
export async function* rewrite(
  { file, write }: Store,
  importer: Importer,
): AsyncGenerator<Progress, string | null, void> {
  yield { step: 'compacting', done: 0, total: null }
  await importer.rest()
  const failed = await compact(file, write.sqlite)
  if (failed !== null) return failed
  write.sqlite.begin()
  write.erasing.setDue(false)
  write.sqlite.commit()
  write.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  return null
}

interface Order {
  readonly by: string
  readonly reason: string
  /** Milliseconds. */
  readonly now: number
}

function* takeAway(
  { read, write, identity }: Store,
  plans: readonly ErasurePlan[],
  { by, reason, now }: Order,
): Steps<Gap[]> {
  const before = write.log.size()
  write.erasing.prepare(true)
  const act = write.begin(by, now)
  let committed = false
  try {
    const ids = plans.flatMap(({ contacts }) => contacts.map(({ id }) => id))
    const mergers = yield* shown(write.erasing.eventsWhere(({ type }) => type === 'merged'))
    const circle = write.erasing.circle(ids, mergers)
    const blanked = yield* blankImports(write, plans, circle)
    const attached = yield* removeAttached(write, plans)
    const kept = yield* blankKept(write, plans)
    const gaps = [...blanked, ...attached.gaps, ...kept]

    const had = new Set<number>()
    for (const [at, plan] of plans.entries()) {
      for (const shape of erasePerson(write, act, plan, at === 0 ? gaps : [], identity.keyedHash, { by, reason, now }))
        had.add(shape)
      yield { step: 'erasing', done: at, total: plans.length }
    }
    yield* shown(write.erasing.removeOrphans(had))
    write.erasing.derive(circle)
    write.erasing.setDue(true)
    write.commit(now, before)
    committed = true
    read.shapes.forget()
    return gaps
  } finally {
    if (!committed) write.rollback()
    write.erasing.prepare(false)
  }
}

/** An erasure for every contact and address of the person; the first of each contact names what went. */
function erasePerson(
  write: Writing,
  act: Act,
  plan: ErasurePlan,
  gaps: readonly Gap[],
  hashOf: (key: string) => string,
  { reason, now }: Order,
): Set<number> {
  const had = new Set<number>()
  const kept = plan.stays.map(({ event, why, until }) => `${event.seq} ${why} ${instantOf(until).slice(0, 10)}`)
  for (const [place, contact] of plan.contacts.entries()) {
    const own = plan.removed.filter((event) => event.contact === contact.id).map(({ seq }) => seq)
    for (const [at, { narrow, wide }] of keysFor(plan, contact.id, write).entries()) {
      const seq = write.append.append(
        act,
        {
          occurred: occurredAt(now),
          via: 'system',
          reason,
          type: 'erased',
          body: {
            narrow: hashOf(narrow),
            wide: hashOf(wide),
            removed: at === 0 ? own : [],
            kept: kept.join(', ').slice(0, 2000),
            whole: plan.whole,
            ...(place === 0 && at === 0 && gaps.length > 0 ? { documents: [...gaps] } : {}),
          },
        },
        contact.id,
      )
      if (at === 0) for (const shape of write.erasing.removeTexts(own, seq)) had.add(shape)
    }
  }
  return had
}

/** The first contact of a person carries the addresses that only events name. */
function keysFor(plan: ErasurePlan, contact: number, write: Writing) {
  if (contact === plan.contacts[0]?.id) return plan.keys
  const record = plan.contacts.find(({ id }) => id === contact)
  const written = [record?.address ?? '', ...write.contacts.addresses(contact).map((one) => one.written)]
  return [...new Map(written.map((address) => [keysOf(address).narrow, keysOf(address)])).values()]
}

/** Steps of the store, as progress. */
function* shown<T>(steps: Generator<number, T, void>): Steps<T> {
  let step = steps.next()
  while (!step.done) {
    yield { step: 'erasing', done: step.value, total: null }
    step = steps.next()
  }
  return step.value
}
