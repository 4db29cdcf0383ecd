/** A mailing in a minute, new or changed: what it is called, who sends it, what it is about, and what stands in it. */
import { Button, Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { MailingEntry } from '../../preload/contract/endpoints/mailings.ts'
import type { Mailing, Nature } from '../../preload/contract/vocabulary/mailing.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { useSharedWords } from '../app/sharedWords.ts'
import { Empty } from '../parts/Empty.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer, useCommand } from '../register.ts'
import { ChooseContent } from './Content.tsx'
import { Templates } from './CopyMailing.tsx'

const mustHold = ['unsubscribe', 'identity', 'contactAddress', 'replyWorks', 'oneClick'] as const

/** The same questions, about a mailing of which nothing was made yet. */
export function ChangeMailing({ id }: { readonly id: number }) {
  const entry = useAnswer('mailings.get', { mailing: id })
  const setup = useAnswer('setup.get', {})
  const problem = entry.problem ?? setup.problem
  if (problem) return <ProblemNote problem={problem} again={entry.again} />
  return entry.data && setup.data ? <Form setup={setup.data.setup} category={null} entry={entry.data} /> : null
}

export function DefineMailing({ category }: { readonly category: string | null }) {
  const { t } = useText()
  const setup = useAnswer('setup.get', {})
  if (setup.problem) return <ProblemNote problem={setup.problem} again={setup.again} />
  if (!setup.data) return null
  if (setup.data.setup.entities.length === 0 || setup.data.setup.categories.length === 0)
    return (
      <Empty title={t('glance.notSetUp')} text={t('glance.notSetUpText')}>
        <Button onClick={() => go('settings/senders')}>{t('glance.setUp')}</Button>
      </Empty>
    )
  const known = setup.data.setup.categories.find(({ key }) => key === category)
  return <Form setup={setup.data.setup} category={known?.key ?? null} />
}

function Form({
  setup,
  category,
  entry,
}: {
  readonly setup: Setup
  readonly category: string | null
  readonly entry?: MailingEntry
}) {
  const { t } = useText()
  const { decision } = useSharedWords()
  const [by] = useBy()
  const define = useCommand('mailings.define')
  const change = useCommand('mailings.change')
  const [mailing, setMailing] = useState<Mailing>(() => entry?.mailing ?? startOf(setup, category))
  const set = (some: Partial<Mailing>) => setMailing((was) => ({ ...was, ...some }))
  const senders = setup.entities.flatMap((entity) =>
    entity.labels.map((label) => ({
      value: `${entity.key} ${label.key}`,
      label: label.name === entity.name ? label.name : `${label.name} (${entity.name})`,
    })),
  )
  useEffect(() => {
    if (category) setMailing((was) => ({ ...was, category }))
  }, [category])
  const promotional = mailing.nature !== 'service' && mailing.nature !== 'requested'
  const missing = mustHold.filter((one) => one !== 'oneClick' && one !== 'replyWorks' && !mailing.content[one])
  const problem = define.problem ?? change.problem
  const submit = async () => {
    const reply = await (entry ? change.run({ mailing: entry.id, to: mailing, by }) : define.run({ mailing, by }))
    if (reply.ok) go(`mailings/${reply.value.mailing}?count`)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h1>{t(entry ? 'change.title' : 'action.mailing')}</h1>
      {entry ? <p className="soft">{t('change.lead')}</p> : <Templates />}
      <div className="fields">
        <TextInput
          label={t('mailing.name')}
          placeholder={t('mailing.nameHint')}
          required
          value={mailing.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('mailing.sender')}
          value={`${mailing.entity} ${mailing.label}`}
          onChange={(event) => {
            const [entity = '', label = ''] = event.currentTarget.value.split(' ')
            set({ entity, label })
          }}
          data={senders}
        />
        <NativeSelect
          label={t('mailing.nature')}
          value={mailing.nature}
          onChange={(event) => set(natureOf(event.currentTarget.value as Nature, mailing, setup))}
          data={(['commercial', 'idealistic', 'charitable', 'service', 'requested'] as const).map((nature) => ({
            value: nature,
            label: decision.natures[nature],
          }))}
        />
      </div>
      {!promotional && (
        <>
          <NativeSelect
            label={t('mailing.link')}
            value={mailing.link?.to ?? 'order'}
            onChange={(event) =>
              set({ link: { to: event.currentTarget.value as 'order', families: mailing.link?.families ?? [] } })
            }
            data={(['order', 'contract', 'legal-duty', 'request'] as const).map((to) => ({
              value: to,
              label: t(`link.${to}`),
            }))}
          />
          <Checkbox
            label={t('mailing.alsoPromotion')}
            description={t('mailing.alsoPromotionHint')}
            checked={mailing.promotional}
            onChange={(event) => set({ promotional: event.currentTarget.checked })}
          />
        </>
      )}
      {(promotional || mailing.promotional) && (
        <>
          <Radio.Group
            label={t('mailing.category')}
            description={t('mailing.categoryHint')}
            value={mailing.category ?? ''}
            onChange={(key) => set({ category: key })}
          >
            <div className="row choices">
              {setup.categories.map((one) => (
                <Radio key={one.key} value={one.key} label={one.name} />
              ))}
            </div>
          </Radio.Group>
          <Checkbox.Group
            label={t('mailing.families')}
            description={t('mailing.familiesHint')}
            value={mailing.families}
            onChange={(families) => set({ families })}
          >
            <div className="row choices">
              {setup.families.map((one) => (
                <Checkbox key={one.key} value={one.key} label={one.name} />
              ))}
            </div>
          </Checkbox.Group>
          <Checkbox
            label={t('mailing.thirdParty')}
            checked={mailing.thirdParty !== null}
            onChange={(event) => set({ thirdParty: event.currentTarget.checked ? '' : null })}
          />
          {mailing.thirdParty !== null && (
            <TextInput
              label={t('mailing.thirdPartyName')}
              required
              value={mailing.thirdParty}
              onChange={(event) => set({ thirdParty: event.currentTarget.value })}
            />
          )}
        </>
      )}
      <ChooseContent
        mailing={mailing}
        note={t('look.take')}
        onLooked={(looked) => set({ content: looked.proposed, contentSha256: looked.document?.sha256 ?? null })}
      />
      {entry && mailing.contentSha256 !== null && mailing.contentSha256 === entry.mailing.contentSha256 && (
        <p className="soft">{t('change.keeps')}</p>
      )}
      <fieldset className="plain">
        <legend>{t('mailing.content')}</legend>
        {mustHold.map((one) => (
          <Checkbox
            key={one}
            label={t(`content.${one}`)}
            checked={mailing.content[one]}
            onChange={(event) => set({ content: { ...mailing.content, [one]: event.currentTarget.checked } })}
          />
        ))}
      </fieldset>
      {promotional && missing.length > 0 && (
        <div className="note" data-tone="review">
          {t('mailing.blocked')}
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
      <div className="row">
        <Button type="submit" loading={define.running || change.running} disabled={!mailing.name.trim()}>
          {t('mailing.count')}
        </Button>
        {entry && (
          <Button variant="default" onClick={() => go(`mailings/${entry.id}`)}>
            {t('cancel')}
          </Button>
        )}
        <span className="soft small">{t('record.by', { by })}</span>
      </div>
    </form>
  )
}

const none: Mailing['content'] = {
  unsubscribe: false,
  oneClick: false,
  identity: false,
  contactAddress: false,
  replyWorks: false,
}

function startOf(setup: Setup, category: string | null): Mailing {
  const [entity] = setup.entities
  return {
    name: '',
    entity: entity?.key ?? '',
    label: entity?.labels[0]?.key ?? '',
    category: category ?? setup.categories[0]?.key ?? null,
    families: [],
    nature: 'commercial',
    kind: null,
    promotional: true,
    thirdParty: null,
    content: none,
    link: null,
    contentSha256: null,
  }
}

/** Service and requested mail have no category, but rest on something; promotion the other way round. */
function natureOf(nature: Nature, mailing: Mailing, setup: Setup): Partial<Mailing> {
  if (nature === 'service') return { nature, promotional: false, category: null, link: { to: 'order', families: [] } }
  if (nature === 'requested')
    return { nature, promotional: false, category: null, link: { to: 'request', families: [] } }
  return {
    nature,
    promotional: true,
    category: mailing.category ?? setup.categories[0]?.key ?? null,
    link: null,
  }
}
