/** Imports that were undone: which events no longer count, and since when. */
import type { RegisterEvents } from './registerEvents.ts'

/** The events of one import: they stand together in the log, from `first` up to but not including `last`. */
export interface UndoneRange {
  readonly import: number
  readonly first: number
  readonly last: number
  /** When it was undone, in milliseconds. */
  readonly at: number
}

export type Undone = ReturnType<typeof undoneImports>

export function undoneImports(register: RegisterEvents) {
  let ranges: UndoneRange[] = []
  let of: readonly unknown[] | null = null

  const all = (): readonly UndoneRange[] => {
    const found = register.all()
    if (found === of) return ranges
    of = found
    ranges = found.flatMap((event) => {
      if (event.type !== 'import-undone') return []
      const batch = found.find((other) => other.type === 'import-batch' && other.body.import === event.body.import)
      if (!batch) return []
      return [{ import: event.body.import, first: batch.action, last: batch.seq, at: Date.parse(event.recorded) }]
    })
    return ranges
  }
  return {
    all,
    /** When the event's import was undone, in milliseconds; undefined where it stands. */
    when: (seq: number): number | undefined => all().find(({ first, last }) => first <= seq && seq < last)?.at,
  }
}
