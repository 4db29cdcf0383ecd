/** Where addresses are collected, and every version of each form: exact words, box, place, live from and to. */
import { Button, Fieldset, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Category, CollectionPoint, Entity, FormVersion } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { nowInstant } from '../parts/moment.ts'
import { LivePeriods } from './LivePeriods.tsx'
import { atPlace, changeAt } from './lists.ts'
import { RemoveButton } from './RemoveButton.tsx'
import { newBox, Version } from './Version.tsx'

export function newVersion(kind: CollectionPoint['kind'], labels: readonly string[]): FormVersion {
  return {
    key: '',
    liveFrom: nowInstant(),
    liveTo: null,
    language: 'nl',
    url: null,
    boxes: [newBox(kind === 'checkout' ? 'opt-out' : 'opt-in')],
    names: { entity: true, labels: [...labels] },
    shows: { purpose: false, withdrawal: false, privacy: null, frequency: false, misstatesPurpose: false },
    doi: false,
    thirdParties: [],
    documents: [],
  }
}

export function Points({
  points,
  entities,
  categories,
  onChange,
}: {
  readonly points: readonly CollectionPoint[]
  readonly entities: readonly Entity[]
  readonly categories: readonly Category[]
  readonly onChange: (points: CollectionPoint[]) => void
}) {
  const { t } = useText()
  const labels = entities[0]?.labels.map(({ key }) => key).filter(Boolean) ?? []
  const add = (kind: CollectionPoint['kind']) =>
    onChange([
      ...points,
      {
        key: '',
        name: t(`pointKind.${kind}`),
        kind,
        entity: entities[0]?.key ?? '',
        versions: [newVersion(kind, labels)],
      },
    ])
  return (
    <div className="stack">
      {points.map((point, index) => (
        <Point
          key={atPlace(index)}
          point={point}
          entities={entities}
          categories={categories}
          labels={labels}
          onChange={(next) => onChange(changeAt(points, index, next))}
        />
      ))}
      <div className="row">
        {(['checkout', 'web-form', 'paper', 'phone', 'store', 'fair'] as const).map((kind) => (
          <Button
            key={kind}
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => add(kind)}
          >
            {t(`pointKind.${kind}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}

function Point({
  point,
  entities,
  categories,
  labels,
  onChange,
}: {
  readonly point: CollectionPoint
  readonly entities: readonly Entity[]
  readonly categories: readonly Category[]
  readonly labels: readonly string[]
  readonly onChange: (point: CollectionPoint | null) => void
}) {
  const { t } = useText()
  const set = (some: Partial<CollectionPoint>) => onChange({ ...point, ...some })
  /** A new version begins where the last one ends: the form changed at one moment. */
  const addVersion = () => {
    const now = nowInstant()
    const last = point.versions.at(-1)
    const fresh = last
      ? { ...last, key: '', liveFrom: now, liveTo: null, documents: [] }
      : newVersion(point.kind, labels)
    const before = point.versions.map((one) => (one === last && one.liveTo === null ? { ...one, liveTo: now } : one))
    set({ versions: [...before, fresh] })
  }
  return (
    <Fieldset legend={point.name || t('point.new')}>
      <div className="stack">
        <div className="row-apart">
          <div className="fields" style={{ flex: 1 }}>
            <TextInput
              label={t('point.name')}
              value={point.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            {entities.length > 1 && (
              <NativeSelect
                label={t('questions.sender')}
                value={point.entity}
                onChange={(event) => set({ entity: event.currentTarget.value })}
                data={entities.map((one) => ({ value: one.key, label: one.name }))}
              />
            )}
          </div>
          <RemoveButton what={point.name} onClick={() => onChange(null)} />
        </div>
        {point.versions.length > 1 && <LivePeriods versions={point.versions} />}
        {point.versions.map((version, index) => (
          <Version
            key={atPlace(index)}
            version={version}
            number={index + 1}
            open={index === point.versions.length - 1}
            kind={point.kind}
            categories={categories}
            labels={labels}
            onChange={(next) => set({ versions: changeAt(point.versions, index, next) })}
          />
        ))}
        <div>
          <Button variant="default" size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={addVersion}>
            {t('point.addVersion')}
          </Button>
        </div>
      </div>
    </Fieldset>
  )
}
