/** Two contacts that are one person, or turn out not to be: what that changes, and why it is so. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { useNotice } from '../app/notice.ts'
import { go } from '../app/place.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer, useCommand } from '../register.ts'

type Card = Answer<'contacts.get'>

export function MergeContacts({
  contact,
  proposed,
}: {
  readonly contact: number
  /** Whom it was opened for; null: still to be chosen. */
  readonly proposed: number | null
}) {
  const { t } = useText()
  const notice = useNotice()
  const [by] = useBy()
  const card = useAnswer('contacts.get', { contact })
  const [other, setOther] = useState(proposed)
  const otherCard = useAnswer('contacts.get', other === null ? null : { contact: other })
  const merge = useCommand('contacts.merge')
  const save = async (reason: string) => {
    if (other === null) return
    const reply = await merge.run({ contact, with: other, reason, by })
    if (!reply.ok) return
    notice(t('merge.done'))
    go(`contacts/${contact}`)
  }
  if (card.problem) return <ProblemNote problem={card.problem} again={card.again} />
  if (!card.data) return null
  return (
    <div className="stack">
      <Back card={card.data} />
      <h1>{t('merge.title')}</h1>
      <p>{t('merge.lead')}</p>
      <ul className="plain-list">
        <li>{t('merge.objections')}</li>
        <li>{t('merge.events')}</li>
        <li>{t('merge.back')}</li>
      </ul>
      {other === null || !otherCard.data ? (
        <ChooseOther card={card.data} onChoose={setOther} />
      ) : (
        <>
          <div className="two-people">
            <Person card={card.data} />
            <Person card={otherCard.data} />
          </div>
          <div>
            <button type="button" className="as-link" onClick={() => setOther(null)}>
              {t('merge.other')}
            </button>
          </div>
          <Why label={t('merge.why')} action={t('merge.do')} running={merge.running} onSave={save} />
        </>
      )}
      {merge.problem && <ProblemNote problem={merge.problem} />}
    </div>
  )
}

export function SplitContacts({ contact, from }: { readonly contact: number; readonly from: number }) {
  const { t } = useText()
  const notice = useNotice()
  const [by] = useBy()
  const card = useAnswer('contacts.get', { contact })
  const other = useAnswer('contacts.get', { contact: from })
  const split = useCommand('contacts.split')
  const save = async (reason: string) => {
    const reply = await split.run({ contact, from, reason, by })
    if (!reply.ok) return
    notice(t('split.done'))
    go(`contacts/${contact}`)
  }
  const problem = card.problem ?? other.problem
  if (problem) return <ProblemNote problem={problem} />
  if (!card.data || !other.data) return null
  return (
    <div className="stack">
      <Back card={card.data} />
      <h1>{t('split.title')}</h1>
      <p>{t('split.lead')}</p>
      <ul className="plain-list">
        <li>{t('split.objections')}</li>
        <li>{t('split.history')}</li>
      </ul>
      <div className="two-people">
        <Person card={card.data} />
        <Person card={other.data} />
      </div>
      <Why label={t('split.why')} action={t('split.do')} running={split.running} onSave={save} />
      {split.problem && <ProblemNote problem={split.problem} />}
    </div>
  )
}

function Back({ card }: { readonly card: Card }) {
  return (
    <a className="back-link" href={`#/contacts/${card.id}`}>
      <IconArrowLeft size={16} aria-hidden /> {card.name || card.address}
    </a>
  )
}

function Person({ card }: { readonly card: Card }) {
  const { t, day } = useText()
  return (
    <div className="stack-tight">
      <strong>{card.name || card.address}</strong>
      {card.addresses.map((address) => (
        <span key={address}>{address}</span>
      ))}
      <span className="soft small">
        {card.since
          ? t('status.since', { status: t(`status.${card.status}`), day: day(card.since) })
          : t(`status.${card.status}`)}
      </span>
    </div>
  )
}

/** Those who share an address first; anyone else by name or address. */
function ChooseOther({ card, onChoose }: { readonly card: Card; readonly onChoose: (contact: number) => void }) {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 150)
  const found = useAnswer('contacts.find', text ? { text: text.slice(0, 200) } : null, { keep: true })
  const merged = card.kin.filter(({ how }) => how === 'merged').map(({ id }) => id)
  const offered = (text ? (found.data ?? []) : card.kin).filter(({ id }) => id !== card.id && !merged.includes(id))
  return (
    <>
      <TextInput
        type="search"
        label={t('merge.with')}
        placeholder={t('contacts.search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {offered.length > 0 && (
        <ul className="short-list" aria-label={t('merge.with')}>
          {offered.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => onChoose(one.id)}>
                <strong>{one.name || one.address}</strong>
                {one.name && <span className="soft small">{one.address}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {text && found.data && offered.length === 0 && <p className="soft">{t('contacts.noneFound')}</p>}
    </>
  )
}

function Why({
  label,
  action,
  running,
  onSave,
}: {
  readonly label: string
  readonly action: string
  readonly running: boolean
  readonly onSave: (reason: string) => void
}) {
  const { t } = useText()
  const [by] = useBy()
  const [reason, setReason] = useState('')
  return (
    <>
      <Textarea
        label={label}
        required
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row">
        <Button disabled={reason.trim() === ''} loading={running} onClick={() => onSave(reason.trim())}>
          {action}
        </Button>
        <span className="soft small">{t('record.by', { by })}</span>
      </div>
    </>
  )
}
