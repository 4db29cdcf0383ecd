/** A mailing that lacks something itself may go to nobody: what it lacks, and how to go on. */
import type { MailingEntry, Tally } from '../../preload/contract/endpoints/mailings.ts'
import type { ReasonCode } from '../../preload/contract/vocabulary/decision.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'

export function Flawed({ tally, entry }: { readonly tally: Tally; readonly entry: MailingEntry }) {
  const { t } = useText()
  const { reasons } = useSharedWords().decision
  const flaw = tally.byReason.find(({ reason }) => lacking.includes(reason))
  if (!flaw) return null
  const { category } = entry.mailing
  const query = category === null ? '' : `?category=${encodeURIComponent(category)}`
  return (
    <div className="note" data-tone="no" role="status">
      <strong>{reasons[flaw.reason].why}</strong>
      <span>{t(entry.changeable ? 'flawed.change' : 'flawed.relied')}</span>
      <div>
        {entry.changeable ? (
          <a href={`#/mailings/${entry.id}/change`}>{t('change.title')}</a>
        ) : (
          <a href={`#/mailings/new${query}`}>{t('action.mailing')}</a>
        )}
      </div>
    </div>
  )
}

const lacking: readonly ReasonCode[] = ['MAILING_NO_UNSUBSCRIBE', 'MAILING_NO_IDENTITY', 'MAILING_NO_CONTACT_ADDRESS']
