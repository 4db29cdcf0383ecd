/** What the program's exit code means; the same for every command, and listed in `--help` and the README. */
import type { Problem } from '../../preload/contract/result.ts'

export const exitCodes = {
  done: 0,
  no: 1,
  usage: 2,
  register: 3,
  unreadable: 4,
  flaws: 5,
  unwritable: 6,
  missing: 7,
  review: 8,
  defect: 70,
  cancelled: 130,
} as const

export type Exit = (typeof exitCodes)[keyof typeof exitCodes]

export function exitOf(problem: Problem): Exit {
  switch (problem.kind) {
    case 'invalid':
      return exitCodes.usage
    case 'missing':
      return exitCodes.missing
    case 'unreadable':
    case 'setup':
      return exitCodes.unreadable
    case 'unwritable':
      return exitCodes.unwritable
    case 'stale':
    case 'refused':
      return exitCodes.no
    case 'busy':
      return exitCodes.register
    case 'cancelled':
      return exitCodes.cancelled
    case 'defect':
      return exitCodes.defect
  }
}
