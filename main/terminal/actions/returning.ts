/** `mailing templates`, `mark`, `unmark` and `copy`: mailings that return each month. */
import { err, ok, type Result } from '../../../preload/contract/result.ts'
import type { Mailing } from '../../../preload/contract/vocabulary/mailing.ts'
import type { Action } from '../action.ts'
import type { Call, Ended } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse } from '../refuse.ts'
import type { Session } from '../session.ts'
import { tableOf } from '../table.ts'
import { numberIn } from './asked.ts'

export const templates: Action = async (call, session) => {
  const found = await session.call('mailings.templates', {})
  if (!found.ok) return refuse(call, found.error)
  const { print, say, number } = call.screen
  const rows = found.value.map(({ id, mailing, uses }) => [String(id), mailing.name, number(uses)])
  const columns = [
    { head: say('column.decision'), right: true },
    { head: say('column.mailing') },
    { head: say('column.uses'), right: true },
  ]
  if (rows.length === 0) print(say('mailing.no-templates'))
  else for (const line of tableOf(columns, rows)) print(line)
  return { exit: exitCodes.done, result: { action: 'templates', templates: found.value } }
}

const marking =
  (template: boolean): Action =>
  async (call, session) => {
    const mailing = numberIn(call, call.operand(1), call.screen.say('value.number'))
    if (!mailing.ok) return mailing.error
    const marked = await session.call('mailings.mark', { mailing: mailing.value, template, by: call.by })
    if (!marked.ok) return refuse(call, marked.error)
    call.screen.print(call.screen.say(template ? 'mailing.marked' : 'mailing.unmarked', { number: mailing.value }))
    return { exit: exitCodes.done, result: { action: 'mark', mailing: mailing.value, template } }
  }
export const mark = marking(true)
export const unmark = marking(false)

/** Under another name and, with `--content`, with another message. */
export const copy: Action = async (call, session) => {
  const from = numberIn(call, call.operand(1), call.screen.say('value.number'))
  if (!from.ok) return from.error
  const name = call.text('name')
  if (name === null) return misuse(call, 'usage.needs-option', { option: '--name' })
  const entry = await session.call('mailings.get', { mailing: from.value })
  if (!entry.ok) return refuse(call, entry.error)
  const content = await keptContent(call, session, entry.value.mailing)
  if (!content.ok) return content.error
  const changed = content.value === null ? {} : { contentSha256: content.value }
  const made = await session.call('mailings.copy', { mailing: from.value, name, ...changed, by: call.by })
  if (!made.ok) return refuse(call, made.error)
  call.screen.print(call.screen.say('mailing.defined', { number: made.value.mailing, name }))
  return { exit: exitCodes.done, result: { action: 'copy', ...made.value } }
}

/** Keeps the message that `--content` names; its hash, or null where none is named. */
export async function keptContent(
  call: Call,
  session: Session,
  { entity, label, nature }: Pick<Mailing, 'entity' | 'label' | 'nature'>,
): Promise<Result<string | null, Ended>> {
  const path = call.text('content')
  if (path === null) return ok(null)
  const mailing = { entity, label, nature }
  const read = await session.run('content.read', { of: { file: session.file(path) }, mailing, keep: true })
  return read.ok ? ok(read.value.document?.sha256 ?? null) : err(refuse(call, read.error))
}
