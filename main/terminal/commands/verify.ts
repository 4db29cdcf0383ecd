/** `verify`: checks a register or an evidence folder, and says in one sentence what it found. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reply } from '../../../preload/contract/contract.ts'
import type { Call, Command, Ended } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { refuse } from '../refuse.ts'
import { reportWords, verifySentence } from '../reportWords.ts'
import { misuseOfRegister, withFreshRegister, withRegister } from '../session.ts'
import { wrap } from '../table.ts'

export const verify: Command = {
  name: 'verify',
  operands: [{ name: 'value.folder', required: false }],
  options: {},
  summary: 'verify.summary',
  more: 'verify.more',
  run: async (call) => {
    const folder = call.operand(0)
    if (folder !== null) return verifyFolder(call, folder)
    if (call.register === null) return misuseOfRegister(call)
    return withRegister(call, async (session) => told(call, await session.run('register.verify', {})))
  },
}

/** A proof is checked by itself: whoever receives it has no register, so an empty one in a temporary folder serves. */
async function verifyFolder(call: Call, folder: string): Promise<Ended> {
  const desk = mkdtempSync(join(tmpdir(), 'mailbewijs-verify-'))
  try {
    return await withFreshRegister(call, join(desk, 'empty.mailbewijs'), async (session) =>
      told(call, await session.run('evidence.verify', { folder: session.file(folder) })),
    )
  } finally {
    rmSync(desk, { recursive: true, force: true })
  }
}

function told(call: Call, reply: Reply<'register.verify'>): Ended {
  if (!reply.ok) return refuse(call, reply.error)
  const { say, print, paint, language } = call.screen
  const report = reply.value
  const words = reportWords(language).verify
  print(paint(report.holds ? 'green' : 'red', verifySentence(language, report)))
  if (report.flaws.length > 1) for (const { code, where } of report.flaws) print(`  ${words.flaws[code]}: ${where}`)
  if (report.further > 0) print(`  ${say('verify.further', { count: report.further })}`)
  for (const line of wrap(report.holds ? words.holdsMeans : words.failsMeans, 96)) print(paint('dim', line))
  return { exit: report.holds ? exitCodes.done : exitCodes.flaws, result: report }
}
