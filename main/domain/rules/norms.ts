/** Where each rule stands in the law, with the numbers that were valid on the day asked about. RULES.md 2.1. */
import type { NormRef } from '../../../preload/contract/vocabulary/decision.ts'

export type NormId = NormRef['id']

interface Citation {
  readonly id: NormId
  readonly cited: string
  /** First day it is cited so, midnight in Amsterdam; null: as far back as anyone asks. */
  readonly from: string | null
  /** First day it no longer is; null: still valid. */
  readonly until: string | null
}

/** The Data Protection Act (Wbp) gave way to the GDPR (AVG). */
const gdpr = '2018-05-25T00:00:00+02:00'
/** Stb. 2021, 103 renumbered Tw art. 11.7. */
const renumbered = '2021-07-01T00:00:00+02:00'
/** Inteligo Media, C-654/23: beside the customer exception, AVG art. 6 asks nothing more. */
const inteligo = '2025-11-13T00:00:00+01:00'

export const citations: readonly Citation[] = [
  { id: 'tw-consent', cited: 'Tw art. 11.7 lid 1', from: null, until: null },
  { id: 'tw-business', cited: 'Tw art. 11.7 lid 2', from: null, until: renumbered },
  { id: 'tw-business', cited: 'Tw art. 11.7 lid 3', from: renumbered, until: null },
  { id: 'tw-customer', cited: 'Tw art. 11.7 lid 3', from: null, until: renumbered },
  { id: 'tw-customer', cited: 'Tw art. 11.7 lid 4', from: renumbered, until: null },
  { id: 'tw-identity', cited: 'Tw art. 11.7 lid 4', from: null, until: renumbered },
  { id: 'tw-identity', cited: 'Tw art. 11.7 lid 7', from: renumbered, until: null },
  { id: 'avg-4-11', cited: 'Wbp art. 1 onder i', from: null, until: gdpr },
  { id: 'avg-4-11', cited: 'AVG art. 4 onder 11', from: gdpr, until: null },
  { id: 'avg-6-1-a', cited: 'Wbp art. 8 onder a', from: null, until: gdpr },
  { id: 'avg-6-1-a', cited: 'AVG art. 6 lid 1 onder a', from: gdpr, until: null },
  { id: 'avg-6-1-bc', cited: 'Wbp art. 8 onder b en c', from: null, until: gdpr },
  { id: 'avg-6-1-bc', cited: 'AVG art. 6 lid 1 onder b en c', from: gdpr, until: null },
  { id: 'avg-6-1-f', cited: 'Wbp art. 8 onder f', from: null, until: gdpr },
  { id: 'avg-6-1-f', cited: 'AVG art. 6 lid 1 onder f', from: gdpr, until: inteligo },
  { id: 'avg-7', cited: 'AVG art. 7', from: gdpr, until: null },
  { id: 'avg-8', cited: 'AVG art. 8', from: gdpr, until: null },
  { id: 'avg-14', cited: 'AVG art. 14', from: gdpr, until: null },
  { id: 'avg-17', cited: 'AVG art. 17', from: gdpr, until: null },
  { id: 'avg-18', cited: 'AVG art. 18', from: gdpr, until: null },
  { id: 'avg-21', cited: 'Wbp art. 41', from: null, until: gdpr },
  { id: 'avg-21', cited: 'AVG art. 21', from: gdpr, until: null },
  { id: 'outside-tw', cited: 'buiten Tw art. 11.7', from: null, until: null },
]

/** Cites norms as they were numbered at one moment; a norm that did not exist then is left out. */
export type Cite = (ids: readonly NormId[]) => NormRef[]

/** The citations valid at a moment (milliseconds). */
export function citeAt(at: number): Cite {
  const period = periodAt(at)
  return (ids) => {
    const known = period.lists.get(ids)
    if (known) return known
    const list = ids.flatMap((id) => period.norms.get(id) ?? [])
    period.lists.set(ids, list)
    return list
  }
}

/** A stretch of time in which no citation changes. Lists are kept by the array that asked for them. */
interface Period {
  readonly start: number
  readonly norms: ReadonlyMap<NormId, NormRef>
  readonly lists: WeakMap<readonly NormId[], NormRef[]>
}

const periods: readonly Period[] = [null, gdpr, renumbered, inteligo].map((first) => {
  const start = first === null ? Number.NEGATIVE_INFINITY : Date.parse(first)
  const valid = citations.filter(
    ({ from, until }) => (from === null || Date.parse(from) <= start) && (until === null || start < Date.parse(until)),
  )
  return { start, norms: new Map(valid.map(({ id, cited }) => [id, { id, cited }])), lists: new WeakMap() }
})

const periodAt = (at: number): Period => periods.findLast(({ start }) => start <= at) as Period
