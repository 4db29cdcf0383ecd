/** `report`: writes the proof about one mailing or about the whole process, finds what a request needs, and answers it. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Answer, Reply } from '../../../preload/contract/contract.ts'
import { Asker } from '../../../preload/contract/endpoints/evidence.ts'
import { err, ok, type Result } from '../../../preload/contract/result.ts'
import { proofWords } from '../../report/proofWords.ts'
import type { Call, Command, Ended } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { misuse, misuseOneOf, refuse } from '../refuse.ts'
import { type Session, withRegister } from '../session.ts'
import { tableOf } from '../table.ts'
import { momentIn } from '../words.ts'

const kinds = ['mailing', 'process', 'request'] as const

export const report: Command = {
  name: 'report',
  operands: [
    { name: 'value.report', required: true },
    { name: 'value.number', required: false },
  ],
  options: {
    out: { type: 'string', value: 'value.folder', help: 'option.evidence-out' },
    full: { type: 'boolean', help: 'option.full' },
    address: { type: 'string', value: 'value.address', help: 'option.collect-address' },
    message: { type: 'string', value: 'value.file', help: 'option.collect-message' },
    asker: { type: 'string', value: 'value.asker', help: 'option.asker' },
    questions: { type: 'string', value: 'value.file', help: 'option.questions' },
    'with-mailing': { type: 'boolean', help: 'option.with-mailing' },
    'with-process': { type: 'boolean', help: 'option.with-process' },
    reference: { type: 'string', value: 'value.text', help: 'option.reference' },
    explanation: { type: 'string', value: 'value.file', help: 'option.explanation' },
  },
  summary: 'report.summary',
  more: 'report.more',
  run: (call) => {
    const kind = kinds.find((one) => one === call.operand(0))
    if (kind === undefined) return Promise.resolve(misuseOneOf(call, 'report', kinds))
    return withRegister(call, (session) => {
      if (kind === 'request') return collected(call, session)
      return kind === 'mailing' ? ofMailing(call, session) : ofProcess(call, session)
    })
  },
}

async function ofMailing(call: Call, session: Session): Promise<Ended> {
  const common = commonOf(call, session)
  if (!common.ok) return common.error
  const mailing = Number(call.operand(1))
  if (!Number.isInteger(mailing)) return misuse(call, 'usage.needs-option', { option: 'report mailing' })
  const full = call.flag('full')
  return told(call, await session.run('evidence.mailing', { ...common.value, mailing, full }))
}

async function ofProcess(call: Call, session: Session): Promise<Ended> {
  const common = commonOf(call, session)
  return common.ok ? told(call, await session.run('evidence.process', common.value)) : common.error
}

function commonOf(call: Call, session: Session) {
  const out = call.text('out')
  if (out === null) return err(misuse(call, 'usage.needs-option', { option: '--out' }))
  const explanation = textOf(call, 'explanation')
  if (!explanation.ok) return explanation
  return ok({
    language: call.screen.language,
    reference: call.text('reference'),
    explanation: explanation.value,
    by: call.by,
    to: session.target(out),
    pack: /\.zip$/iu.test(out) ? ('zip' as const) : ('folder' as const),
  })
}

function textOf(call: Call, option: 'explanation' | 'questions'): Result<string | null, Ended> {
  const file = call.text(option)
  if (file === null) return ok(null)
  try {
    return ok(readFileSync(file, 'utf8'))
  } catch {
    return err(refuse(call, { kind: 'unreadable', code: 'not-found', line: null, about: file }))
  }
}

function told(call: Call, reply: Reply<'evidence.process'>): Ended {
  if (!reply.ok) return refuse(call, reply.error)
  const { say, print, number, paint } = call.screen
  const folder = resolve(call.text('out') ?? '')
  const { files, pages, sha256 } = reply.value
  print(say('evidence.done', { pages, folder }))
  const rows = files.map(({ name, bytes }) => [`  ${name}`, say('evidence.bytes', { bytes: number(bytes) })])
  for (const line of tableOf([{ head: '' }, { head: '', right: true }], rows)) print(line)
  print(paint('dim', `manifest.json SHA-256 ${sha256}`))
  return { exit: exitCodes.done, result: { folder, ...reply.value } }
}

async function collected(call: Call, session: Session): Promise<Ended> {
  const message = call.text('message')
  const reply = await session.run('evidence.collect', {
    address: call.text('address'),
    message: message === null ? null : session.file(message),
    reference: call.text('reference'),
  })
  if (!reply.ok) return refuse(call, reply.error)
  show(call, reply.value)
  if (call.text('out') === null) return { exit: exitCodes.done, result: reply.value }
  return answered(call, session, reply.value)
}

/** Hands over the reports that were asked for, and puts the request on record. */
async function answered(call: Call, session: Session, collected: Answer<'evidence.collect'>): Promise<Ended> {
  const common = commonOf(call, session)
  if (!common.ok) return common.error
  const typed = call.text('asker') ?? 'acm'
  const from = Asker.options.find((one) => one === typed)
  if (from === undefined) return misuseOneOf(call, 'asker', Asker.options)
  const questions = textOf(call, 'questions')
  if (!questions.ok) return questions.error
  const { contacts, question, message, mailings } = collected
  const mailing = question?.mailingId ?? null
  const reply = await session.run('evidence.answer', {
    ...common.value,
    ...{ contact: contacts[0]?.contact ?? null, question, full: call.flag('full') },
    mailing: call.flag('with-mailing') ? mailing : null,
    process: call.flag('with-process') || contacts.length === 0,
    request: {
      ...{ from, received: new Date(call.now()).toISOString(), answerBefore: null, period: null },
      questions: (questions.value ?? '').slice(0, 4000),
      search: {
        address: call.text('address') ?? message?.to[0] ?? null,
        message: message && {
          ...{ from: message.from, subject: message.subject.slice(0, 1000), sent: message.sent },
          messageId: message.messageId?.slice(0, 1000) ?? null,
        },
        how: mailings[0]?.how ?? null,
      },
    },
  })
  if (!reply.ok) return refuse(call, reply.error)
  const { say, print } = call.screen
  const folder = resolve(call.text('out') ?? '')
  for (const one of reply.value.reports) {
    print(say('evidence.done', { pages: one.pages, folder: one.folder === '' ? folder : `${folder}: ${one.folder}` }))
  }
  print(say('request.recorded', { seq: reply.value.request }))
  return { exit: exitCodes.done, result: { folder, ...reply.value } }
}

function show({ screen }: Call, { contacts, mailings, period, missing }: Answer<'evidence.collect'>): void {
  const { say, print, paint, language } = screen
  const words = proofWords(language)
  for (const { address, name } of contacts) print([address, name].filter((text) => text !== '').join('  '))
  if (period !== null) {
    print(say('collect.period', { from: momentIn(language, period.from), to: momentIn(language, period.to) }))
  }
  for (const { mailing, name, at, how } of mailings) {
    print(say('collect.mailing', { mailing, name, at: momentIn(language, at), how: words.foundBy[how] }))
  }
  for (const code of missing) print(paint('yellow', `  ${words.lacks[code]}`))
}
