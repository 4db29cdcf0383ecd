/** A profile or a person's mapping, and a file's header, to the plan by which its rows are read. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Mapping } from '../../preload/contract/vocabulary/import.ts'
import { headerKey } from './cells.ts'
import { noWords, type Plan, type PlanField, type Profile, yesWords } from './plan.ts'
import { profiles } from './profiles/profiles.ts'
import { memberStateOf, orderStateOf } from './statuses.ts'
import { UnreadableError } from './unreadable.ts'

export function planOf(
  reading: { readonly profile: string } | { readonly mapping: Mapping },
  header: readonly string[],
): Result<Plan, Problem> {
  if ('mapping' in reading) return mappedPlan(reading.mapping, header)
  const profile = profiles.find(({ key }) => key === reading.profile)
  if (profile === undefined) return err(new UnreadableError('wrong-columns', null, reading.profile).problem)
  return profilePlan(profile, header)
}

function profilePlan(profile: Profile, header: readonly string[]): Result<Plan, Problem> {
  const places = placesOf(header)
  const lacking = profile.required.find((name) => !places.has(headerKey(name)))
  if (lacking !== undefined) return err(new UnreadableError('wrong-columns', null, lacking).problem)
  const columns: Partial<Record<PlanField, number>> = {}
  for (const [field, names] of Object.entries(profile.columns) as [PlanField, readonly string[]][]) {
    const found = names.map((name) => places.get(headerKey(name))).find((place) => place !== undefined)
    const place = found ?? profile.find?.(field, header) ?? -1
    if (place >= 0) columns[field] = place
  }
  if (columns.email === undefined) return err(new UnreadableError('wrong-columns', null, 'e-mail').problem)
  return ok({
    profile: profile.key,
    kind: profile.kind,
    via: profile.via,
    columns,
    dateOrder: profile.dateOrder,
    yes: new Set(yesWords),
    no: new Set(noWords),
    orderState: profile.orderState ?? ((status) => orderStateOf(status)),
    memberState: profile.memberState ?? memberStateOf,
    marketplace: profile.marketplace ?? false,
    recordedByTool: profile.recordedByTool ?? false,
  })
}

const needed = {
  orders: ['email', 'order', 'order-time'],
  members: ['email'],
  suppressions: ['email'],
  contacts: ['email'],
} as const

function mappedPlan(mapping: Mapping, header: readonly string[]): Result<Plan, Problem> {
  const places = placesOf(header)
  const columns: Partial<Record<PlanField, number>> = {}
  for (const { column, field } of mapping.columns) {
    const place = header.indexOf(column) >= 0 ? header.indexOf(column) : places.get(headerKey(column))
    if (place === undefined) return err(new UnreadableError('wrong-columns', null, column).problem)
    columns[field] ??= place
  }
  const lacking = needed[mapping.kind].find((field) => columns[field] === undefined)
  if (lacking !== undefined) return err(new UnreadableError('wrong-columns', null, lacking).problem)
  const cancelled = new Set(mapping.cancelled)
  const yes = new Set(mapping.yes)
  const no = new Set(mapping.no)
  return ok({
    profile: 'mapping',
    kind: mapping.kind,
    via: mapping.kind === 'orders' ? 'webshop-import' : 'mailing-tool-import',
    columns,
    dateOrder: mapping.dateOrder,
    yes,
    no,
    // The person at the screen said which statuses are no sale; of the others the file's own word is kept if known.
    orderState: (status) => (cancelled.has(status) ? 'cancelled' : (orderStateOf(status) ?? 'unknown')),
    memberState: (status) => (yes.has(status) ? 'subscribed' : no.has(status) ? 'unsubscribed' : memberStateOf(status)),
    marketplace: false,
    recordedByTool: columns['consent-ip'] !== undefined,
  })
}

/** The first place of each name, compared without case and blanks. */
function placesOf(header: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [place, name] of header.entries()) {
    const key = headerKey(name)
    if (!places.has(key)) places.set(key, place)
  }
  return places
}
