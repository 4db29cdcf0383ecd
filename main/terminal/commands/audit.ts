/** `audit`: goes through the register as an inspector would, and says what there is to do. */
import { auditText } from '../../report/auditText.ts'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse, refuseTaken } from '../refuse.ts'
import { withRegister } from '../session.ts'

export const audit: Command = {
  name: 'audit',
  operands: [],
  options: {
    out: { type: 'string', value: 'value.file', help: 'option.audit-out' },
    samples: { type: 'string', value: 'value.number', help: 'option.samples' },
  },
  summary: 'audit.summary',
  more: 'audit.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const out = call.text('out')
      const taken = refuseTaken(call, out)
      if (taken) return taken
      const samples = call.text('samples') ?? '25'
      if (!/^\d{1,3}$/u.test(samples)) return misuse(call, 'usage.no-number', { text: samples })
      const done = await session.run('register.audit', {
        samples: Number(samples),
        language: call.screen.language,
        by: call.by,
        to: out === null ? null : session.target(out),
      })
      if (!done.ok) return refuse(call, done.error)
      const { sha256: _, ...report } = done.value
      for (const line of auditText(report, call.screen.language).trimEnd().split('\n')) call.screen.print(line)
      const grave = report.findings.some(({ severity }) => severity === 'grave')
      return { exit: grave ? exitCodes.flaws : exitCodes.done, result: done.value }
    }),
}
