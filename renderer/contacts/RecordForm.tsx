/** Entering by hand what somebody said or did. It takes effect at once, and weak proof is named before it is saved. */
import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { Via } from '../../preload/contract/vocabulary/event.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useBy } from '../app/by.ts'
import { Documents } from '../app/Documents.tsx'
import { useText, type WordId } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { useSharedWords } from '../app/sharedWords.ts'
import { DateField } from '../parts/DateField.tsx'
import { nowInstant, partsOf } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer, useCommand } from '../register.ts'
import { draftOf, type Fields, type HandKind, optInsOf } from './handDraft.ts'

const channels: readonly Via[] = [
  'e-mail',
  'phone',
  'letter',
  'paper',
  'store',
  'fair',
  'web-form',
  'link',
  'authority-letter',
]
/** Kinds that can be about somebody who is not in the register yet. */
const forNewcomers: readonly HandKind[] = [
  'objection',
  'consent',
  'spam-complaint',
  'sale',
  'quote-request',
  'info-request',
  'complaint',
  'authority-request',
  'holder-disputed',
]

interface FormProps {
  readonly contact: number | null
  readonly kind: HandKind
  readonly params: URLSearchParams
}

export function RecordForm({ contact, kind, params }: FormProps) {
  const card = useAnswer('contacts.get', contact === null ? null : { contact })
  const setup = useAnswer('setup.get', {})
  const problem = card.problem ?? setup.problem
  if (problem) return <ProblemNote problem={problem} />
  if (!setup.data || (contact !== null && !card.data)) return null
  return (
    <Form
      contact={contact}
      kind={kind}
      params={params}
      setup={setup.data.setup}
      who={card.data ? { address: card.data.address, name: card.data.name } : null}
    />
  )
}

function Form({
  contact,
  kind,
  params,
  setup,
  who,
}: FormProps & { readonly setup: Setup; readonly who: { readonly address: string; readonly name: string } | null }) {
  const { t } = useText()
  const { decision, report } = useSharedWords()
  const [by] = useBy()
  const [fields, setFields] = useState<Fields>(() => startOf(kind, params, setup, who))
  const set = (some: Partial<Fields>) => setFields((was) => ({ ...was, ...some }))
  const draft = useMemo(() => draftOf(kind, fields, setup), [kind, fields, setup])
  const [settled] = useDebouncedValue(draft, 250)
  const graded = useAnswer('events.grade', kind === 'consent' && settled ? { draft: settled } : null, { keep: true })
  const record = useCommand('events.record')
  const weak = graded.data?.grade === 'D' || graded.data?.grade === 'X' || graded.data?.grade === 'C'

  const submit = async () => {
    if (!draft) return
    const reply = await record.run({ contact, draft, by })
    if (!reply.ok) return
    notifications.show({ message: t('record.saved', { what: t(`record.${kind}`) }) })
    go(`contacts/${reply.value.contact}`)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <a className="back-link" href={contact === null ? '#/contacts' : `#/contacts/${contact}`}>
        <IconArrowLeft size={16} aria-hidden /> {who ? who.name || who.address : t('place.contacts')}
      </a>
      <h1>{t(`record.${kind}`)}</h1>
      <p className="soft">{t(`record.${kind}.what`)}</p>
      {contact === null && (
        <NativeSelect
          label={t('record.kind')}
          value={kind}
          onChange={(event) => go(`contacts/new/record/${event.currentTarget.value}`)}
          data={forNewcomers.map((one) => ({ value: one, label: t(`record.${one}`) }))}
        />
      )}
      {contact === null && (
        <div className="fields">
          <TextInput
            label={t('record.address')}
            required
            type="email"
            value={fields.address}
            onChange={(event) => set({ address: event.currentTarget.value })}
          />
          <TextInput
            label={t('record.name')}
            value={fields.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
        </div>
      )}
      <OwnFields kind={kind} fields={fields} set={set} setup={setup} />
      <div className="fields">
        <DateField label={t('record.day')} required value={fields.day} onChange={(day) => set({ day })} />
        <TextInput
          label={t('record.time')}
          description={t('record.timeHint')}
          placeholder="14:30"
          value={fields.time}
          onChange={(event) => set({ time: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('record.via')}
          value={fields.via}
          onChange={(event) => set({ via: event.currentTarget.value as Via })}
          data={channels.map((one) => ({ value: one, label: report.vias[one] }))}
        />
      </div>
      <Documents
        documents={fields.documents}
        onChange={(documents) => set({ documents })}
        kind={documentKindOf(fields.via)}
        label={t('record.documents')}
        hint={t('record.documentsHint')}
      />
      <Textarea
        label={t('record.remark')}
        minRows={2}
        value={fields.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      {graded.data?.grade && (
        <div className="note" data-tone={weak ? (graded.data.grade === 'C' ? 'review' : 'no') : 'yes'} role="status">
          <strong>{decision.grades[graded.data.grade].name}</strong>
          <span>{decision.grades[graded.data.grade].meaning}</span>
        </div>
      )}
      {record.problem && <ProblemNote problem={record.problem} />}
      <div className="row">
        <Button type="submit" disabled={!draft} loading={record.running}>
          {weak && graded.data?.grade !== 'C' ? t('record.saveAnyway') : t('record.save')}
        </Button>
        <span className="soft small">{t('record.by', { by })}</span>
      </div>
    </form>
  )
}

type Setter = (some: Partial<Fields>) => void
interface Own {
  readonly kind: HandKind
  readonly fields: Fields
  readonly set: Setter
  readonly setup: Setup
}

/** The few fields that only this kind has. */
function OwnFields(own: Own): ReactNode {
  switch (own.kind) {
    case 'objection':
    case 'consent-withdrawn':
      return <ScopeFields {...own} />
    case 'consent':
      return <ConsentFields {...own} />
    case 'consent-refused':
      return <Categories {...own} />
    case 'sale':
      return <SaleFields {...own} />
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
      <Checkbox
        label={t('record.signed')}
        checked={fields.signed}
        onChange={(event) => set({ signed: event.currentTarget.checked })}
      />
    </div>
  )
}

function SaleFields({ fields, set, setup }: Own) {
  const { t } = useText()
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
          label={t('record.product')}
          value={fields.words}
          onChange={(event) => set({ words: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('record.salePoint')}
          value={fields.point ?? ''}
          onChange={(event) => set({ point: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('record.noPoint') },
            ...setup.points.map((one) => ({ value: one.key, label: one.name })),
          ]}
        />
      </div>
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

function startOf(
  kind: HandKind,
  params: URLSearchParams,
  setup: Setup,
  who: { readonly address: string; readonly name: string } | null,
): Fields {
  const [entity] = setup.entities
  const target = params.get('to')
  const category = params.get('category')
  return {
    address: who?.address ?? '',
    name: '',
    day: partsOf(nowInstant()).day,
    time: '',
    via:
      kind === 'consent'
        ? 'paper'
        : kind === 'authority-request'
          ? 'authority-letter'
          : kind === 'sale' || kind === 'sale-cancelled' || kind === 'sale-refunded'
            ? 'store'
            : 'e-mail',
    reason: '',
    documents: [],
    entity: entity?.key ?? '',
    label: entity?.labels[0]?.key ?? '',
    everything: true,
    categories: category ? [category] : [],
    families: [],
    point: null,
    box: null,
    wording: '',
    act: 'signed',
    shown: [],
    signed: false,
    order: params.get('order') ?? '',
    words: '',
    reference: '',
    authority: 'acm',
    hard: true,
    lifted: false,
    full: true,
    identityChecked: false,
    answerBefore: '',
    target: target ? Number(target) : null,
  }
}

const documentKindOf = (via: Via) =>
  via === 'paper' || via === 'fair' ? 'scan' : via === 'letter' || via === 'authority-letter' ? 'letter' : 'message'
