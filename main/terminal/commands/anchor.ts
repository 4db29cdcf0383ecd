/** `anchor`: deposits the seal elsewhere, reads what a time stamping authority answers, and lists what was deposited. */
import { resolve } from 'node:path'
import type { Answer } from '../../../preload/contract/contract.ts'
import type { Call, Command, Ended } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { misuse, misuseOneOf, refuse, refuseTaken } from '../refuse.ts'
import { type Session, withRegister } from '../session.ts'
import { tableOf } from '../table.ts'
import { momentIn } from '../words.ts'

const what = ['list', 'page', 'save', 'request', 'reply'] as const

export const anchor: Command = {
  name: 'anchor',
  operands: [
    { name: 'value.anchor', required: false },
    { name: 'value.file', required: false },
  ],
  options: {
    out: { type: 'string', value: 'value.file', help: 'option.anchor-out' },
    where: { type: 'string', value: 'value.text', help: 'option.where' },
    roots: { type: 'string', value: 'value.file', help: 'option.roots' },
  },
  summary: 'anchor.summary',
  more: 'anchor.more',
  run: (call) => {
    const asked = call.operand(0) ?? 'list'
    const kind = what.find((one) => one === asked)
    if (kind === undefined) return Promise.resolve(misuseOneOf(call, 'anchor', what))
    return withRegister(call, (session) => {
      if (kind === 'list') return listed(call, session)
      return kind === 'reply' ? replied(call, session) : written(call, session, kind)
    })
  },
}

async function listed(call: Call, session: Session): Promise<Ended> {
  const { say, print, note, number, language } = call.screen
  const reply = await session.call('anchors.list', {})
  if (!reply.ok) return refuse(call, reply.error)
  const { anchors, newEvents, due } = reply.value
  const rows = anchors.map(({ at, size, where, kind, time }) => [
    momentIn(language, time ?? at),
    number(size),
    say(kind === null ? 'anchor.other' : `anchor.${kind}`),
    where,
  ])
  const columns = [
    { head: say('anchor.when') },
    { head: say('anchor.size'), right: true },
    { head: '' },
    { head: say('anchor.where') },
  ]
  if (rows.length > 0) for (const line of tableOf(columns, rows)) print(line)
  else print(say('anchor.none'))
  note(say(due ? 'anchor.due' : 'anchor.new', { count: newEvents }))
  return { exit: exitCodes.done, result: reply.value }
}

async function written(call: Call, session: Session, kind: 'page' | 'save' | 'request'): Promise<Ended> {
  const { say, print, language } = call.screen
  const out = call.text('out')
  if (out === null) return misuse(call, 'usage.needs-option', { option: '--out' })
  const taken = refuseTaken(call, out)
  if (taken) return taken
  const to = session.target(out)
  const where = call.text('where')
  const { by } = call
  const reply =
    kind === 'page'
      ? await session.run('anchors.page', { to, language, where, by })
      : kind === 'save'
        ? await session.call('anchors.save', { to, where, by })
        : await session.call('anchors.request', { to })
  if (!reply.ok) return refuse(call, reply.error)
  print(say('anchor.written', { file: resolve(out), size: reply.value.checkpoint.size }))
  if (kind === 'request') print(say('anchor.send'))
  else if (where === null) print(say('anchor.unrecorded'))
  return { exit: exitCodes.done, result: reply.value }
}

async function replied(call: Call, session: Session): Promise<Ended> {
  const file = call.operand(1)
  if (file === null) return misuse(call, 'usage.needs-option', { option: 'FILE.tsr' })
  const roots = call.text('roots')
  const reply = await session.call('anchors.reply', {
    file: session.file(file),
    roots: roots === null ? null : session.file(roots),
    by: call.by,
  })
  if (!reply.ok) return refuse(call, reply.error)
  told(call, reply.value)
  return { exit: reply.value.fault === null ? exitCodes.done : exitCodes.flaws, result: reply.value }
}

function told({ screen }: Call, { fault, stamp }: Answer<'anchors.reply'>): void {
  const { say, print, paint, language } = screen
  if (fault !== null) print(paint('red', say(`stamp.${fault}`)))
  if (stamp === null) return
  const { size, time, authority, trust, chain } = stamp
  const when = momentIn(language, time)
  if (fault === null) print(paint('green', say('stamp.holds', { size: size ?? 0, time: when, authority })))
  for (const { subject, issuer } of chain) print(say('stamp.chain', { subject, issuer }))
  print(paint('dim', say(`stamp.${trust}`)))
}
