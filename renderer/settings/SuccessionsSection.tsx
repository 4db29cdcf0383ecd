/** One legal person takes the place of another: how, from when, and the deed that shows it. */
import { Button, Fieldset, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type Entity, SucceededBy, type Succession } from '../../preload/contract/vocabulary/setup.ts'
import { Documents } from '../app/Documents.tsx'
import { useText } from '../app/language.tsx'
import { MomentField } from '../parts/DateField.tsx'
import { nowInstant } from '../parts/moment.ts'
import { atPlace, changeAt } from '../setup/lists.ts'
import { RemoveButton } from '../setup/RemoveButton.tsx'
import { SaveBar } from '../setup/SaveBar.tsx'
import { useSetupDraft } from '../setup/useSetup.ts'

export function SuccessionsSection() {
  const { t } = useText()
  const part = useSetupDraft('successions')
  const entities = part.asked.data?.setup.entities
  if (!entities) return null
  const successions = part.draft ?? []
  const [first, second] = entities
  return (
    <>
      {first && second ? (
        <div className="stack">
          {successions.map((one, index) => (
            <One
              key={atPlace(index)}
              succession={one}
              entities={entities}
              onChange={(next) => part.setDraft(changeAt(successions, index, next))}
            />
          ))}
          <div>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() =>
                part.setDraft([
                  ...successions,
                  { from: first.key, to: second.key, how: 'universal-succession', on: nowInstant(), documents: [] },
                ])
              }
            >
              {t('succession.add')}
            </Button>
          </div>
        </div>
      ) : (
        <p className="soft">
          {t('succession.needsTwo')} <a href="#/settings/senders">{t('settings.senders')}</a>
        </p>
      )}
      <SaveBar of={part} />
    </>
  )
}

function One({
  succession,
  entities,
  onChange,
}: {
  readonly succession: Succession
  readonly entities: readonly Entity[]
  readonly onChange: (succession: Succession | null) => void
}) {
  const { t } = useText()
  const set = (some: Partial<Succession>) => onChange({ ...succession, ...some })
  const data = entities.map(({ key, name }) => ({ value: key, label: name }))
  const nameOf = (key: string) => entities.find((one) => one.key === key)?.name ?? key
  return (
    <Fieldset legend={`${nameOf(succession.from)} → ${nameOf(succession.to)}`}>
      <div className="stack">
        <div className="fields">
          <NativeSelect
            label={t('succession.from')}
            value={succession.from}
            data={data}
            onChange={(event) => set({ from: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('succession.to')}
            value={succession.to}
            data={data}
            error={succession.from === succession.to ? t('succession.same') : undefined}
            onChange={(event) => set({ to: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('succession.how')}
            value={succession.how}
            data={SucceededBy.options.map((value) => ({ value, label: t(`succession.${value}`) }))}
            onChange={(event) => set({ how: event.currentTarget.value as Succession['how'] })}
          />
          <MomentField
            label={t('succession.on')}
            value={succession.on}
            required
            onChange={(on) => {
              if (on) set({ on })
            }}
          />
        </div>
        <p className="soft small">{t(`succession.${succession.how}.means`)}</p>
        <div className="row-apart">
          <Documents
            documents={succession.documents}
            onChange={(documents) => set({ documents: [...documents] })}
            kind="letter"
            label={t('succession.documents')}
            hint={t('succession.documentsHint')}
          />
          <RemoveButton what={t('succession.one')} onClick={() => onChange(null)} />
        </div>
      </div>
    </Fieldset>
  )
}
