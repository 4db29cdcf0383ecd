/** Amounts as shops write them. */

/** `1.199,95` and `1,199.95` alike; a minus sign, which some shops put before refunds, is left out. */
export function money(written: string): number {
  const digits = written.replace(/[^\d.,]/gu, '')
  const mark = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  const decimals = mark !== -1 && digits.length - mark <= 3
  const whole = (decimals ? digits.slice(0, mark) : digits).replace(/[.,]/gu, '')
  return Number(`${whole === '' ? '0' : whole}.${decimals ? digits.slice(mark + 1) : '0'}`)
}
