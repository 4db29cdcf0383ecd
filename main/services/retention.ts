/** Whom nothing need be kept of any more: RULES.md 2.7, `proof_retention_years`. */
import type { Answer } from '../../preload/contract/contract.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { addMonths, instantOf } from '../domain/time.ts'
import type { Reading } from '../store/index.ts'
import { holdsOn } from './erasurePlan.ts'

const PORTION = 4_000

/**
 * Everything that happened, was recorded or was sent lies further back than the years for which proof is kept. Undated
 * events count from when they were recorded. That something was held for a dispute, or no longer is, is no reason to
 * keep it longer.
 */
export function* retention(
  reading: Reading,
  at: number,
  most: number,
): Generator<Progress, Answer<'rights.retention'>, void> {
  const years = reading.setups.knowledgeAt(at).policy.proof_retention_years
  const before = addMonths(at, -12 * years)
  const sent = sentSince(reading, before)
  const past = reading.sqlite.select<
    [number, number, number, number],
    { contact: number; last: number; events: number }
  >(
    `SELECT contact, max(max(occurred_from, coalesce(occurred_to, occurred_from), recorded)) AS last, count(*) AS events
       FROM event WHERE contact > ? AND contact <= ? AND shape NOT IN
            (SELECT shape.id FROM shape JOIN detail ON detail.id = shape.detail WHERE detail.type = 'hold')
      GROUP BY contact HAVING max(recorded) < ? AND max(coalesce(occurred_to, occurred_from)) < ?`,
    ['contact', 'last', 'events'],
  )
  const total = reading.contacts.lastId()
  const contacts: { contact: number; last: number; events: number }[] = []
  const held: number[] = []
  let count = 0
  for (let after = 0; after < total; after += PORTION) {
    for (const row of past.all(after, after + PORTION, before, before)) {
      if (sent.has(row.contact) || !reading.contacts.get(row.contact)) continue
      if (isHeld(reading, row.contact)) {
        held.push(row.contact)
        continue
      }
      count++
      if (contacts.length < most) contacts.push(row)
    }
    yield { step: 'collecting', done: Math.min(after + PORTION, total), total }
  }
  return {
    before: instantOf(before),
    years,
    count,
    contacts: contacts.map(({ last, ...row }) => ({ ...row, last: instantOf(last) })),
    held,
  }
}

/** Contacts on a list that was written after the moment. */
function sentSince({ sqlite, register }: Reading, before: number): ReadonlySet<number> {
  const ofDecision = sqlite.select<[number], { contact: number }>('SELECT contact FROM recipient WHERE decision = ?', [
    'contact',
  ])
  const decisions = new Set(
    register
      .all()
      .flatMap((event) =>
        event.type === 'exported' &&
        event.body.what === 'list' &&
        event.body.of !== null &&
        Date.parse(event.recorded) >= before
          ? [event.body.of]
          : [],
      ),
  )
  return new Set([...decisions].flatMap((decision) => ofDecision.pluck<number>(decision)))
}

const isHeld = (reading: Reading, contact: number): boolean =>
  holdsOn(reading.events.ofContact(contact).map(({ event }) => event)).length > 0
