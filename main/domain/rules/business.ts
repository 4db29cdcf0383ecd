/** The business-address basis, Tw art. 11.7 lid 3: conditions B1 to B6 of RULES.md 3.4. At most for review, until resolved. */
import type { DetailOf } from '../history.ts'
import { type Attempt, attempt, type Condition, fail, nearest, soft } from './condition.ts'
import type { Documented, Facts } from './facts.ts'
import { inOrder } from './findings.ts'
import type { Inquiry } from './inquiry.ts'

interface Designation {
  readonly body: DetailOf<'b2b-designation'>['body']
  readonly documented: Documented
  /** Start of the capture (milliseconds). */
  readonly captured: number
}

/** The best designation of this very address; null where none was recorded. */
export function businessAttempt(facts: Facts, inquiry: Inquiry): Attempt | null {
  const designations = facts.of('b2b-designation').filter(({ narrow }) => narrow === facts.address.narrow)
  return nearest(
    designations.map((entry) => {
      const subject = { body: entry.detail.body, documented: facts.documentOn(entry), captured: entry.from }
      const events = inOrder([entry.seq, ...facts.attachedTo(entry)])
      return attempt({ basis: 'business', conditions, subject, events, grade: null, when: entry.from }, facts, inquiry)
    }),
  )
}

const conditions: readonly Condition<Designation>[] = [
  {
    rule: 'B1',
    asks: 'The addressee is a legal person or acts professionally.',
    norms: ['tw-business'],
    lacks: ({ body }) => (body.legalForm === 'unknown' ? fail('B2B_NOT_PROFESSIONAL') : null),
  },
  {
    rule: 'B2',
    asks: 'The addressee published the address for receiving such offers, and a document shows it.',
    norms: ['tw-business'],
    lacks: ({ body, documented }) =>
      body.forOffers && body.wording.trim() !== '' && documented !== 'no' ? null : fail('B2B_NOT_DESIGNATED'),
  },
  {
    rule: 'B3',
    asks: 'The mailing fits the purpose that was stated.',
    norms: ['tw-business'],
    lacks: ({ body }, { mailing: { category } }) =>
      category !== null && body.categories.includes(category) ? null : fail('B2B_PURPOSE'),
  },
  {
    rule: 'B4',
    asks: 'It was captured at most twelve months ago.',
    norms: ['tw-business'],
    lacks: ({ captured }, { thresholds }) => (captured >= thresholds.year ? null : fail('B2B_CAPTURE_OLD')),
  },
  {
    rule: 'B5',
    asks: 'The addressee did not ask to be left alone.',
    norms: ['tw-business'],
    lacks: ({ body }) => (body.noAcquisition ? fail('B2B_NO_ACQUISITION') : null),
  },
  {
    rule: 'B6',
    asks: 'A person who is named is told in the first mail where the address came from.',
    norms: ['avg-14'],
    lacks: ({ body }) => (body.namesPerson && !body.sourceNoticeGiven ? soft('B2B_SOURCE_NOTICE') : null),
  },
  {
    rule: 'B',
    asks: 'An addressee outside the EEA is always for a person to judge.',
    norms: ['tw-business'],
    lacks: ({ body }) => (body.outsideEea ? soft('B2B_OUTSIDE_EEA') : null),
  },
  {
    rule: 'G6',
    asks: 'The business basis is in use, and a person looked at this address.',
    norms: ['tw-business'],
    lacks: (_, { policy }) => (policy.b2b_basis ? soft('B2B_REVIEW') : fail('B2B_OFF')),
  },
]
