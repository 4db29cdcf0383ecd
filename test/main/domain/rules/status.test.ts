/** Who is a customer: derived from sales, never typed in. RULES.md 3.1. */
import { expect, test } from 'vitest'
import { statusOf } from '../../../../main/domain/rules/status.ts'
import { amsterdam, buys, consents, type Happening, happening, historyOf, knowing, T } from './fixture.ts'

const cancels = happening('sale-cancelled', '2025-06-12 09:00', {}, { thread: 'order 2025-06-10' })
const returns = (...skus: string[]) =>
  happening(
    'sale-refunded',
    '2025-06-20 09:00',
    { full: false, lines: skus.map((sku) => ({ sku })) },
    { thread: 'order 2025-06-10' },
  )
const bicycleAndBell = { lines: [{ sku: 'F-1' }, { sku: 'A-2' }] }

test.each<[string, readonly Happening[], string]>([
  ['a purchase last year', [buys('2025-06-10')], 'customer'],
  ['a purchase 24 months and a day ago', [buys('2024-03-01')], 'former-customer'],
  ['a purchase a day short of 24 months ago', [buys('2024-03-03')], 'customer'],
  ['a purchase from the sister company', [buys('2025-06-10', { entity: 'e2' })], 'customer'],
  ['a purchase at a marketplace', [buys('2025-06-10', { salesChannel: 'marketplace', point: null })], 'customer'],
  ['cancelled', [buys('2025-06-10'), cancels], 'prospect'],
  ['one of two products sent back', [buys('2025-06-10', bicycleAndBell), returns('A-2')], 'customer'],
  ['both products sent back', [buys('2025-06-10', bicycleAndBell), returns('A-2'), returns('F-1')], 'prospect'],
  ['a payment that was voided', [buys('2025-06-10', { payment: 'void' })], 'prospect'],
  ['a consent', [consents('2025-09-01 10:12')], 'prospect'],
  ['a quote', [happening('quote-request', '2026-01-15 09:00', { answered: false })], 'prospect'],
  ['a purchase by somebody else behind the same address', [buys('2025-06-10', {}, { contact: 2 })], 'customer'],
  [
    'a purchase by somebody else elsewhere',
    [buys('2025-06-10', {}, { contact: 2, address: 'x@example.nl' })],
    'prospect',
  ],
  ['nothing', [], 'prospect'],
])('%s', (_, happenings, status) => {
  expect(statusOf(historyOf(happenings), knowing(), amsterdam(T), amsterdam(T))).toBe(status)
})
