/** How a mailing was changed while nothing was made of it yet: when, by whom, and each part as it was and became. */
import type { MailingEntry } from '../../preload/contract/endpoints/mailings.ts'
import type { Mailing, MailingChange } from '../../preload/contract/vocabulary/mailing.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { type Text, useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'

export function Changes({ entry, setup }: { readonly entry: MailingEntry; readonly setup: Setup }) {
  const { t } = useText()
  if (entry.changes.length === 0) return null
  return (
    <section className="section" aria-labelledby="changes">
      <header>
        <h2 id="changes">{t('change.history')}</h2>
      </header>
      {entry.changes.map((change) => (
        <Change key={change.seq} change={change} setup={setup} />
      ))}
    </section>
  )
}

function Change({ change, setup }: { readonly change: MailingChange; readonly setup: Setup }) {
  const text = useText()
  const { decision } = useSharedWords()
  const { t, moment } = text
  const { was, became, seq, by, at } = change
  const [before, after] = [was, became].map((mailing) => rowsOf(mailing, setup, text, decision))
  return (
    <table className="ledger">
      <caption>{t('change.done', { moment: moment(at), by, seq })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('change.part')}</th>
          <th scope="col">{t('change.was')}</th>
          <th scope="col">{t('change.became')}</th>
        </tr>
      </thead>
      <tbody>
        {before?.map(([name, value], place) => {
          const now = after?.[place]?.[1]
          return (
            value !== now && (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
                <td>{now}</td>
              </tr>
            )
          )
        })}
      </tbody>
    </table>
  )
}

type Words = ReturnType<typeof useSharedWords>['decision']
type Row = readonly [name: string, value: string]

/** Of as much of a mailing as is given. */
function rowsOf(mailing: MailingChange['was'], setup: Setup, { t }: Text, words: Words): readonly Row[] {
  const yesNo = (value: boolean) => t(value ? 'yes' : 'no')
  const nameOf = (list: readonly { readonly key: string; readonly name: string }[], key: string) =>
    list.find((one) => one.key === key)?.name ?? key
  const families = (keys: readonly string[]) => keys.map((key) => nameOf(setup.families, key)).join(', ')
  const labels = setup.entities.flatMap((entity) => entity.labels)
  const tellers: { readonly [P in keyof Mailing]: (value: Mailing[P]) => readonly Row[] } = {
    name: (name) => [[t('mailing.name'), name]],
    entity: (key) => [[t('mailing.sender'), nameOf(setup.entities, key)]],
    label: (key) => [[t('change.label'), nameOf(labels, key)]],
    category: (key) => [[t('mailing.category'), key === null ? t('none') : nameOf(setup.categories, key)]],
    families: (keys) => [[t('mailing.families'), families(keys) || t('none')]],
    nature: (nature) => [[t('mailing.nature'), words.natures[nature]]],
    kind: (kind) => [[t('change.kind'), kind === null ? t('none') : words.kinds[kind]]],
    promotional: (value) => [[t('mailing.alsoPromotion'), yesNo(value)]],
    thirdParty: (name) => [[t('mailing.thirdParty'), name ?? t('no')]],
    content: (content) =>
      (Object.keys(content) as (keyof typeof content)[]).map((part) => [t(`content.${part}`), yesNo(content[part])]),
    link: (link) => [
      [
        t('mailing.link'),
        link === null ? t('none') : [t(`link.${link.to}`), families(link.families)].filter(Boolean).join(': '),
      ],
    ],
    contentSha256: (sha256) => [[t('look.title'), sha256 === null ? t('none') : `SHA-256 ${sha256.slice(0, 16)}…`]],
  }
  const tell = <P extends keyof Mailing>(part: P): readonly Row[] => tellers[part](mailing[part] as Mailing[P])
  return (Object.keys(mailing) as (keyof Mailing)[]).flatMap(tell)
}
