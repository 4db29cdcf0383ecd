/** What people asked for, by when it must be answered, what need no longer be kept, and what was erased. */
import type { Answer } from '../../preload/contract/contract.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useAnswer } from '../register.ts'
import { Blocked } from './Blocked.tsx'
import { AllConsents } from './Consents.tsx'
import { ContactTabs } from './ContactTabs.tsx'
import { Retention } from './Retention.tsx'
import { Who } from './Who.tsx'

type Request = Answer<'rights.requests'>[number]

export function Requests() {
  const { t } = useText()
  const requests = useAnswer('rights.requests', {})
  return (
    <div className="page">
      <header>
        <div>
          <h1>{t('place.contacts')}</h1>
        </div>
      </header>
      <ContactTabs at="requests" />
      <section className="section" aria-labelledby="requests">
        <header>
          <h2 id="requests">{t('requests.title')}</h2>
        </header>
        <p className="soft">{t('requests.lead')}</p>
        {requests.problem && <ProblemNote problem={requests.problem} again={requests.again} />}
        {requests.data?.length === 0 && <p>{t('requests.none')}</p>}
        {requests.data && requests.data.length > 0 && <Asked requests={requests.data} />}
      </section>
      <Blocked />
      <Retention />
      <Erasures />
      <AllConsents />
    </div>
  )
}

function Asked({ requests }: { readonly requests: readonly Request[] }) {
  const { t, dayShort } = useText()
  const { report } = useSharedWords()
  return (
    <ScrollRoom label={t('requests.title')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('requests.who')}</th>
            <th scope="col">{t('requests.what')}</th>
            <th scope="col">{t('access.received')}</th>
            <th scope="col">{t('requests.due')}</th>
            <th scope="col">{t('requests.answered')}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((one) => {
            const { answered } = one
            const late = !answered && Date.parse(one.due) < Date.now()
            return (
              <tr key={one.seq}>
                <th scope="row">
                  <Who contact={one.contact} />
                </th>
                <td>{report.events[one.type]}</td>
                <td className="date">{dayShort(one.received)}</td>
                <td className="date">
                  <span className={late ? 'objected' : undefined}>
                    {dayShort(one.due)} {late && t('requests.late')}
                  </span>
                </td>
                <td>
                  {answered ? (
                    dayShort(answered)
                  ) : (
                    <a href={`#/contacts/${one.contact}/${one.type === 'access-request' ? 'access' : 'erase'}`}>
                      {t('requests.handle')}
                    </a>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRoom>
  )
}

function Erasures() {
  const { t, moment, number } = useText()
  const erasures = useAnswer('rights.erasures', {})
  if (!erasures.data || erasures.data.length === 0) return null
  return (
    <section className="section" aria-labelledby="erasures">
      <header>
        <h2 id="erasures">{t('erasures.title')}</h2>
      </header>
      <ScrollRoom label={t('erasures.title')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('imports.when')}</th>
              <th scope="col" className="num">
                {t('retention.events')}
              </th>
              <th scope="col">{t('erase.what')}</th>
              <th scope="col">{t('preview.why')}</th>
              <th scope="col">{t('by')}</th>
            </tr>
          </thead>
          <tbody>
            {erasures.data.map((one) => (
              <tr key={one.seq}>
                <td className="date">{moment(one.at)}</td>
                <td className="num">{number(one.events)}</td>
                <td>{t(one.whole ? 'erasures.whole' : 'erasures.part')}</td>
                <td>{one.reason}</td>
                <td>{one.by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRoom>
    </section>
  )
}
