/** Entering by hand what somebody said or did. It takes effect at once, and weak proof is named before it is saved. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Via } from '../../preload/contract/vocabulary/event.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useBy } from '../app/by.ts'
import { Documents } from '../app/Documents.tsx'
import { useText } from '../app/language.tsx'
import { useNotice } from '../app/notice.ts'
import { go } from '../app/place.ts'
import { useSharedWords } from '../app/sharedWords.ts'
import { DateField } from '../parts/DateField.tsx'
import { nowInstant, partsOf } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer, useCommand } from '../register.ts'
import { draftOf, type Fields, type HandKind, handGroups } from './handDraft.ts'
import { OwnFields } from './recordFields.tsx'
import { Worth } from './Worth.tsx'

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
/** Kinds that are about something that is in the register already. */
const forKnown: readonly HandKind[] = [
  'doi-request-sent',
  'consent-confirmed',
  'guardian-consent',
  'objection-opportunity',
  'sale-cancelled',
  'sale-refunded',
  'address-added',
  'address-changed',
  'access-request',
  'erasure-requested',
  'restricted',
  'hold',
]
/** Kinds of which the register says beforehand what they would be worth. */
const weighed: readonly HandKind[] = [
  'consent',
  'sale',
  'membership',
  'donation',
  'objection-opportunity',
  'b2b-designation',
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
  const notice = useNotice()
  const { report } = useSharedWords()
  const [by] = useBy()
  const [fields, setFields] = useState<Fields>(() => startOf(kind, params, setup, who))
  const set = (some: Partial<Fields>) => setFields((was) => ({ ...was, ...some }))
  const draft = useMemo(() => draftOf(kind, fields, setup), [kind, fields, setup])
  const [settled] = useDebouncedValue(draft, 250)
  const graded = useAnswer('events.grade', weighed.includes(kind) && settled ? { draft: settled } : null, {
    keep: true,
  })
  const record = useCommand('events.record')
  const weak = graded.data?.grade === 'D' || graded.data?.grade === 'X'

  const submit = async () => {
    if (!draft) return
    const reply = await record.run({ contact, draft, by })
    if (!reply.ok) return
    notice(t('record.saved', { what: t(`record.${kind}`) }))
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
          data={groups.map((group) => ({
            group: t(`recordGroup.${group}`),
            items: handGroups[group]
              .filter((one) => !forKnown.includes(one))
              .map((one) => ({ value: one, label: t(`record.${one}`) })),
          }))}
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
      <OwnFields contact={contact} kind={kind} fields={fields} set={set} setup={setup} />
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
      {draft && graded.data && <Worth worth={graded.data} />}
      {record.problem && <ProblemNote problem={record.problem} />}
      <div className="row">
        <Button type="submit" disabled={!draft} loading={record.running}>
          {t(weak ? 'record.saveAnyway' : 'record.save')}
        </Button>
        <span className="soft small">{t('record.by', { by })}</span>
      </div>
    </form>
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
    via: usualVia[kind] ?? 'e-mail',
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
    effective: '',
    target: target ? Number(target) : null,
    statement: 'none',
    addressEntered: true,
    amount: '',
    by: 'contact',
    boxDefault: null,
    bundledWith: null,
    placement: null,
    outcome: 'not-used',
    url: '',
    purpose: '',
    legalForm: 'unknown',
    kvk: '',
    messageId: '',
    flags: [],
  }
}

const groups = Object.keys(handGroups) as (keyof typeof handGroups)[]

/** How news of a kind mostly comes in. */
const usualVia: Partial<Record<HandKind, Via>> = {
  consent: 'paper',
  'authority-request': 'authority-letter',
  sale: 'store',
  'sale-cancelled': 'store',
  'sale-refunded': 'store',
  donation: 'store',
  membership: 'store',
  'objection-opportunity': 'store',
  'consent-confirmed': 'link',
  'b2b-designation': 'web-form',
  'account-created': 'web-form',
}

const documentKindOf = (via: Via) =>
  via === 'paper' || via === 'fair' ? 'scan' : via === 'letter' || via === 'authority-letter' ? 'letter' : 'message'
