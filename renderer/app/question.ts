/** The question "may I mail this person about this?" for an ordinary promotional mailing that holds all it must. */
import type { Mailing, Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'

export const fullContent: Mailing['content'] = {
  unsubscribe: true,
  oneClick: true,
  identity: true,
  contactAddress: true,
  replyWorks: true,
}

export function questionAbout(of: {
  readonly entity: string
  readonly label: string
  readonly category: string
  readonly family: string
  readonly at: Instant
  readonly known: Instant
}): Question {
  return {
    mailing: {
      name: of.category,
      entity: of.entity,
      label: of.label,
      category: of.category,
      families: [of.family],
      nature: 'commercial',
      kind: null,
      promotional: true,
      thirdParty: null,
      content: fullContent,
      link: null,
      contentSha256: null,
    },
    at: of.at,
    known: of.known,
  }
}
