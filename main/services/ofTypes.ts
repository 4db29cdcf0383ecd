/** Events about people of a few types. An event is found by its shape, and no index begins with that. */
import type { EventType, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Reading } from '../store/index.ts'
import { collecting } from './contactLists.ts'

/** In order. Where there are none of these types nothing is gone through; otherwise the smallest index that names all. */
export function* eventsOfTypes<T extends EventType>(
  { shapes, records, events }: Reading,
  types: readonly T[],
): Generator<Progress, Extract<RegisterEvent, { readonly type: T }>[], void> {
  const isOne = (event: { readonly type: EventType }) => (types as readonly EventType[]).includes(event.type)
  const rows = yield* collecting(records.withShapes([...shapes.where(isOne).keys()]))
  return rows.flatMap(([seq]) => events.get(seq) ?? []).filter(isOne) as Extract<RegisterEvent, { readonly type: T }>[]
}
