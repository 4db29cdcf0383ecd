/** `object`: writes down that someone no longer wants mail. Takes effect at once. */
import { err, ok, type Result } from '../../../preload/contract/result.ts'
import { type Scope, Via } from '../../../preload/contract/vocabulary/event.ts'
import type { Occurred } from '../../../preload/contract/vocabulary/time.ts'
import { instantOf } from '../../domain/time.ts'
import type { Call, Command, Ended } from '../command.ts'
import { documentOptions, keepNamed } from '../documents.ts'
import { exitCodes } from '../exit.ts'
import { occurredOf } from '../moment.ts'
import { misuse, misuseOneOf, refuse } from '../refuse.ts'
import { type Session, withRegister } from '../session.ts'

export const object: Command = {
  name: 'object',
  operands: [{ name: 'value.address', required: true }],
  options: {
    scope: { type: 'string', multiple: true, value: 'value.scope', help: 'option.scope' },
    when: { type: 'string', value: 'value.moment', help: 'option.when' },
    via: { type: 'string', value: 'value.via', help: 'option.via' },
    withdrawal: { type: 'boolean', help: 'option.withdrawal' },
    ...documentOptions,
    reason: { type: 'string', value: 'value.text', help: 'option.reason' },
  },
  summary: 'object.summary',
  more: 'object.more',
  run: (call) => withRegister(call, (session) => record(call, session)),
}

async function record(call: Call, session: Session): Promise<Ended> {
  const address = call.operand(0) ?? ''
  const scope = scopeOf(call)
  if (!scope.ok) return scope.error
  const occurred = whenOf(call)
  if (!occurred.ok) return occurred.error
  const via = Via.safeParse(call.text('via') ?? 'e-mail')
  if (!via.success) return misuseOneOf(call, 'via', Via.options)
  const documents = await keepNamed(call, session)
  if (!documents.ok) return documents.error
  const contact = await session.call('contacts.byAddress', { address })
  if (!contact.ok && contact.error.kind !== 'missing') return refuse(call, contact.error)

  const reason = call.text('reason')
  const envelope = {
    address,
    occurred: occurred.value,
    via: via.data,
    ...(documents.value.length > 0 ? { documents: [...documents.value] } : {}),
    ...(reason === null ? {} : { reason }),
  }
  const common = { scope: scope.value, effective: null, confirmationSent: null }
  const recorded = await session.call('events.record', {
    contact: contact.ok ? contact.value.id : null,
    draft: call.flag('withdrawal')
      ? { ...envelope, type: 'consent-withdrawn', body: common }
      : { ...envelope, type: 'objection', body: { ...common, atCollection: false } },
    by: call.by,
  })
  if (!recorded.ok) return refuse(call, recorded.error)
  const { say, print } = call.screen
  print(say(contact.ok ? 'object.done' : 'object.done-new', { address }))
  return { exit: exitCodes.done, result: { ...recorded.value, known: contact.ok } }
}

/** `all`, `category:KEY`, `family:KEY`; several of one kind together. */
function scopeOf(call: Call): Result<Scope, Ended> {
  const words = call.texts('scope')
  if (words.length === 0 || (words.length === 1 && words[0] === 'all')) return ok({ kind: 'all' })
  const categories = keysAfter('category:', words)
  const families = keysAfter('family:', words)
  if (categories.length === words.length) return ok({ kind: 'categories', categories })
  if (families.length === words.length) return ok({ kind: 'families', families })
  return err(misuse(call, 'usage.unknown-scope', { words: words.join(' ') }))
}

const keysAfter = (start: string, words: readonly string[]): string[] =>
  words.filter((word) => word.startsWith(start)).map((word) => word.slice(start.length))

function whenOf(call: Call): Result<Occurred, Ended> {
  const text = call.text('when')
  const now = instantOf(call.now())
  const occurred: Occurred | null = text === null ? { from: now, to: now, precision: 'second' } : occurredOf(text)
  if (occurred === null) return err(misuse(call, 'usage.no-moment', { text: text ?? '' }))
  if (occurred.from > now) return err(misuse(call, 'usage.future', { text: text ?? '' }))
  return ok(occurred)
}
