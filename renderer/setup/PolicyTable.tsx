/** The choices the law leaves open, each with its default and its room. Cautious until you change it, with a reason. */
import { NativeSelect, NumberInput, Switch } from '@mantine/core'
import { defaultPolicy } from '../../preload/contract/vocabulary/emptySetup.ts'
import type { Policy, PolicyKey } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'

const choices = {
  pretick_as_opportunity: ['no', 'review', 'yes'],
  review_request_nature: ['commercial', 'service'],
  similarity_default: ['same-family', 'none'],
  brand_mismatch: ['review', 'no'],
} as const satisfies Partial<Record<PolicyKey, readonly string[]>>

/** Lowest and highest that the contract takes. */
const ranges = {
  customer_recency_months: [6, 36],
  consent_review_months: [12, 60],
  late_record_hours: [1, 720],
  manual_unsubscribe_sla_hours: [1, 48],
  export_valid_hours: [1, 72],
  proof_retention_years: [5, 20],
} as const satisfies Partial<Record<PolicyKey, readonly [number, number]>>

export function PolicyTable({
  policy,
  onChange,
}: {
  readonly policy: Policy
  readonly onChange: (policy: Policy) => void
}) {
  const { t } = useText()
  const words = useSharedWords().decision.policies
  const keys = (Object.keys(defaultPolicy) as PolicyKey[]).filter((key) => key !== 'require_doi')
  return (
    <table className="ledger policy">
      <thead>
        <tr>
          <th scope="col">{t('policy.choice')}</th>
          <th scope="col">{t('policy.value')}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key}>
            <th scope="row">
              {words[key].name}
              <div className="soft small">
                {words[key].what} {words[key].room}
              </div>
            </th>
            <td>
              <PolicyField policyKey={key} policy={policy} onChange={onChange} />
              <div className="soft small">
                {JSON.stringify(policy[key]) === JSON.stringify(defaultPolicy[key])
                  ? t('policy.isDefault')
                  : t('policy.default', { value: words[key].default })}
              </div>
            </td>
          </tr>
        ))}
        {(['web-form', 'checkout', 'paper'] as const).map((place) => (
          <tr key={place}>
            <th scope="row">
              {t(`policy.doi.${place}`)}
              <div className="soft small">{words.require_doi.room}</div>
            </th>
            <td>
              <Switch
                aria-label={t(`policy.doi.${place}`)}
                checked={policy.require_doi[place]}
                onChange={(event) =>
                  onChange({ ...policy, require_doi: { ...policy.require_doi, [place]: event.currentTarget.checked } })
                }
                label={t(policy.require_doi[place] ? 'yes' : 'no')}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The name of a term ends with its unit. */
const unitOf = (key: PolicyKey) =>
  key.endsWith('_months') ? 'policy.months' : key.endsWith('_years') ? 'policy.years' : 'policy.hours'

/** The control for one choice. */
export function PolicyField({
  policyKey: key,
  policy,
  size = 'xs',
  onChange,
}: {
  readonly size?: 'xs' | 'sm'
  readonly policyKey: PolicyKey
  readonly policy: Policy
  readonly onChange: (policy: Policy) => void
}) {
  const { t } = useText()
  const label = useSharedWords().decision.policies[key].name
  const set = (value: unknown) => onChange({ ...policy, [key]: value })
  const value = policy[key]
  if (key in choices)
    return (
      <NativeSelect
        size={size}
        aria-label={label}
        value={String(value)}
        onChange={(event) => set(event.currentTarget.value)}
        data={choices[key as keyof typeof choices].map((one) => ({ value: one, label: t(`policyValue.${one}`) }))}
      />
    )
  if (key in ranges) {
    const [min, max] = ranges[key as keyof typeof ranges]
    return (
      <NumberInput
        size={size}
        aria-label={label}
        suffix={` ${t(unitOf(key))}`}
        min={min}
        max={max}
        clampBehavior="blur"
        allowDecimal={false}
        value={typeof value === 'number' ? value : ''}
        placeholder={t('policy.off')}
        onChange={(next) => set(typeof next === 'number' ? next : key === 'consent_review_months' ? null : min)}
      />
    )
  }
  return (
    <Switch
      aria-label={label}
      checked={value === true}
      onChange={(event) => set(event.currentTarget.checked)}
      label={t(value ? 'yes' : 'no')}
    />
  )
}
