/** What is asked about a sale, a gift or a membership, and about the opportunity to object that went with one. */
import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { BoxDefaultField } from './BoxDefaultField.tsx'
import type { Fields } from './handDraft.ts'

interface Own {
  readonly fields: Fields
  readonly set: (some: Partial<Fields>) => void
  readonly setup: Setup
}

export function SaleFields({ fields, set, setup, kind }: Own & { readonly kind: 'sale' | 'membership' | 'donation' }) {
  const { t } = useText()
  return (
    <div className="stack">
      <div className="fields">
        <Order fields={fields} set={set} kind={kind} />
        {kind === 'donation' ? (
          <TextInput
            label={t('record.amount')}
            placeholder="25,00"
            value={fields.amount}
            onChange={(event) => set({ amount: event.currentTarget.value })}
          />
        ) : (
          <TextInput
            label={t(kind === 'membership' ? 'record.membershipProduct' : 'record.product')}
            value={fields.words}
            onChange={(event) => set({ words: event.currentTarget.value })}
          />
        )}
        <Point fields={fields} set={set} setup={setup} />
      </div>
      <Checkbox
        label={t('record.addressEntered')}
        checked={fields.addressEntered}
        onChange={(event) => set({ addressEntered: event.currentTarget.checked })}
      />
      <Radio.Group
        label={t('record.statement')}
        description={t('record.statementHint')}
        value={fields.statement}
        onChange={(statement) => set({ statement: statement as Fields['statement'] })}
      >
        <div className="stack-tight choices">
          {(['yes', 'no', 'none'] as const).map((one) => (
            <Radio key={one} value={one} label={t(`statement.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      {kind !== 'donation' && (
        <Checkbox.Group
          label={t('record.families')}
          value={[...fields.families]}
          onChange={(families) => set({ families })}
        >
          <div className="row choices">
            {setup.families.map((family) => (
              <Checkbox key={family.key} value={family.key} label={family.name} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </div>
  )
}

export function OpportunityFields({ fields, set, setup }: Own) {
  const { t } = useText()
  return (
    <div className="stack">
      <div className="fields">
        <Order fields={fields} set={set} kind="sale" />
        <Point fields={fields} set={set} setup={setup} />
      </div>
      {fields.point === null && (
        <>
          <Textarea
            label={t('record.wording')}
            description={t('record.opportunityWordingHint')}
            required
            minRows={2}
            value={fields.wording}
            onChange={(event) => set({ wording: event.currentTarget.value })}
          />
          <div className="fields">
            <NativeSelect
              label={t('box.placement')}
              value={fields.placement ?? ''}
              onChange={(event) => set({ placement: (event.currentTarget.value || null) as Fields['placement'] })}
              data={[
                { value: '', label: t('unknown') },
                ...(['beside-address', 'separate-page', 'terms-only', 'hidden'] as const).map((value) => ({
                  value,
                  label: t(`placement.${value}`),
                })),
              ]}
            />
            <BoxDefaultField fields={fields} set={set} />
          </div>
        </>
      )}
      <Radio.Group
        label={t('record.outcome')}
        value={fields.outcome}
        onChange={(outcome) => set({ outcome: outcome as Fields['outcome'] })}
      >
        <div className="row choices">
          {(['not-used', 'used', 'unknown'] as const).map((one) => (
            <Radio key={one} value={one} label={t(`outcome.${one}`)} />
          ))}
        </div>
      </Radio.Group>
    </div>
  )
}

const orders = { sale: 'record.order', membership: 'record.membershipOrder', donation: 'record.donationOrder' } as const

function Order({ fields, set, kind }: Omit<Own, 'setup'> & { readonly kind: keyof typeof orders }) {
  const { t } = useText()
  return (
    <TextInput
      label={t(orders[kind])}
      {...(kind === 'sale' ? {} : { description: t('record.orderHint') })}
      required
      value={fields.order}
      onChange={(event) => set({ order: event.currentTarget.value })}
    />
  )
}

function Point({ fields, set, setup }: Own) {
  const { t } = useText()
  return (
    <NativeSelect
      label={t('record.salePoint')}
      description={t('record.pointHint')}
      value={fields.point ?? ''}
      onChange={(event) => set({ point: event.currentTarget.value || null })}
      data={[
        { value: '', label: t('record.noPoint') },
        ...setup.points.map((one) => ({ value: one.key, label: one.name })),
      ]}
    />
  )
}
