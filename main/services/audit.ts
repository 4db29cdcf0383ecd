/** The self-audit: goes through the register as an inspector would, and says what to put right. */
import type { AuditFinding, AuditReport } from '../../preload/contract/endpoints/audit.ts'
import { err, ok } from '../../preload/contract/result.ts'
import { type AuditCode, AuditSeverity } from '../../preload/contract/vocabulary/audit.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { DAY, instantOf, millisOf } from '../domain/time.ts'
import { writeAtomically } from '../files/atomicWrite.ts'
import { auditPdf } from '../report/auditPdf.ts'
import { auditText } from '../report/auditText.ts'
import type { Reading, Store } from '../store/index.ts'
import { sampleDecisions } from './auditSample.ts'
import { scanEvents } from './auditScan.ts'
import { copiesOf } from './copies.ts'
import type { Handlers, Surroundings } from './handlers.ts'
import { leadTimes } from './leadTimes.ts'
import { occurredAt } from './now.ts'
import { requestsIn } from './requests.ts'
import { verifyRegister } from './verify.ts'

const PORTION = 10_000
const MOST = 20
const WEEK = 7 * DAY

export function auditService(store: Store, { now, pathOf }: Surroundings): Pick<Handlers, 'register.audit'> {
  return {
    *'register.audit'({ samples, language, by, to }) {
      const path = to === null ? null : pathOf(to)
      if (to !== null && path === null) return err({ kind: 'missing', what: 'grant' })
      const moment = now()
      const report = yield* auditOf(store, samples, by, moment)
      if (path === null) return ok({ ...report, sha256: null })
      const isPdf = path.toLowerCase().endsWith('.pdf')
      const written = writeAtomically(path, [isPdf ? auditPdf(report, language) : auditText(report, language)])
      if (!written.ok) return written
      const { sha256 } = written.value
      putOnRecord(store, report, sha256, moment)
      return ok({ ...report, sha256 })
    },
  }
}

/** `moment` in milliseconds. */
function putOnRecord({ write }: Store, report: AuditReport, reportSha256: string, moment: number): void {
  const findings = report.findings.map(({ code, severity, count }) => ({ code, severity, count }))
  const body = { size: report.events, root: report.root, findings, reportSha256 }
  write.act(report.by, moment, (act) => {
    write.append.append(act, { occurred: occurredAt(moment), via: 'system', type: 'self-audited', body }, null)
  })
}

export function* auditOf(
  store: Store,
  samples: number,
  by: string,
  now: number,
): Generator<Progress, AuditReport, void> {
  const { read, identity, file } = store
  const findings: AuditFinding[] = []
  const checked: { code: AuditCode; of: number }[] = []
  const knowledge = read.setups.knowledgeAt(now)
  /** Notes that something was looked at, and what was found: `about` lists what is wrong, `count` says how much is. */
  const look = (
    code: AuditCode,
    of: number,
    severity: AuditSeverity,
    place: AuditFinding['place'],
    about: readonly (string | number)[],
    count = about.length,
  ): void => {
    checked.push({ code, of })
    if (count > 0) findings.push({ code, severity, count, about: about.slice(0, MOST).map(String), place })
  }

  const verified = yield* verifyRegister(read, identity)
  look(
    'log-fails',
    verified.events,
    'grave',
    'register',
    verified.flaws.map(({ code, where }) => `${code} ${where}`),
  )
  const sample = yield* sampleDecisions(read, samples)
  look('sample-differs', sample.decided, 'grave', 'mailings', sample.different)
  look('weak-consent-used', sample.consents, 'grave', 'contacts', sample.weak)
  const sent = sentAfterExpiry(read)
  look('sent-after-expiry', sent.reports, 'grave', 'mailings', sent.late)
  const scan = yield* scanEvents(read, knowledge)
  const { limit, manual, imported } = yield* leadTimes(read, null, null)
  const told = [manual, imported]
  look(
    'objection-late',
    sum(told.map(({ measured }) => measured)),
    'grave',
    'contacts',
    told.flatMap(({ slowest }) => slowest.filter(({ hours }) => hours > limit).map(({ seq }) => seq)),
    sum(told.map(({ late }) => late)),
  )
  look('recorded-before', verified.events, 'mild', 'contacts', scan.early)
  look('clock-back', verified.events, 'mild', 'register', yield* clockBack(read))
  const gaps = [...scan.formless]
  look(
    'form-gap',
    scan.formed,
    'mild',
    'forms',
    gaps.map(([point, count]) => `${point}: ${count}`),
    sum(gaps.map(([, count]) => count)),
  )
  look('form-unknown', scan.sales, 'mild', 'forms', [], scan.saleWithoutForm)
  look('everybody-says-yes', read.records.imports().length, 'mild', 'imports', scan.onlyYes)
  const requests = yield* requestsIn(read)
  const overdue = requests.filter(({ due, answered }) => answered === null && millisOf(due) < now)
  look(
    'request-overdue',
    requests.length,
    'grave',
    'rights',
    overdue.map(({ seq }) => seq),
  )
  const weeks = unanchoredWeeks(read, now)
  look('unanchored', verified.events, weeks > 4 ? 'mild' : 'note', 'anchors', [], weeks)
  const products = [...read.shapes.products().values()]
  const unplaced = products.filter((line) => knowledge.familyOf(line) === null)
  look(
    'products-without-family',
    products.length,
    'mild',
    'families',
    unplaced.map(({ title, sku }) => title ?? sku ?? ''),
  )
  const newest = copiesOf(file)[0]
  look('no-copy', 1, 'note', 'register', [], newest && now - millisOf(newest.at) < WEEK ? 0 : 1)
  look('compact-due', 1, 'mild', 'register', [], store.write.erasing.due() ? 1 : 0)

  return {
    at: instantOf(now),
    by,
    events: verified.events,
    contacts: read.contacts.count(),
    root: verified.root,
    checked,
    findings: findings.sort((one, other) => weight(one) - weight(other)),
  }
}

const weight = ({ severity }: AuditFinding): number => AuditSeverity.options.indexOf(severity)
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Reports of sending later than the list of that mailing was good for. */
function sentAfterExpiry({ register }: Reading) {
  const all = register.all()
  const reports = all.flatMap((event) => (event.type === 'sent-reported' ? [event] : []))
  const mailingOfDecision = new Map(
    all.flatMap((event) => (event.type === 'decided' ? [[event.body.id, event.body.mailing]] : [])),
  )
  const late = reports.filter((report) => {
    const lists = all.flatMap((event) =>
      event.type === 'exported' &&
      event.body.what === 'list' &&
      event.body.of !== null &&
      mailingOfDecision.get(event.body.of) === report.body.mailing &&
      event.recorded <= report.recorded
        ? [event]
        : [],
    )
    const until = lists
      .map(({ body }) => body.validUntil ?? '')
      .toSorted()
      .at(-1)
    return until !== undefined && until !== '' && report.occurred.from > until
  })
  return { reports: reports.length, late: late.map(({ seq }) => seq) }
}

/** Events that were recorded at an earlier time than the one before them. */
function* clockBack({ sqlite, events }: Reading): Generator<Progress, number[], void> {
  const rows = sqlite.select<[number, number], { seq: number; recorded: number }>(
    'SELECT seq, recorded FROM event WHERE seq >= ? AND seq < ? ORDER BY seq',
    ['seq', 'recorded'],
  )
  const size = events.size()
  const back: number[] = []
  let before = Number.NEGATIVE_INFINITY
  for (let from = 0; from < size; from += PORTION) {
    for (const [seq, recorded] of rows.raw(from, from + PORTION) as [number, number][]) {
      if (recorded < before) back.push(seq)
      before = recorded
    }
    yield { step: 'auditing', done: Math.min(from + PORTION, size), total: size }
  }
  return back
}

/** Whole weeks since the log was last deposited elsewhere, or since it began. */
function unanchoredWeeks({ register, events }: Reading, now: number): number {
  const anchored = register.all().flatMap((event) => (event.type === 'anchored' ? [event.recorded] : []))
  const since = anchored.at(-1) ?? events.get(0)?.recorded
  return since === undefined ? 0 : Math.max(0, Math.floor((now - millisOf(since)) / WEEK))
}
