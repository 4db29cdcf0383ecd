/** The answer to "what do you hold about me?": a letter, and the same in a form that machines read. */
import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import { useBy } from '../app/by.ts'
import { type Language, useText } from '../app/language.tsx'
import { DateField } from '../parts/DateField.tsx'
import { LanguageField } from '../parts/LanguageField.tsx'
import { instantAt, nowInstant, partsOf } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useAnswer, useDesktop, useJob } from '../register.ts'
import { SaveConsents } from './Consents.tsx'

export function AnswerAccess({ contact }: { readonly contact: number }) {
  const { t, day, bytes, language: shown } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const card = useAnswer('contacts.get', { contact })
  const requests = useAnswer('rights.requests', {})
  const job = useJob('rights.access')
  const open = requests.data?.find(
    (one) => one.contact === contact && one.type === 'access-request' && one.answered === null,
  )
  const [chosenDay, setDay] = useState<string | null>(null)
  const received = chosenDay ?? partsOf(open?.received ?? nowInstant()).day
  const [language, setLanguage] = useState<Language>(shown)
  const [written, setWritten] = useState<Answer<'rights.access'> | null>(null)
  if (card.problem) return <ProblemNote problem={card.problem} again={card.again} />
  if (!card.data || !requests.data) return null
  const write = async () => {
    const to = await desktop.saveFolder(t('access.folder', { day: partsOf(nowInstant()).day }))
    if (!to) return
    const today = received === partsOf(nowInstant()).day
    const reply = await job.start({
      contact,
      received: today ? null : instantAt(received, '00:00'),
      language,
      by,
      to: to.grant,
    })
    if (!reply.ok) return
    setWritten(reply.value)
    await desktop.deliver(to)
  }
  return (
    <div className="stack">
      <a className="back-link" href={`#/contacts/${contact}`}>
        <IconArrowLeft size={16} aria-hidden /> {card.data.name || card.data.address}
      </a>
      <h1>{t('access.title')}</h1>
      <p>{t('access.lead')}</p>
      <p>{t('access.check')}</p>
      {written ? (
        <div className="note" data-tone="yes" role="status">
          <strong>{t('access.written', { n: written.pages })}</strong>
          <span>{t('access.due', { day: day(written.due) })}</span>
          {written.files.map((file) => (
            <span key={file.name} className="small">
              {file.name} · {bytes(file.bytes)} · <span className="code">{file.sha256.slice(0, 16)}…</span>
            </span>
          ))}
        </div>
      ) : (
        <>
          <div className="fields">
            <DateField label={t('access.received')} required value={received} onChange={setDay} />
            <LanguageField value={language} onChange={setLanguage} />
          </div>
          <ProgressLine job={job} />
          {job.problem && <ProblemNote problem={job.problem} />}
          <div className="row">
            <Button disabled={!received || job.running} onClick={write}>
              {t('access.do')}
            </Button>
            <span className="soft small">{t('record.by', { by })}</span>
          </div>
        </>
      )}
      <section className="section" aria-labelledby="portable">
        <header>
          <h2 id="portable">{t('portable.title')}</h2>
        </header>
        <p className="soft">{t('portable.lead')}</p>
        <SaveConsents contact={contact} />
      </section>
      <section className="section" aria-labelledby="other-rights">
        <header>
          <h2 id="other-rights">{t('rights.others')}</h2>
        </header>
        <ul className="plain-list">
          <li>
            <a href={`#/contacts/${contact}/record/restricted`}>{t('rights.restrict')}</a>
          </li>
          <li>
            <a href={`#/contacts/${contact}/erase`}>{t('rights.erase')}</a>
          </li>
        </ul>
      </section>
    </div>
  )
}
