/** Whom the owner wants of those who may get it. A filter leaves people out, says how many, and never lets anyone in. */
import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { Filter, LeftOut } from '../../preload/contract/vocabulary/filter.ts'
import { useText } from '../app/language.tsx'
import { DateField } from '../parts/DateField.tsx'
import { endOfDay, instantAt, instantOf, partsOf } from '../parts/moment.ts'
import { useAnswer } from '../register.ts'

type Known = Answer<'mailings.filters'>
const statuses = ['customer', 'former-customer', 'prospect'] as const

export function Narrow({ filter, onChange }: { readonly filter: Filter; readonly onChange: (filter: Filter) => void }) {
  const { t } = useText()
  const known = useAnswer('mailings.filters', {})
  if (!known.data) return null
  return (
    <details className="narrow" open={isNarrow(filter)}>
      <summary>{t('narrow.title')}</summary>
      <div className="stack narrow-room">
        <p className="soft small">{t('narrow.lead')}</p>
        <Choices known={known.data} filter={filter} onChange={onChange} />
        {known.data.unheld.length > 0 && (
          <p className="soft small">
            {t('narrow.unheld', { what: known.data.unheld.map((one) => t(`unheld.${one}`)).join(', ') })}
          </p>
        )}
        {isNarrow(filter) && (
          <div>
            <button type="button" className="as-link small" onClick={() => onChange({})}>
              {t('narrow.none')}
            </button>
          </div>
        )}
      </div>
    </details>
  )
}

export const isNarrow = (filter: Filter): boolean => Object.values(filter).some((part) => part !== undefined)

function Choices({
  known,
  filter,
  onChange,
}: {
  readonly known: Known
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}) {
  const { t } = useText()
  const set = (part: Partial<{ [P in keyof Filter]: Filter[P] | undefined }>) =>
    onChange(withoutEmpty({ ...filter, ...part }))
  const holds = (part: keyof Filter) => known.parts.some((one) => one === part)
  return (
    <>
      {holds('labels') && known.labels.length > 1 && (
        <Several
          label={t('narrow.labels')}
          value={filter.labels}
          of={known.labels.map(({ key, name }) => [key, name] as const)}
          onChange={(labels) => set({ labels })}
        />
      )}
      {holds('families') && known.families.length > 0 && (
        <Several
          label={t('narrow.families')}
          value={filter.families}
          of={known.families.map(({ key, name }) => [key, name] as const)}
          onChange={(families) => set({ families })}
        />
      )}
      {holds('bought') && known.bought && (
        <Bought bought={known.bought} value={filter.bought} onChange={(bought) => set({ bought })} />
      )}
      {holds('status') && (
        <Several
          label={t('narrow.status')}
          value={filter.status}
          of={statuses.map((one) => [one, t(`status.${one}`)] as const)}
          onChange={(status) => set({ status: status as Filter['status'] })}
        />
      )}
      {holds('languages') && known.languages.length > 1 && (
        <Several
          label={t('narrow.languages')}
          value={filter.languages}
          of={known.languages.map((one) => [one, t(`formLanguage.${one}`)] as const)}
          onChange={(languages) => set({ languages: languages as Filter['languages'] })}
        />
      )}
      {holds('areas') && <Areas value={filter.areas} onChange={(areas) => set({ areas })} />}
    </>
  )
}

/** Beginnings of postcodes, as typed: what is no number is left out. */
function Areas({
  value,
  onChange,
}: {
  readonly value: readonly string[] | undefined
  readonly onChange: (areas: string[] | undefined) => void
}) {
  const { t } = useText()
  const [text, setText] = useState((value ?? []).join(', '))
  return (
    <TextInput
      label={t('narrow.areas')}
      description={t('narrow.areasHint')}
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setText(typed)
        const areas = typed.split(/[\s,;]+/u).filter((area) => /^\d{1,4}$/u.test(area))
        onChange(areas.length > 0 ? [...new Set(areas)] : undefined)
      }}
    />
  )
}

function Several({
  label,
  value,
  of,
  onChange,
}: {
  readonly label: string
  readonly value: readonly string[] | undefined
  readonly of: readonly (readonly [value: string, name: string])[]
  readonly onChange: (chosen: string[] | undefined) => void
}) {
  return (
    <Checkbox.Group
      label={label}
      value={[...(value ?? [])]}
      onChange={(chosen) => onChange(chosen.length > 0 ? chosen : undefined)}
    >
      <div className="row choices">
        {of.map(([key, name]) => (
          <Checkbox key={key} value={key} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

function Bought({
  bought,
  value,
  onChange,
}: {
  readonly bought: NonNullable<Known['bought']>
  readonly value: Filter['bought']
  readonly onChange: (bought: Filter['bought']) => void
}) {
  const { t, dayShort } = useText()
  const since = value?.since ? partsOf(value.since).day : ''
  const until = value?.before ? partsOf(instantOf(Date.parse(value.before) - 1)).day : ''
  const tell = (from: string, to: string) =>
    onChange(
      from || to
        ? {
            since: from ? instantAt(from) : null,
            before: to ? instantOf(Date.parse(endOfDay(to)) + 1) : null,
          }
        : undefined,
    )
  return (
    <fieldset className="plain">
      <legend>{t('narrow.bought')}</legend>
      <span className="soft small">
        {t('narrow.boughtHint', { first: dayShort(bought.first), last: dayShort(bought.last) })}
      </span>
      <div className="fields">
        <DateField label={t('narrow.since')} value={since} onChange={(day) => tell(day, until)} />
        <DateField label={t('narrow.until')} value={until} onChange={(day) => tell(since, day)} />
      </div>
    </fieldset>
  )
}

function withoutEmpty(filter: { readonly [P in keyof Filter]?: Filter[P] | undefined }): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, part]) => part !== undefined))
}

/** How many each part of the filter left out, in the order in which they were applied. */
export function LeftOutTable({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const { t, number } = useText()
  return (
    <table className="ledger">
      <caption>{t('leftOut.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('leftOut.by')}</th>
          <th scope="col" className="num">
            {t('leftOut.people')}
          </th>
          <th scope="col" className="num">
            {t('leftOut.yes')}
          </th>
        </tr>
      </thead>
      <tbody>
        {leftOut.map((one) => (
          <tr key={one.by}>
            <th scope="row">{t(`leftOut.${one.by}`)}</th>
            <td className="num">{number(one.contacts)}</td>
            <td className="num">{number(one.yes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
