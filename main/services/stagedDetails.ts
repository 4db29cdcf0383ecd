/** What the rules will see of staged events, each different one once. */
import { type Detail, detailOf } from '../domain/history.ts'
import type { ReadDraft, ReadType } from '../files/reading.ts'
import { detailText } from '../store/shapes.ts'

export interface DraftDetail {
  readonly type: ReadType
  readonly text: string
}

export function draftDetails() {
  const numbers = new Map<string, number>()
  const sales: { readonly sale: Sale; readonly number: number }[] = []
  const list: DraftDetail[] = []

  const numberOfDetail = (draft: ReadDraft): number => {
    const text = detailText(importedDetail(draft))
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, list.length)
    return list.push({ type: draft.type, text }) - 1
  }
  return {
    list: list as readonly DraftDetail[],
    /** The number of the draft's detail. Sales are by far the most, and differ in few members. */
    of: (draft: ReadDraft): number => {
      if (draft.type !== 'sale' || draft.body.boxes !== null) return numberOfDetail(draft)
      for (const { sale, number } of sales) if (isSame(sale, draft)) return number
      const number = numberOfDetail(draft)
      if (sales.length < MOST_SALES) sales.push({ sale: draft, number })
      return number
    },
  }
}

type Sale = Extract<ReadDraft, { type: 'sale' }>

/** Different sales that are told apart at a glance; of more the detail is made each time. */
const MOST_SALES = 64

const isSame = (one: Sale, other: Sale): boolean =>
  one.precision === other.precision &&
  one.via === other.via &&
  one.body.entity === other.body.entity &&
  one.body.label === other.body.label &&
  one.body.salesChannel === other.body.salesChannel &&
  one.body.payment === other.body.payment &&
  one.body.addressEntered === other.body.addressEntered &&
  one.body.point === other.body.point &&
  one.body.statement === other.body.statement

/** A draft as the rules will see it once it is in the register. */
export const importedDetail = (draft: ReadDraft): Detail => detailOf({ ...draft, occurred: draft, source: true })
