/** The lists in the section about the way of working; every field may stay blank. */
import { Button, Fieldset, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Process, Processor } from '../../preload/contract/vocabulary/setup.ts'
import type { CivilDate } from '../../preload/contract/vocabulary/time.ts'
import { Documents } from '../app/Documents.tsx'
import { useText } from '../app/language.tsx'
import { DateField } from '../parts/DateField.tsx'
import { atPlace, changeAt } from '../setup/lists.ts'
import { RemoveButton } from '../setup/RemoveButton.tsx'

/** What can be added to: a title, a line about it, what there is, and a button for one more. */
function Rows({
  of,
  onAdd,
  children,
}: {
  readonly of: 'systems' | 'processors' | 'tests' | 'training'
  readonly onAdd: () => void
  readonly children: ReactNode
}) {
  const { t } = useText()
  return (
    <section className="section">
      <h2>{t(`process.${of}`)}</h2>
      <p className="soft">{t(`process.${of}Lead`)}</p>
      {children}
      <div>
        <Button variant="default" size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={onAdd}>
          {t(`process.${of}.add`)}
        </Button>
      </div>
    </section>
  )
}

export function Systems({
  systems,
  onChange,
}: {
  readonly systems: Process['systems']
  readonly onChange: (systems: Process['systems']) => void
}) {
  const { t } = useText()
  return (
    <Rows of="systems" onAdd={() => onChange([...systems, { name: '', use: '' }])}>
      {systems.map((one, index) => (
        <div key={atPlace(index)} className="entry">
          <TextInput
            label={t('process.systemName')}
            maxLength={200}
            value={one.name}
            onChange={(event) => onChange(changeAt(systems, index, { ...one, name: event.currentTarget.value }))}
          />
          <TextInput
            label={t('process.use')}
            maxLength={500}
            value={one.use}
            onChange={(event) => onChange(changeAt(systems, index, { ...one, use: event.currentTarget.value }))}
          />
          <RemoveButton
            what={one.name || t('process.system', { n: index + 1 })}
            onClick={() => onChange(changeAt(systems, index, null))}
          />
        </div>
      ))}
    </Rows>
  )
}

export function Processors({
  processors,
  onChange,
}: {
  readonly processors: readonly Processor[]
  readonly onChange: (processors: Processor[]) => void
}) {
  return (
    <Rows of="processors" onAdd={() => onChange([...processors, { name: '', does: '', agreed: null, documents: [] }])}>
      {processors.map((one, index) => (
        <OneProcessor
          key={atPlace(index)}
          processor={one}
          n={index + 1}
          onChange={(next) => onChange(changeAt(processors, index, next))}
        />
      ))}
    </Rows>
  )
}

function OneProcessor({
  processor,
  n,
  onChange,
}: {
  readonly processor: Processor
  readonly n: number
  readonly onChange: (processor: Processor | null) => void
}) {
  const { t } = useText()
  const set = (some: Partial<Processor>) => onChange({ ...processor, ...some })
  const called = processor.name || t('process.processor', { n })
  return (
    <Fieldset legend={called}>
      <div className="stack">
        <div className="fields">
          <TextInput
            label={t('process.processorName')}
            maxLength={200}
            value={processor.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t('process.does')}
            maxLength={500}
            value={processor.does}
            onChange={(event) => set({ does: event.currentTarget.value })}
          />
          <DateField
            label={t('process.agreed')}
            value={processor.agreed ?? ''}
            onChange={(day) => set({ agreed: dateOf(day) })}
          />
        </div>
        <div className="row-apart">
          <Documents
            documents={processor.documents}
            onChange={(documents) => set({ documents: [...documents] })}
            kind="letter"
            label={t('process.agreement')}
            hint={t('process.agreementHint')}
          />
          <RemoveButton what={called} onClick={() => onChange(null)} />
        </div>
      </div>
    </Fieldset>
  )
}

interface DatedRow {
  readonly on: CivilDate | null
  readonly what: string
  readonly more: string
}

const asked = {
  tests: { one: 'process.test', what: 'process.what', more: 'process.finding' },
  training: { one: 'process.course', what: 'process.about', more: 'process.who' },
} as const

/** What was done on a day: a test with its finding, training with those who took part. */
export function DatedRows({
  of,
  rows,
  onChange,
}: {
  readonly of: keyof typeof asked
  readonly rows: readonly DatedRow[]
  readonly onChange: (rows: readonly DatedRow[]) => void
}) {
  const { t } = useText()
  const words = asked[of]
  return (
    <Rows of={of} onAdd={() => onChange([...rows, { on: null, what: '', more: '' }])}>
      {rows.map((row, index) => {
        const set = (some: Partial<DatedRow>) => onChange(changeAt(rows, index, { ...row, ...some }))
        return (
          <div key={atPlace(index)} className="entry">
            <DateField label={t('process.on')} value={row.on ?? ''} onChange={(day) => set({ on: dateOf(day) })} />
            <div className="stack">
              <TextInput
                label={t(words.what)}
                maxLength={500}
                value={row.what}
                onChange={(event) => set({ what: event.currentTarget.value })}
              />
              <TextInput
                label={t(words.more)}
                maxLength={500}
                value={row.more}
                onChange={(event) => set({ more: event.currentTarget.value })}
              />
            </div>
            <RemoveButton what={t(words.one, { n: index + 1 })} onClick={() => onChange(changeAt(rows, index, null))} />
          </div>
        )
      })}
    </Rows>
  )
}

const dateOf = (day: string): CivilDate | null => (day === '' ? null : (day as CivilDate))
