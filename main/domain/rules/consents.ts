/** Consents as the rules read them: from the form version where one is known, from what was claimed otherwise. */
import type { Box, FormVersion } from '../../../preload/contract/vocabulary/setup.ts'
import type { DetailOf, Entry } from '../history.ts'
import type { Knowledge } from '../knowledge.ts'
import { concerns, type Facts } from './facts.ts'
import { type FormRead, formOf } from './forms.ts'
import { type Order, type OrderType, orderOf } from './orders.ts'

/** The kinds of collection for which a policy may ask a confirmation by mail (V9). */
export type DoiKind = 'web-form' | 'checkout' | 'paper'

/** Null stands for "not known", never for "no". */
export interface Consent {
  readonly entry: Entry<'consent-given' | OrderType>
  /** The legal persons it was given to, by the event and by the form: one, or they contradict each other. */
  readonly entities: readonly string[]
  /** Categories agreed to, as far as the wording promises them. */
  readonly categories: readonly string[]
  readonly form: FormRead | null
  /** There is a text, or at least a form is named whose text can be looked up. */
  readonly wording: 'known' | 'can-be-found' | 'none'
  readonly preticked: boolean | null
  readonly active: boolean | null
  readonly bundled: boolean | null
  readonly names: FormVersion['names'] | null
  readonly shows: { readonly purpose: boolean; readonly withdrawal: boolean; readonly privacy: string | null } | null
  readonly thirdParties: readonly string[]
  readonly collector: DetailOf<'consent-given'>['body']['collector']
  readonly byPerson: boolean
  readonly machineRecorded: boolean
  readonly signed: boolean
  readonly kind: DoiKind | null
}

/** Consents of this person or given with this very address; `category` picks the box that matters on a form of many. */
export function consentsOf(
  facts: Facts,
  orders: readonly Order[],
  knowledge: Knowledge,
  category: string | null,
): readonly Consent[] {
  return [
    ...facts
      .of('consent-given')
      .filter((entry) => concerns(facts, entry))
      .map((entry) => consentGiven(entry, knowledge, category)),
    ...orders
      .filter(({ entry }) => concerns(facts, entry))
      .flatMap((order) => consentAtOrder(order, knowledge, category) ?? []),
  ]
}

/** The consent in one event, if it is or carries one. */
export function consentIn(entry: Entry, knowledge: Knowledge, category: string | null): Consent | null {
  const { type } = entry.detail
  if (type === 'consent-given') return consentGiven(entry as Entry<'consent-given'>, knowledge, category)
  if (type !== 'sale' && type !== 'membership' && type !== 'donation') return null
  return consentAtOrder(orderOf(entry as Entry<OrderType>, knowledge), knowledge, category)
}

function consentGiven(entry: Entry<'consent-given'>, knowledge: Knowledge, category: string | null): Consent {
  const { body, via } = entry.detail
  const form = formOf(knowledge, body.point, body.version, entry.from, entry.to)
  const point = body.point === null ? undefined : knowledge.points.get(body.point)
  const common = {
    entry,
    entities: point === undefined ? [body.entity] : [body.entity, point.entity],
    form,
    collector: body.collector,
    byPerson: body.initiatedByPerson,
    machineRecorded: body.machineRecorded,
    signed: body.signed,
    kind: doiKindOf(point?.kind ?? via),
  }
  if (form === null) return { ...common, ...claimed(body) }
  const chosen = form.version.boxes.filter(
    (box) => box.kind === 'opt-in' && (body.box === null ? overlaps(box, body.categories) : box.key === body.box),
  )
  const agreed = body.box !== null && body.categories.length === 0 ? null : body.categories
  return { ...common, ...onForm(form.version, chosen, agreed, category, body.thirdParties) }
}

const overlaps = (box: Box, categories: readonly string[]): boolean =>
  box.categories.some((category) => categories.includes(category))

function claimed({ claim, categories, point, thirdParties }: DetailOf<'consent-given'>['body']) {
  const text = claim?.wording ?? null
  return {
    categories,
    wording: text !== null ? 'known' : point !== null ? 'can-be-found' : 'none',
    preticked: pretickedIn(claim),
    active: claim === null || claim.act === 'unknown' ? null : true,
    bundled:
      claim?.requiredForOther === true || (claim?.bundledWith ?? 'none') !== 'none'
        ? true
        : claim?.requiredForOther == null || claim.bundledWith === null
          ? null
          : false,
    names: claim?.names ?? null,
    shows: claim?.shows ?? null,
    thirdParties,
  } as const
}

/** A box has a default to know; a sentence, a signature or a button has none. */
function pretickedIn(claim: DetailOf<'consent-given'>['body']['claim']): boolean | null {
  if (claim === null) return null
  if (claim.boxDefault !== null) return claim.boxDefault === 'preticked'
  return claim.control === null || claim.control === 'checkbox' ? null : false
}

/** A tick at a checkout. What the shop's file says was written down by the shop's own machine. */
function consentAtOrder(order: Order, knowledge: Knowledge, category: string | null): Consent | null {
  const { entry, form, collection } = order
  if (form === null || collection.agreed.length === 0) return null
  const { point: key, entity } = entry.detail.body
  const point = key === null ? undefined : knowledge.points.get(key)
  return {
    entry,
    entities: point === undefined ? [entity] : [entity, point.entity],
    form,
    collector: null,
    byPerson: true,
    machineRecorded: entry.detail.imported,
    signed: false,
    kind: doiKindOf(point?.kind ?? entry.detail.via),
    ...onForm(form.version, collection.agreed, null, category, []),
  }
}

/** `agreed`: the categories that the event names; null: whatever the boxes promise. */
function onForm(
  version: FormVersion,
  boxes: readonly Box[],
  agreed: readonly string[] | null,
  category: string | null,
  thirdParties: readonly string[],
) {
  const promised = boxes.flatMap(({ categories }) => categories)
  const relevant = boxes.filter(({ categories }) => category !== null && categories.includes(category))
  const asked = relevant.length > 0 ? relevant : boxes
  return {
    categories: agreed === null ? promised : agreed.filter((one) => promised.includes(one)),
    wording: 'known',
    preticked: asked.length === 0 ? null : asked.some((box) => box.default === 'preticked'),
    active: true,
    bundled: asked.length === 0 ? null : asked.some((box) => box.required || box.bundledWith !== 'none'),
    names: version.names,
    shows: version.shows,
    thirdParties: [...version.thirdParties, ...thirdParties],
  } as const
}

const doiKinds: Readonly<Record<string, DoiKind>> = {
  'web-form': 'web-form',
  checkout: 'checkout',
  'webshop-import': 'checkout',
  paper: 'paper',
  phone: 'paper',
  store: 'paper',
  fair: 'paper',
  letter: 'paper',
}

/** By the collection point, or else by the way it came in; a mailing tool's list doesn't tell. */
const doiKindOf = (how: string): DoiKind | null => doiKinds[how] ?? null
