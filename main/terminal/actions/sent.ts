/** `mailing report`, `reconcile`, `incidents` and `explain`: what was sent, and what should not have been. */
import { resolve } from 'node:path'
import { err, ok, type Result } from '../../../preload/contract/result.ts'
import { IncidentKind, ReportMapping, SendStatus } from '../../../preload/contract/vocabulary/sending.ts'
import type { Action } from '../action.ts'
import type { Call, Ended } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { readJson } from '../json.ts'
import { knownOf } from '../moment.ts'
import { misuse, refuse } from '../refuse.ts'
import { tableOf } from '../table.ts'
import { momentIn } from '../words.ts'
import { numberIn } from './asked.ts'
import { pageOf } from './people.ts'

/** A mailing with its decisions, files and incidents. */
export const report: Action = async (call, session) => {
  const number = numberIn(call, call.operand(1), call.screen.say('value.number'))
  if (!number.ok) return number.error
  const entry = await session.call('mailings.get', { mailing: number.value })
  if (!entry.ok) return refuse(call, entry.error)
  const found = await session.call('sending.incidents', { mailing: number.value, open: null })
  if (!found.ok) return refuse(call, found.error)
  const { say, print, number: shown, language, paint } = call.screen
  print(paint('bold', entry.value.mailing.name))
  for (const { id, frozen, yes, exports, objectedSince } of entry.value.decisions) {
    print(say('mailing.decision', { decision: id, at: momentIn(language, frozen), yes: shown(yes) }))
    for (const file of exports) {
      print(
        `  ${momentIn(language, file.at)}  ${file.format ?? 'csv'}  ${shown(file.rows)}  ${file.sha256.slice(0, 16)}`,
      )
    }
    if (objectedSince > 0) print(paint('red', say('mailing.objected', { count: objectedSince })))
  }
  const { count, open, rows } = found.value
  print(say('mailing.incidents', { count }))
  return { exit: exitCodes.done, result: { action: 'report', mailing: entry.value, count, open, incidents: rows } }
}

export const reconcile: Action = async (call, session) => {
  const path = call.operand(1)
  if (path === null) return misuse(call, 'usage.needs-operand', { name: call.screen.say('value.file') })
  const decision = numberIn(call, call.text('decision'), '--decision')
  if (!decision.ok) return decision.error
  const word = call.text('as')
  const as = word === null ? null : SendStatus.safeParse(word)
  const words = SendStatus.options.join(', ')
  if (as?.success === false) return misuse(call, 'usage.one-of', { option: '--as', words })
  const text = call.text('sent')
  const sent = text === null ? null : knownOf(text)
  if (text !== null && sent === null) return misuse(call, 'usage.no-moment', { text })
  const columns = call.text('mapping')
  const mapping = columns === null ? ok(null) : readJson(call, columns, ReportMapping)
  if (!mapping.ok) return mapping.error
  const held = await session.run('sending.reconcile', {
    decision: decision.value,
    file: session.file(path),
    mapping: mapping.value,
    as: as?.data ?? null,
    zone: call.text('zone') ?? 'Europe/Amsterdam',
    dateOrder: null,
    sent,
    messageId: null,
    write: !call.flag('dry-run'),
    by: call.by,
  })
  if (!held.ok) return refuse(call, held.error)
  const { counts, already, differences } = held.value
  const { say, print, number } = call.screen
  const rows = Object.entries(counts).flatMap(([name, many]) =>
    many === null ? [] : [[number(many), say(`count.${name as keyof typeof counts}`)]],
  )
  for (const line of tableOf([{ head: '', right: true }, { head: '' }], rows)) print(line)
  for (const { kind, address, line } of differences.slice(0, 20)) {
    print(`  ${say(`incident.${kind}`)}: ${address}${line === null ? '' : ` (${line})`}`)
  }
  if (already) print(say('mailing.already'))
  return { exit: exitCodes.done, result: { action: 'reconcile', file: resolve(path), ...held.value } }
}

export const incidents: Action = async (call, session) => {
  const of = call.operand(1)
  const mailing = of === null ? ok(null) : numberIn(call, of, call.screen.say('value.number'))
  if (!mailing.ok) return mailing.error
  const kind = kindOf(call)
  if (!kind.ok) return kind.error
  const page = pageOf(call, '500')
  if (!page.ok) return page.error
  const open = call.flag('open') ? true : null
  const asked = { mailing: mailing.value, open, kind: kind.value, ...page.value }
  const found = await session.call('sending.incidents', asked)
  if (!found.ok) return refuse(call, found.error)
  const { say, print, language } = call.screen
  const rows = found.value.rows.map(({ seq, kind: wrong, address, people, found: at, cause, measure }) => [
    String(seq),
    momentIn(language, at),
    say(`incident.${wrong}`),
    people === undefined ? address : say('mailing.people', { count: people }),
    cause === null || measure === null ? say('mailing.unexplained') : `${cause} / ${measure}`,
  ])
  const columns = ['', '', '', '', ''].map((head) => ({ head }))
  for (const line of tableOf(columns, rows)) print(line)
  print(say('mailing.incidents', { count: found.value.count }))
  const { rows: incidents, ...counts } = found.value
  return { exit: exitCodes.done, result: { action: 'incidents', incidents, ...counts } }
}

function kindOf(call: Call): Result<IncidentKind | null, Ended> {
  const word = call.text('kind')
  if (word === null) return ok(null)
  const kind = IncidentKind.safeParse(word)
  const words = IncidentKind.options.join(', ')
  return kind.success ? ok(kind.data) : err(misuse(call, 'usage.one-of', { option: '--kind', words }))
}

/** One by its number; or `all` that are open, of a kind where one is named. */
export const explain: Action = async (call, session) => {
  const all = call.operand(1) === 'all'
  const number = all ? ok(0) : numberIn(call, call.operand(1), call.screen.say('value.number'))
  if (!number.ok) return number.error
  const kind = kindOf(call)
  if (!kind.ok) return kind.error
  const cause = call.text('cause')
  if (cause === null) return misuse(call, 'usage.needs-option', { option: '--cause' })
  const measure = call.text('measure')
  if (measure === null) return misuse(call, 'usage.needs-option', { option: '--measure' })
  const about = all ? { mailing: null, kind: kind.value } : [number.value]
  const said = await session.run('sending.explain', { incidents: about, cause, measure, by: call.by })
  if (!said.ok) return refuse(call, said.error)
  call.screen.print(call.screen.say('mailing.explained', { count: said.value.incidents }))
  return { exit: exitCodes.done, result: { action: 'explain', explained: said.value.incidents } }
}
