/** What the register knew, at a moment of recording, about senders, forms, families and choices. */
import type {
  Category,
  CollectionPoint,
  Entity,
  Family,
  FamilyRule,
  FormVersion,
  Policy,
  Setup,
  Similarity,
  Succession,
} from '../../preload/contract/vocabulary/setup.ts'
import type { Line } from './history.ts'

export interface Knowledge {
  readonly entities: ReadonlyMap<string, Entity>
  readonly categories: ReadonlyMap<string, Category>
  readonly families: ReadonlyMap<string, Family>
  readonly points: ReadonlyMap<string, CollectionPoint>
  /** By `from→to`. */
  readonly similarity: ReadonlyMap<string, Similarity>
  readonly successions: readonly Succession[]
  readonly policy: Policy
  /** Sequence number of the event that set the policy; 0 for the defaults. */
  readonly policySeq: number
  /** The family of an order line; null where no rule maps it. */
  readonly familyOf: (line: Line) => string | null
  /** The version of a form that was live during the whole interval; null where none was, or it is uncertain which. */
  readonly formAt: (point: string, from: number, to: number) => FormVersion | null
}

export function knowledgeOf(setup: Setup, policySeq: number): Knowledge {
  const byKey = <T extends { readonly key: string }>(list: readonly T[]) => new Map(list.map((one) => [one.key, one]))
  const points = byKey(setup.points)
  const periods = new Map(
    setup.points.map(({ key, versions }) => [
      key,
      versions.map((version) => ({
        version,
        from: Date.parse(version.liveFrom),
        to: version.liveTo === null ? Number.POSITIVE_INFINITY : Date.parse(version.liveTo),
      })),
    ]),
  )
  const families = new Set(setup.families.map(({ key }) => key))

  return {
    entities: byKey(setup.entities),
    categories: byKey(setup.categories),
    families: byKey(setup.families),
    points,
    similarity: new Map(setup.similarity.map((entry) => [`${entry.from}→${entry.to}`, entry])),
    successions: setup.successions ?? [],
    policy: setup.policy,
    policySeq,
    familyOf: (line) => {
      if (line.family !== undefined) return families.has(line.family) ? line.family : null
      return setup.families.find(({ matches }) => matches.some((rule) => fits(rule, line)))?.key ?? null
    },
    formAt: (point, from, to) => {
      const live = (periods.get(point) ?? []).filter((period) => period.from <= from && to < period.to)
      return live.length === 1 ? (live[0]?.version ?? null) : null
    },
  }
}

function fits({ field, test, value }: FamilyRule, line: Line): boolean {
  const text = line[field]?.toLowerCase()
  const sought = value.toLowerCase()
  if (text === undefined) return false
  return test === 'equals' ? text === sought : test === 'starts' ? text.startsWith(sought) : text.includes(sought)
}
