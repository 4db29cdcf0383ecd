/** What a person decided about a review: it can make a yes of what was open, never of what failed. P13. */
import type { Finding } from '../../../preload/contract/vocabulary/decision.ts'
import type { Entry } from '../history.ts'
import type { Facts } from './facts.ts'
import { inOrder } from './findings.ts'
import type { Inquiry } from './inquiry.ts'

/** Fills in what was resolved for this address: for this mailing or any, for this category or any. */
export function resolved(findings: Finding[], facts: Facts, inquiry: Inquiry): Finding[] {
  const resolutions = resolutionsFor(facts, inquiry)
  if (resolutions.length === 0) return findings
  return findings.map((finding) => {
    if (finding.outcome !== 'soft' || finding.reason === 'B2B_OUTSIDE_EEA') return finding
    const about = resolutions.filter(({ detail }) => detail.body.reason === finding.reason)
    const last = about.reduce<Resolution | null>(
      (best, one) => (best === null || follows(one, best) ? one : best),
      null,
    )
    if (last === null || last.detail.body.verdict === 'review') return finding
    const outcome = last.detail.body.verdict === 'yes' ? 'pass' : 'fail'
    return { ...finding, outcome, events: inOrder([...finding.events, last.seq]) }
  })
}

type Resolution = Entry<'review-resolved'>

const resolutionsFor = (facts: Facts, { mailing, question }: Inquiry): readonly Resolution[] =>
  facts.of('review-resolved').filter(({ narrow, contact, detail: { body } }) => {
    const here = narrow === facts.address.narrow || (narrow === null && contact === facts.contact)
    const thisMailing = body.mailing === null || body.mailing === question.mailingId
    return here && thisMailing && (body.category === null || body.category === mailing.category)
  })

/** The later word holds; of two at once the one that keeps mail back. */
const follows = (one: Resolution, other: Resolution): boolean =>
  one.from > other.from ||
  (one.from === other.from && caution[one.detail.body.verdict] > caution[other.detail.body.verdict])
const caution = { yes: 0, review: 1, no: 2 } as const
