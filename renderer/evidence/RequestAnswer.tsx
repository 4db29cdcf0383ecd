/** What was found for a request, what is asked about it, what is missing, and the reports that answer it. */
import { Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { useText } from '../app/language.tsx'
import { DateField } from '../parts/DateField.tsx'
import { endOfDay, instantAt, nowInstant, partsOf } from '../parts/moment.ts'
import { useAnswer, useJob } from '../register.ts'
import { Lacking } from './Lacking.tsx'
import type { Collected, Letter } from './letter.ts'
import { ProofForm } from './ProofForm.tsx'
import { RequestFound } from './RequestFound.tsx'
import { RequestWritten } from './RequestWritten.tsx'

export function RequestAnswer({
  letter,
  collected,
  contact,
  onContact,
}: {
  readonly letter: Letter
  readonly collected: Collected
  readonly contact: number | null
  readonly onContact: (contact: number) => void
}) {
  const { t } = useText()
  const mailings = useAnswer('mailings.list', {})
  const job = useJob('evidence.answer')
  const { question: likely } = collected
  const [mailing, setMailing] = useState(likely?.mailingId ?? null)
  const [at, setAt] = useState<Instant | null>(likely?.at ?? null)
  const [asked, setAsked] = useState({ questions: '', from: '', to: '' })
  const [wanted, setWanted] = useState({
    ...{ address: contact !== null, mailing: false, process: contact === null, full: false },
  })
  const [written, setWritten] = useState<Answer<'evidence.answer'> | null>(null)

  const entry = mailings.data?.find(({ id }) => id === mailing)
  const question: Question | null =
    entry && at ? { mailing: entry.mailing, at, known: likely?.known ?? nowInstant(), mailingId: entry.id } : null
  const reports = {
    contact,
    question,
    address: wanted.address,
    mailing: wanted.mailing ? mailing : null,
    process: wanted.process,
  }
  const none = !wanted.address && reports.mailing === null && !wanted.process
  if (written) return <RequestWritten written={written} />
  return (
    <>
      <RequestFound
        collected={collected}
        contact={contact}
        onContact={onContact}
        mailing={mailing}
        onMailing={(next) => {
          setMailing(next)
          if (next === null) setWanted({ ...wanted, mailing: false })
        }}
        at={at}
        onAt={setAt}
      />
      <section className="section" aria-labelledby="asked">
        <header>
          <h2 id="asked">{t('request.asked')}</h2>
        </header>
        <Textarea
          label={t('request.questions')}
          description={t('request.questionsHint')}
          minRows={3}
          autosize
          maxLength={4000}
          value={asked.questions}
          onChange={(event) => setAsked({ ...asked, questions: event.currentTarget.value })}
        />
        <div className="fields">
          <DateField
            label={t('request.periodFrom')}
            description={t('request.optional')}
            value={asked.from}
            onChange={(from) => setAsked({ ...asked, from })}
          />
          <DateField
            label={t('request.periodTo')}
            description={t('request.optional')}
            value={asked.to}
            onChange={(to) => setAsked({ ...asked, to })}
          />
        </div>
        <fieldset className="plain">
          <legend className="small field-label">{t('request.reports')}</legend>
          <div className="stack-tight choices">
            <Checkbox
              label={t('request.address.report')}
              description={t(contact === null ? 'request.address.unknown' : 'request.address.hint')}
              checked={wanted.address}
              disabled={contact === null}
              onChange={(event) => setWanted({ ...wanted, address: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('request.mailing.report')}
              description={t(mailing === null ? 'request.mailing.unknown' : 'request.mailing.hint')}
              checked={wanted.mailing}
              disabled={mailing === null}
              onChange={(event) => setWanted({ ...wanted, mailing: event.currentTarget.checked })}
            />
            {wanted.mailing && (
              <Checkbox
                className="indent"
                label={t('reportB.full')}
                description={t('reportB.fullHint')}
                checked={wanted.full}
                onChange={(event) => setWanted({ ...wanted, full: event.currentTarget.checked })}
              />
            )}
            <Checkbox
              label={t('request.process.report')}
              description={t('request.process.hint')}
              checked={wanted.process}
              onChange={(event) => setWanted({ ...wanted, process: event.currentTarget.checked })}
            />
          </div>
        </fieldset>
      </section>
      <Lacking searched={collected.missing} reports={reports} />
      <section className="section" aria-labelledby="hand-over">
        <header>
          <h2 id="hand-over">{t('request.handOver')}</h2>
        </header>
        <p className="soft">{t('request.onRecord')}</p>
        <ProofForm
          job={job}
          reference={letter.reference}
          ready={!none && letter.received !== ''}
          save={async (common) => {
            const reply = await job.start({
              ...common,
              ...reports,
              full: wanted.full,
              request: requestOf(letter, asked, collected, mailing),
            })
            if (reply.ok) setWritten(reply.value)
            return reply.ok
          }}
        />
      </section>
    </>
  )
}

type Asked = { readonly questions: string; readonly from: string; readonly to: string }

/** Today is now: what came in cannot have come in later. */
function requestOf(letter: Letter, asked: Asked, { message, mailings }: Collected, mailing: number | null) {
  const today = letter.received === partsOf(nowInstant()).day
  return {
    from: letter.from,
    received: today ? nowInstant() : instantAt(letter.received, '12:00'),
    answerBefore: letter.answerBefore ? endOfDay(letter.answerBefore) : null,
    questions: asked.questions.trim(),
    period: asked.from && asked.to ? { from: instantAt(asked.from, '00:00'), to: endOfDay(asked.to) } : null,
    search: {
      address: letter.address.trim() || (message?.to[0] ?? null),
      message: message && {
        from: message.from,
        subject: message.subject.slice(0, 1000),
        sent: message.sent,
        messageId: message.messageId?.slice(0, 1000) ?? null,
      },
      how: mailings.find((one) => one.mailing === mailing)?.how ?? null,
    },
  }
}
