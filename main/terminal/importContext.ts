/** What a file cannot say itself, from the options of `import`. */
import { err, ok, type Result } from '../../preload/contract/result.ts'
import { SalesChannel } from '../../preload/contract/vocabulary/event.ts'
import { type ImportContext, type Inspection, ListStatus } from '../../preload/contract/vocabulary/import.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Call, Ended } from './command.ts'
import { misuse, misuseOneOf, refuse } from './refuse.ts'

export function contextOf(call: Call, inspection: Inspection, setup: Setup): Result<ImportContext, Ended> {
  const entity = call.text('entity') ?? setup.entities[0]?.key
  const known = setup.entities.find(({ key }) => key === entity)
  if (entity === undefined) return err(refuse(call, { kind: 'refused', code: 'setup-incomplete' }))
  if (!known) return err(misuse(call, 'usage.unknown-entity', { key: entity }))
  const label = call.text('label') ?? (known.labels.length === 1 ? known.labels[0]?.key : null) ?? null
  if (label !== null && !known.labels.some(({ key }) => key === label))
    return err(misuse(call, 'usage.unknown-label', { key: label }))
  const point = call.text('point')
  if (point !== null && !setup.points.some(({ key }) => key === point))
    return err(misuse(call, 'usage.unknown-point', { key: point, keys: setup.points.map(({ key }) => key).join(', ') }))
  const categories = [...call.texts('category')]
  const strange = categories.find((category) => !setup.categories.some(({ key }) => key === category))
  if (strange !== undefined) {
    const keys = setup.categories.map(({ key }) => key).join(', ')
    return err(misuse(call, 'usage.unknown-category', { key: strange, keys }))
  }
  const channel = SalesChannel.safeParse(call.text('channel') ?? 'own-shop')
  if (!channel.success) return err(misuseOneOf(call, 'channel', SalesChannel.options))
  const status = ListStatus.nullable().safeParse(call.text('status') ?? inspection.listStatus)
  if (!status.success) return err(misuseOneOf(call, 'status', ListStatus.options))
  return ok({
    entity,
    label,
    point,
    categories,
    salesChannel: channel.data,
    zone: call.text('zone') ?? 'Europe/Amsterdam',
    listStatus: status.data,
    collector: call.text('collector'),
  })
}
