/** How findings weigh against each other. */
import type { Finding } from '../../../preload/contract/vocabulary/decision.ts'

export type Outcome = Finding['outcome']

const severity = { pass: 0, soft: 1, fail: 2, invalid: 3 } as const
export const worse = (one: Outcome, other: Outcome): boolean => severity[one] > severity[other]

export function worst(findings: readonly Finding[]): Outcome {
  let found: Outcome = 'pass'
  for (const { outcome } of findings) if (worse(outcome, found)) found = outcome
  return found
}

/** How far from a yes: what is invalid weighs most, then what fails, then what is open. */
export function distance(findings: readonly Finding[]): number {
  let sum = 0
  for (const { outcome } of findings) sum += weight[outcome]
  return sum
}
const weight = { pass: 0, soft: 1, fail: 100, invalid: 10_000 } as const

/** Sequence numbers ascending, each once. */
export function inOrder(events: readonly number[]): number[] {
  return events.length < 2 ? [...events] : [...new Set(events)].sort((a, b) => a - b)
}
