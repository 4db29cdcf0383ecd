/** `evidence`: writes the proof for one address into a folder. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { err, ok, type Result } from '../../../preload/contract/result.ts'
import type { Question } from '../../../preload/contract/vocabulary/mailing.ts'
import type { Call, Command, Ended } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { mailingOptions, momentOptions, questionOf } from '../mailing.ts'
import { misuse, refuse } from '../refuse.ts'
import { type Session, withRegister } from '../session.ts'
import { tableOf } from '../table.ts'

export const evidence: Command = {
  name: 'evidence',
  operands: [{ name: 'value.address', required: true }],
  options: {
    out: { type: 'string', value: 'value.folder', help: 'option.evidence-out' },
    ...mailingOptions,
    ...momentOptions,
    reference: { type: 'string', value: 'value.text', help: 'option.reference' },
    explanation: { type: 'string', value: 'value.file', help: 'option.explanation' },
  },
  summary: 'evidence.summary',
  more: 'evidence.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const { say, print, number, paint } = call.screen
      const out = call.text('out')
      if (out === null) return misuse(call, 'usage.needs-option', { option: '--out' })
      const question = await complaintOf(call, session)
      if (!question.ok) return question.error
      const explanation = explanationOf(call)
      if (!explanation.ok) return explanation.error
      const contact = await session.call('contacts.byAddress', { address: call.operand(0) ?? '' })
      if (!contact.ok) return refuse(call, contact.error)

      const written = await session.run('evidence.export', {
        contact: contact.value.id,
        question: question.value,
        language: call.screen.language,
        reference: call.text('reference'),
        explanation: explanation.value,
        by: call.by,
        to: session.target(out),
        pack: /\.zip$/iu.test(out) ? 'zip' : 'folder',
      })
      if (!written.ok) return refuse(call, written.error)
      const { files, pages, sha256 } = written.value
      print(say('evidence.done', { pages, folder: resolve(out) }))
      const rows = files.map(({ name, bytes }) => [`  ${name}`, say('evidence.bytes', { bytes: number(bytes) })])
      for (const line of tableOf([{ head: '' }, { head: '', right: true }], rows)) print(line)
      print(paint('dim', `manifest.json SHA-256 ${sha256}`))
      return { exit: exitCodes.done, result: { folder: resolve(out), ...written.value } }
    }),
}

/** A mailing is named only where the proof is about one. */
async function complaintOf(call: Call, session: Session): Promise<Result<Question | null, Ended>> {
  const named = call.text('mailing') !== null || call.text('category') !== null || call.text('nature') !== null
  return named ? questionOf(call, session) : ok(null)
}

function explanationOf(call: Call): Result<string | null, Ended> {
  const file = call.text('explanation')
  if (file === null) return ok(null)
  try {
    return ok(readFileSync(file, 'utf8'))
  } catch {
    return err(refuse(call, { kind: 'unreadable', code: 'not-found', line: null, about: file }))
  }
}
