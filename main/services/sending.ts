/** After sending: reports held against lists, incidents with cause and measure, and how fast an unsubscribe works. */
import type { Answer } from '../../preload/contract/contract.ts'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { instantOf, millisOf } from '../domain/time.ts'
import { openReport, type ReportHead } from '../files/sendReport.ts'
import type { Store, Writing } from '../store/index.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import type { DecidedEvent } from './heldBack.ts'
import { explainIncidents } from './incidentCauses.ts'
import { incidentsPage } from './incidents.ts'
import { leadTimes } from './leadTimes.ts'
import { type Difference, reconciler, reportCounter, unreached } from './reconciling.ts'
import { recordReport } from './reportRecord.ts'
import { sentLate } from './sentLate.ts'

const SHOWN = 200

type Differences = Answer<'sending.reconcile'>['differences']

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
      const sent = Math.min(asked.sent === null ? millisOf(event.body.at) : millisOf(asked.sent), moment)
      const looked = yield* lookThrough(write, head, event, sent, moment)
      if (!looked.ok) return looked
      const { counts, differences } = looked.value
      const already = isReported(write, head.sha256, asked.decision)
      const report = { path, head, event, counts, sent, moment, by: asked.by, messageId: asked.messageId }
      const events = asked.write && !already ? yield* recordReport(write, report) : ok({})
      if (!events.ok) return events
      const { header, mapping, as, sha256 } = head
      return ok({
        ...{ counts, header, mapping, as, sha256, already, differences },
        written: asked.write && !already,
        events: events.value,
      })
    },

    'sending.incidents': (asked) => ok(incidentsPage(read, asked)),

    'sending.sentLate': ({ incident, from, count }) => {
      const late = sentLate(read, incident, from, count)
      return late ? ok(late) : err({ kind: 'missing', what: 'event' })
    },

    *'sending.explain'({ incidents, cause, measure, by }) {
      return yield* explainIncidents(write, { incidents, cause, measure, by }, now())
    },

    *'sending.leadTimes'({ since, until }) {
      return ok(
        yield* leadTimes(read, since === null ? null : millisOf(since), until === null ? null : millisOf(until)),
      )
    },
  }
}

/** Goes through a report once: what it adds up to, and its first differences. */
function* lookThrough(
  write: Writing,
  head: ReportHead,
  event: DecidedEvent,
  sent: number,
  moment: number,
): Generator<
  Progress,
  Result<{ readonly counts: Answer<'sending.reconcile'>['counts']; readonly differences: Differences }, Problem>,
  void
> {
  const reached = new Uint8Array(write.contacts.lastId() + 1)
  const look = reconciler(write, event, sent, moment, (contact) => {
    reached[contact] = 1
  })
  const { counts, add } = reportCounter()
  const differences: Differences = []
  const done = yield* head.rows((row) => {
    const found = look(row)
    add(found)
    if (found.difference && differences.length < SHOWN) differences.push(shownDifference(found.difference))
  })
  if (!done.ok) return done
  if (counts.sent === 0) return ok({ counts: { ...counts, notSent: null }, differences })
  const missed = yield* unreached(write, event, (contact) => reached[contact] === 1, moment, SHOWN)
  const notSent = missed.first.map((address) => ({ kind: 'not-sent' as const, address, line: null, sent: null }))
  return ok({ counts: { ...counts, notSent: missed.count }, differences: [...differences, ...notSent] })
}

const shownDifference = ({ kind, address, line, sent }: Difference): Differences[number] => ({
  ...{ kind, address, line },
  sent: sent === null ? null : instantOf(sent),
})

const isReported = ({ register }: Writing, sha256: string, decision: number): boolean =>
  register
    .all()
    .some(
      (event) =>
        event.type === 'sent-reported' && event.body.reportSha256 === sha256 && event.body.decision === decision,
    )
