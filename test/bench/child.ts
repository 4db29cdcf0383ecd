/** Runs one measurement in a process of its own, so that its memory is its own. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { bundled } from './bundle.ts'

/** The last line that the measurement writes is its result. */
export async function measured<T>(what: string, input: object): Promise<T> {
  const { MAILBEWIJS_BENCH_SOURCE } = process.env
  const entry = MAILBEWIJS_BENCH_SOURCE ? join(import.meta.dirname, 'measure.ts') : bundled
  const child = spawn(process.execPath, [entry, what, JSON.stringify(input)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const code = await new Promise<number | null>((settle) => child.on('close', settle))
  const last = text.trimEnd().split('\n').at(-1)
  if (code !== 0 || last === undefined) throw new Error(`${what} ended with ${code}`)
  return JSON.parse(last) as T
}
