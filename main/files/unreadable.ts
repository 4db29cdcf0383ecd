/** A file that cannot be read on: thrown while streaming, caught where the file was opened, never shown as a defect. */
import type { Problem, UnreadableCode } from '../../preload/contract/result.ts'

export type Unreadable = Extract<Problem, { kind: 'unreadable' }>

/** Carries its problem as a value; the message names no file and nothing of what is in it. */
export class UnreadableError extends Error {
  readonly problem: Unreadable

  constructor(code: UnreadableCode, line: number | null = null, about: string | null = null) {
    super(line === null ? code : `${code} at line ${line}`)
    this.name = 'UnreadableError'
    this.problem = { kind: 'unreadable', code, line, about }
  }
}

/** What went wrong in opening or reading a file, as a problem; anything that is no fault of the file is thrown on. */
export function unreadableOf(error: unknown): Unreadable {
  if (error instanceof UnreadableError) return error.problem
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'ENOENT' || code === 'ENOTDIR') return new UnreadableError('not-found').problem
  if (code === 'EACCES' || code === 'EPERM') return new UnreadableError('no-permission').problem
  if (code === 'EISDIR') return new UnreadableError('no-text', null, 'folder').problem
  throw error
}
