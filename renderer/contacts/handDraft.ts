/** What a person can enter about somebody, and how the fields become an event. */

import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import type { HandDraft, Scope, Via } from '../../preload/contract/vocabulary/event.ts'
import type { CollectionPoint, Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { endOfDay, instantAt, timeFrom } from '../parts/moment.ts'

export const handKinds = [
  'objection',
  'consent',
  'consent-withdrawn',
  'consent-refused',
  'spam-complaint',
  'sale',
  'sale-cancelled',
  'sale-refunded',
  'quote-request',
  'info-request',
  'freebie-request',
  'complaint',
  'authority-request',
  'access-request',
  'erasure-requested',
  'holder-disputed',
  'address-changed',
  'bounce',
  'guardian-consent',
  'age-signal',
  'restricted',
  'hold',
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
  /** The event that this one is about. */
  readonly target: number | null
}

/** The draft, or null while something that it cannot do without is missing. */
export function draftOf(kind: HandKind, fields: Fields, setup: Setup): HandDraft | null {
  const occurred = occurredOf(fields.day, fields.time)
  if (!occurred || fields.address.trim() === '') return null
  const body = bodyOf(kind, fields, setup)
  if (!body) return null
  return {
    ...body,
    address: fields.address.trim(),
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
  const asked = words.trim() ? { asked: words.trim(), answered: false } : null
  switch (kind) {
    case 'objection':
      return scope && { type: kind, body: { scope, atCollection: false, effective: null, confirmationSent: null } }
    case 'consent-withdrawn':
      return scope && { type: kind, body: { scope, effective: null, confirmationSent: null } }
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
    case 'sale':
      return saleOf(fields)
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
        ? { type: kind, body: { by: 'contact', proven: fields.documents.length > 0, to: words.trim() } }
        : null
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
    boxDefault: fields.act === 'ticked' || fields.act === 'signed' ? ('unticked' as const) : ('none' as const),
    act: fields.act,
    requiredForOther: false,
    bundledWith: 'none' as const,
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
      lines: fields.families.map((family) => ({
        family,
        ...(fields.words.trim() ? { title: fields.words.trim() } : {}),
      })),
      amount: null,
      currency: null,
      payment: 'paid',
      addressEntered: true,
      point: fields.point,
      statement: 'none',
      boxes: null,
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
