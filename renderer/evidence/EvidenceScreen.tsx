/** Proof: make it for one address, check a folder or the register, and see what was handed out before. */
import { Button } from '@mantine/core'
import { useText } from '../app/language.tsx'
import { go, usePlace } from '../app/place.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useAnswer } from '../register.ts'
import { Anchors } from './Anchors.tsx'
import { MailingEvidence, ProcessEvidence } from './MailingEvidence.tsx'
import { MakeEvidence } from './MakeEvidence.tsx'
import { Request } from './Request.tsx'
import { VerifySection } from './VerifySection.tsx'

export function EvidenceScreen() {
  const { t } = useText()
  const { rest, params } = usePlace()
  if (rest[0] === 'new') {
    const contact = params.get('contact')
    return <MakeEvidence key={contact} contact={contact ? Number(contact) : null} />
  }
  if (rest[0] === 'request') return <Request />
  if (rest[0] === 'process') return <ProcessEvidence />
  if (rest[0] === 'mailing') {
    const mailing = params.get('mailing')
    return <MailingEvidence key={mailing} mailing={mailing ? Number(mailing) : null} />
  }
  return (
    <div className="page">
      <header>
        <div>
          <h1>{t('place.evidence')}</h1>
          <p>{t('evidence.lead')}</p>
        </div>
        <div className="row">
          <Button onClick={() => go('evidence/request')}>{t('request.title')}</Button>
          <Button variant="default" onClick={() => go('evidence/new')}>
            {t('action.evidence')}
          </Button>
          <Button variant="default" onClick={() => go('evidence/mailing')}>
            {t('reportB.title')}
          </Button>
          <Button variant="default" onClick={() => go('evidence/process')}>
            {t('reportC.title')}
          </Button>
        </div>
      </header>
      <VerifySection />
      <Anchors />
      <Past />
    </div>
  )
}

function Past() {
  const { t, moment } = useText()
  const list = useAnswer('evidence.list', {})
  return (
    <section className="section" aria-labelledby="past-evidence">
      <header>
        <h2 id="past-evidence">{t('evidence.past')}</h2>
      </header>
      {list.problem && <ProblemNote problem={list.problem} again={list.again} />}
      {list.data?.length === 0 && <p className="soft">{t('evidence.nonePast')}</p>}
      {list.data && list.data.length > 0 && (
        <ScrollRoom label={t('evidence.past')}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('history.when')}</th>
                <th scope="col">{t('evidence.contact')}</th>
                <th scope="col">{t('by')}</th>
                <th scope="col">SHA-256</th>
              </tr>
            </thead>
            <tbody>
              {list.data.map((one) => (
                <tr key={one.sha256 + one.at}>
                  <td className="date">{moment(one.at)}</td>
                  <th scope="row">{one.contact === null ? t('none') : <ContactName contact={one.contact} />}</th>
                  <td>{one.by}</td>
                  <td className="code">{one.sha256.slice(0, 20)}…</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRoom>
      )}
    </section>
  )
}

function ContactName({ contact }: { readonly contact: number }) {
  const card = useAnswer('contacts.get', { contact })
  return <a href={`#/contacts/${contact}`}>{card.data ? card.data.name || card.data.address : contact}</a>
}
