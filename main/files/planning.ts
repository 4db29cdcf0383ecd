/** A profile or a person's mapping, and a file's header, to the plan by which its rows are read. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Dialect, Mapping } from '../../preload/contract/vocabulary/import.ts'
import { headerKey } from './cells.ts'
import { noWords, type Plan, type PlanField, type Profile, yesWords } from './plan.ts'
import { profileOf, profiles } from './profiles/profiles.ts'
import { memberStateOf, orderStateOf } from './statuses.ts'
import { UnreadableError } from './unreadable.ts'
import { veilOf } from './veil.ts'

/** A column that is needed and lacks is `wrong-columns`, with the names of all such in `about`. */
export function planOf(
  reading: { readonly profile: string } | { readonly mapping: Mapping },
  header: readonly string[],
  dialect: Pick<Dialect, 'dateOrder'>,
): Result<Plan, Problem> {
  const plan = 'mapping' in reading ? mappedPlan(reading.mapping, header) : knownPlan(reading.profile, header)
  if (!plan.ok || dialect.dateOrder === undefined) return plan
  return ok({ ...plan.value, dateOrder: dialect.dateOrder, dateOrderKnown: true })
}

function knownPlan(key: string, header: readonly string[]): Result<Plan, Problem> {
  const profile = profiles.find((one) => one.key === key)
  return profile === undefined ? lacks([key]) : profilePlan(profile, header)
}

const lacks = (names: readonly string[]): Result<never, Problem> =>
  err(new UnreadableError('wrong-columns', null, names.join(', ')).problem)

function profilePlan(profile: Profile, header: readonly string[]): Result<Plan, Problem> {
  const places = placesOf(header)
  const lacking = profile.required
    .map((names) => [names].flat())
    .filter((names) => !names.some((name) => places.has(headerKey(name))))
  if (lacking.length > 0) return lacks(lacking.map(([name = '']) => name))
  const columns = profileColumns(profile, header)
  if (columns.email === undefined && profile.noAddresses !== true)
    return lacks([profile.columns.email?.[0] ?? 'e-mail'])
  return ok({
    profile: profile.key,
    kind: profile.kind,
    via: profile.via,
    columns,
    dateOrder: profile.dateOrder,
    dateOrderKnown: profile.datesVary !== true,
    yes: new Set(profile.yes ?? yesWords),
    no: new Set(profile.no ?? noWords),
    orderState: profile.orderState ?? ((status) => orderStateOf(status)),
    memberState: profile.memberState ?? memberStateOf,
    marketplace: profile.marketplace ?? false,
    recordedByTool: profile.recordedByTool ?? false,
    importWithoutIp: profile.importWithoutIp ?? false,
    objecting: new Set(profile.objecting),
    act: profile.act ?? null,
    zone: profile.zone ?? null,
    withheld: profile.withheld ?? [],
  })
}

/** Whether a field holds a date. */
export const isDateField = (field: string): boolean => /time$|-at$/u.test(field)

/** Where each field of a known system stands in this header. */
export function profileColumns(profile: Profile, header: readonly string[]): Partial<Record<PlanField, number>> {
  const places = placesOf(header)
  const columns: Partial<Record<PlanField, number>> = {}
  for (const [field, names] of Object.entries(profile.columns) as [PlanField, readonly string[]][]) {
    const found = names.map((name) => places.get(headerKey(name))).find((place) => place !== undefined)
    const place = found ?? profile.find?.(field, header) ?? -1
    if (place >= 0) columns[field] = place
  }
  return columns
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
  const missing: string[] = []
  // A person may read a known file by columns of their own: what is secret in it stays so, whatever it is mapped to.
  const withheld = profileOf(header)?.withheld ?? []
  const secret = new Set(veilOf(header, withheld).columns)
  for (const { column, field } of mapping.columns) {
    const place = header.indexOf(column) >= 0 ? header.indexOf(column) : places.get(headerKey(column))
    if (place === undefined) missing.push(column)
    else if (!secret.has(header[place] as string)) columns[field] ??= place
  }
  if (missing.length > 0) return lacks([...new Set(missing)])
  const lacking = needed[mapping.kind].filter((field) => columns[field] === undefined)
  if (lacking.length > 0) return lacks(lacking)
  const cancelled = new Set(mapping.cancelled)
  const yes = new Set(mapping.yes)
  const no = new Set(mapping.no)
  return ok({
    profile: 'mapping',
    kind: mapping.kind,
    via: mapping.kind === 'orders' ? 'webshop-import' : 'mailing-tool-import',
    columns,
    dateOrder: mapping.dateOrder,
    dateOrderKnown: false,
    yes,
    no,
    // The person at the screen said which statuses are no sale; of the others the file's own word is kept if known.
    orderState: (status) => (cancelled.has(status) ? 'cancelled' : (orderStateOf(status) ?? 'unknown')),
    memberState: (status) => (yes.has(status) ? 'subscribed' : no.has(status) ? 'unsubscribed' : memberStateOf(status)),
    marketplace: false,
    recordedByTool: columns['consent-ip'] !== undefined,
    importWithoutIp: false,
    objecting: new Set(),
    act: null,
    zone: null,
    withheld,
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
