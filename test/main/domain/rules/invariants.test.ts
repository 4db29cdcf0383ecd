/** What must hold for every history, mailing and policy: the invariants of RULES.md 3.10, and the limits of 3.8. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry, History } from '../../../../main/domain/history.ts'
import { decide } from '../../../../main/domain/rules/decide.ts'
import { gradeIn } from '../../../../main/domain/rules/grades.ts'
import { inquiryOf } from '../../../../main/domain/rules/inquiry.ts'
import { landmarksFor, landmarksOf } from '../../../../main/domain/rules/landmarks.ts'
import { DAY, HOUR } from '../../../../main/domain/time.ts'
import type { Decision } from '../../../../preload/contract/vocabulary/decision.ts'
import {
  answer,
  anyObjection,
  anything,
  forAll,
  given,
  historyIn,
  knowledgeIn,
  questionIn,
  type World,
} from '../../../support/histories.ts'
import { amsterdam, buys, type Happening, JAN, mailings } from './fixture.ts'

const rank = { no: 0, review: 1, yes: 2 } as const
const nothing = fc.constant(null)
const plus = (world: World, ...more: readonly Happening[]): World => ({
  ...world,
  happenings: [...world.happenings, ...more],
})
const isPromotional = (world: World): boolean => inquiryOf(questionIn(world), knowledgeIn(world)).promotional

describe('invariants of RULES.md 3.10', () => {
  test('1. an objection never makes a yes', () => {
    forAll(
      anyObjection,
      (world, objection) => {
        given(isPromotional(world))
        const before = answer(world).result
        expect(before === 'yes' || answer(plus(world, objection)).result !== 'yes').toBe(true)
      },
      { runs: 1000 },
    )
  })

  test('2. a document about the same facts never makes an answer worse', () => {
    const attached = fc.record({
      to: fc.nat({ max: 6 }),
      documented: fc.constantFrom<'yes' | 'dated-by-other'>('yes', 'dated-by-other'),
    })
    forAll(
      attached,
      (world, { to, documented }) => {
        const document: Happening = {
          ...(buys('2026-01-01') as Happening),
          thread: String(to + 1),
          recorded: world.known,
          detail: {
            type: 'evidence-attached',
            via: 'system',
            precision: 'minute',
            documented,
            imported: false,
            body: {},
          } as unknown as Entry['detail'],
        }
        expect(rank[answer(plus(world, document)).result]).toBeGreaterThanOrEqual(rank[answer(world).result])
      },
      { runs: 1000 },
    )
  })

  test('2. keeping the form never makes an answer worse', () => {
    forAll(nothing, (world) => {
      const knowledge = knowledgeIn(world)
      const bare = {
        ...knowledge,
        formAt: (point: string, from: number, to: number) => {
          const version = knowledge.formAt(point, from, to)
          return version === null ? null : { ...version, documents: [] }
        },
      }
      expect(rank[answer(world).result]).toBeGreaterThanOrEqual(rank[decideWith(world, bare).result])
    })
  })

  test('3. without a sale, gift or consent nobody gets advertising', () => {
    forAll(nothing, (world) => {
      const bare = world.happenings.filter(
        ({ detail: { type } }) => !['sale', 'membership', 'donation', 'consent-given'].includes(type),
      )
      const asked = { ...world, happenings: bare, policy: { ...world.policy, b2b_basis: false } }
      given(isPromotional(asked))
      expect(answer(asked).result).not.toBe('yes')
    })
  })

  test('4. objections do not touch service mail', () => {
    forAll(anyObjection, (world, objection) => {
      const recall = { ...world, mailing: mailings.M4 }
      const [before, after] = [answer(recall), answer(plus(recall, objection))]
      expect(after).toEqual(before)
    })
  })

  test('5. pre-ticked, bundled or merely asserted consent never carries a yes', () => {
    forAll(nothing, (world) => {
      const decision = answer(world)
      given(decision.result === 'yes' && decision.bases.includes('consent'))
      const history = historyIn(world)
      const carried = history.entries.filter(
        ({ seq, detail }) =>
          detail.type === 'consent-given' &&
          decision.findings.some(({ rule, events }) => rule === 'V1' && events.includes(seq)),
      )
      for (const entry of carried) {
        expect(['A', 'B']).toContain(gradeIn(entry, history, knowledgeIn(world), world.at, world.known))
      }
    })
  })

  test('6. a yes names an article, an event and the edition; anything else a reason', () => {
    forAll(nothing, (world) => {
      const { result, norms, events, edition, policy, reasons } = answer(world)
      expect(edition).not.toBe('')
      expect(policy).toBe(0)
      if (result === 'yes') expect([norms.length > 0, events.length > 0]).toEqual([true, true])
      else expect(reasons.length).toBeGreaterThan(0)
    })
  })

  test('7. the same question gives the same bytes', () => {
    forAll(nothing, (world) => {
      expect(JSON.stringify(answer(world))).toBe(JSON.stringify(answer(structuredClone(world))))
    })
  })

  test('8. the order of entries means nothing', () => {
    forAll(fc.integer(), (world, seed) => {
      const history = historyIn(world)
      const shuffled = { ...history, entries: shuffle(history.entries, seed) }
      expect(JSON.stringify(answer(world, shuffled))).toBe(JSON.stringify(answer(world)))
    })
  })

  test('8. the order of entering means nothing: sequence numbers show in event lists only', () => {
    forAll(
      fc.integer(),
      (world, seed) => {
        expect(withoutEvents(answer(world, renumbered(historyIn(world), seed)))).toEqual(withoutEvents(answer(world)))
      },
      { runs: 1000 },
    )
  })

  test('10. which contact an event at this address was filed under means nothing', () => {
    forAll(fc.constantFrom(1, 2), (world, contact) => {
      const here = world.happenings.map((one) => ({ ...one, narrow: JAN, wide: JAN, contact: 1 }))
      const merged = { ...world, happenings: here }
      const apart = {
        ...world,
        happenings: here.map((one, index) => ({ ...one, contact: index % 2 === 0 ? 1 : contact })),
      }
      given(!here.some(({ detail: { type } }) => ['restricted', 'address-changed'].includes(type)))
      expect(answer(merged)).toEqual(answer(apart))
    })
  })

  test('10. what somebody else did at another address never helps', () => {
    forAll(anything, (world, other) => {
      given(!['correction', 'evidence-attached'].includes(other.detail.type))
      const elsewhere = { ...other, contact: 7, narrow: 'vreemd@example.org', wide: 'vreemd@example.org' }
      expect(rank[answer(plus(world, elsewhere)).result]).toBeLessThanOrEqual(rank[answer(world).result])
    })
  })

  test('11. a +tag in an objection never weakens it', () => {
    forAll(anyObjection, (world, objection) => {
      given(isPromotional(world))
      const plain = plus(world, { ...objection, narrow: JAN, wide: JAN })
      const tagged = plus(world, { ...objection, contact: 2, narrow: 'jan+x@example.nl', wide: JAN })
      expect(rank[answer(tagged).result]).toBeLessThanOrEqual(rank[answer(plain).result])
    })
  })

  test('12. an erased address gets no advertising until a later consent', () => {
    forAll(fc.integer({ min: 0, max: 8 }), (world, kept) => {
      const since = world.at - 1
      const erased: World = {
        ...world,
        happenings: world.happenings.slice(0, kept),
        suppressions: [{ seq: 900, since, matches: 'narrow' }],
        known: Math.max(world.known, world.at),
      }
      given(isPromotional(erased) && !erased.happenings.some(({ from }) => from > since))
      expect(answer(erased)).toMatchObject({ result: 'no' })
    })
  })

  test('13. a later sale alone never reopens', () => {
    forAll(anyObjection, (world, objection) => {
      given(isPromotional(world) && answer(plus(world, objection)).result === 'no')
      const { reasons } = answer(plus(world, objection))
      given(reasons.some((reason) => ['OBJECTED', 'WITHDRAWN', 'SPAM_COMPLAINT'].includes(reason)))
      const sale = {
        ...buys('2026-02-01', { boxes: { nee: 'unticked' } }),
        from: world.at - 1,
        to: world.at - 1,
        recorded: world.at - 1,
      }
      expect(answer(plus(world, objection, sale)).result).not.toBe('yes')
    })
  })

  test('14. before 1 July 2021 the old paragraphs are cited', () => {
    forAll(nothing, (world) => {
      const { norms } = answer({ ...world, at: amsterdam('2021-06-30 23:59') })
      const cited = Object.fromEntries(norms.map(({ id, cited: text }) => [id, text]))
      const expected = { 'tw-customer': 'lid 3', 'tw-business': 'lid 2', 'tw-identity': 'lid 4' }
      for (const [id, paragraph] of Object.entries(expected))
        if (cited[id]) expect(cited[id]).toBe(`Tw art. 11.7 ${paragraph}`)
    })
  })
})

describe('limits that no policy may cross (RULES.md 3.8)', () => {
  test('a yes for advertising always has an unsubscribe link, a sender and an address', () => {
    forAll(fc.subarray(['unsubscribe', 'identity', 'contactAddress'] as const, { minLength: 1 }), (world, missing) => {
      const content = { ...world.mailing.content, ...Object.fromEntries(missing.map((name) => [name, false])) }
      const bare = { ...world, mailing: { ...world.mailing, content } }
      given(isPromotional(bare))
      expect(answer(bare).result).toBe('no')
    })
  })

  test('a sale by another entity that was not continued, or at a marketplace, never carries a yes', () => {
    forAll(nothing, (world) => {
      const decision = answer(world)
      given(decision.result === 'yes' && decision.bases.includes('customer'))
      const sold = decision.findings
        .filter(({ rule, basis }) => rule === 'K1' && basis === 'customer')
        .flatMap(({ events }) => events)
      const sales = historyIn(world).entries.filter(
        ({ seq, detail }) => sold.includes(seq) && ['sale', 'membership'].includes(detail.type),
      )
      expect(sales.length).toBeGreaterThan(0)
      for (const { detail } of sales) {
        const body = detail.body as { entity: string; salesChannel?: string }
        const continued = world.successions.filter(({ how }) => how !== 'asset-purchase').map(({ from }) => from)
        expect([world.mailing.entity, ...continued]).toContain(body.entity)
        expect(body.salesChannel).not.toBe('marketplace')
      }
    })
  })

  test('nothing but consent follows on an objection that was cleared', () => {
    forAll(nothing, (world) => {
      const decision = answer(world)
      given(decision.result === 'yes' && decision.findings.some(({ rule, reason }) => rule === 'G3' && reason !== null))
      expect(decision.bases).toEqual(['consent'])
    })
  })
})

describe('what answers may be shared by', () => {
  test('times may move between the same landmarks, in the same order, and nothing changes', () => {
    forAll(
      fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { minLength: 60, maxLength: 60 }),
      (world, where) => {
        const history = historyIn(world)
        const moved = movedWithin(world, history, where)
        const late = world.policy.late_record_hours * HOUR
        given(
          history.entries.every(
            ({ recorded, to }, index) => recorded - to > late === isLate(moved.entries[index], late),
          ),
        )
        expect(withoutEvents(answer(world, moved))).toEqual(withoutEvents(answer(world)))
      },
      { runs: 3000 },
    )
  })
})

describe('what one event may be moved by', () => {
  test('between its own landmarks and the other times of the history, and nothing changes', () => {
    forAll(
      fc.record({ which: fc.nat(), where: fc.double({ min: 0.01, max: 0.99, noNaN: true }) }),
      (world, { which, where }) => {
        const history = historyIn(world)
        given(history.entries.length > 0)
        given(!history.entries.some(({ detail }) => detail.type === 'age-signal'))
        const at = which % history.entries.length
        const entry = history.entries[at] as Entry
        given(entry.from === entry.to)
        const moved = movedAlone(world, history, at, where)
        const late = world.policy.late_record_hours * HOUR
        given(entry.recorded - entry.to > late === isLate(moved.entries[at], late))
        expect(withoutEvents(answer(world, moved))).toEqual(withoutEvents(answer(world)))
      },
      { runs: 3000 },
    )
  })
})

/** One instant to another place, past none of its own landmarks and none of the history's other times. */
function movedAlone(world: World, history: History, at: number, where: number): History {
  const entry = history.entries[at] as Entry
  const fixed = [
    ...landmarksFor(entry.detail, questionIn(world), knowledgeIn(world)),
    ...history.entries.flatMap((other, index) =>
      index === at ? [other.recorded] : [other.from, other.to, other.recorded],
    ),
    ...history.suppressions.map(({ since }) => since),
  ]
  if (fixed.includes(entry.from)) return history
  const low = Math.max(entry.from - 800 * DAY, ...fixed.filter((time) => time < entry.from))
  const high = Math.min(entry.from + 800 * DAY, ...fixed.filter((time) => time > entry.from))
  if (high - low < 3) return history
  const time = low + 1 + Math.floor(where * (high - low - 2))
  return { ...history, entries: history.entries.with(at, { ...entry, from: time, to: time }) }
}

const isLate = (entry: Entry | undefined, late: number): boolean =>
  entry !== undefined && entry.recorded - entry.to > late

/** Every time to another place between the same two landmarks, keeping the order of all of them. */
function movedWithin(world: World, history: History, where: readonly number[]): History {
  const question = questionIn(world)
  const landmarks = landmarksOf(question, knowledgeIn(world))
  const times = [
    ...new Set([
      ...history.entries.flatMap(({ from, to, recorded }) => [from, to, recorded]),
      ...history.suppressions.map(({ since }) => since),
    ]),
  ]
  const bounds = [
    Math.min(...times, ...landmarks) - 400 * DAY,
    ...landmarks,
    Math.max(...times, ...landmarks) + 400 * DAY,
  ]
  const place = new Map<number, number>()
  let drawn = 0
  for (let index = 0; index + 1 < bounds.length; index++) {
    const [low, high] = [bounds[index] as number, bounds[index + 1] as number]
    const between = times.filter((time) => low < time && time < high).sort((a, b) => a - b)
    if (high - low <= between.length + 1) continue
    const spots = new Set<number>()
    while (spots.size < between.length) {
      const share = where[drawn++ % where.length] as number
      spots.add(low + 1 + Math.floor(((share + drawn * 0.618) % 1) * (high - low - 1)))
    }
    const sorted = [...spots].sort((a, b) => a - b)
    between.forEach((time, at) => {
      place.set(time, sorted[at] as number)
    })
  }
  const to = (time: number) => place.get(time) ?? time
  return {
    ...history,
    entries: history.entries.map((entry) => ({
      ...entry,
      from: to(entry.from),
      to: to(entry.to),
      recorded: to(entry.recorded),
    })),
    suppressions: history.suppressions.map((one) => ({ ...one, since: to(one.since) })),
  }
}

function shuffle<T>(list: readonly T[], seed: number): T[] {
  let state = seed >>> 0
  const keyed = list.map((one) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return [state, one] as const
  })
  return keyed.sort(([a], [b]) => a - b).map(([, one]) => one)
}

/** Other sequence numbers, with what refers to them kept; a correction stays after what it corrects. */
function renumbered(history: History, seed: number): History {
  const bySeq = shuffle(
    history.entries.map(({ seq }) => seq),
    seed,
  )
  const correcting = history.entries.filter(({ detail }) => detail.type === 'correction').map(({ seq }) => seq)
  const free = bySeq.filter((seq) => !correcting.includes(seq))
  const order = [...free, ...correcting]
  const next = new Map(order.map((seq, index) => [String(seq), String(100 + index)]))
  const bound = new Set(['correction', 'evidence-attached', 'consent-confirmed'])
  return {
    ...history,
    entries: history.entries.map((entry) => ({
      ...entry,
      seq: Number(next.get(String(entry.seq))),
      thread:
        entry.thread !== null && bound.has(entry.detail.type)
          ? entry.thread
              .split(' ')
              .map((seq) => next.get(seq) ?? seq)
              .join(' ')
          : entry.thread,
    })),
  }
}

const withoutEvents = (decision: Decision) => ({
  ...decision,
  events: decision.events.length,
  findings: decision.findings.map((finding) => ({ ...finding, events: finding.events.length })),
})

function decideWith(world: World, knowledge: ReturnType<typeof knowledgeIn>): Decision {
  return decide(questionIn(world), historyIn(world), knowledge)
}
