/** What the rules will see of staged events, each different one once. */
import { type Detail, detailOf } from '../domain/history.ts'
import type { ReadDraft } from '../files/reading.ts'
import { detailText } from '../store/shapes.ts'

export function draftDetails() {
  const numbers = new Map<string, number>()
  const sales = new Map<string, number>()
  const list: { type: string; text: string }[] = []

  const numberOfDetail = (draft: ReadDraft): number => {
    const text = detailText(importedDetail(draft))
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, list.length)
    return list.push({ type: draft.type, text }) - 1
  }
  return {
    list: list as readonly { readonly type: string; readonly text: string }[],
    /** The number of the draft's detail. Sales are by far the most, and differ in few members. */
    of: (draft: ReadDraft): number => {
      if (draft.type !== 'sale' || draft.body.boxes !== null) return numberOfDetail(draft)
      const { entity, label, salesChannel, payment, addressEntered, point, statement } = draft.body
      const name = `${draft.via} ${draft.precision} ${entity} ${label} ${salesChannel} ${payment} ${addressEntered} ${point} ${statement}`
      const known = sales.get(name)
      if (known !== undefined) return known
      const number = numberOfDetail(draft)
      sales.set(name, number)
      return number
    },
  }
}

/** A draft as the rules will see it once it is in the register. */
export const importedDetail = (draft: ReadDraft): Detail => detailOf({ ...draft, occurred: draft, source: true })
