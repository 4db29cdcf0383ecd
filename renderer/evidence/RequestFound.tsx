/** Who and which mailing a request is about, as far as the register can tell; what is uncertain can be chosen. */
import { NativeSelect, Radio } from '@mantine/core'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { MomentField } from '../parts/DateField.tsx'
import type { Collected } from './letter.ts'

export function RequestFound({
  collected: { contacts, mailings, message, period },
  contact,
  onContact,
  mailing,
  onMailing,
  at,
  onAt,
}: {
  readonly collected: Collected
  readonly contact: number | null
  readonly onContact: (contact: number) => void
  readonly mailing: number | null
  readonly onMailing: (mailing: number | null) => void
  readonly at: Instant | null
  readonly onAt: (at: Instant | null) => void
}) {
  const { t, day, moment } = useText()
  const { proof } = useSharedWords()
  const [sole] = contacts
  return (
    <section className="section" aria-labelledby="found">
      <header>
        <h2 id="found">{t('request.found')}</h2>
      </header>
      {message && (
        <p className="small soft">
          {t('request.messageSays', {
            subject: message.subject || t('none'),
            from: message.from ?? t('unknown'),
            sent: message.sent ? moment(message.sent) : t('unknown'),
          })}
        </p>
      )}
      {contacts.length === 0 && <div className="note">{t('request.noContact')}</div>}
      {contacts.length === 1 && sole && (
        <p>
          <a href={`#/contacts/${sole.contact}`}>{sole.name || sole.address}</a>
          {sole.name && <span className="soft"> {sole.address}</span>}
          {period && (
            <span className="soft"> · {t('request.period', { from: day(period.from), to: day(period.to) })}</span>
          )}
        </p>
      )}
      {contacts.length > 1 && (
        <Radio.Group
          label={t('request.whichContact')}
          value={String(contact)}
          onChange={(value) => onContact(Number(value))}
        >
          <div className="stack-tight choices">
            {contacts.map((one) => (
              <Radio
                key={one.contact}
                value={String(one.contact)}
                label={one.name || one.address}
                description={one.address}
              />
            ))}
          </div>
        </Radio.Group>
      )}
      {contact !== null && (
        <div className="fields">
          <NativeSelect
            label={t('evidence.about')}
            value={mailing === null ? '' : String(mailing)}
            onChange={(event) => onMailing(event.currentTarget.value ? Number(event.currentTarget.value) : null)}
            data={[
              ...mailings.map((one) => ({
                value: String(one.mailing),
                label: t('request.candidate', { name: one.name, at: day(one.at), how: proof.foundBy[one.how] }),
              })),
              { value: '', label: t(mailings.length === 0 ? 'request.noMailing' : 'request.otherMailing') },
            ]}
          />
          {mailing !== null && <MomentField label={t('evidence.sentAt')} value={at} onChange={onAt} />}
        </div>
      )}
    </section>
  )
}
