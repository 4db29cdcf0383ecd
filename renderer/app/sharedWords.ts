/** Words that window, report, terminal and list share: about decisions, files and events. They come from one place. */
import { IntlMessageFormat } from 'intl-messageformat'
import { enAudit } from '../../preload/words/en/audit.ts'
import { enContent } from '../../preload/words/en/content.ts'
import { enDecision } from '../../preload/words/en/decision.ts'
import { enFiles } from '../../preload/words/en/files.ts'
import { enLetters } from '../../preload/words/en/letters.ts'
import { enProof } from '../../preload/words/en/proof.ts'
import { enReport } from '../../preload/words/en/report.ts'
import { enReviews } from '../../preload/words/en/reviews.ts'
import { nlAudit } from '../../preload/words/nl/audit.ts'
import { type ContentWords, nlContent } from '../../preload/words/nl/content.ts'
import { type DecisionWords, nlDecision } from '../../preload/words/nl/decision.ts'
import { nlFiles } from '../../preload/words/nl/files.ts'
import { nlLetters } from '../../preload/words/nl/letters.ts'
import { nlProof } from '../../preload/words/nl/proof.ts'
import { nlReport } from '../../preload/words/nl/report.ts'
import { nlReviews } from '../../preload/words/nl/reviews.ts'
import { type Language, useText } from './language.tsx'

export interface SharedWords {
  readonly audit: typeof nlAudit | typeof enAudit
  readonly content: ContentWords
  readonly decision: DecisionWords
  readonly files: typeof nlFiles | typeof enFiles
  readonly proof: Pick<
    typeof nlProof | typeof enProof,
    'kindShows' | 'request' | 'foundBy' | 'lacks' | 'mailing' | 'process'
  >
  readonly report: Pick<typeof nlReport | typeof enReport, 'events' | 'missing' | 'vias' | 'verify'>
  readonly letters: typeof nlLetters | typeof enLetters
  readonly reviews: typeof nlReviews | typeof enReviews
  /** A message of these with its figures filled in. */
  readonly fill: (message: string, values: Readonly<Record<string, string | number>>) => string
}

const fillIn =
  (locale: string): SharedWords['fill'] =>
  (message, values) =>
    String(new IntlMessageFormat(message, locale).format(values))

const all: Readonly<Record<Language, SharedWords>> = {
  nl: {
    audit: nlAudit,
    content: nlContent,
    decision: nlDecision,
    files: nlFiles,
    proof: nlProof,
    report: nlReport,
    letters: nlLetters,
    reviews: nlReviews,
    fill: fillIn('nl-NL'),
  },
  en: {
    audit: enAudit,
    content: enContent,
    decision: enDecision,
    files: enFiles,
    proof: enProof,
    report: enReport,
    letters: enLetters,
    reviews: enReviews,
    fill: fillIn('en-GB'),
  },
}

export const sharedWords = (language: Language): SharedWords => all[language]
export const useSharedWords = (): SharedWords => all[useText().language]
