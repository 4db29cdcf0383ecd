/** What a tally amounts to: its counts, the people behind them, and the record that is frozen. */
import type { Basis, ReasonCode, Verdict } from '../../preload/contract/vocabulary/decision.ts'
import type { Reading } from '../store/index.ts'
import type { Answer, Tallied } from './tally.ts'

export function countsOf({ numbers, answers, addresses }: Tallied) {
  const perAnswer = new Array<number>(answers.length).fill(0)
  for (const number of numbers) perAnswer[number] = (perAnswer[number] as number) + 1
  const results = { yes: 0, no: 0, review: 0 }
  const byBasis = new Map<Basis, number>()
  const byReason = new Map<string, { result: Verdict; reason: ReasonCode; contacts: number }>()
  for (const [number, { result, basis, reasons }] of answers.entries()) {
    const contacts = perAnswer[number] as number
    if (contacts === 0) continue
    results[result] += contacts
    if (result === 'yes' && basis) byBasis.set(basis, (byBasis.get(basis) ?? 0) + contacts)
    const [reason] = reasons
    if (result === 'yes' || !reason) continue
    const found = byReason.get(`${result} ${reason}`)
    if (found) found.contacts += contacts
    else byReason.set(`${result} ${reason}`, { result, reason, contacts })
  }
  return {
    asked: numbers.length,
    ...results,
    byBasis: [...byBasis].map(([basis, contacts]) => ({ basis, contacts })),
    byReason: [...byReason.values()].sort((a, b) => b.contacts - a.contacts),
    addresses,
  }
}

export interface Wanted {
  readonly result: Verdict | null
  readonly reason: ReasonCode | null
  readonly basis: Basis | null
}

/** The people whose answer fits, in the order of their numbers: how many, and `count` of them after `from`. */
export function peopleWith(
  reading: Reading,
  { contacts, numbers, answers }: Tallied,
  wanted: Wanted,
  from: number,
  count: number,
) {
  const isWanted = answers.map((answer) => fits(answer, wanted))
  const rows: { contact: number; answer: Answer }[] = []
  let matching = 0
  for (const [at, number] of numbers.entries()) {
    if (!isWanted[number]) continue
    if (matching >= from && rows.length < count) {
      rows.push({ contact: contacts[at] as number, answer: answers[number] as Answer })
    }
    matching++
  }
  return {
    count: matching,
    rows: rows.flatMap(({ contact, answer }) => {
      const record = reading.contacts.get(contact)
      if (!record) return []
      const { address, name } = record
      return [{ contact, address, name, ...standingOf(answer) }]
    }),
  }
}

/** An answer as lists show it. */
export const standingOf = ({ result, basis, reasons }: Answer) => ({ result, basis, reason: reasons[0] ?? null })

const fits = (answer: Answer, { result, reason, basis }: Wanted): boolean =>
  (result === null || answer.result === result) &&
  (reason === null || answer.reasons[0] === reason) &&
  (basis === null || answer.basis === basis)

/** Contact and answer of each, six bytes little-endian, after the answers themselves: what is hashed into the log. */
export function recordOf({ contacts, numbers, answers }: Tallied): Buffer {
  const head = Buffer.from(`${JSON.stringify(answers)}\n`)
  const rows = Buffer.alloc(contacts.length * 6)
  for (const [at, contact] of contacts.entries()) {
    rows.writeUInt32LE(contact, at * 6)
    rows.writeUInt16LE(numbers[at] as number, at * 6 + 4)
  }
  return Buffer.concat([head, rows])
}
