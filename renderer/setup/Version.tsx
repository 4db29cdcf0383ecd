/** One version of a form: when it was live, what it said, what could be ticked, and a picture of it. */
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Box, Category, CollectionPoint, FormVersion } from '../../preload/contract/vocabulary/setup.ts'
import { Documents } from '../app/Documents.tsx'
import { useText } from '../app/language.tsx'
import { MomentField } from '../parts/DateField.tsx'
import { atPlace, changeAt } from './lists.ts'
import { RemoveButton } from './RemoveButton.tsx'

export const newBox = (kind: Box['kind']): Box => ({
  key: '',
  kind,
  wording: '',
  control: 'checkbox',
  default: 'unticked',
  placement: 'beside-address',
  categories: [],
  required: false,
  bundledWith: 'none',
})

export function Version({
  version,
  number,
  open,
  kind,
  categories,
  labels,
  onChange,
}: {
  readonly version: FormVersion
  readonly number: number
  readonly open: boolean
  readonly kind: CollectionPoint['kind']
  readonly categories: readonly Category[]
  readonly labels: readonly string[]
  readonly onChange: (version: FormVersion | null) => void
}) {
  const { t, dayShort } = useText()
  const set = (some: Partial<FormVersion>) => onChange({ ...version, ...some })
  const shows = (some: Partial<FormVersion['shows']>) => set({ shows: { ...version.shows, ...some } })
  return (
    <details className="version" open={open}>
      <summary>
        <strong>{t('version.number', { n: number })}</strong>{' '}
        <span className="soft small">
          {t('version.live', {
            from: dayShort(version.liveFrom),
            to: version.liveTo ? dayShort(version.liveTo) : t('version.now'),
          })}
        </span>
      </summary>
      <div className="stack version-fields">
        <div className="fields">
          <MomentField
            label={t('version.from')}
            description={t('version.fromHint')}
            required
            value={version.liveFrom}
            onChange={(liveFrom) => liveFrom && set({ liveFrom })}
          />
          <MomentField label={t('version.to')} value={version.liveTo} onChange={(liveTo) => set({ liveTo })} />
          <TextInput
            label={t('version.url')}
            value={version.url ?? ''}
            onChange={(event) => set({ url: event.currentTarget.value || null })}
          />
        </div>
        {version.boxes.map((box, index) => (
          <BoxFields
            key={atPlace(index)}
            box={box}
            categories={categories}
            onChange={(next) => set({ boxes: changeAt(version.boxes, index, next) })}
          />
        ))}
        <div className="row">
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => set({ boxes: [...version.boxes, newBox('opt-in')] })}
          >
            {t('box.addOptIn')}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => set({ boxes: [...version.boxes, newBox('opt-out')] })}
          >
            {t('box.addOptOut')}
          </Button>
        </div>
        <div className="columns">
          <fieldset className="plain">
            <legend>{t('version.shows')}</legend>
            <Checkbox
              label={t('shown.sender')}
              checked={version.names.entity}
              onChange={(event) =>
                set({
                  names: {
                    ...version.names,
                    entity: event.currentTarget.checked,
                    labels: event.currentTarget.checked ? [...labels] : [],
                  },
                })
              }
            />
            <Checkbox
              label={t('shown.purpose')}
              description={version.shows.purpose ? undefined : t('shown.purposeNeeded')}
              checked={version.shows.purpose}
              onChange={(event) => shows({ purpose: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('shown.withdrawal')}
              checked={version.shows.withdrawal}
              onChange={(event) => shows({ withdrawal: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('shown.privacy')}
              checked={version.shows.privacy !== null}
              onChange={(event) => shows({ privacy: event.currentTarget.checked ? '1' : null })}
            />
            <Checkbox
              label={t('version.misstates')}
              checked={version.shows.misstatesPurpose}
              onChange={(event) => shows({ misstatesPurpose: event.currentTarget.checked })}
            />
            {kind === 'web-form' && (
              <Checkbox
                label={t('version.doi')}
                checked={version.doi}
                onChange={(event) => set({ doi: event.currentTarget.checked })}
              />
            )}
          </fieldset>
          <Documents
            documents={version.documents}
            onChange={(documents) => set({ documents: [...documents] })}
            kind="screenshot"
            label={t('version.documents')}
            hint={t('version.documentsHint')}
          />
        </div>
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(null)}>
            {t('version.remove', { n: number })}
          </Button>
        </div>
      </div>
    </details>
  )
}

function BoxFields({
  box,
  categories,
  onChange,
}: {
  readonly box: Box
  readonly categories: readonly Category[]
  readonly onChange: (box: Box | null) => void
}) {
  const { t } = useText()
  const set = (some: Partial<Box>) => onChange({ ...box, ...some })
  return (
    <div className="box">
      <div className="row-apart">
        <strong>{t(`box.${box.kind}`)}</strong>
        <RemoveButton what={t(`box.${box.kind}`)} onClick={() => onChange(null)} />
      </div>
      <Textarea
        label={t('box.wording')}
        description={t(`box.${box.kind}.hint`)}
        autosize
        minRows={2}
        value={box.wording}
        onChange={(event) => set({ wording: event.currentTarget.value })}
      />
      <div className="fields">
        <NativeSelect
          label={t('box.default')}
          value={box.default}
          onChange={(event) => set({ default: event.currentTarget.value as Box['default'] })}
          data={(['unticked', 'preticked', 'none'] as const).map((value) => ({
            value,
            label: t(`boxDefault.${value}`),
          }))}
        />
        <NativeSelect
          label={t('box.placement')}
          value={box.placement}
          onChange={(event) => set({ placement: event.currentTarget.value as Box['placement'] })}
          data={(['beside-address', 'separate-page', 'terms-only', 'hidden'] as const).map((value) => ({
            value,
            label: t(`placement.${value}`),
          }))}
        />
        <NativeSelect
          label={t('box.control')}
          value={box.control}
          onChange={(event) => set({ control: event.currentTarget.value as Box['control'] })}
          data={(['checkbox', 'button', 'paper-box', 'oral', 'sentence'] as const).map((value) => ({
            value,
            label: t(`control.${value}`),
          }))}
        />
        {box.kind === 'opt-in' && (
          <NativeSelect
            label={t('box.bundled')}
            value={box.bundledWith}
            onChange={(event) => set({ bundledWith: event.currentTarget.value as Box['bundledWith'] })}
            data={(['none', 'terms', 'purchase', 'freebie', 'contest'] as const).map((value) => ({
              value,
              label: t(`bundled.${value}`),
            }))}
          />
        )}
      </div>
      {box.default === 'preticked' && box.kind === 'opt-in' && (
        <div className="note" data-tone="review">
          {t('box.preticked')}
        </div>
      )}
      <Checkbox.Group
        label={t(box.kind === 'opt-in' ? 'box.promises' : 'box.covers')}
        value={box.categories}
        onChange={(keys) => set({ categories: keys })}
      >
        <div className="row choices">
          {categories
            .filter(({ key }) => key)
            .map((category) => (
              <Checkbox key={category.key} value={category.key} label={category.name} />
            ))}
        </div>
      </Checkbox.Group>
      {box.kind === 'opt-in' && (
        <Checkbox
          label={t('box.required')}
          checked={box.required}
          onChange={(event) => set({ required: event.currentTarget.checked })}
        />
      )}
    </div>
  )
}
