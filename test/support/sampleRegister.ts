/** One register that holds the sample shop, made by the program once for all journeys; each works on a copy of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openInline } from '../../main/host/inline.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the register with the sample shop. Copy it; never open it. */
    readonly sampleRegister: string
  }
}

export default async function makeSampleRegister(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-sample-'))
  const file = join(folder, 'register.mailbewijs')
  const opened = openInline(file, { now: Date.now, report: console.error, checkAnswers: false })
  if (!opened.ok) throw new Error(opened.error)
  const filled = await opened.value.start('register.sample', {}).done
  await opened.value.close()
  if (!filled.ok) throw new Error(filled.error.kind)
  project.provide('sampleRegister', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
