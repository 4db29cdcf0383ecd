/** Lists of people who must not be mailed, as tools of many makers write them. */
import type { Profile } from '../plan.ts'

const addresses = ['Email', 'E-mail', 'Email Address', 'EmailAddress', 'Recipient', 'Address', 'E-mailadres']
const reasons = ['Reason', 'SuppressionReason', 'Suppression Reason', 'Type', 'optout_type', 'Reden']
const times = [
  'Timestamp',
  'Created',
  'Created at',
  'CreatedAt',
  'Date',
  'OptOut_Date',
  'Suppressed at',
  'Unsubscribed at',
  'Datum',
]

/** Postmark, MailUp and their like: an address, why, and since when. */
export const suppressionList: Profile = {
  key: 'suppression-list',
  name: 'Suppression list',
  kind: 'suppressions',
  required: [addresses, ['SuppressionReason', 'Suppression Reason', 'optout_type'], times],
  columns: { email: addresses, 'unsubscribe-reason': reasons, 'unsubscribe-time': times },
  via: 'mailing-tool-import',
  dateOrder: 'iso',
  datesVary: true,
}
