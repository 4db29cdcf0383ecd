/** The mailing that the benchmarks ask about. */
import type { Mailing } from '../../preload/contract/vocabulary/mailing.ts'

export const defaultMailing: Mailing = {
  name: 'Aanbiedingen thee',
  entity: 'gouden-ketel-bv',
  label: 'gouden-ketel',
  category: 'aanbiedingen',
  families: ['thee'],
  nature: 'commercial',
  kind: null,
  promotional: true,
  thirdParty: null,
  content: { unsubscribe: true, oneClick: true, identity: true, contactAddress: true, replyWorks: true },
  link: null,
  contentSha256: null,
}
