/** Proof for one address: who, about which mail and when, in which language, with or without one's own explanation. */
import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { MailingEntry } from '../../preload/contract/endpoints/mailings.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { questionAbout } from '../app/question.ts'
import { MomentField } from '../parts/DateField.tsx'
import { nowInstant } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer, useJob } from '../register.ts'
import { EvidencePage } from './EvidencePage.tsx'
import { ProofForm } from './ProofForm.tsx'
import { WrittenFiles } from './WrittenFiles.tsx'

type Written = Answer<'evidence.export'>

export function MakeEvidence({ contact }: { readonly contact: number | null }) {
  const { t } = useText()
  const card = useAnswer('contacts.get', contact === null ? null : { contact })
  return (
    <EvidencePage title={t('action.evidence')} lead={t('evidence.makeLead')}>
      {contact === null && <ChooseContact />}
      {card.problem && <ProblemNote problem={card.problem} />}
      {card.data && <Make card={card.data} />}
    </EvidencePage>
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
  const { t } = useText()
  const mailings = useAnswer('mailings.list', {})
  const setup = useAnswer('setup.get', {})
  const job = useJob('evidence.export')
  const [about, setAbout] = useState('all')
  const [at, setAt] = useState<Instant | null>(nowInstant)
  const [written, setWritten] = useState<Written | null>(null)
  if (written) return <WrittenFiles written={written} name={card.name || card.address} />
  return (
    <div className="stack">
      <div className="note">
        <strong>{card.name || card.address}</strong>
        {card.name && <span>{card.address}</span>}
        <button type="button" className="as-link small" onClick={() => go('evidence/new')}>
          {t('evidence.otherContact')}
        </button>
      </div>
      <ProofForm
        job={job}
        ready={about === 'all' || at !== null}
        first={
          <>
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
          </>
        }
        save={async (asked) => {
          const question = questionOf(about, at, mailings.data ?? [], setup.data?.setup)
          const reply = await job.start({ ...asked, contact: card.id, question })
          if (reply.ok) setWritten(reply.value)
          return reply.ok
        }}
      />
    </div>
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
