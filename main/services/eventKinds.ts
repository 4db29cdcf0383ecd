/** What a preview counts of an event beside the event itself. Those of which all of it is the same are of one kind. */
import type { Grade } from '../../preload/contract/vocabulary/decision.ts'
import type { WarningCode } from '../../preload/contract/vocabulary/import.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { gradeOf } from '../domain/rules/grades.ts'
import type { ReadDraft, ReadFlags, ReadType } from '../files/reading.ts'
import { importedDetail } from './stagedDetails.ts'

export interface EventKind {
  readonly type: ReadType
  readonly isDated: boolean
  /** A sale in a shop of one's own. */
  readonly isOwnSale: boolean
  /** Where a sale was made; no version where none was live, or it is uncertain which. */
  readonly form: { readonly point: string; readonly version: string | null } | null
  readonly grade: Grade | null
  readonly warnings: readonly WarningCode[]
}

/** `now` in milliseconds. Kinds are numbered as they come. */
export function eventKinds(knowledge: Knowledge, now: number) {
  const numbers = new Map<string, number>()
  const list: EventKind[] = []

  const kindOf = (draft: ReadDraft, flags: ReadFlags): EventKind => {
    const { type, precision, zoneAssumed } = draft
    const sale = type === 'sale' ? ofSale(draft) : null
    const consent = type === 'consent-given' ? ofConsent(draft, flags) : null
    return {
      type,
      isDated: precision !== 'unknown',
      isOwnSale: type === 'sale' && draft.body.salesChannel !== 'marketplace',
      form: sale?.form ?? null,
      grade: consent?.grade ?? null,
      warnings: [
        ...(sale?.warnings ?? []),
        ...(consent?.warnings ?? []),
        ...(zoneAssumed ? (['zone-assumed'] as const) : []),
      ],
    }
  }
  const ofSale = ({
    body: { point, salesChannel },
    from,
    to,
  }: Extract<ReadDraft, { type: 'sale' }>): Pick<EventKind, 'form' | 'warnings'> => {
    // A marketplace shows its own form, and nobody else's.
    if (point === null) return { form: null, warnings: salesChannel === 'marketplace' ? [] : ['no-point-chosen'] }
    const version = knowledge.formAt(point, from, to)?.key ?? null
    return { form: { point, version }, warnings: version === null ? ['form-version-missing'] : [] }
  }
  const ofConsent = (
    draft: Extract<ReadDraft, { type: 'consent-given' }>,
    { undated, importMoment }: ReadFlags,
  ): Pick<EventKind, 'grade' | 'warnings'> => {
    const { body, from, to } = draft
    const { categories, point, claim } = body
    const warnings: WarningCode[] = categories.length === 0 ? ['consent-without-category'] : []
    // What has no day, or only that of an import, no form can belong to; words in the file itself say what was shown.
    if (!undated && !importMoment && (claim?.wording ?? null) === null) {
      if (point === null) warnings.push('no-point-chosen')
      else if (!knowledge.formAt(point, from, to)) warnings.push('form-version-missing')
    }
    if (undated) warnings.push('consent-without-date')
    if (importMoment) warnings.push('import-not-consent')
    return { grade: gradeOf({ detail: importedDetail(draft), from, to, recorded: now }, knowledge), warnings }
  }
  /** By detail, and whether a zone was assumed; then by the version of the form. Sales are by far the most. */
  const sales: Map<string | null, number>[] = []
  const numberOfSale = (draft: Extract<ReadDraft, { type: 'sale' }>, flags: ReadFlags, detail: number): number => {
    const { from, to, zoneAssumed, body } = draft
    const place = 2 * detail + Number(zoneAssumed)
    const version = body.point === null ? null : (knowledge.formAt(body.point, from, to)?.key ?? null)
    let known = sales[place]
    if (known === undefined) {
      known = new Map()
      sales[place] = known
    }
    const number = known.get(version) ?? numberOfKind(kindOf(draft, flags))
    known.set(version, number)
    return number
  }
  const numberOfKind = (kind: EventKind): number => {
    const name = JSON.stringify(kind)
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, list.length)
    return list.push(kind) - 1
  }

  return {
    list: list as readonly EventKind[],
    /** The number of the draft's kind; `detail` is that of its detail. */
    of: (draft: ReadDraft, flags: ReadFlags, detail: number): number =>
      draft.type === 'sale' ? numberOfSale(draft, flags, detail) : numberOfKind(kindOf(draft, flags)),
  }
}
