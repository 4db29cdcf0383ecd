/** Asks about Jan and tells the answer in one line: `no OBJECTED`, `review customer SIMILARITY_REVIEW`, `yes consent`. */
import { expect, test } from 'vitest'
import { decide } from '../../../../main/domain/rules/decide.ts'
import type { Decision } from '../../../../preload/contract/vocabulary/decision.ts'
import type { Mailing } from '../../../../preload/contract/vocabulary/mailing.ts'
import type { Policy, Setup } from '../../../../preload/contract/vocabulary/setup.ts'
import { amsterdam, asking, type Happening, historyOf, knowing, mailings, T, vanDam } from './fixture.ts'

/** What differs from: M1, at T, as known at T, to Jan's address, with the cautious policy, for Van Dam as it is. */
export interface Asked {
  readonly mailing?: Mailing
  readonly policy?: Partial<Policy>
  readonly address?: string
  readonly at?: string
  readonly known?: string
  readonly mailingId?: number
  /** The day on which the address was erased. */
  readonly erased?: string
  readonly setup?: Setup
  /** Mail can be sent to the address as it is written. */
  readonly valid?: boolean
}
export type Row = readonly [story: string, given: readonly Happening[], expected: string, asked?: Asked]

export function decided(given: readonly Happening[], asked: Asked = {}): Decision {
  const { mailing = mailings.M1, policy, address, at = T, known = at, mailingId, erased, setup = vanDam } = asked
  const suppressions = erased === undefined ? [] : [{ seq: 99, since: amsterdam(erased), matches: 'narrow' as const }]
  const question = { ...asking(mailing, at, known), ...(mailingId === undefined ? {} : { mailingId }) }
  const history = historyOf(given, { suppressions, ...(address === undefined ? {} : { address }) })
  const written = { ...history, address: { ...history.address, valid: asked.valid ?? true } }
  return decide(question, written, knowing(policy, setup))
}

export function answered(given: readonly Happening[], asked: Asked = {}): string {
  const { result, basis, reasons } = decided(given, asked)
  return [result, ...(basis === null ? [] : [basis]), ...(result === 'yes' ? [] : reasons.slice(0, 1))].join(' ')
}

/** One test a row. */
export function table(rows: readonly Row[]): void {
  for (const [story, given, expected, asked] of rows) {
    test(`${story} → ${expected}`, () => {
      expect(answered(given, asked)).toBe(expected)
    })
  }
}
