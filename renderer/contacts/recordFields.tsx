/** The few fields that only one kind of entry has. */
import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useText, type WordId } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { DateField } from '../parts/DateField.tsx'
import { useAnswer } from '../register.ts'
import { BoxDefaultField } from './BoxDefaultField.tsx'
import { type Fields, type HandKind, optInsOf } from './handDraft.ts'
import { AddressFields, BusinessFields } from './recordAddressFields.tsx'
import { OpportunityFields, SaleFields } from './recordSaleFields.tsx'

type Setter = (some: Partial<Fields>) => void
interface Own {
  readonly contact: number | null
  readonly kind: HandKind
  readonly fields: Fields
  readonly set: Setter
  readonly setup: Setup
}

export function OwnFields(own: Own): ReactNode {
  const { t } = useText()
  switch (own.kind) {
    case 'objection':
    case 'consent-withdrawn':
      return (
        <>
          <ScopeFields {...own} />
          <div className="fields">
            <DateField
              label={t('record.effective')}
              value={own.fields.effective}
              onChange={(effective) => own.set({ effective })}
            />
          </div>
          <FlagTick {...own} flag="confirmationSent" />
        </>
      )
    case 'consent':
      return <ConsentFields {...own} />
    case 'consent-refused':
      return <Categories {...own} />
    case 'sale':
    case 'membership':
    case 'donation':
      return <SaleFields {...own} kind={own.kind} />
    case 'objection-opportunity':
      return <OpportunityFields {...own} />
    case 'b2b-designation':
      return <BusinessFields {...own} />
    case 'address-added':
    case 'address-changed':
      return <AddressFields {...own} kind={own.kind} />
    case 'doi-request-sent':
      return <RequestSentFields {...own} />
    case 'consent-confirmed':
      return <ConfirmedField {...own} />
    case 'quote-request':
    case 'info-request':
    case 'freebie-request':
      return (
        <>
          <WordsField {...own} />
          <FlagTick {...own} flag="answered" />
        </>
      )
    case 'authority-request':
    case 'complaint':
      return <LetterFields {...own} />
    case 'bounce':
      return <Tick {...own} what="hard" label="record.hard" />
    case 'restricted':
      return <Tick {...own} what="lifted" label="record.lifted" />
    case 'hold':
      return <Tick {...own} what="lifted" label="record.holdLifted" />
    case 'erasure-requested':
      return <Tick {...own} what="identityChecked" label="record.identityChecked" />
    case 'sale-cancelled':
    case 'sale-refunded':
      return <OrderFields {...own} />
    case 'access-request':
    case 'evidence-attached':
      return null
    default:
      return <WordsField {...own} />
  }
}

function Tick({
  fields,
  set,
  what,
  label,
}: Own & { readonly what: 'hard' | 'lifted' | 'full' | 'identityChecked'; readonly label: WordId }) {
  const { t } = useText()
  return (
    <Checkbox
      label={t(label)}
      checked={fields[what]}
      onChange={(event) => set({ [what]: event.currentTarget.checked })}
    />
  )
}

function FlagTick({ fields, set, flag }: Own & { readonly flag: 'answered' | 'confirmationSent' }) {
  const { t } = useText()
  return (
    <Checkbox
      label={t(`flag.${flag}`)}
      checked={fields.flags.includes(flag)}
      onChange={(event) =>
        set({
          flags: event.currentTarget.checked ? [...fields.flags, flag] : fields.flags.filter((one) => one !== flag),
        })
      }
    />
  )
}

function RequestSentFields({ fields, set }: Own) {
  const { t } = useText()
  return (
    <div className="fields">
      <TextInput
        label={t('record.template')}
        description={t('record.templateHint')}
        value={fields.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
      <TextInput
        label={t('record.messageId')}
        description={t('record.messageIdHint')}
        value={fields.messageId}
        onChange={(event) => set({ messageId: event.currentTarget.value })}
      />
    </div>
  )
}

/** Which sign-up was confirmed; left alone, it is the latest one before on this address. */
function ConfirmedField({ contact, fields, set }: Own) {
  const { t, dayShort } = useText()
  const { events } = useSharedWords().report
  const timeline = useAnswer('contacts.timeline', contact === null ? null : { contact, at: null, known: null })
  const consents = (timeline.data ?? []).filter(({ event, corrected }) => event.type === 'consent-given' && !corrected)
  if (timeline.data && consents.length === 0)
    return (
      <div className="note" data-tone="review">
        {t('record.confirmsNone')}
      </div>
    )
  return (
    <NativeSelect
      label={t('record.confirms')}
      value={fields.target === null ? '' : String(fields.target)}
      onChange={(event) => set({ target: event.currentTarget.value ? Number(event.currentTarget.value) : null })}
      data={[
        { value: '', label: t('record.confirmsLatest') },
        ...consents.map(({ event }) => ({
          value: String(event.seq),
          label: `${dayShort(event.occurred.from)} ${events[event.type]}`,
        })),
      ]}
    />
  )
}

function OrderFields(own: Own) {
  const { t } = useText()
  const { kind, fields, set } = own
  return (
    <div className="stack">
      <div className="fields">
        <TextInput
          label={t('record.order')}
          required
          value={fields.order}
          onChange={(event) => set({ order: event.currentTarget.value })}
        />
        <TextInput
          label={t('record.why')}
          value={fields.words}
          onChange={(event) => set({ words: event.currentTarget.value })}
        />
      </div>
      {kind === 'sale-refunded' && <Tick {...own} what="full" label="record.full" />}
    </div>
  )
}

function WordsField({ kind, fields, set }: Own) {
  const { t } = useText()
  const needed = kind !== 'spam-complaint' && kind !== 'holder-disputed'
  return (
    <TextInput
      label={t(`record.${kind as 'correction'}.words`)}
      required={needed}
      value={fields.words}
      onChange={(event) => set({ words: event.currentTarget.value })}
    />
  )
}

function ScopeFields(own: Own) {
  const { t } = useText()
  const { fields, set } = own
  return (
    <Radio.Group
      label={t('record.scope')}
      description={t('record.scopeHint')}
      value={fields.everything ? 'all' : 'some'}
      onChange={(value) => set({ everything: value === 'all' })}
    >
      <div className="stack-tight choices">
        <Radio value="all" label={t('scope.all')} />
        <Radio value="some" label={t('record.scopeSome')} />
        {!fields.everything && <Categories {...own} />}
      </div>
    </Radio.Group>
  )
}

function Categories({ fields, set, setup }: Own) {
  const { t } = useText()
  return (
    <Checkbox.Group
      label={t('record.categories')}
      value={[...fields.categories]}
      onChange={(categories) => set({ categories })}
    >
      <div className="row choices">
        {setup.categories.map((category) => (
          <Checkbox key={category.key} value={category.key} label={category.name} />
        ))}
        {setup.categories.length === 0 && <span className="soft">{t('record.noCategories')}</span>}
      </div>
    </Checkbox.Group>
  )
}

function ConsentFields(own: Own) {
  const { t } = useText()
  const { fields, set, setup } = own
  const point = setup.points.find((one) => one.key === fields.point)
  const boxes = optInsOf(point)
  return (
    <div className="stack">
      <Categories {...own} />
      <div className="fields">
        <NativeSelect
          label={t('record.point')}
          description={t('record.pointHint')}
          value={fields.point ?? ''}
          onChange={(event) => {
            const next = setup.points.find((one) => one.key === event.currentTarget.value)
            set({ point: next?.key ?? null, box: optInsOf(next)[0]?.key ?? null })
          }}
          data={[
            { value: '', label: t('record.noPoint') },
            ...setup.points.map((one) => ({ value: one.key, label: one.name })),
          ]}
        />
        {boxes.length > 1 && (
          <NativeSelect
            label={t('record.box')}
            value={fields.box ?? ''}
            onChange={(event) => set({ box: event.currentTarget.value })}
            data={boxes.map((box) => ({ value: box.key, label: box.wording.slice(0, 60) }))}
          />
        )}
        <NativeSelect
          label={t('record.act')}
          value={fields.act}
          onChange={(event) => set({ act: event.currentTarget.value as Fields['act'] })}
          data={(['signed', 'ticked', 'wrote', 'said-yes', 'submitted', 'unknown'] as const).map((act) => ({
            value: act,
            label: t(`act.${act}`),
          }))}
        />
      </div>
      {!point && (
        <>
          <Textarea
            label={t('record.wording')}
            description={t('record.wordingHint')}
            minRows={2}
            value={fields.wording}
            onChange={(event) => set({ wording: event.currentTarget.value })}
          />
          <Checkbox.Group
            label={t('record.shown')}
            value={[...fields.shown]}
            onChange={(shown) => set({ shown: shown as Fields['shown'] })}
          >
            <div className="stack-tight choices">
              {(['sender', 'purpose', 'withdrawal', 'privacy'] as const).map((what) => (
                <Checkbox key={what} value={what} label={t(`shown.${what}`)} />
              ))}
            </div>
          </Checkbox.Group>
        </>
      )}
      {!point && (
        <div className="fields">
          {(fields.act === 'ticked' || fields.act === 'signed') && <BoxDefaultField fields={fields} set={set} />}
          <NativeSelect
            label={t('record.bundled')}
            value={fields.bundledWith ?? ''}
            onChange={(event) => set({ bundledWith: (event.currentTarget.value || null) as Fields['bundledWith'] })}
            data={[
              { value: '', label: t('unknown') },
              ...(['none', 'terms', 'purchase', 'freebie', 'contest'] as const).map((value) => ({
                value,
                label: t(`tied.${value}`),
              })),
            ]}
          />
        </div>
      )}
      <Checkbox
        label={t('record.signed')}
        checked={fields.signed}
        onChange={(event) => set({ signed: event.currentTarget.checked })}
      />
    </div>
  )
}

function LetterFields({ kind, fields, set }: Own) {
  const { t } = useText()
  return (
    <div className="fields">
      {kind === 'authority-request' && (
        <NativeSelect
          label={t('record.authority')}
          value={fields.authority}
          onChange={(event) => set({ authority: event.currentTarget.value as Fields['authority'] })}
          data={(['acm', 'ap', 'rcc', 'other'] as const).map((one) => ({ value: one, label: t(`authority.${one}`) }))}
        />
      )}
      <TextInput
        label={t('record.reference')}
        value={fields.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
      />
      {kind === 'authority-request' && (
        <DateField
          label={t('record.answerBefore')}
          value={fields.answerBefore}
          onChange={(answerBefore) => set({ answerBefore })}
        />
      )}
      <Textarea
        label={t('record.about')}
        required
        minRows={2}
        value={fields.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
    </div>
  )
}
