/** That histories which the tally takes for alike really have the same answer. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Detail, Entry, History } from '../../../../main/domain/history.ts'
import { decide } from '../../../../main/domain/rules/decide.ts'
import { landmarksFor } from '../../../../main/domain/rules/landmarks.ts'
import {
  essential,
  familyLikeness,
  isOrder,
  saysAgainst,
  speaksOfItself,
} from '../../../../main/domain/rules/likeness.ts'
import { DAY, HOUR } from '../../../../main/domain/time.ts'
import { forAll, given, historyIn, knowledgeIn, questionIn, type World } from '../../../support/histories.ts'
import { JAN, wideOf } from './fixture.ts'

/** The part of a made-up history that needs no reading in full: one person, one address, nothing about other events. */
function plainHistory(world: World): History {
  const history = historyIn(world)
  const own = { contact: history.contact, narrow: JAN, wide: wideOf(JAN), thread: null }
  return {
    ...history,
    suppressions: [],
    entries: history.entries
      .filter(({ detail }) => speaksOfItself(detail) || detail.type === 'consent-confirmed')
      .map((entry) => ({ ...entry, ...own })),
  }
}

/** What contacts with a shared answer have in common. */
function outcome(world: World, history: History) {
  const { result, basis, bases, reasons, norms } = decide(questionIn(world), history, knowledgeIn(world))
  return { result, basis, bases, reasons, norms: norms.map(({ cited }) => cited) }
}

const pick = <T>(list: readonly T[], which: number): T => list[which % list.length] as T
const where = fc.record({ which: fc.nat(), share: fc.double({ min: 0, max: 1, noNaN: true }) })

const placeOf = (moment: number, landmarks: readonly number[]): string =>
  landmarks.map((landmark) => Math.sign(moment - landmark)).join()

describe('what the tally takes for alike has the same answer', () => {
  test('of orders that are alike the last alone counts', () => {
    forAll(
      fc.record({ which: fc.nat(), share: fc.double({ min: 0, max: 1, noNaN: true }), delay: fc.nat({ max: 400 }) }),
      (world, { which, share, delay }) => {
        const history = plainHistory(world)
        const orders = history.entries.filter(({ detail }) => isOrder(detail.type))
        given(orders.length > 0)
        const last = pick(orders, which)
        const landmarks = landmarksFor(last.detail, questionIn(world), knowledgeIn(world))
        const length = last.to - last.from
        const low = Math.max(last.from - 900 * DAY, ...landmarks.filter((landmark) => landmark < last.from))
        const from = Math.round(last.from - share * (last.from - low))
        const older: Entry = { ...last, seq: 90, from, to: from + length, recorded: last.recorded + delay * HOUR }
        const late = world.policy.late_record_hours * HOUR
        given(older.recorded - older.to > late === last.recorded - last.to > late)
        given(placeOf(older.from, landmarks) === placeOf(last.from, landmarks))
        given(placeOf(older.to, landmarks) === placeOf(last.to, landmarks))
        given(older.recorded <= world.known)
        expect(outcome(world, { ...history, entries: [...history.entries, older] })).toEqual(outcome(world, history))
      },
      { runs: 6000 },
    )
  })

  test('also where the older was recorded earlier, as long as neither objects', () => {
    forAll(
      where,
      (world, { which, share }) => {
        const history = plainHistory(world)
        const orders = history.entries.filter(
          (entry) => isOrder(entry.detail.type) && saysAgainst(entry, knowledgeIn(world)) !== 'objection',
        )
        given(orders.length > 0)
        const last = pick(orders, which)
        const late = world.policy.late_record_hours * HOUR
        given(last.recorded <= world.known)
        const recorded = Math.round(last.to + share * (last.recorded - last.to))
        given(recorded - last.to > late === last.recorded - last.to > late)
        const older: Entry = { ...last, seq: 90, recorded }
        expect(outcome(world, { ...history, entries: [...history.entries, older] })).toEqual(outcome(world, history))
      },
      { runs: 2000 },
    )
  })

  test('when an event was recorded matters only where something objects, or when it is late', () => {
    forAll(
      where,
      (world, { which, share }) => {
        const history = plainHistory(world)
        given(history.entries.length > 0)
        given(!history.entries.some((entry) => saysAgainst(entry, knowledgeIn(world)) === 'objection'))
        const entry = pick(history.entries, which)
        given(entry.recorded <= world.known)
        const late = world.policy.late_record_hours * HOUR
        const recorded = Math.round(entry.from + share * (world.known - entry.from))
        given(recorded - entry.to > late === entry.recorded - entry.to > late)
        const at = history.entries.indexOf(entry)
        const moved = { ...history, entries: history.entries.with(at, { ...entry, recorded }) }
        expect(outcome(world, moved)).toEqual(outcome(world, history))
      },
      { runs: 3000 },
    )
  })

  test('what no rule asks for may be anything, and families of one likeness stand for each other', () => {
    const skus = { fiets: 'F-1', acc: 'A-1', kleding: 'K-1', reis: 'R-1' } as const
    forAll(
      fc.constantFrom(...Object.keys(skus)),
      (world, other) => {
        const history = plainHistory(world)
        const likenessOf = familyLikeness(questionIn(world), knowledgeIn(world))
        const familyOf = (sku: string | undefined) => knowledgeIn(world).familyOf({ ...(sku && { sku }) })
        const plain = (detail: Detail): Detail => {
          if (!('lines' in detail.body)) return essential(detail)
          const lines = detail.body.lines.map((line) => {
            const family = familyOf(line.sku)
            const like = family === null ? null : likenessOf(family)
            return like === likenessOf(other) ? { sku: skus[other as keyof typeof skus] } : line
          })
          const { body, ...rest } = essential(detail)
          return { ...rest, body: { ...body, lines } } as Detail
        }
        const made = {
          ...history,
          entries: history.entries.map((entry) => ({ ...entry, detail: plain(entry.detail) })),
        }
        given(JSON.stringify(made) !== JSON.stringify(history))
        expect(outcome(world, made)).toEqual(outcome(world, history))
      },
      { runs: 3000 },
    )
  })
})
