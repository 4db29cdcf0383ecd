/** Whom nothing need be kept of any more: looked through one by one, held back where wanted, and erased in one act. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { nowInstant } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useJob } from '../register.ts'
import { Who } from './Who.tsx'

type Found = Answer<'rights.retention'>
/** As many as a person can look through. */
const MOST = 200
/** Of those that are held, as many as fit in a few lines. */
const NAMED = 20

/** Proposed when asked, never deleted by itself. */
export function Retention() {
  const { t, day } = useText()
  const job = useJob('rights.retention')
  const [found, setFound] = useState<Found | null>(null)
  const [erased, setErased] = useState<number | null>(null)
  const look = () =>
    job.start({ at: nowInstant(), most: MOST }).then((reply) => {
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
      {erased !== null && (
        <div className="note" data-tone="yes" role="status">
          {t('retention.erased', { n: erased })}
        </div>
      )}
      {found && (
        <p role="status">{t('retention.found', { n: found.count, before: day(found.before), years: found.years })}</p>
      )}
      {found && found.held.length > 0 && (
        <p>
          {t('retention.held', { n: found.held.length })}{' '}
          {found.held.slice(0, NAMED).map((contact, at) => (
            <span key={contact}>
              {at > 0 && ', '}
              <Who contact={contact} />
            </span>
          ))}
          {found.held.length > NAMED && ' …'}
        </p>
      )}
      {found && found.contacts.length > 0 && (
        <EraseList
          key={found.contacts.map(({ contact }) => contact).join()}
          found={found}
          onErased={(n) => {
            setErased(n)
            look()
          }}
        />
      )}
    </section>
  )
}

function EraseList({ found, onErased }: { readonly found: Found; readonly onErased: (people: number) => void }) {
  const { t, dayShort, number, language } = useText()
  const [by] = useBy()
  const job = useJob('rights.erase')
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set())
  const [typed, setTyped] = useState('')
  const word = language === 'nl' ? 'WISSEN' : 'ERASE'
  const chosen = found.contacts.filter(({ contact }) => !kept.has(contact))
  const turn = (contact: number) => {
    const next = new Set(kept)
    if (!next.delete(contact)) next.add(contact)
    setKept(next)
  }
  const erase = async () => {
    const contacts = chosen.map(({ contact }) => contact)
    const reason = t('retention.reason', { years: found.years })
    const reply = await job.start({ contacts, keep: 'nothing', confirm: word, reason, by, renewCopies: false })
    if (reply.ok) onErased(reply.value.people)
  }
  return (
    <>
      <ScrollRoom label={t('retention.title')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('retention.choose')}</th>
              <th scope="col">{t('requests.who')}</th>
              <th scope="col">{t('retention.last')}</th>
              <th scope="col" className="num">
                {t('retention.events')}
              </th>
              <th scope="col">{t('retention.dispute')}</th>
            </tr>
          </thead>
          <tbody>
            {found.contacts.map((one) => (
              <tr key={one.contact}>
                <td>
                  <Checkbox
                    aria-label={t('retention.chooseOne', { id: one.contact })}
                    checked={!kept.has(one.contact)}
                    onChange={() => turn(one.contact)}
                  />
                </td>
                <th scope="row">
                  <Who contact={one.contact} />
                </th>
                <td className="date">{dayShort(one.last)}</td>
                <td className="num">{number(one.events)}</td>
                <td>
                  <a href={`#/contacts/${one.contact}/record/hold`}>{t('record.hold')}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRoom>
      {found.count > found.contacts.length && (
        <p className="soft">{t('retention.more', { n: found.contacts.length })}</p>
      )}
      <p>{t('erase.forGood')}</p>
      <div className="row">
        <TextInput
          label={t('erase.type', { word })}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      <div className="row">
        <Button color="red" disabled={typed.trim() !== word || chosen.length === 0 || job.running} onClick={erase}>
          {t('retention.erase', { n: chosen.length })}
        </Button>
        <span className="soft small">{t('record.by', { by })}</span>
      </div>
    </>
  )
}
