/** Seals that are deposited elsewhere: written to hand over, stamped by an authority, and each deposit on record. */
import { hash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { EventBodies, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Grant } from '../../preload/contract/vocabulary/progress.ts'
import type { Occurred } from '../../preload/contract/vocabulary/time.ts'
import { DAY, instantOf, millisOf } from '../domain/time.ts'
import { writeAtomically } from '../files/atomicWrite.ts'
import { anchorPage } from '../report/anchorPage.ts'
import { readReply } from '../report/timestamp/reply.ts'
import { timeStampRequest } from '../report/timestamp/request.ts'
import { voiceOf } from '../report/voice.ts'
import type { Reading, Store } from '../store/index.ts'
import type { StoredCheckpoint } from '../store/log.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { occurredAt } from './now.ts'
import { shownCheckpoint } from './register.ts'

type AnchoredEvent = Extract<RegisterEvent, { readonly type: 'anchored' }>

/** A reply is a few kilobytes, roots perhaps a few hundred. */
const LARGEST = 4 << 20
const WEEK = 7 * DAY
const PORTION = 500

export function anchorService(store: Store, { now, pathOf }: Surroundings): HandlersOf<'anchors'> {
  const { read, write, identity } = store

  return {
    'anchors.list': () => {
      const events = anchoredIn(read)
      const last = events.at(-1)
      const newEvents = newSince(read, events)
      return ok({
        anchors: events.map(shownAnchor).toReversed(),
        last: last?.recorded ?? null,
        newEvents,
        due: newEvents > 0 && (last === undefined || now() - millisOf(last.recorded) >= WEEK),
      })
    },

    *'anchors.page'({ to, language, where, by }) {
      const path = pathOf(to)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      yield { step: 'drawing', done: 0, total: 1 }
      const moment = now()
      const stored = currentSeal(moment)
      const checkpoint = shownCheckpoint(stored)
      const sender = write.setups.at(moment).entities[0]?.name ?? null
      const { verifierKey } = identity
      const page = anchorPage({ checkpoint, verifierKey, sender, made: instantOf(moment), by }, voiceOf(language))
      const written = writeAtomically(path, [page])
      if (!written.ok) return written
      const recorded = where === null ? null : deposit(stored, { where, kind: 'paper' }, by, moment)
      return ok({ checkpoint, sha256: written.value.sha256, recorded })
    },

    'anchors.save': ({ to, where, by }) => {
      const path = pathOf(to)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const moment = now()
      const stored = currentSeal(moment)
      const written = writeAtomically(path, [stored.note])
      if (!written.ok) return written
      const recorded = where === null ? null : deposit(stored, { where, kind: 'sent' }, by, moment)
      return ok({ checkpoint: shownCheckpoint(stored), sha256: written.value.sha256, recorded })
    },

    'anchors.record': ({ size, kind, where, by }) => {
      const stored = sealsIn(write).find((one) => one.size === size)
      if (stored === undefined) return err({ kind: 'missing', what: 'event' })
      return ok({ recorded: deposit(stored, { where, kind }, by, now()) })
    },

    'anchors.request': ({ to }) => {
      const path = pathOf(to)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const stored = currentSeal(now())
      const written = writeAtomically(path, [timeStampRequest(stored.note)])
      if (!written.ok) return written
      return ok({ checkpoint: shownCheckpoint(stored), sha256: written.value.sha256 })
    },

    'anchors.reply': ({ file, roots, by }) => {
      const path = pathOf(file)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const reply = smallFile(path)
      if (!reply.ok) return reply
      const given = roots === null ? null : rootsOf(roots)
      if (given !== null && !given.ok) return given
      const { fault, stamp } = readReply(reply.value, given?.value ?? null)
      if (stamp === null) return ok({ fault, stamp: null, recorded: null })
      const stored = sealsIn(write).find(({ note }) => hash('sha256', Buffer.from(note), 'hex') === stamp.imprint)
      const { time, authority, policy, serial, trust, chain } = stamp
      const shown = { size: stored?.size ?? null, time, authority, policy, serial, trust, chain: [...chain] }
      if (fault !== null || stored === undefined) {
        return ok({ fault: fault ?? 'other-imprint', stamp: shown, recorded: null })
      }
      const known = anchoredIn(write).find(({ documents }) =>
        documents?.some(({ sha256 }) => sha256 === hash('sha256', reply.value, 'hex')),
      )
      if (known !== undefined) return ok({ fault: null, stamp: shown, recorded: known.seq })
      const what = { where: authority.slice(0, 300), kind: 'timestamp' as const, time }
      return ok({ fault: null, stamp: shown, recorded: deposit(stored, what, by, now(), reply.value, basename(path)) })
    },
  }

  /** The seal of what stands now, made where there is none yet. */
  function currentSeal(moment: number): StoredCheckpoint {
    const latest = write.records.checkpoint()
    return latest?.size === write.log.size() ? latest : write.log.checkpoint(moment)
  }

  function deposit(
    { size, root }: StoredCheckpoint,
    what: Pick<EventBodies['anchored'], 'where' | 'kind' | 'time'>,
    by: string,
    moment: number,
    received: Buffer | null = null,
    name = '',
  ): number {
    return write.act(by, moment, (act) => {
      const body = { size, root: root.toString('base64'), ...what }
      const occurred: Occurred =
        what.time === undefined ? occurredAt(moment) : { from: what.time, to: what.time, precision: 'second' }
      const documents =
        received === null
          ? []
          : [
              {
                sha256: write.documents.keep(received),
                name: name.slice(0, 255),
                kind: 'other' as const,
                captured: what.time ?? null,
                datedByOther: true,
              },
            ]
      return write.append.append(
        act,
        { occurred, via: 'system', type: 'anchored', body, ...(documents.length > 0 ? { documents } : {}) },
        null,
      )
    })
  }

  function rootsOf(roots: Grant): Result<Buffer, Problem> {
    const path = pathOf(roots)
    return path === null ? err({ kind: 'missing', what: 'grant' }) : smallFile(path)
  }
}

export const anchoredIn = ({ register }: Reading): AnchoredEvent[] =>
  register.all().filter((event): event is AnchoredEvent => event.type === 'anchored')

const shownAnchor = ({ seq, recorded, documents, body }: AnchoredEvent) => ({
  seq,
  at: recorded,
  size: body.size,
  root: body.root,
  where: body.where,
  kind: body.kind ?? null,
  document: documents?.[0] ?? null,
  time: body.time ?? null,
})

/** What was recorded beyond the largest deposited seal, the deposits themselves left out. */
function newSince({ events }: Reading, deposits: readonly AnchoredEvent[]): number {
  const covered = Math.max(0, ...deposits.map(({ body }) => body.size))
  return events.size() - covered - deposits.filter(({ seq }) => seq >= covered).length
}

/** Every seal that was ever made, as they were signed. */
function* allSeals({ records }: Reading): Generator<StoredCheckpoint> {
  for (let after = -1; ; ) {
    const some = records.checkpoints(after, PORTION)
    yield* some
    const last = some.at(-1)
    if (last === undefined || some.length < PORTION) return
    after = last.size
  }
}
export const sealsIn = (reading: Reading): StoredCheckpoint[] => [...allSeals(reading)]

function smallFile(path: string): Result<Buffer, Problem> {
  try {
    if (statSync(path).size > LARGEST) return err({ kind: 'unreadable', code: 'too-big', line: null, about: null })
    return ok(readFileSync(path))
  } catch (error) {
    const code = (error as { code?: string }).code
    return err({ kind: 'unreadable', code: code === 'EACCES' ? 'no-permission' : 'not-found', line: null, about: null })
  }
}
