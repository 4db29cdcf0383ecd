/** What a person can enter about somebody, and how the fields become an event. */

import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import type { HandDraft, Scope, Via } from '../../preload/contract/vocabulary/event.ts'
import type {
  BoxDefault,
  BundledWith,
  CollectionPoint,
  Placement,
  Setup,
} from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { endOfDay, instantAt, timeFrom } from '../parts/moment.ts'

/** What can be entered, in the groups of the menu. */
export const handGroups = {
  consent: ['consent', 'doi-request-sent', 'consent-confirmed', 'consent-refused', 'guardian-consent'],
  against: ['objection', 'consent-withdrawn', 'spam-complaint', 'complaint', 'holder-disputed'],
  sale: [
    'sale',
    'objection-opportunity',
    'sale-cancelled',
    'sale-refunded',
    'donation',
    'membership',
    'quote-request',
    'info-request',
    'freebie-request',
    'account-created',
  ],
  address: ['address-added', 'address-changed', 'bounce', 'b2b-designation', 'age-signal'],
  rights: ['access-request', 'erasure-requested', 'restricted', 'hold', 'authority-request'],
} as const
export const handKinds = [
  ...Object.values(handGroups).flat(),
  // About an event that is there already: offered beside it.
  'correction',
  'evidence-attached',
] as const
export type HandKind = (typeof handKinds)[number]

/** What the form holds, whatever the kind; each kind uses a few of them. */
export interface Fields {
  readonly address: string
  readonly name: string
  readonly day: string
  readonly time: string
  readonly via: Via
  readonly reason: string
  readonly documents: readonly DocumentRef[]
  readonly entity: string
  readonly label: string
  /** Objection, withdrawal: `all` or category keys. Consent: category keys. */
  readonly everything: boolean
  readonly categories: readonly string[]
  readonly families: readonly string[]
  readonly point: string | null
  readonly box: string | null
  readonly wording: string
  readonly act: 'ticked' | 'submitted' | 'signed' | 'wrote' | 'said-yes' | 'unknown'
  readonly shown: readonly ('purpose' | 'withdrawal' | 'privacy' | 'sender')[]
  readonly signed: boolean
  readonly order: string
  readonly words: string
  readonly reference: string
  readonly authority: 'acm' | 'ap' | 'rcc' | 'other'
  readonly hard: boolean
  readonly lifted: boolean
  /** The whole order was paid back, not a part of it. */
  readonly full: boolean
  readonly identityChecked: boolean
  /** `2026-03-03`, or empty. */
  readonly answerBefore: string
  /** From which day no mail of the kind went out any more: `2026-03-03`, or empty. */
  readonly effective: string
  /** The event that this one is about. */
  readonly target: number | null
  /** What the person did about mail on the form of an order. */
  readonly statement: 'yes' | 'no' | 'none'
  readonly addressEntered: boolean
  readonly amount: string
  /** Who passed the address on. */
  readonly by: 'contact' | 'staff'
  readonly boxDefault: BoxDefault | null
  readonly bundledWith: BundledWith | null
  readonly placement: Placement | null
  readonly outcome: 'used' | 'not-used' | 'unknown'
  readonly url: string
  readonly purpose: string
  readonly legalForm: 'legal-person' | 'professional' | 'unknown'
  readonly kvk: string
  readonly messageId: string
  /** Ticked statements, by name. */
  readonly flags: readonly Flag[]
}

export type Flag =
  | 'answered'
  | 'confirmationSent'
  | 'forOffers'
  | 'noAcquisition'
  | 'namesPerson'
  | 'sourceNoticeGiven'
  | 'outsideEea'

/** The draft, or null while something that it cannot do without is missing. */
export function draftOf(kind: HandKind, fields: Fields, setup: Setup): HandDraft | null {
  const occurred = occurredOf(fields.day, fields.time)
  if (!occurred || fields.address.trim() === '') return null
  const body = bodyOf(kind, fields, setup)
  if (!body) return null
  return {
    ...body,
    // A further address is the address of the event that adds it.
    address: (kind === 'address-added' ? fields.words : fields.address).trim(),
    ...(fields.name.trim() ? { name: fields.name.trim() } : {}),
    occurred,
    via: fields.via,
    ...(fields.documents.length > 0 ? { documents: [...fields.documents] } : {}),
    ...(fields.reason.trim() ? { reason: fields.reason.trim() } : {}),
  } as HandDraft
}

type Body = Pick<HandDraft, 'type' | 'body'>

function bodyOf(kind: HandKind, fields: Fields, setup: Setup): Body | null {
  const { words, target } = fields
  const scope = scopeOf(fields)
  const asked = words.trim() ? { asked: words.trim(), answered: fields.flags.includes('answered') } : null
  const effective = fields.effective ? instantAt(fields.effective) : null
  const confirmationSent = fields.flags.includes('confirmationSent') ? true : null
  switch (kind) {
    case 'objection':
      return scope && { type: kind, body: { scope, atCollection: false, effective, confirmationSent } }
    case 'consent-withdrawn':
      return scope && { type: kind, body: { scope, effective, confirmationSent } }
    case 'spam-complaint':
      return { type: kind, body: { from: words.trim() || null } }
    case 'consent':
      return consentOf(fields, setup)
    case 'consent-refused':
      return fields.entity
        ? {
            type: kind,
            body: { entity: fields.entity, categories: [...fields.categories], point: fields.point, version: null },
          }
        : null
    case 'doi-request-sent':
      return { type: kind, body: { template: words.trim() || null, messageId: fields.messageId.trim() || null } }
    case 'consent-confirmed':
      return { type: kind, body: { confirms: target, ip: null } }
    case 'sale':
      return saleOf(fields)
    case 'membership':
    case 'donation':
      return likeSaleOf(kind, fields)
    case 'objection-opportunity':
      return opportunityOf(fields)
    case 'b2b-designation':
      return designationOf(fields)
    case 'account-created':
      return words.trim() ? { type: kind, body: { asked: words.trim() } } : null
    case 'sale-cancelled':
      return fields.order.trim()
        ? { type: kind, body: { order: fields.order.trim(), why: words.trim() || null } }
        : null
    case 'sale-refunded':
      return fields.order.trim()
        ? { type: kind, body: { order: fields.order.trim(), full: fields.full, lines: [], why: words.trim() || null } }
        : null
    case 'quote-request':
    case 'info-request':
    case 'freebie-request':
      return asked && { type: kind, body: asked }
    case 'complaint':
      return words.trim()
        ? { type: kind, body: { reference: fields.reference.trim() || null, about: words.trim() } }
        : null
    case 'authority-request':
      return words.trim()
        ? {
            type: kind,
            body: {
              authority: fields.authority,
              reference: fields.reference.trim() || null,
              answerBefore: fields.answerBefore ? endOfDay(fields.answerBefore) : null,
              about: words.trim(),
            },
          }
        : null
    case 'access-request':
      return { type: kind, body: { answered: null } }
    case 'erasure-requested':
      return { type: kind, body: { identityChecked: fields.identityChecked } }
    case 'hold':
      return { type: kind, body: { lifted: fields.lifted } }
    case 'age-signal':
      return words.trim() ? { type: kind, body: { birthYear: null, under16: true, how: words.trim() } } : null
    case 'holder-disputed':
      return { type: kind, body: { message: words.trim() || null } }
    case 'address-changed':
      return words.trim()
        ? {
            type: kind,
            body: { by: fields.by, proven: fields.by === 'contact' && fields.documents.length > 0, to: words.trim() },
          }
        : null
    case 'address-added':
      return words.trim() ? { type: kind, body: { by: fields.by } } : null
    case 'bounce':
      return { type: kind, body: { hard: fields.hard, code: words.trim() || null } }
    case 'guardian-consent':
      return words.trim() ? { type: kind, body: { who: words.trim() } } : null
    case 'restricted':
      return { type: kind, body: { lifted: fields.lifted } }
    case 'correction':
      return target !== null && words.trim() ? { type: kind, body: { corrects: target, why: words.trim() } } : null
    case 'evidence-attached':
      return target !== null && fields.documents.length > 0 ? { type: kind, body: { to: [target] } } : null
  }
}

function consentOf(fields: Fields, setup: Setup): Body | null {
  if (!fields.entity || fields.categories.length === 0) return null
  const point = setup.points.find((one) => one.key === fields.point)
  const has = (what: Fields['shown'][number]) => fields.shown.includes(what)
  const claim = {
    wording: fields.wording.trim() || null,
    control: controlOf(fields.via),
    boxDefault: fields.act === 'ticked' || fields.act === 'signed' ? fields.boxDefault : ('none' as const),
    act: fields.act,
    requiredForOther: fields.bundledWith === null ? null : fields.bundledWith !== 'none',
    bundledWith: fields.bundledWith,
    names: { entity: has('sender'), labels: has('sender') && fields.label ? [fields.label] : [] },
    shows: { purpose: has('purpose'), withdrawal: has('withdrawal'), privacy: has('privacy') ? '1' : null },
  }
  return {
    type: 'consent-given',
    body: {
      entity: fields.entity,
      categories: [...fields.categories],
      point: point?.key ?? null,
      version: null,
      box: point ? fields.box : null,
      claim: point ? null : claim,
      machineRecorded: false,
      signed: fields.signed,
      collector: null,
      initiatedByPerson: true,
      ip: null,
      thirdParties: [],
    },
  }
}

function saleOf(fields: Fields): Body | null {
  if (!fields.entity || !fields.order.trim()) return null
  return {
    type: 'sale',
    body: {
      order: fields.order.trim(),
      entity: fields.entity,
      label: fields.label || null,
      salesChannel: fields.via === 'phone' ? 'phone' : fields.via === 'store' ? 'store' : 'own-shop',
      lines: linesOf(fields),
      amount: null,
      currency: null,
      payment: 'paid',
      addressEntered: fields.addressEntered,
      point: fields.point,
      statement: fields.statement,
      boxes: null,
    },
  }
}

/** Products by the families that were named, or by their own name, which the rules of the families may know. */
function linesOf({ families, words }: Fields) {
  const title = words.trim()
  if (families.length === 0) return title ? [{ title }] : []
  return families.map((family) => ({ family, ...(title ? { title } : {}) }))
}

/** A gift and a membership are sales of their own kind. */
function likeSaleOf(type: 'membership' | 'donation', fields: Fields): Body | null {
  const { entity, order, label, addressEntered, point, statement, amount } = fields
  if (!entity || !order.trim()) return null
  const common = { order: order.trim(), entity, label: label || null, addressEntered, point, statement }
  return type === 'membership'
    ? { type, body: { ...common, lines: linesOf(fields) } }
    : { type, body: { ...common, amount: amount.trim() || null, currency: amount.trim() ? 'EUR' : null } }
}

/** Without a form, the words that were shown say what was offered. */
function opportunityOf({ order, point, wording, placement, boxDefault, outcome }: Fields): Body | null {
  if (!order.trim() || (point === null && !wording.trim())) return null
  const told = point === null ? { wording: wording.trim(), placement, boxDefault } : noWords
  return {
    type: 'objection-opportunity',
    body: { order: order.trim(), point, version: null, ...told, outcome },
  }
}

const noWords = { wording: null, placement: null, boxDefault: null } as const

function designationOf({ url, wording, purpose, categories, legalForm, kvk, flags }: Fields): Body | null {
  if (!wording.trim() || !purpose.trim() || categories.length === 0) return null
  const says = (flag: Flag) => flags.includes(flag)
  return {
    type: 'b2b-designation',
    body: {
      ...{ url: url.trim() || null, wording: wording.trim(), purpose: purpose.trim(), categories: [...categories] },
      ...{ legalForm, kvk: kvk.trim() || null, forOffers: says('forOffers'), noAcquisition: says('noAcquisition') },
      ...{ namesPerson: says('namesPerson'), sourceNoticeGiven: says('sourceNoticeGiven') },
      outsideEea: says('outsideEea'),
    },
  }
}

const scopeOf = (fields: Fields): Scope | null =>
  fields.everything
    ? { kind: 'all' }
    : fields.categories.length > 0
      ? { kind: 'categories', categories: [...fields.categories] }
      : null

/** A day without a time is the whole of that day: where the order matters, the objection wins. */
function occurredOf(day: string, time: string): HandDraft['occurred'] | null {
  if (!day) return null
  const at = time ? timeFrom(time) : null
  if (time && !at) return null
  const from: Instant = instantAt(day, at ?? '00:00')
  return {
    from,
    to: at ? from : endOfDay(day),
    precision: at ? 'minute' : 'day',
    zone: 'Europe/Amsterdam',
  }
}

function controlOf(via: Via): 'checkbox' | 'paper-box' | 'oral' | 'sentence' {
  if (via === 'paper' || via === 'fair') return 'paper-box'
  if (via === 'phone' || via === 'store') return 'oral'
  return via === 'e-mail' || via === 'letter' ? 'sentence' : 'checkbox'
}

/** Boxes of a collection point that ask for consent, over all its versions. */
export const optInsOf = (point: CollectionPoint | undefined) => [
  ...new Map(
    (point?.versions ?? [])
      .flatMap((version) => version.boxes)
      .filter((box) => box.kind === 'opt-in')
      .map((box) => [box.key, box]),
  ).values(),
]
