/** What people asked for, by when it must be answered, what need no longer be kept, and what was erased. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { nowInstant } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useAnswer, useJob } from '../register.ts'
import { ContactTabs } from './ContactTabs.tsx'

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
      <Retention />
      <Erasures />
    </div>
  )
}

function Asked({ requests }: { readonly requests: readonly Request[] }) {
  const { t, dayShort } = useText()
  const { report } = useSharedWords()
  const answeredOf = (one: Request) =>
    one.answered ??
    requests.find(
      (other) =>
        other.contact === one.contact && other.type === one.type && other.answered && other.answered > one.received,
    )?.answered
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
            const answered = answeredOf(one)
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

function Who({ contact }: { readonly contact: number }) {
  const card = useAnswer('contacts.get', { contact })
  return <a href={`#/contacts/${contact}`}>{card.data ? card.data.name || card.data.address : '…'}</a>
}

/** Proposed when asked, never deleted by itself. */
function Retention() {
  const { t, day, dayShort, number } = useText()
  const job = useJob('rights.retention')
  const [found, setFound] = useState<Answer<'rights.retention'> | null>(null)
  const look = () =>
    job.start({ at: nowInstant(), most: 100 }).then((reply) => {
      if (reply.ok) setFound(reply.value)
    })
  return (
    <section className="section" aria-labelledby="retention">
      <header>
        <h2 id="retention">{t('retention.title')}</h2>
        <Button size="xs" variant="default" disabled={job.running} onClick={look}>
          {t('retention.look')}
        </Button>
      </header>
      <p className="soft">{t('retention.lead')}</p>
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {found && (
        <p role="status">
          {t('retention.found', { n: found.count, before: day(found.before), years: found.years })}{' '}
          {found.held.length > 0 && t('retention.held', { n: found.held.length })}
        </p>
      )}
      {found && found.contacts.length > 0 && (
        <ScrollRoom label={t('retention.title')}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('requests.who')}</th>
                <th scope="col">{t('retention.last')}</th>
                <th scope="col" className="num">
                  {t('retention.events')}
                </th>
                <th scope="col">{t('requests.what')}</th>
              </tr>
            </thead>
            <tbody>
              {found.contacts.map((one) => (
                <tr key={one.contact}>
                  <th scope="row">
                    <Who contact={one.contact} />
                  </th>
                  <td className="date">{dayShort(one.last)}</td>
                  <td className="num">{number(one.events)}</td>
                  <td>
                    <a href={`#/contacts/${one.contact}/erase`}>{t('erase.short')}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRoom>
      )}
    </section>
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
