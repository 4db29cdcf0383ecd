/** After sending: reports held against lists, incidents with cause and measure, and how fast an unsubscribe works. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Answer } from '../../preload/contract/contract.ts'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Draft, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { instantOf, millisOf } from '../domain/time.ts'
import { openReport, type ReportHead } from '../files/sendReport.ts'
import type { Act } from '../store/events.ts'
import type { Store, Writing } from '../store/index.ts'
import { keysOf } from '../store/keys.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import type { DecidedEvent } from './heldBack.ts'
import { incidents } from './incidents.ts'
import { leadTimes } from './leadTimes.ts'
import { occurredAt } from './now.ts'
import { type Difference, type Reconciled, reconciler, type Stop } from './reconciling.ts'

const SHOWN = 200
const PORTION = 500

type Asked = Parameters<HandlersOf<'sending'>['sending.reconcile']>[0]

export function sendingService({ read, write }: Store, { now, pathOf }: Surroundings): HandlersOf<'sending'> {
  return {
    *'sending.reconcile'(asked) {
      const path = pathOf(asked.file)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const event = write.events.get(write.records.decision(asked.decision)?.seq ?? -1)
      if (event?.type !== 'decided') return err({ kind: 'missing', what: 'decision' })
      const moment = now()
      const opened = yield* openReport(path, asked)
      if (!opened.ok) return opened
      const head = opened.value
      const sent = asked.sent === null ? millisOf(event.body.at) : millisOf(asked.sent)
      const against = reconciler(write, event, Math.min(sent, moment), moment)
      const done = yield* head.rows(against.take)
      if (!done.ok) return done
      const found = against.end()
      const already = isReported(write, head.sha256, asked.decision)
      const events = asked.write && !already ? yield* record(path, head, found, event, asked, moment) : ok({})
      if (!events.ok) return events
      const { header, mapping, as, sha256 } = head
      return ok({
        ...{ counts: found.counts, header, mapping, as, sha256, already },
        written: asked.write && !already,
        events: events.value,
        differences: shownDifferences(found),
      })
    },

    'sending.incidents': ({ mailing, open }) =>
      ok(
        incidents(read).filter(
          (one) =>
            (mailing === null || one.mailing === mailing) &&
            (open === null || (one.cause === null || one.measure === null) === open),
        ),
      ),

    'sending.explain': ({ incidents: seqs, cause, measure, by }) => {
      const events = seqs.map((seq) => write.events.get(seq))
      const found = events.filter((event) => event?.type === 'incident')
      if (found.length !== seqs.length) return err({ kind: 'missing', what: 'event' })
      const moment = now()
      write.act(by, moment, (act) => {
        for (const { seq, contact, body } of found) {
          const explained = { ...body, explains: seq, cause, measure }
          const draft = { occurred: occurredAt(moment), via: 'system', type: 'incident', body: explained } as const
          write.append.append(act, draft, contact ?? null)
        }
      })
      return ok({ incidents: found.length })
    },

    *'sending.leadTimes'({ since, until }) {
      return ok(
        yield* leadTimes(read, since === null ? null : millisOf(since), until === null ? null : millisOf(until)),
      )
    },
  }

  /** All of a report in one act: that it came, what stops mail, and what went wrong. */
  function* record(
    path: string,
    { name, sha256, bytes }: ReportHead,
    { counts, differences, stops }: Reconciled,
    { body }: DecidedEvent,
    { by, messageId }: Asked,
    moment: number,
  ): Generator<Progress, Result<Record<string, number>, Problem>, void> {
    const before = write.log.size()
    const tally: Record<string, number> = {}
    const act = write.begin(by, moment)
    let committed = false
    const add = (draft: Draft, contact: number | null) => {
      tally[draft.type] = (tally[draft.type] ?? 0) + 1
      appendTo(write, act, draft, contact)
    }
    try {
      if (!keepReport(write, path, sha256, bytes)) return err({ kind: 'stale', what: 'export' })
      const about = { mailing: body.mailing, decision: body.id }
      const reported = { ...about, sent: counts.sent, messageId, reportSha256: sha256, file: name.slice(-255), counts }
      const system = { occurred: occurredAt(moment), via: 'mailing-tool-import' } as const
      add({ ...system, type: 'sent-reported', body: reported }, null)
      if (counts.afterExpiry > 0) {
        const expired = { ...noCause, ...about, kind: 'sent-after-expiry' as const, hint: null, sent: null }
        add({ ...system, type: 'incident', body: expired }, null)
      }
      for (const [at, difference] of differences.entries()) {
        add(incidentOf(difference, about, moment), contactFor(write, difference))
        if (at % PORTION === 0) yield { step: 'writing', done: at, total: differences.length + stops.length }
      }
      for (const [at, stop] of stops.entries()) {
        if (isKnown(write, stop)) continue
        add(stopDraft(stop), contactFor(write, stop))
        if (at % PORTION === 0) {
          yield { step: 'writing', done: differences.length + at, total: differences.length + stops.length }
        }
      }
      write.commit(moment, before)
      committed = true
      return ok(tally)
    } finally {
      if (!committed) write.rollback()
    }
  }
}

function shownDifferences({ differences, notSent }: Reconciled): Answer<'sending.reconcile'>['differences'] {
  return [
    ...differences.slice(0, SHOWN).map(({ kind, address, line, sent }) => ({
      ...{ kind, address, line },
      sent: sent === null ? null : instantOf(sent),
    })),
    ...notSent.slice(0, SHOWN).map((address) => ({ kind: 'not-sent' as const, address, line: null, sent: null })),
  ]
}

const isReported = ({ register }: Writing, sha256: string, decision: number): boolean =>
  register
    .all()
    .some(
      (event) =>
        event.type === 'sent-reported' && event.body.reportSha256 === sha256 && event.body.decision === decision,
    )

/** False where the file is no longer what was read a moment ago. */
function keepReport({ documents }: Writing, path: string, sha256: string, bytes: number): boolean {
  if (documents.find(sha256)) return true
  const whole = readFileSync(path)
  if (whole.length !== bytes || hash('sha256', whole, 'hex') !== sha256) return false
  documents.keep(whole)
  return true
}

const noCause = { explains: null, cause: null, measure: null } as const

function incidentOf(
  { kind, hint, address, sent }: Difference,
  about: { readonly mailing: number; readonly decision: number },
  moment: number,
): Draft {
  const at = sent === null ? null : instantOf(sent)
  return {
    address,
    occurred: occurredAt(sent ?? moment),
    via: 'mailing-tool-import',
    type: 'incident',
    body: { ...noCause, ...about, kind, hint, sent: at },
  }
}

function stopDraft({ type, hard, code, address, occurred }: Stop): Draft {
  const envelope = { address, occurred, via: 'mailing-tool-import' } as const
  switch (type) {
    case 'bounce':
      return { ...envelope, type, body: { hard, code } }
    case 'spam-complaint':
      return { ...envelope, type, body: { from: null } }
    case 'consent-withdrawn':
      return { ...envelope, type, body: { scope: { kind: 'all' }, effective: null, confirmationSent: null } }
  }
}

/** Told before, by this report or another way in. */
function isKnown({ events }: Writing, { type, contact, occurred }: Stop): boolean {
  if (contact === null) return false
  return events
    .ofContact(contact)
    .some(
      ({ event }) => event.type === type && event.occurred.from === occurred.from && occurred.precision !== 'unknown',
    )
}

/** Asked again at each: an address that was new a row before is known by now. */
const contactFor = ({ contacts }: Writing, { address }: { readonly address: string }): number =>
  contacts.owner(keysOf(address).narrow) ?? contacts.lastId() + 1

function appendTo(write: Writing, act: Act, draft: Draft, contact: number | null): void {
  // The row that the event refers to must stand first; the projection fills the rest.
  if (contact !== null && !write.contacts.get(contact)) write.sqlite.script('PRAGMA defer_foreign_keys = ON')
  const seq = write.append.append(act, draft, contact)
  if (contact !== null) write.project(write.events.get(seq) as RegisterEvent)
}
