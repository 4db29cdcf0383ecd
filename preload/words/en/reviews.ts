/** What one can do about what waits for a look. Braces: ICU. */
import type { nlReviews } from '../nl/reviews.ts'

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

export const enReviews = {
  title: 'What settles it',
  lead: 'Who gets an answer if you do this. Each number is worked out with the rules; nothing changes until you really do it.',
  waiting: '{n, plural, one {# person waits} other {# people wait}}',
  action: 'What you can do',
  people: 'Get an answer',
  yes: 'Of whom may',
  nothing: 'No setting and no attachment settles this for several people at once. Look at each person.',
  terminal: 'If you do this, this many people get an answer:',
  version: 'Keep a picture of {point}, version {version}',
  versionNote: 'As it looked then: a screenshot, the HTML or the print.',
  gapFirst: 'Record what {point} looked like before {to}',
  gapBetween: 'Record what {point} looked like from {from} to {to}',
  gapNote:
    'Worked out as if it was then like version {version}. Only you know that; if it was different, so is the outcome.',
  similar: 'Decide that {to} is similar to {from}',
  unlike: 'Decide that {to} is not similar to {from}',
  similarNote: 'Would a buyer expect that you sell this too? Add your reason.',
  policies: {
    'pretick_as_opportunity:yes': 'Policy: a pre-ticked box counts as an opportunity to object',
    'pretick_as_opportunity:no': 'Policy: a pre-ticked box does not count as an opportunity to object',
    'consent_review_months:null': 'Policy: do not look at old consent again',
    'brand_mismatch:no': 'Policy: no mail where another brand was named',
    'unused_optin_blocks_customer:true': 'Policy: an empty sign-up box shuts the customer basis',
    'quote_counts_as_sale:false': 'Policy: a quote request is no sale',
    'cart_counts_as_sale:false': 'Policy: a basket is no sale',
    'free_account_counts_as_sale:false': 'Policy: a free account is no sale',
    'b2b_basis:false': 'Policy: no mail on the ground of a business address',
    'new_sale_reopens:false': 'Policy: a new sale does not lift an objection',
  },
  policyNote: 'The law leaves room here. The choice and your reason stay in the register.',
  together: 'Everything that can lead to a yes, at once',
  togetherNote: 'Some people wait for two things at the same time.',
} as const satisfies Same<typeof nlReviews>
