/** A JSON file that a person wrote, held to what it should be; `-` is what comes in on stdin. */
import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { err, ok, type Result } from '../../preload/contract/result.ts'
import type { Call, Ended } from './command.ts'
import { refuse } from './refuse.ts'

export function readJson<T>(call: Call, file: string, schema: z.ZodType<T>): Result<T, Ended> {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch (problem) {
    const code = problem instanceof SyntaxError ? 'not-json' : 'not-found'
    return err(refuse(call, { kind: 'unreadable', code, line: null, about: file }))
  }
  const read = schema.safeParse(json)
  if (read.success) return ok(read.data)
  const issues = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  return err(refuse(call, { kind: 'invalid', issues }))
}
