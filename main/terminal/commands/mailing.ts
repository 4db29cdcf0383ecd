/** `mailing`: everything about one mailing, from what is in it to what came back. */

import type { Action } from '../action.ts'
import { attention, calendar } from '../actions/coming.ts'
import { compare, count } from '../actions/counting.ts'
import { change, check, define } from '../actions/defining.ts'
import { exportList, freeze, suppression } from '../actions/listing.ts'
import { filters, leadTimes, overview } from '../actions/measured.ts'
import { late, people } from '../actions/people.ts'
import { copy, mark, templates, unmark } from '../actions/returning.ts'
import { explain, incidents, reconcile, report } from '../actions/sent.ts'
import type { Command } from '../command.ts'
import { mailingOptions, momentOptions } from '../mailing.ts'
import { misuse } from '../refuse.ts'
import { withRegister } from '../session.ts'

const actions: Readonly<Record<string, Action>> = {
  check,
  define,
  change,
  templates,
  mark,
  unmark,
  copy,
  filters,
  tally: count,
  people,
  compare,
  freeze,
  export: exportList,
  suppression,
  report,
  reconcile,
  incidents,
  late,
  explain,
  'lead-times': leadTimes,
  overview,
  calendar,
  attention,
}

export const mailing: Command = {
  name: 'mailing',
  operands: [
    { name: 'value.action', required: true },
    { name: 'value.about', required: false },
  ],
  options: {
    ...mailingOptions,
    ...momentOptions,
    filter: { type: 'string', value: 'value.json', help: 'option.filter' },
    suppose: { type: 'string', value: 'value.json', help: 'option.suppose' },
    other: { type: 'string', value: 'value.json', help: 'option.other' },
    later: { type: 'string', value: 'value.moment', help: 'option.later' },
    move: { type: 'string', value: 'value.number', help: 'option.move' },
    result: { type: 'string', value: 'value.result', help: 'option.result' },
    basis: { type: 'string', value: 'value.basis', help: 'option.basis' },
    reason: { type: 'string', value: 'value.reason', help: 'option.of-reason' },
    from: { type: 'string', value: 'value.number', help: 'option.from' },
    limit: { type: 'string', value: 'value.number', help: 'option.people-limit' },
    content: { type: 'string', value: 'value.file', help: 'option.content' },
    keep: { type: 'boolean', help: 'option.keep' },
    format: { type: 'string', value: 'value.format', help: 'option.format' },
    out: { type: 'string', value: 'value.file', help: 'option.mailing-out' },
    decision: { type: 'string', value: 'value.number', help: 'option.of-decision' },
    zone: { type: 'string', value: 'value.zone', help: 'option.report-zone' },
    mapping: { type: 'string', value: 'value.json', help: 'option.report-mapping' },
    as: { type: 'string', value: 'value.status', help: 'option.as' },
    sent: { type: 'string', value: 'value.moment', help: 'option.sent' },
    'dry-run': { type: 'boolean', help: 'option.reconcile-dry-run' },
    kind: { type: 'string', value: 'value.type', help: 'option.incident-kind' },
    open: { type: 'boolean', help: 'option.open' },
    cause: { type: 'string', value: 'value.text', help: 'option.cause' },
    measure: { type: 'string', value: 'value.text', help: 'option.measure' },
    since: { type: 'string', value: 'value.moment', help: 'option.since' },
    until: { type: 'string', value: 'value.moment', help: 'option.until' },
    months: { type: 'string', value: 'value.number', help: 'option.months' },
    month: { type: 'string', value: 'value.number', help: 'option.month' },
  },
  summary: 'mailing.summary',
  more: 'mailing.more',
  run: (call) => {
    const word = call.operand(0) ?? ''
    const action = Object.hasOwn(actions, word) ? actions[word] : undefined
    const words = Object.keys(actions).join(', ')
    if (!action) return Promise.resolve(misuse(call, 'usage.one-of', { option: 'mailing', words }))
    return withRegister(call, (session) => action(call, session))
  },
}
