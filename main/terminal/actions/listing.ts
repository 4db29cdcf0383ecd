/** `mailing freeze`, `export` and `suppression`: the decision fixed, and the files that leave the register. */
import { resolve } from 'node:path'
import { instantOf } from '../../domain/time.ts'
import type { Action } from '../action.ts'
import { exitCodes } from '../exit.ts'
import { plannedOf } from '../moment.ts'
import { misuse, refuse, refuseTaken } from '../refuse.ts'
import { momentIn } from '../words.ts'
import { filterOf, formatOf, numberIn } from './asked.ts'

export const freeze: Action = async (call, session) => {
  const number = numberIn(call, call.operand(1), call.screen.say('value.number'))
  if (!number.ok) return number.error
  const filter = filterOf(call)
  if (!filter.ok) return filter.error
  const text = call.text('at')
  const at = text === null ? instantOf(call.now()) : plannedOf(text)
  if (at === null) return misuse(call, 'usage.no-moment', { text: text ?? '' })
  const narrowed = filter.value === null ? {} : { filter: filter.value }
  const frozen = await session.run('mailings.freeze', { mailing: number.value, at, ...narrowed, by: call.by })
  if (!frozen.ok) return refuse(call, frozen.error)
  const { yes, no, review, validUntil, decision } = frozen.value
  const { say, print, language } = call.screen
  print(say('list.frozen', { yes, no, review }))
  print(say('mailing.frozen', { decision }))
  print(say('list.valid', { until: momentIn(language, validUntil) }))
  return { exit: exitCodes.done, result: { action: 'freeze', ...frozen.value } }
}

export const exportList: Action = async (call, session) => {
  const decision = numberIn(call, call.operand(1) ?? call.text('decision'), '--decision')
  if (!decision.ok) return decision.error
  const out = call.text('out')
  if (out === null) return misuse(call, 'usage.needs-option', { option: '--out' })
  const taken = refuseTaken(call, out)
  if (taken) return taken
  const format = formatOf(call, out)
  if (!format.ok) return format.error
  const { language, say, print, paint } = call.screen
  const asked = { decision: decision.value, to: session.target(out), format: format.value, language, by: call.by }
  const written = await session.run('mailings.export', asked)
  if (!written.ok) return refuse(call, written.error)
  const { rows, heldBack, voids, sha256, mostBytes } = written.value
  print(say('list.written', { rows, file: resolve(out) }))
  if (heldBack > 0) print(say('list.held-back', { count: heldBack }))
  if (mostBytes !== undefined) print(paint('yellow', say('mailing.too-big', { mb: mostBytes / 1_000_000 })))
  if (voids.length > 0) print(paint('yellow', say('mailing.voids', { count: voids.length })))
  print(paint('dim', `SHA-256 ${sha256}`))
  return {
    exit: exitCodes.done,
    result: { action: 'export', file: resolve(out), format: format.value, ...written.value },
  }
}

export const suppression: Action = async (call, session) => {
  const number = numberIn(call, call.operand(1), call.screen.say('value.number'))
  if (!number.ok) return number.error
  const out = call.text('out')
  if (out === null) return misuse(call, 'usage.needs-option', { option: '--out' })
  const taken = refuseTaken(call, out)
  if (taken) return taken
  const format = formatOf(call, out)
  if (!format.ok) return format.error
  const { language, say, print } = call.screen
  const asked = { mailing: number.value, to: session.target(out), format: format.value, language, by: call.by }
  const written = await session.run('mailings.suppressionList', asked)
  if (!written.ok) return refuse(call, written.error)
  const { rows, erased } = written.value
  print(say('mailing.suppressed', { rows, file: resolve(out) }))
  if (erased > 0) print(say('mailing.erased', { count: erased }))
  return { exit: exitCodes.done, result: { action: 'suppression', file: resolve(out), ...written.value } }
}
