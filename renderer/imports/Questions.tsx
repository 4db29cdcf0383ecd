/** What the file cannot say itself, and the person at the screen must. */
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { FileKind, ImportContext, Inspection } from '../../preload/contract/vocabulary/import.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'

const everybody = ['subscribed', 'unsubscribed', 'cleaned', 'non-subscribed'] as const
const stopped = ['unsubscribed', 'cleaned'] as const
const zones = ['Europe/Amsterdam', 'UTC', 'Europe/London', 'America/New_York', 'America/Los_Angeles'] as const

export function Questions({
  look,
  kind,
  setup,
  context,
  onChange,
}: {
  readonly look: Inspection
  readonly kind: FileKind
  readonly setup: Setup
  readonly context: ImportContext
  readonly onChange: (context: ImportContext) => void
}) {
  const { t } = useText()
  const { files } = useSharedWords()
  const set = (some: Partial<ImportContext>) => onChange({ ...context, ...some })
  const entity = setup.entities.find((one) => one.key === context.entity)
  const points = setup.points.filter((point) => point.entity === context.entity)
  const people = kind === 'members' || kind === 'suppressions'
  return (
    <section className="section" aria-labelledby="questions">
      <header>
        <h2 id="questions">{t('questions.title')}</h2>
      </header>
      <div className="fields">
        {setup.entities.length > 1 && (
          <NativeSelect
            label={t('questions.sender')}
            value={context.entity}
            onChange={(event) => {
              const next = setup.entities.find((one) => one.key === event.currentTarget.value)
              set({ entity: event.currentTarget.value, label: next?.labels[0]?.key ?? null, point: null })
            }}
            data={setup.entities.map((one) => ({ value: one.key, label: one.name }))}
          />
        )}
        {entity && entity.labels.length > 1 && (
          <NativeSelect
            label={t('questions.label')}
            value={context.label ?? ''}
            onChange={(event) => set({ label: event.currentTarget.value || null })}
            data={entity.labels.map((one) => ({ value: one.key, label: one.name }))}
          />
        )}
        {kind !== 'suppressions' && (
          <NativeSelect
            label={t(kind === 'orders' ? 'questions.checkout' : 'questions.point')}
            description={t(points.length === 0 ? 'questions.noPoints' : 'questions.pointHint')}
            value={context.point ?? ''}
            onChange={(event) => set({ point: event.currentTarget.value || null })}
            data={[
              { value: '', label: t('questions.pointUnknown') },
              ...points.map((one) => ({ value: one.key, label: one.name })),
            ]}
          />
        )}
        {kind === 'orders' && (
          <NativeSelect
            label={t('questions.channel')}
            description={t('questions.channelHint')}
            value={context.salesChannel}
            onChange={(event) => set({ salesChannel: event.currentTarget.value as ImportContext['salesChannel'] })}
            data={(['own-shop', 'store', 'phone', 'marketplace'] as const).map((one) => ({
              value: one,
              label: t(`channel.${one}`),
            }))}
          />
        )}
        {people && (
          <NativeSelect
            label={t(kind === 'suppressions' ? 'questions.whyNoMail' : 'questions.listStatus')}
            description={look.listStatus ? t('questions.listStatusGuess') : t('questions.listStatusHint')}
            value={context.listStatus ?? ''}
            onChange={(event) =>
              set({ listStatus: (event.currentTarget.value || null) as ImportContext['listStatus'] })
            }
            data={[
              { value: '', label: t(kind === 'suppressions' ? 'questions.whyInFile' : 'questions.statusInFile') },
              ...(kind === 'suppressions' ? stopped : everybody).map((one) => ({
                value: one,
                label: files.listStatuses[one],
              })),
            ]}
          />
        )}
        <NativeSelect
          label={t('questions.zone')}
          description={t('questions.zoneHint')}
          value={context.zone}
          onChange={(event) => set({ zone: event.currentTarget.value })}
          data={[...zones]}
        />
      </div>
      {(kind === 'members' || kind === 'contacts') && setup.categories.length > 0 && (
        <Checkbox.Group
          label={t('questions.promised')}
          description={t('questions.promisedHint')}
          value={context.categories}
          onChange={(categories) => set({ categories })}
        >
          <div className="row choices">
            {setup.categories.map((category) => (
              <Checkbox key={category.key} value={category.key} label={category.name} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <Checkbox
        label={t('questions.collector')}
        checked={context.collector !== null}
        onChange={(event) => set({ collector: event.currentTarget.checked ? '' : null })}
      />
      {context.collector !== null && (
        <TextInput
          label={t('questions.collectorName')}
          value={context.collector}
          onChange={(event) => set({ collector: event.currentTarget.value })}
        />
      )}
    </section>
  )
}
