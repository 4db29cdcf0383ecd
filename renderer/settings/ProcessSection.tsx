/** How the work is organised, for the report about the process: who answers, with what, with whom, trained, tested. */
import { TextInput } from '@mantine/core'
import { emptyProcess } from '../../preload/contract/vocabulary/emptySetup.ts'
import type { Process } from '../../preload/contract/vocabulary/setup.ts'
import { Documents } from '../app/Documents.tsx'
import { useText } from '../app/language.tsx'
import { SaveBar } from '../setup/SaveBar.tsx'
import { useSetupDraft } from '../setup/useSetup.ts'
import { DatedRows, Processors, Systems } from './ProcessRows.tsx'

export function ProcessSection() {
  const { t } = useText()
  const part = useSetupDraft('process')
  const saved = part.asked.data?.setup
  if (!saved) return null
  const process = part.draft ?? emptyProcess
  const set = (some: Partial<Process>) => part.setDraft({ ...process, ...some })
  const changed = JSON.stringify(process) !== JSON.stringify(saved.process ?? emptyProcess)
  const { responsible, systems, processors, activities, tests, training } = process
  return (
    <>
      <section className="section">
        <TextInput
          label={t('process.responsible')}
          description={t('process.responsibleHint')}
          maxLength={300}
          value={responsible}
          onChange={(event) => set({ responsible: event.currentTarget.value })}
        />
      </section>
      <Systems systems={systems} onChange={(next) => set({ systems: next })} />
      <Processors processors={processors} onChange={(next) => set({ processors: next })} />
      <section className="section">
        <h2>{t('process.activities')}</h2>
        <p className="soft">{t('process.activitiesLead')}</p>
        <TextInput
          label={t('process.where')}
          maxLength={500}
          value={activities.where}
          onChange={(event) => set({ activities: { ...activities, where: event.currentTarget.value } })}
        />
        <Documents
          documents={activities.documents}
          onChange={(documents) => set({ activities: { ...activities, documents: [...documents] } })}
          kind="other"
          label={t('process.activitiesDocument')}
          hint={t('process.activitiesHint')}
        />
      </section>
      <DatedRows
        of="tests"
        rows={tests.map(({ on, what, finding }) => ({ on, what, more: finding }))}
        onChange={(rows) => set({ tests: rows.map(({ on, what, more }) => ({ on, what, finding: more })) })}
      />
      <DatedRows
        of="training"
        rows={training.map(({ on, about, who }) => ({ on, what: about, more: who }))}
        onChange={(rows) => set({ training: rows.map(({ on, what, more }) => ({ on, about: what, who: more })) })}
      />
      <SaveBar<'process'> of={{ ...part, changed }} />
    </>
  )
}
