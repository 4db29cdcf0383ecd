/** A mapping that was kept before, laid over a file whose columns moved, came beside them, or went. */
import type { Inspection, Mapping } from '../../preload/contract/vocabulary/import.ts'
import { headerKey } from './cells.ts'

export interface KeptMapping {
  readonly mapping: Mapping
  /** Names of all columns that its file had; compared by `headerKey`. */
  readonly header: readonly string[]
}

export interface FittedMapping {
  /** Its columns under the names that they have in this file; what is missing is left out. */
  readonly mapping: Mapping
  readonly fit: NonNullable<Inspection['saved']>
}

/** Below this part of columns in common it is another kind of file. */
const ALIKE = 0.5

/**
 * The kept mapping that fits a header best: the same names in any order, or else the one that lacks fewest and has most
 * in common. Null where none is like it. `suggested` is what the columns seem to mean by themselves: a new column that
 * means what a missing one meant takes its place, and that is told.
 */
export function nearestMapping(
  kept: readonly KeptMapping[],
  header: readonly string[],
  suggested: Mapping,
): FittedMapping | null {
  const fits = kept
    .map((one) => ({ likeness: likeness(one.header, header), ...fitMapping(one, header, suggested) }))
    .filter(({ likeness: alike, mapping, fit }) => {
      const lost = fit.missing.length - fit.instead.length
      return alike >= ALIKE && mapping.columns.length > 0 && lost * 2 <= mapping.columns.length + lost
    })
    .toSorted((one, other) => one.fit.missing.length - other.fit.missing.length || other.likeness - one.likeness)
  return fits[0] ?? null
}

/** A mapping on a header, whatever they have in common. */
export function fitMapping(
  { mapping, header: known }: KeptMapping,
  header: readonly string[],
  suggested: Mapping,
): FittedMapping {
  const names = new Map(header.toReversed().map((name) => [headerKey(name), name]))
  const knownNames = new Set(known.map(headerKey))
  const isNew = (name: string): boolean => !knownNames.has(headerKey(name))
  const placeOf = (column: string): string | undefined =>
    header.includes(column) ? column : names.get(headerKey(column))
  const used = new Set(mapping.columns.map(({ column }) => placeOf(column)))
  const missing: string[] = []
  const instead: { column: string; by: string }[] = []
  const columns = mapping.columns.flatMap(({ column, field }) => {
    const here = placeOf(column)
    if (here !== undefined) return [{ column: here, field }]
    missing.push(column)
    const by = suggested.columns.find(
      (one) => one.field === field && isNew(one.column) && !used.has(one.column),
    )?.column
    if (by === undefined) return []
    instead.push({ column, by })
    return [{ column: by, field }]
  })
  const fresh = known.length === 0 ? [] : header.filter(isNew)
  return { mapping: { ...mapping, columns }, fit: { name: mapping.name, missing, instead, fresh } }
}

/** Names in common, of all names of both. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const names = new Set(one.map(headerKey))
  const others = new Set(other.map(headerKey))
  const common = [...others].filter((name) => names.has(name)).length
  return common / (names.size + others.size - common)
}
