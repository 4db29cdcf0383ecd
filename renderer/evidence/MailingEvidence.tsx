/** The reports about one mailing (who could get it, on what basis, what happened after) and about the whole process. */
import { Button, Checkbox, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import { useBy } from '../app/by.ts'
import { type Language, useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { Empty } from '../parts/Empty.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useAnswer, useDesktop, useJob } from '../register.ts'
import { askWhere, type Packed, PackField } from './pack.tsx'
import { WrittenFiles } from './WrittenFiles.tsx'

export function MailingEvidence({ mailing }: { readonly mailing: number | null }) {
  const { t } = useText()
  const list = useAnswer('mailings.list', {})
  const fixed = (list.data ?? []).filter(({ decisions }) => decisions.length > 0)
  const chosen = fixed.find(({ id }) => id === mailing) ?? fixed.at(-1)
  return (
    <div className="page">
      <header>
        <div>
          <a className="back-link" href="#/evidence">
            <IconArrowLeft size={16} aria-hidden /> {t('place.evidence')}
          </a>
          <h1>{t('reportB.title')}</h1>
          <p>{t('reportB.lead')}</p>
        </div>
      </header>
      {list.problem && <ProblemNote problem={list.problem} again={list.again} />}
      {list.data && !chosen && (
        <Empty title={t('reportB.none')} text={t('reportB.noneText')}>
          <Button onClick={() => go('mailings')}>{t('place.mailings')}</Button>
        </Empty>
      )}
      {chosen && (
        <Make
          first={chosen.id}
          options={fixed.map(({ id, mailing: { name } }) => ({ value: String(id), label: name }))}
        />
      )}
    </div>
  )
}

/** The whole process: forms, policy, sources, how fast objections held. It names nobody. */
export function ProcessEvidence() {
  const { t } = useText()
  return (
    <div className="page">
      <header>
        <div>
          <a className="back-link" href="#/evidence">
            <IconArrowLeft size={16} aria-hidden /> {t('place.evidence')}
          </a>
          <h1>{t('reportC.title')}</h1>
          <p>{t('reportC.lead')}</p>
        </div>
      </header>
      <Make first={null} options={[]} />
    </div>
  )
}

function Make({
  first,
  options,
}: {
  /** Null: the whole process. */
  readonly first: number | null
  readonly options: { readonly value: string; readonly label: string }[]
}) {
  const { t, language: shown } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const ofMailing = useJob('evidence.mailing')
  const ofProcess = useJob('evidence.process')
  const job = first === null ? ofProcess : ofMailing
  const [mailing, setMailing] = useState(first)
  const [language, setLanguage] = useState<Language>(shown)
  const [reference, setReference] = useState('')
  const [explanation, setExplanation] = useState('')
  const [full, setFull] = useState(false)
  const [pack, setPack] = useState<Packed>('folder')
  const [written, setWritten] = useState<Answer<'evidence.mailing'> | null>(null)
  const write = async () => {
    const to = await askWhere(desktop, pack, t)
    if (!to) return
    const asked = {
      language,
      reference: reference.trim() || null,
      explanation: explanation.trim() || null,
      by,
      to: to.grant,
      pack,
    }
    const reply = mailing === null ? await ofProcess.start(asked) : await ofMailing.start({ ...asked, mailing, full })
    if (!reply.ok) return
    setWritten(reply.value)
    await desktop.deliver(to)
  }
  if (written)
    return (
      <WrittenFiles
        written={written}
        name={options.find(({ value }) => value === String(mailing))?.label ?? t('reportC.name')}
      />
    )
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      <div className="fields">
        {mailing !== null && (
          <NativeSelect
            label={t('compare.mailing')}
            value={String(mailing)}
            data={options}
            onChange={(event) => setMailing(Number(event.currentTarget.value))}
          />
        )}
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
      {mailing !== null && (
        <Checkbox
          label={t('reportB.full')}
          description={t('reportB.fullHint')}
          checked={full}
          onChange={(event) => setFull(event.currentTarget.checked)}
        />
      )}
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
        <Button type="submit" disabled={job.running}>
          {t('evidence.save')}
        </Button>
        <span className="soft small">{t('record.by', { by })}</span>
      </div>
    </form>
  )
}
