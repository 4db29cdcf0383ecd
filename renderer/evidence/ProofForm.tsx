/** What every proof asks before it is saved: reference, language, folder or zip, and one's own explanation, kept apart. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useBy } from '../app/by.ts'
import { type Language, useText } from '../app/language.tsx'
import { LanguageField } from '../parts/LanguageField.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { type Job, useDesktop } from '../register.ts'
import { askWhere, type Packed, PackField } from './pack.tsx'

/** What goes to the register with any proof. */
export interface ProofAsked {
  readonly language: Language
  readonly reference: string | null
  readonly explanation: string | null
  readonly by: string
  readonly to: string
  readonly pack: Packed
}

type ShownJob = Pick<Job<'evidence.export'>, 'running' | 'progress' | 'began' | 'cancel' | 'problem'>

export function ProofForm({
  job,
  first,
  more,
  reference: given,
  ready = true,
  save,
}: {
  readonly job: ShownJob
  /** Fields that come before these. */
  readonly first?: ReactNode
  /** What comes after these, before the explanation. */
  readonly more?: ReactNode
  /** Where it is asked elsewhere on the page. */
  readonly reference?: string
  readonly ready?: boolean
  /** True when it was written. */
  readonly save: (asked: ProofAsked) => Promise<boolean>
}) {
  const { t, language: shown } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const [language, setLanguage] = useState<Language>(shown)
  const [typed, setTyped] = useState('')
  const [explanation, setExplanation] = useState('')
  const [pack, setPack] = useState<Packed>('folder')
  const write = async () => {
    const to = await askWhere(desktop, pack, t)
    if (!to) return
    const reference = (given ?? typed).trim() || null
    const written = await save({
      ...{ language, reference, explanation: explanation.trim() || null, by, to: to.grant, pack },
    })
    if (written) await desktop.deliver(to)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      <div className="fields">
        {first}
        {given === undefined && (
          <TextInput
            label={t('record.reference')}
            description={t('evidence.referenceHint')}
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <LanguageField value={language} onChange={setLanguage} />
        <PackField pack={pack} onChange={setPack} />
      </div>
      {more}
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
        <Button type="submit" disabled={job.running || !ready}>
          {t('evidence.save')}
        </Button>
        <span className="soft small">{t('record.by', { by })}</span>
      </div>
    </form>
  )
}
