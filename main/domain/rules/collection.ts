/** What a form made of what a person did on it: an opportunity to object, a consent, a refusal, an objection. */
import type { Scope, Statement } from '../../../preload/contract/vocabulary/event.ts'
import type { Box, FormVersion, Placement } from '../../../preload/contract/vocabulary/setup.ts'

/**
 * What the form offered against mail about similar products (K4): `opt-out` a clear box to object with, `preticked` a
 * clear box that one could empty, `opt-in-only` nothing but an empty box to say yes with, `none` nothing, or only in
 * the terms, or hidden.
 */
export type Offered = 'opt-out' | 'preticked' | 'opt-in-only' | 'none'

export interface Collection {
  readonly offered: Offered
  /** What the person did with the opportunity; unknown where the order doesn't say. */
  readonly outcome: 'used' | 'not-used' | 'unknown'
  /** What was objected to on the form itself. */
  readonly objected: Scope | null
  /** Opt-in boxes that were ticked when the form was sent, also those the form had ticked itself. */
  readonly agreed: readonly Box[]
  /** Categories of opt-in boxes that were left empty; empty means all; null: none was refused. */
  readonly refused: readonly string[] | null
}

type Boxes = Readonly<Record<string, 'ticked' | 'unticked'>> | null
type Tick = 'ticked' | 'unticked' | null

/**
 * Reads an order's word on mail through the form version that was live. `statement` is the wish to get mail as the
 * file says it: it speaks of the opt-in box where there is one, otherwise of the opt-out box, turned round. Where
 * several opt-in boxes share one "yes" it isn't known which was ticked, so none counts.
 * Without a known version there is no opportunity to show, and a "no" is taken as a refusal of everything.
 */
export function collectionBy(version: FormVersion | null, statement: Statement, boxes: Boxes): Collection {
  if (version === null) return statement === 'no' ? unknownNo : unknownForm
  const optIns = version.boxes.filter(({ kind }) => kind === 'opt-in')
  const ticked = ticksOf(optIns.length, statement, boxes)
  const offered = offeredBy(version.boxes)
  const agreed = optIns.filter((box) => ticked(box) === 'ticked')
  const emptied = optIns.filter((box) => box.default === 'preticked' && ticked(box) === 'unticked')
  const empty = optIns.filter((box) => box.default !== 'preticked' && ticked(box) === 'unticked')
  const objectedWith = version.boxes.filter((box) => box.kind === 'opt-out' && ticked(box) === 'ticked')
  return {
    offered,
    outcome: outcomeOf(opportunities(version.boxes, offered), ticked),
    objected: scopeOf([...objectedWith, ...emptied]),
    agreed,
    refused: empty.length === 0 ? null : categoriesOf(empty),
  }
}

const unknownForm: Collection = { offered: 'none', outcome: 'unknown', objected: null, agreed: [], refused: null }
const unknownNo: Collection = { ...unknownForm, refused: [] }

function ticksOf(optIns: number, statement: Statement, boxes: Boxes): (box: Box) => Tick {
  return ({ key, kind }) => {
    const known = boxes?.[key]
    if (known !== undefined) return known
    if (statement === 'none') return null
    if (kind === 'opt-in') return statement === 'no' ? 'unticked' : optIns === 1 ? 'ticked' : null
    if (optIns > 0) return null
    return statement === 'yes' ? 'unticked' : 'ticked'
  }
}

/** What a set of boxes offers against mail, the best of them. */
export function offeredBy(boxes: readonly Box[]): Offered {
  if (opportunities(boxes, 'opt-out').length > 0) return 'opt-out'
  if (opportunities(boxes, 'preticked').length > 0) return 'preticked'
  return boxes.some(({ kind, default: start }) => kind === 'opt-in' && start !== 'preticked') ? 'opt-in-only' : 'none'
}

function opportunities(boxes: readonly Box[], offered: Offered): readonly Box[] {
  const clear = boxes.filter(({ placement }) => isClear(placement))
  if (offered === 'opt-out') return clear.filter(({ kind }) => kind === 'opt-out')
  if (offered === 'preticked') return clear.filter((box) => box.kind === 'opt-in' && box.default === 'preticked')
  return []
}

/** Clear and express: where the address was asked, not in the terms and not behind an icon. */
export const isClear = (placement: Placement): boolean =>
  placement === 'beside-address' || placement === 'separate-page'

/** Used is said with any of the boxes: ticking "no mail", or emptying "yes, mail". */
function outcomeOf(boxes: readonly Box[], ticked: (box: Box) => Tick): Collection['outcome'] {
  const uses = boxes.map((box) => {
    const tick = ticked(box)
    return tick === null ? 'unknown' : (tick === 'ticked') === (box.kind === 'opt-out') ? 'used' : 'not-used'
  })
  if (uses.includes('used')) return 'used'
  return uses.length === 0 || uses.includes('unknown') ? 'unknown' : 'not-used'
}

function scopeOf(boxes: readonly Box[]): Scope | null {
  if (boxes.length === 0) return null
  const categories = categoriesOf(boxes)
  return categories.length === 0 ? { kind: 'all' } : { kind: 'categories', categories: [...categories] }
}

/** The categories of the boxes together; empty, which means all, as soon as one names none. */
const categoriesOf = (boxes: readonly Box[]): readonly string[] =>
  boxes.some(({ categories }) => categories.length === 0) ? [] : boxes.flatMap(({ categories }) => categories)
