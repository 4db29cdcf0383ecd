/** What is asked about an address: who passed it on, and what a business says that it is for. */
import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import type { Fields, Flag } from './handDraft.ts'

interface Own {
  readonly fields: Fields
  readonly set: (some: Partial<Fields>) => void
  readonly setup: Setup
}

/** A further address, or a new one; what it takes along hangs on who said so and what shows it. */
export function AddressFields({ fields, set, kind }: Own & { readonly kind: 'address-added' | 'address-changed' }) {
  const { t } = useText()
  const proven = fields.by === 'contact' && fields.documents.length > 0
  return (
    <div className="stack">
      <div className="fields">
        <TextInput
          label={t(`record.${kind}.words`)}
          required
          type="email"
          value={fields.words}
          onChange={(event) => set({ words: event.currentTarget.value })}
        />
      </div>
      <Radio.Group
        label={t('record.by-whom')}
        value={fields.by}
        onChange={(by) => set({ by: by === 'staff' ? 'staff' : 'contact' })}
      >
        <div className="stack-tight choices">
          <Radio value="contact" label={t('by.contact')} />
          <Radio value="staff" label={t('by.staff')} />
        </div>
      </Radio.Group>
      {kind === 'address-changed' && (
        <div className="note" data-tone={proven ? 'yes' : 'review'} role="status">
          <span>{t(proven ? 'record.changeProven' : 'record.changeUnproven')}</span>
        </div>
      )}
    </div>
  )
}

const says: readonly Flag[] = ['forOffers', 'noAcquisition', 'namesPerson', 'sourceNoticeGiven', 'outsideEea']

export function BusinessFields({ fields, set, setup }: Own) {
  const { t } = useText()
  return (
    <div className="stack">
      <Textarea
        label={t('record.invitation')}
        description={t('record.invitationHint')}
        required
        minRows={2}
        value={fields.wording}
        onChange={(event) => set({ wording: event.currentTarget.value })}
      />
      <div className="fields">
        <TextInput
          label={t('record.url')}
          placeholder="https://"
          value={fields.url}
          onChange={(event) => set({ url: event.currentTarget.value })}
        />
        <TextInput
          label={t('record.purpose')}
          description={t('record.purposeHint')}
          required
          value={fields.purpose}
          onChange={(event) => set({ purpose: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('record.legalForm')}
          value={fields.legalForm}
          onChange={(event) => set({ legalForm: event.currentTarget.value as Fields['legalForm'] })}
          data={(['unknown', 'legal-person', 'professional'] as const).map((one) => ({
            value: one,
            label: t(`legalForm.${one}`),
          }))}
        />
        <TextInput
          label={t('record.kvk')}
          inputMode="numeric"
          value={fields.kvk}
          onChange={(event) => set({ kvk: event.currentTarget.value })}
        />
      </div>
      <Checkbox.Group
        label={t('record.fits')}
        value={[...fields.categories]}
        onChange={(categories) => set({ categories })}
      >
        <div className="row choices">
          {setup.categories.map(({ key, name }) => (
            <Checkbox key={key} value={key} label={name} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox.Group
        label={t('record.whatIsTrue')}
        value={[...fields.flags]}
        onChange={(flags) => set({ flags: flags as readonly Flag[] })}
      >
        <div className="stack-tight choices">
          {says.map((flag) => (
            <Checkbox key={flag} value={flag} label={t(`flag.${flag as 'forOffers'}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </div>
  )
}
