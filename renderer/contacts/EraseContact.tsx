/** Erasing a person for good: what goes, what must stay and why, and the word that has to be typed. */
import { Button, Checkbox, Radio, Textarea, TextInput } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { Keep } from '../../preload/contract/endpoints/rights.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useAnswer, useJob } from '../register.ts'
import { ErasurePlan } from './ErasurePlan.tsx'

type Erased = Answer<'rights.erase'>

export function EraseContact({ contact }: { readonly contact: number }) {
  const [erased, setErased] = useState<{ readonly done: Erased; readonly name: string } | null>(null)
  if (erased) return <Gone erased={erased.done} name={erased.name} />
  return <Ask contact={contact} onErased={(done, name) => setErased({ done, name })} />
}

function Ask({
  contact,
  onErased,
}: {
  readonly contact: number
  readonly onErased: (erased: Erased, name: string) => void
}) {
  const { t, language } = useText()
  const [by] = useBy()
  const card = useAnswer('contacts.get', { contact })
  const [keep, setKeep] = useState<Keep>('proof')
  const plan = useAnswer('rights.previewErasure', { contact, keep }, { keep: true })
  const job = useJob('rights.erase')
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const [renewCopies, setRenewCopies] = useState(false)
  const word = language === 'nl' ? 'WISSEN' : 'ERASE'
  const problem = card.problem ?? plan.problem
  if (problem && !job.running) return <ProblemNote problem={problem} again={plan.again} />
  if (!card.data || !plan.data) return null
  const { name, address } = card.data
  const held = plan.data.holds.length > 0
  const erase = async () => {
    const reply = await job.start({ contacts: [contact], keep, confirm: word, reason: reason.trim(), by, renewCopies })
    if (reply.ok) onErased(reply.value, name || address)
  }
  return (
    <div className="stack">
      <a className="back-link" href={`#/contacts/${contact}`}>
        <IconArrowLeft size={16} aria-hidden /> {name || address}
      </a>
      <h1>{t('erase.title', { name: name || address })}</h1>
      <p>{t('erase.lead')}</p>
      {held && (
        <div className="note" data-tone="no" role="alert">
          <strong>{t('erase.held')}</strong>
          <span>{t('erase.heldText')}</span>
          <a href={`#/contacts/${contact}/record/hold`}>{t('record.hold')}</a>
        </div>
      )}
      <Radio.Group label={t('erase.keep')} value={keep} onChange={(value) => setKeep(value as Keep)}>
        <div className="stack-tight choices">
          <Radio value="proof" label={t('erase.keepProof')} description={t('erase.keepProofText')} />
          <Radio value="nothing" label={t('erase.keepNothing')} description={t('erase.keepNothingText')} />
        </div>
      </Radio.Group>
      <ErasurePlan plan={plan.data} />
      {!held && (
        <section className="section" aria-labelledby="erase-do">
          <header>
            <h2 id="erase-do">{t('erase.sure')}</h2>
          </header>
          <p>{t('erase.forGood')}</p>
          {plan.data.copiesUnseen && (
            <div className="note" data-tone="review">
              {t('erase.copiesUnseen')}
            </div>
          )}
          {plan.data.copies.length > 0 && (
            <Checkbox
              label={t('erase.renewCopies')}
              description={t('erase.renewCopiesText', { n: plan.data.copies.length })}
              checked={renewCopies}
              onChange={(event) => setRenewCopies(event.currentTarget.checked)}
            />
          )}
          <Textarea
            label={t('record.why')}
            description={t('erase.reasonHint')}
            required
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <TextInput
            label={t('erase.type', { word })}
            required
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ProgressLine job={job} />
          {job.problem && <ProblemNote problem={job.problem} />}
          <div className="row">
            <Button color="red" disabled={typed.trim() !== word || reason.trim() === '' || job.running} onClick={erase}>
              {t('erase.do')}
            </Button>
            <span className="soft small">{t('record.by', { by })}</span>
          </div>
        </section>
      )}
    </div>
  )
}

function Gone({ erased, name }: { readonly erased: Erased; readonly name: string }) {
  const { t, day } = useText()
  return (
    <div className="stack">
      <h1>{t('erase.done', { name })}</h1>
      <div className="note" data-tone="yes" role="status">
        <strong>{t('erase.doneEvents', { n: erased.events })}</strong>
        <span>{t('erase.doneRest', { rows: erased.rows, documents: erased.documents, stayed: erased.stayed })}</span>
        <span>{t('erase.doneBlocked')}</span>
      </div>
      {!erased.compacted && (
        <div className="note" data-tone="review">
          {t('erase.notCompacted')}
        </div>
      )}
      {erased.mentions.length > 0 && (
        <div className="note" data-tone="review">
          {t('erase.mentions', { n: erased.mentions.length })}
          <ul className="code">
            {erased.mentions.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ul>
        </div>
      )}
      {erased.copies.unseen && (
        <div className="note" data-tone="review">
          {t('erase.copiesUnseen')}
        </div>
      )}
      {erased.copies.remaining.length > 0 && (
        <div className="note" data-tone="review">
          {t('erase.copiesRemain')}
          <ul>
            {erased.copies.remaining.map((copy) => (
              <li key={copy.name}>
                {copy.name} ({day(copy.at)})
              </li>
            ))}
          </ul>
        </div>
      )}
      <a href="#/contacts">{t('place.contacts')}</a>
    </div>
  )
}
