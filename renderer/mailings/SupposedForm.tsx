/** "Whom would I win?": a form version as it stands, with a screenshot that is only supposed, or live from an earlier day. */
import { Checkbox, NativeSelect } from '@mantine/core'
import type { FormVersion, Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { WhatIf } from '../../preload/contract/vocabulary/whatIf.ts'
import { useText } from '../app/language.tsx'
import { DateField } from '../parts/DateField.tsx'
import { instantAt, partsOf } from '../parts/moment.ts'

export interface FormDraft {
  readonly point: string
  readonly version: FormVersion
  /** Suppose a copy is kept. */
  readonly shot: boolean
  /** Suppose it was live from this day on. */
  readonly from: string
}

const isDocumented = ({ documents }: FormVersion): boolean => documents.length > 0

/** Every version, those without a copy first: there is most to win. */
export function formsOf({ points }: Setup): FormDraft[] {
  return points
    .flatMap(({ key, versions }) =>
      versions.map((version) => ({
        point: key,
        version,
        shot: !isDocumented(version),
        from: partsOf(version.liveFrom).day,
      })),
    )
    .sort((one, other) => Number(isDocumented(one.version)) - Number(isDocumented(other.version)))
}

/** Nothing where it is as it stands. */
export function supposedOf({ point, version, shot, from }: FormDraft): WhatIf[] {
  const moved: WhatIf[] =
    from === '' || from === partsOf(version.liveFrom).day
      ? []
      : [{ kind: 'version', point, version: { ...version, liveFrom: instantAt(from) } }]
  return shot && !isDocumented(version) ? [...moved, { kind: 'documented', point, version: version.key }] : moved
}

export function SupposedForm({
  setup,
  form,
  onChange,
}: {
  readonly setup: Setup
  readonly form: FormDraft | null
  readonly onChange: (form: FormDraft) => void
}) {
  const { t, dayShort } = useText()
  const forms = formsOf(setup)
  if (!form) return <p className="soft">{t('compare.formNone')}</p>
  const idOf = ({ point, version }: FormDraft) => `${point} ${version.key}`
  const nameOf = (key: string) => setup.points.find((one) => one.key === key)?.name ?? key
  return (
    <fieldset className="plain">
      <legend>{t('compare.suppose')}</legend>
      <div className="fields">
        <NativeSelect
          label={t('compare.formVersion')}
          value={idOf(form)}
          data={forms.map((one) => ({
            value: idOf(one),
            label: `${nameOf(one.point)} · ${one.version.key} · ${dayShort(one.version.liveFrom)}`,
          }))}
          onChange={(event) => {
            const chosen = forms.find((one) => idOf(one) === event.currentTarget.value)
            if (chosen) onChange(chosen)
          }}
        />
        <DateField label={t('compare.formFrom')} value={form.from} onChange={(from) => onChange({ ...form, from })} />
      </div>
      {isDocumented(form.version) ? (
        <span className="soft small">{t('compare.formHas')}</span>
      ) : (
        <Checkbox
          label={t('compare.formShot')}
          checked={form.shot}
          onChange={(event) => onChange({ ...form, shot: event.currentTarget.checked })}
        />
      )}
      <span className="soft small">
        {t('compare.formHint')} {t('compare.nothingKept')}
      </span>
    </fieldset>
  )
}
