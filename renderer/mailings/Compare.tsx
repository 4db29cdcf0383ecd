/** Two answers to "whom may I mail?" side by side: two mailings, two moments, or as it is and as it could be. */
import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { MailingEntry } from '../../preload/contract/endpoints/mailings.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Policy, PolicyKey, Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { WhatIf } from '../../preload/contract/vocabulary/whatIf.ts'
import { useText } from '../app/language.tsx'
import { go, usePlace } from '../app/place.ts'
import { useSharedWords } from '../app/sharedWords.ts'
import { DateField } from '../parts/DateField.tsx'
import { Empty } from '../parts/Empty.tsx'
import { endOfDay, nowInstant, partsOf } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useAnswer, useJob } from '../register.ts'
import { PolicyField } from '../setup/PolicyTable.tsx'
import { Compared } from './Compared.tsx'
import { type FormDraft, formsOf, SupposedForm, supposedOf } from './SupposedForm.tsx'

const kinds = ['mailings', 'moments', 'policy', 'form'] as const
type Kind = (typeof kinds)[number]

/** The choices that an answer can turn on. */
const deciding = [
  'customer_recency_months',
  'consent_review_months',
  'pretick_as_opportunity',
  'similarity_default',
  'brand_mismatch',
  'b2b_basis',
  'unused_optin_blocks_customer',
  'new_sale_reopens',
  'cancelled_sale_counts',
  'quote_counts_as_sale',
  'cart_counts_as_sale',
  'free_account_counts_as_sale',
  'review_request_nature',
] as const satisfies readonly PolicyKey[]

export function Compare() {
  const { t } = useText()
  const list = useAnswer('mailings.list', {})
  const setup = useAnswer('setup.get', {})
  const problem = list.problem ?? setup.problem
  if (problem) return <ProblemNote problem={problem} again={list.again} />
  if (!list.data || !setup.data) return null
  const [first] = list.data
  if (!first)
    return (
      <Empty title={t('mailings.none')} text={t('mailings.chooseText')}>
        <Button onClick={() => go('mailings/new')}>{t('action.mailing')}</Button>
      </Empty>
    )
  return <Ask mailings={[first, ...list.data.slice(1)]} setup={setup.data.setup} />
}

interface Draft {
  readonly kind: Kind
  readonly one: number
  readonly other: number
  readonly day: string
  readonly otherDay: string
  readonly key: PolicyKey
  readonly policy: Policy
  readonly form: FormDraft | null
}

function Ask({
  mailings,
  setup,
}: {
  readonly mailings: readonly [MailingEntry, ...MailingEntry[]]
  readonly setup: Setup
}) {
  const { t, day } = useText()
  const { decision: words } = useSharedWords()
  const { params } = usePlace()
  const job = useJob('comparing.tally')
  const [draft, setDraft] = useState<Draft>(() => startOf(mailings, setup, Number(params.get('one'))))
  const [shown, setShown] = useState<{ compared: Answer<'comparing.tally'>; names: readonly [string, string] } | null>(
    null,
  )
  const set = (some: Partial<Draft>) => setDraft((was) => ({ ...was, ...some }))
  const entryOf = (id: number) => mailings.find((one) => one.id === id) ?? mailings[0]
  const options = mailings.map(({ id, mailing }) => ({ value: String(id), label: mailing.name }))
  const compare = async () => {
    const sides = sidesOf(draft, entryOf)
    const reply = await job.start(sides)
    if (!reply.ok) return
    const names = {
      mailings: [entryOf(draft.one).mailing.name, entryOf(draft.other).mailing.name],
      moments: [day(sides.one.question.at), day(sides.other.question.at)],
      policy: [t('compare.asIs'), t('compare.asSupposed')],
      form: [t('compare.asIs'), t('compare.asSupposed')],
    } as const
    setShown({ compared: reply.value, names: names[draft.kind] })
  }
  return (
    <>
      <header>
        <div>
          <h1>{t('compare.title')}</h1>
          <p>{t('compare.lead')}</p>
        </div>
      </header>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          compare()
        }}
      >
        <SegmentedControl
          className="compare-kinds"
          aria-label={t('compare.what')}
          value={draft.kind}
          onChange={(kind) => set({ kind: kind as Kind })}
          data={kinds.map((value) => ({ value, label: t(`compare.${value}`) }))}
        />
        <div className="fields">
          <NativeSelect
            label={t('compare.mailing')}
            value={String(draft.one)}
            data={options}
            onChange={(event) => set({ one: Number(event.currentTarget.value) })}
          />
          {draft.kind === 'mailings' && (
            <NativeSelect
              label={t('compare.otherMailing')}
              value={String(draft.other)}
              data={options}
              onChange={(event) => set({ other: Number(event.currentTarget.value) })}
            />
          )}
          <DateField label={t('tally.asOf')} value={draft.day} onChange={(next) => set({ day: next })} />
          {draft.kind === 'moments' && (
            <DateField
              label={t('compare.otherMoment')}
              value={draft.otherDay}
              onChange={(next) => set({ otherDay: next })}
            />
          )}
        </div>
        {draft.kind === 'policy' && (
          <fieldset className="plain">
            <legend>{t('compare.suppose')}</legend>
            <div className="row bottom">
              <NativeSelect
                label={t('policy.choice')}
                value={draft.key}
                data={deciding.map((value) => ({ value, label: words.policies[value].name }))}
                onChange={(event) => set({ key: event.currentTarget.value as PolicyKey, policy: setup.policy })}
              />
              <PolicyField
                size="sm"
                policyKey={draft.key}
                policy={draft.policy}
                onChange={(policy) => set({ policy })}
              />
            </div>
            <span className="soft small">
              {words.policies[draft.key].what} {t('compare.nothingKept')}
            </span>
            {!isOther(draft, setup) && <span className="small">{t('compare.sameAsNow')}</span>}
          </fieldset>
        )}
        {draft.kind === 'form' && <SupposedForm setup={setup} form={draft.form} onChange={(form) => set({ form })} />}
        <div>
          <Button
            type="submit"
            disabled={job.running || !isWhole(draft) || (draft.kind === 'policy' && !isOther(draft, setup))}
          >
            {t('compare.compare')}
          </Button>
        </div>
      </form>
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {shown && !job.running && (
        <Compared key={shown.compared.view} compared={shown.compared} names={shown.names} onStale={compare} />
      )}
    </>
  )
}

function startOf(mailings: readonly [MailingEntry, ...MailingEntry[]], setup: Setup, asked: number): Draft {
  const one = mailings.find(({ id }) => id === asked) ?? mailings[0]
  const other = mailings.find(({ id }) => id !== one.id)
  const today = partsOf(nowInstant()).day
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`.replace('-02-29', '-02-28')
  return {
    kind: other ? 'mailings' : 'moments',
    one: one.id,
    other: other?.id ?? one.id,
    day: today,
    otherDay: yearAgo,
    key: 'customer_recency_months',
    policy: setup.policy,
    form: formsOf(setup)[0] ?? null,
  }
}

/** Something is supposed that is not so already. */
const isOther = ({ key, policy }: Draft, setup: Setup): boolean =>
  JSON.stringify(policy[key]) !== JSON.stringify(setup.policy[key])

const isWhole = (draft: Draft): boolean =>
  draft.day !== '' &&
  (draft.kind !== 'moments' || draft.otherDay !== '') &&
  (draft.kind !== 'mailings' || draft.one !== draft.other) &&
  (draft.kind !== 'form' || (draft.form !== null && supposedOf(draft.form).length > 0))

interface Side {
  readonly question: Question
  readonly suppose?: WhatIf[]
}

function sidesOf(draft: Draft, entryOf: (id: number) => MailingEntry): { one: Side; other: Side } {
  const known = nowInstant()
  const momentOf = (day: string) => (day === partsOf(known).day ? known : endOfDay(day))
  const question = (id: number, day: string): Question => ({
    mailing: entryOf(id).mailing,
    at: momentOf(day),
    known,
    mailingId: id,
  })
  const one = { question: question(draft.one, draft.day) }
  if (draft.kind === 'mailings') return { one, other: { question: question(draft.other, draft.day) } }
  if (draft.kind === 'moments') {
    const [early, late] = [draft.day, draft.otherDay].sort() as [string, string]
    return { one: { question: question(draft.one, early) }, other: { question: question(draft.one, late) } }
  }
  if (draft.kind === 'form' && draft.form) return { one, other: { ...one, suppose: supposedOf(draft.form) } }
  const policy = { [draft.key]: draft.policy[draft.key] }
  return { one, other: { ...one, suppose: [{ kind: 'policy', policy }] } }
}
