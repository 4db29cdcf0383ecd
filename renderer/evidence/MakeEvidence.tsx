/** Proof for one address: who, about which mail and when, in which language, with or without one's own explanation. */
import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { MailingEntry } from '../../preload/contract/endpoints/mailings.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { useBy } from '../app/by.ts'
import { type Language, useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { questionAbout } from '../app/question.ts'
import { MomentField } from '../parts/DateField.tsx'
import { nowInstant } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useAnswer, useDesktop, useJob } from '../register.ts'
import { askWhere, type Packed, PackField } from './pack.tsx'
import { WrittenFiles } from './WrittenFiles.tsx'

type Written = Answer<'evidence.export'>

export function MakeEvidence({ contact }: { readonly contact: number | null }) {
  const { t } = useText()
  const card = useAnswer('contacts.get', contact === null ? null : { contact })
  return (
    <div className="page">
      <header>
        <div>
          <a className="back-link" href="#/evidence">
            <IconArrowLeft size={16} aria-hidden /> {t('place.evidence')}
          </a>
          <h1>{t('action.evidence')}</h1>
          <p>{t('evidence.makeLead')}</p>
        </div>
      </header>
      {contact === null && <ChooseContact />}
      {card.problem && <ProblemNote problem={card.problem} />}
      {card.data && <Make card={card.data} />}
    </div>
  )
}

function ChooseContact() {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 150)
  const found = useAnswer('contacts.find', text ? { text: text.slice(0, 200) } : null, { keep: true })
  return (
    <div className="stack">
      <TextInput
        label={t('evidence.which')}
        description={t('evidence.whichHint')}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {text && found.data?.length === 0 && <p role="status">{t('evidence.unknown')}</p>}
      {text && (
        <ul className="short-list">
          {found.data?.map((one) => (
            <li key={one.id}>
              <a href={`#/evidence/new?contact=${one.id}`}>
                <strong>{one.name || one.address}</strong>
                {one.name && <span className="soft small">{one.address}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Make({ card }: { readonly card: Answer<'contacts.get'> }) {
  const { t, language: shown } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const mailings = useAnswer('mailings.list', {})
  const setup = useAnswer('setup.get', {})
  const job = useJob('evidence.export')
  const [about, setAbout] = useState('all')
  const [at, setAt] = useState<Instant | null>(nowInstant)
  const [language, setLanguage] = useState<Language>(shown)
  const [reference, setReference] = useState('')
  const [explanation, setExplanation] = useState('')
  const [pack, setPack] = useState<Packed>('folder')
  const [written, setWritten] = useState<Written | null>(null)

  const write = async () => {
    const to = await askWhere(desktop, pack, t)
    if (!to) return
    const reply = await job.start({
      contact: card.id,
      question: questionOf(about, at, mailings.data ?? [], setup.data?.setup),
      language,
      reference: reference.trim() || null,
      explanation: explanation.trim() || null,
      by,
      to: to.grant,
      pack,
    })
    if (!reply.ok) return
    setWritten(reply.value)
    await desktop.deliver(to)
  }
  if (written) return <WrittenFiles written={written} name={card.name || card.address} />
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      <div className="note">
        <strong>{card.name || card.address}</strong>
        {card.name && <span>{card.address}</span>}
        <button type="button" className="as-link small" onClick={() => go('evidence/new')}>
          {t('evidence.otherContact')}
        </button>
      </div>
      <div className="fields">
        <NativeSelect
          label={t('evidence.about')}
          value={about}
          onChange={(event) => setAbout(event.currentTarget.value)}
          data={[
            { value: 'all', label: t('evidence.aboutAll') },
            ...(mailings.data ?? []).map(({ id, mailing }) => ({ value: `mailing ${id}`, label: mailing.name })),
            ...(setup.data?.setup.categories ?? []).map(({ key, name }) => ({
              value: `category ${key}`,
              label: t('evidence.aboutCategory', { name }),
            })),
          ]}
        />
        {about !== 'all' && <MomentField label={t('evidence.sentAt')} value={at} onChange={setAt} />}
        <TextInput
          label={t('record.reference')}
          description={t('evidence.referenceHint')}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <div className="stack-tight">
          <span className="small field-label">{t('evidence.language')}</span>
          <SegmentedControl
            aria-label={t('evidence.language')}
            value={language}
            onChange={(value) => setLanguage(value as Language)}
            data={[
              { value: 'nl', label: 'Nederlands' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        <PackField pack={pack} onChange={setPack} />
      </div>
      <Textarea
        label={t('evidence.explanation')}
        description={t('evidence.explanationHint')}
        minRows={3}
        autosize
        value={explanation}
        onChange={(event) => setExplanation(event.currentTarget.value)}
      />
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      <div className="row">
        <Button type="submit" disabled={job.running || (about !== 'all' && !at)}>
          {t('evidence.save')}
        </Button>
        <span className="soft small">{t('record.by', { by })}</span>
      </div>
    </form>
  )
}

/** The mailing complained of, or an ordinary mailing of a category about anything. */
function questionOf(
  about: string,
  at: Instant | null,
  mailings: readonly MailingEntry[],
  setup: Setup | undefined,
): Question | null {
  const [what, key = ''] = about.split(' ')
  const known = nowInstant()
  if (what === 'all' || !at) return null
  if (what === 'mailing') {
    const found = mailings.find(({ id }) => id === Number(key))
    return found ? { mailing: found.mailing, at, known, mailingId: found.id } : null
  }
  const [entity] = setup?.entities ?? []
  const [label] = entity?.labels ?? []
  const [family] = setup?.families ?? []
  if (!entity || !label) return null
  const question = questionAbout({
    entity: entity.key,
    label: label.key,
    category: key,
    family: family?.key ?? '',
    at,
    known,
  })
  return family ? question : { ...question, mailing: { ...question.mailing, families: [] } }
}
