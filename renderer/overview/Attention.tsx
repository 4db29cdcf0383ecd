/** What is not yet in order, most important first; each with the place where it is mended. */
import { IconChevronRight } from '@tabler/icons-react'
import type { Answer } from '../../preload/contract/contract.ts'
import { useText } from '../app/language.tsx'
import { useAnswer } from '../register.ts'

type State = Answer<'register.state'>
type Waiting = Answer<'planning.attention'>['items']

/** More would push the rest of the screen away. */
const shown = 5

export function Attention({
  state,
  products,
  waiting,
}: {
  readonly state: State
  readonly products: number
  readonly waiting: Waiting
}) {
  const { t, day } = useText()
  const { setUp } = state
  const mailings = useAnswer('mailings.list', {})
  const anchors = useAnswer('anchors.list', {})
  const requests = useAnswer('rights.requests', {})
  const nameOf = (id: number | null) => mailings.data?.find((one) => one.id === id)?.mailing.name ?? 'none'
  const things = [
    !setUp.sender && { words: t('attention.sender'), path: 'settings/senders', action: t('imports.setSender') },
    ...(requests.data ?? [])
      .filter(({ answered }) => answered === null)
      .slice(0, 5)
      .map((one) => ({
        words: t('attention.request', {
          what: t(`request.${one.type}`),
          day: day(one.due),
          late: Date.parse(one.due) < Date.now() ? 'yes' : 'no',
        }),
        path: `contacts/${one.contact}`,
        action: t('attention.open'),
      })),
    ...waiting.map((one) => ({
      words: t(`attention.${one.code}`, {
        n: one.count,
        name: nameOf(one.mailing),
        day: one.before ? day(one.before) : '',
        late: one.before && Date.parse(one.before) < Date.now() ? 'yes' : 'no',
      }),
      path: one.mailing === null ? whereOf[one.code] : `mailings/${one.mailing}`,
      action: t('attention.open'),
    })),
    ...(state.warnings ?? []).map((one) => ({
      words: t(`warning.${one.code}`, { about: one.about ?? '' }),
      path: 'settings/copies',
      action: t('settings.copies'),
    })),
    !setUp.categories && { words: t('attention.categories'), path: 'settings/categories', action: t('glance.setUp') },
    !setUp.families && { words: t('attention.families'), path: 'settings/families', action: t('glance.setUp') },
    !setUp.points && { words: t('attention.points'), path: 'settings/points', action: t('glance.setUp') },
    products > 0 && {
      words: t('attention.products', { n: products }),
      path: 'settings/families',
      action: t('preview.addFamily'),
    },
    anchors.data?.due &&
      state.contacts > 0 && {
        words: anchors.data.last
          ? t('attention.anchor', { day: day(anchors.data.last), n: anchors.data.newEvents })
          : t('anchors.never'),
        path: 'evidence',
        action: t('anchors.title'),
      },
  ].filter((one) => one !== false && one !== undefined)
  if (things.length === 0) return null
  return (
    <section className="section" aria-labelledby="attention">
      <header>
        <h2 id="attention">{t('attention.title')}</h2>
      </header>
      <div>
        {things.slice(0, shown).map((one) => (
          <Mend key={one.path + one.words} {...one} />
        ))}
        {things.length > shown && (
          <details>
            <summary>{t('attention.more', { n: things.length - shown })}</summary>
            {things.slice(shown).map((one) => (
              <Mend key={one.path + one.words} {...one} />
            ))}
          </details>
        )}
      </div>
    </section>
  )
}

const whereOf = {
  'answer-due': 'evidence/request',
  'objected-since-list': 'mailings',
  'incidents-open': 'mailings',
  'slow-unsubscribes': 'contacts?objected=yes',
  'not-reported': 'mailings',
} as const satisfies Readonly<Record<Waiting[number]['code'], string>>

export function Mend({
  words,
  path,
  action,
}: {
  readonly words: string
  readonly path: string
  readonly action: string
}) {
  return (
    <div className="mend">
      <span>{words}</span>
      <a href={`#/${path}`}>
        {action} <IconChevronRight size={15} aria-hidden />
      </a>
    </div>
  )
}
