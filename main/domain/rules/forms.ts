/** Which form version an event speaks of, and whether it was live then. */
import type { FormVersion } from '../../../preload/contract/vocabulary/setup.ts'
import type { Knowledge } from '../knowledge.ts'
import { millisOf } from '../time.ts'

export interface FormRead {
  readonly version: FormVersion
  /** It was live during the whole of the event's interval. */
  readonly live: boolean
  /** The whole of the event's interval lies within a period that has ended: the form itself dates the event. */
  readonly dates: boolean
}

/** The version that an event names, or else the one live at the time; null where neither is known. */
export function formOf(
  knowledge: Knowledge,
  point: string | null,
  key: string | null,
  from: number,
  to: number,
): FormRead | null {
  if (point === null) return null
  const version =
    key === null
      ? knowledge.formAt(point, from, to)
      : (knowledge.points.get(point)?.versions.find((one) => one.key === key) ?? null)
  if (version === null) return null
  const live =
    key === null || (millisOf(version.liveFrom) <= from && (version.liveTo === null || to < millisOf(version.liveTo)))
  return { version, live, dates: live && version.liveTo !== null }
}
