/** Who sends: the legal person, and the names it uses. */
import { Button, Fieldset, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Entity } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { atPlace, changeAt } from './lists.ts'
import { RemoveButton } from './RemoveButton.tsx'

export const newEntity: Entity = {
  key: '',
  name: '',
  kvk: null,
  postalAddress: null,
  contact: null,
  labels: [{ key: '', name: '' }],
}

export function Senders({
  entities,
  onChange,
}: {
  readonly entities: readonly Entity[]
  readonly onChange: (entities: Entity[]) => void
}) {
  const { t } = useText()
  return (
    <div className="stack">
      {entities.map((entity, index) => (
        <Sender
          key={atPlace(index)}
          entity={entity}
          onChange={(next) => onChange(changeAt(entities, index, next))}
          onRemove={entities.length > 1 ? () => onChange(changeAt(entities, index, null)) : null}
        />
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...entities, newEntity])}
        >
          {t('sender.add')}
        </Button>
      </div>
    </div>
  )
}

function Sender({
  entity,
  onChange,
  onRemove,
}: {
  readonly entity: Entity
  readonly onChange: (entity: Entity) => void
  readonly onRemove: (() => void) | null
}) {
  const { t } = useText()
  const set = (some: Partial<Entity>) => onChange({ ...entity, ...some })
  const kvkWrong = entity.kvk !== null && !/^\d{8}$/u.test(entity.kvk)
  return (
    <Fieldset legend={entity.name || t('sender.new')}>
      <div className="stack">
        <div className="fields">
          <TextInput
            label={t('sender.name')}
            description={t('sender.nameHint')}
            required
            value={entity.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t('sender.kvk')}
            description={t('sender.kvkHint')}
            inputMode="numeric"
            value={entity.kvk ?? ''}
            error={kvkWrong ? t('sender.kvkWrong') : undefined}
            onChange={(event) => set({ kvk: event.currentTarget.value.replace(/\s/gu, '') || null })}
          />
          <TextInput
            label={t('sender.postal')}
            description={t('sender.postalHint')}
            value={entity.postalAddress ?? ''}
            onChange={(event) => set({ postalAddress: event.currentTarget.value || null })}
          />
          <TextInput
            label={t('sender.contact')}
            description={t('sender.contactHint')}
            value={entity.contact ?? ''}
            onChange={(event) => set({ contact: event.currentTarget.value || null })}
          />
        </div>
        <div className="stack-tight">
          <strong className="small">{t('sender.labels')}</strong>
          <span className="small soft">{t('sender.labelsHint')}</span>
          {entity.labels.map((label, index) => (
            <div key={atPlace(index)} className="row">
              <TextInput
                aria-label={t('sender.labelNumber', { n: index + 1 })}
                value={label.name}
                placeholder={entity.name}
                onChange={(event) =>
                  set({ labels: changeAt(entity.labels, index, { ...label, name: event.currentTarget.value }) })
                }
              />
              {entity.labels.length > 1 && (
                <RemoveButton
                  what={label.name || t('sender.labelNumber', { n: index + 1 })}
                  onClick={() => set({ labels: changeAt(entity.labels, index, null) })}
                />
              )}
            </div>
          ))}
          <div className="row">
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => set({ labels: [...entity.labels, { key: '', name: '' }] })}
            >
              {t('sender.addLabel')}
            </Button>
            {onRemove && (
              <Button variant="subtle" size="compact-sm" onClick={onRemove}>
                {t('sender.remove')}
              </Button>
            )}
          </div>
        </div>
      </div>
    </Fieldset>
  )
}
