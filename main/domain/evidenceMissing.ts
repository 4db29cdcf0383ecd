/** What the evidence lacks, said openly: a file with only favourable rows convinces nobody. RULES.md 4.1, point 10. */
import type { EvidenceInput } from './evidenceInput.ts'
import type { ConsentSheet, FormSheet, SaleSheet } from './evidenceSheets.ts'

export const missingCodes = [
  'consent-without-wording',
  'consent-without-time',
  'consent-weak',
  'consent-unconfirmed',
  'form-without-document',
  'form-without-entity',
  'sale-without-form',
  'sale-without-opportunity',
  'late-without-source',
  'source-not-kept',
  'message-unknown',
  'message-not-kept',
  'message-not-reported',
  'nothing-deposited',
  'events-erased',
  'zone-assumed',
] as const
export type MissingCode = (typeof missingCodes)[number]

export interface Missing {
  readonly code: MissingCode
  /** Events concerned; empty where it concerns the whole. */
  readonly events: readonly number[]
  /** The form concerned, as `point/version`. */
  readonly form: string | null
}

interface Sheets {
  readonly consents: readonly ConsentSheet[]
  readonly sales: readonly SaleSheet[]
  readonly forms: readonly FormSheet[]
}

export function missingOf(input: EvidenceInput, { consents, sales, forms }: Sheets): readonly Missing[] {
  const about = (code: MissingCode, events: readonly number[]): readonly Missing[] =>
    events.length === 0 ? [] : [{ code, events, form: null }]
  const whole = (code: MissingCode, lacking: boolean): readonly Missing[] =>
    lacking ? [{ code, events: [], form: null }] : []
  const seqs = (rows: readonly { readonly seq: number }[]) => rows.map(({ seq }) => seq)
  const events = input.entries.map(({ event }) => event)
  const standing = consents.filter(({ correctedBy }) => correctedBy === null)
  const bySeq = new Map(events.map((event) => [event.seq, event]))
  const kept = new Set(seqs(input.sources))
  const wordless = ({ seq, form }: ConsentSheet) => {
    const event = bySeq.get(seq)
    return form === null && !(event?.type === 'consent-given' && event.body.claim?.wording)
  }
  const doi = (sheet: ConsentSheet) =>
    forms.some(({ point, version }) => point === sheet.form?.point && version.key === sheet.form.version && version.doi)

  return [
    ...about('consent-without-wording', seqs(standing.filter(wordless))),
    ...about(
      'consent-without-time',
      seqs(standing.filter(({ seq }) => bySeq.get(seq)?.occurred.precision === 'unknown')),
    ),
    ...about('consent-weak', seqs(standing.filter(({ grade }) => grade === 'C' || grade === 'D'))),
    ...about('consent-unconfirmed', seqs(standing.filter((one) => doi(one) && one.confirmations.length === 0))),
    ...forms.flatMap((sheet) => formLacks(sheet)),
    ...about('sale-without-form', seqs(sales.filter(({ form }) => form === null))),
    ...about('sale-without-opportunity', seqs(sales.filter(lacksOpportunity))),
    ...about(
      'late-without-source',
      seqs(
        input.entries
          .filter(({ late, event }) => late && event.source === undefined && (event.documents ?? []).length === 0)
          .map(({ event }) => event),
      ),
    ),
    ...about('source-not-kept', seqs(events.filter(({ seq, source }) => source !== undefined && !kept.has(seq)))),
    ...whole('message-unknown', input.question !== null && input.message === null),
    ...whole(
      'message-not-kept',
      input.question !== null && input.question.mailing.contentSha256 === null && !input.message?.document,
    ),
    ...whole(
      'message-not-reported',
      input.message !== null &&
        !input.sends.some(({ mailing, how }) => mailing === input.message?.mailing && how === 'reported'),
    ),
    ...whole('nothing-deposited', input.anchors.length === 0),
    ...about('events-erased', seqs(input.erased)),
    ...about('zone-assumed', seqs(events.filter(({ occurred }) => occurred.zoneAssumed === true))),
  ]
}

function formLacks({ point, version, events }: FormSheet): readonly Missing[] {
  const form = `${point}/${version.key}`
  return [
    ...(version.documents.length === 0 ? [{ code: 'form-without-document' as const, events, form }] : []),
    ...(version.names.entity ? [] : [{ code: 'form-without-entity' as const, events, form }]),
  ]
}

const lacksOpportunity = ({ offered, opportunities }: SaleSheet): boolean =>
  opportunities.length === 0 && offered !== 'opt-out' && offered !== 'preticked'
