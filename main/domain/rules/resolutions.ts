/** What a person decided about a review: it can make a yes of what was open, never of what failed. P13. */
import type { Finding } from '../../../preload/contract/vocabulary/decision.ts'
import type { Entry } from '../history.ts'
import type { Facts } from './facts.ts'
import { inOrder } from './findings.ts'
import type { Inquiry } from './inquiry.ts'
import { doubtful } from './likeFamilies.ts'

/**
 * Fills in what was resolved for this address: for this mailing or any, this category or any, and this product family
 * or any. A mailing about several families is settled when each that is open is; one no keeps all of it back.
 */
export function resolved(findings: Finding[], facts: Facts, inquiry: Inquiry): Finding[] {
  const resolutions = resolutionsFor(facts, inquiry)
  if (resolutions.length === 0) return findings
  return findings.map((finding) => {
    if (finding.outcome !== 'soft' || finding.reason === 'B2B_OUTSIDE_EEA') return finding
    const about = resolutions.filter(({ detail }) => detail.body.reason === finding.reason)
    const last = lastWords(about, openFamilies(finding, inquiry))
    const verdicts = last.map((one) => one?.detail.body.verdict ?? 'review')
    const outcome = verdicts.includes('no') ? 'fail' : verdicts.includes('review') ? 'soft' : 'pass'
    if (outcome === 'soft') return finding
    const words = outcome === 'fail' ? last.filter((one) => one?.detail.body.verdict === 'no') : last
    return { ...finding, outcome, events: inOrder([...finding.events, ...words.flatMap((one) => one?.seq ?? [])]) }
  })
}

type Resolution = Entry<'review-resolved'>

const resolutionsFor = (facts: Facts, { mailing, question }: Inquiry): readonly Resolution[] =>
  facts.of('review-resolved').filter(({ narrow, contact, detail: { body } }) => {
    const here = narrow === facts.address.narrow || (narrow === null && contact === facts.contact)
    const thisMailing = body.mailing === null || body.mailing === question.mailingId
    return here && thisMailing && (body.category === null || body.category === mailing.category)
  })

/** Where only the likeness of some is in doubt, the others need no word. */
const openFamilies = ({ reason, about: { bought = '' } }: Finding, inquiry: Inquiry): readonly string[] =>
  reason === 'SIMILARITY_REVIEW' ? doubtful(bought.split(' '), inquiry) : inquiry.mailing.families

/** The last word on each of the families; on a mailing about none, what was said whatever the mail is about. */
const lastWords = (about: readonly Resolution[], families: readonly string[]): readonly (Resolution | null)[] =>
  (families.length === 0 ? [undefined] : families).map((family) =>
    about
      .filter(({ detail: { body } }) => body.family === undefined || body.family === family)
      .reduce<Resolution | null>((best, one) => (best === null || follows(one, best) ? one : best), null),
  )

/** The later word holds; of two at once the one that keeps mail back. */
const follows = (one: Resolution, other: Resolution): boolean =>
  one.from > other.from ||
  (one.from === other.from && caution[one.detail.body.verdict] > caution[other.detail.body.verdict])
const caution = { yes: 0, review: 1, no: 2 } as const
