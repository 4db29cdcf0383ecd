/** `mailing check`, `define` and `change`: what is in the message, and the mailing as the register knows it. */
import { resolve } from 'node:path'
import { ok, type Result } from '../../../preload/contract/result.ts'
import type { ContentFinding } from '../../../preload/contract/vocabulary/content.ts'
import type { Mailing } from '../../../preload/contract/vocabulary/mailing.ts'
import { enContent } from '../../../preload/words/en/content.ts'
import { type ContentWords, nlContent } from '../../../preload/words/nl/content.ts'
import type { Action } from '../action.ts'
import type { Call, Ended } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { mailingOf } from '../mailing.ts'
import { misuse, refuse } from '../refuse.ts'
import type { Session } from '../session.ts'
import { numberIn } from './asked.ts'
import { keptContent } from './returning.ts'

/** Looks through a message. Needs only who sends it and what it is: the category may be left out. */
export const check: Action = async (call, session) => {
  const path = call.operand(1)
  if (path === null) return misuse(call, 'usage.needs-operand', { name: call.screen.say('value.file') })
  const setup = await session.call('setup.get', {})
  if (!setup.ok) return refuse(call, setup.error)
  const [first] = setup.value.setup.entities
  const nature = call.text('nature') === 'service' ? 'service' : 'commercial'
  const entity = call.text('entity') ?? first?.key ?? ''
  const known = setup.value.setup.entities.find(({ key }) => key === entity)
  const label = call.text('label') ?? known?.labels[0]?.key ?? ''
  const read = await session.run('content.read', {
    of: { file: session.file(path) },
    mailing: { entity, label, nature },
    keep: call.flag('keep'),
  })
  if (!read.ok) return refuse(call, read.error)
  const { screen } = call
  const words: ContentWords = screen.language === 'nl' ? nlContent : enContent
  for (const finding of read.value.findings) {
    const mark = finding.ask ? screen.paint('yellow', '?') : screen.paint('green', '✓')
    screen.print(`${mark} ${words.parts[finding.part].name}: ${sentenceOf(words, finding)}`)
    for (const quote of finding.quotes.slice(0, 3)) screen.print(screen.paint('dim', `    ${quote}`))
  }
  return { exit: exitCodes.done, result: { action: 'check', file: resolve(path), ...read.value } }
}

function sentenceOf(words: ContentWords, { part, seen, ask }: ContentFinding): string {
  const { question, found, missing } = words.parts[part]
  if (seen === 'hidden') return words.hidden
  return ask ? question : seen === 'found' ? found : missing
}

export const define: Action = async (call, session) => {
  const mailing = await described(call, session)
  if (!mailing.ok) return mailing.error
  const defined = await session.call('mailings.define', { mailing: mailing.value, by: call.by })
  if (!defined.ok) return refuse(call, defined.error)
  call.screen.print(call.screen.say('mailing.defined', { number: defined.value.mailing, name: mailing.value.name }))
  return { exit: exitCodes.done, result: { action: 'define', ...defined.value } }
}

/** A mailing of which nothing was made yet. The message that was kept with it stays, unless `--content` names another. */
export const change: Action = async (call, session) => {
  const id = numberIn(call, call.operand(1), call.screen.say('value.number'))
  if (!id.ok) return id.error
  const entry = await session.call('mailings.get', { mailing: id.value })
  if (!entry.ok) return refuse(call, entry.error)
  const mailing = await described(call, session)
  if (!mailing.ok) return mailing.error
  const contentSha256 = mailing.value.contentSha256 ?? entry.value.mailing.contentSha256
  const to = { ...mailing.value, contentSha256 }
  const changed = await session.call('mailings.change', { mailing: id.value, to, by: call.by })
  if (!changed.ok) return refuse(call, changed.error)
  call.screen.print(call.screen.say('mailing.changed', { number: id.value, name: to.name }))
  return { exit: exitCodes.done, result: { action: 'change', ...changed.value } }
}

/** The mailing that the options or a file name, with the message of `--content`. */
async function described(call: Call, session: Session): Promise<Result<Mailing, Ended>> {
  const mailing = await mailingOf(call, session)
  if (!mailing.ok) return mailing
  const content = await keptContent(call, session, mailing.value)
  if (!content.ok) return content
  return ok(content.value === null ? mailing.value : { ...mailing.value, contentSha256: content.value })
}
