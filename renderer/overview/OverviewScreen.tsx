/** Who there is, whom one may mail about what, what needs attention; each opens the place where it is mended. */
import { Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { useSharedWords } from '../app/sharedWords.ts'
import { Empty } from '../parts/Empty.tsx'
import { Incidents } from '../parts/Incidents.tsx'
import { nowInstant } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { TallyBar } from '../parts/TallyBar.tsx'
import { useAnswer, useCommand, useJob } from '../register.ts'
import { Attention, Mend } from './Attention.tsx'
import { Calendar } from './Calendar.tsx'
import { Standing } from './Standing.tsx'
import { Stops } from './Stops.tsx'

type State = Answer<'register.state'>
type Overview = Answer<'register.overview'>

/** The figures of a register of a certain size stay true while it does not grow. */
let kept: { readonly id: string; readonly events: number; readonly overview: Overview } | null = null

export function OverviewScreen() {
  const { t } = useText()
  const state = useAnswer('register.state', {})
  if (state.problem) return <ProblemNote problem={state.problem} again={state.again} />
  if (!state.data) return null
  return (
    <div className="page overview">
      <header>
        <div>
          <h1>{t('place.overview')}</h1>
          <p>{t('overview.lead')}</p>
        </div>
        {state.data.sample && <span className="tag">{t('overview.sample')}</span>}
      </header>
      {state.data.contacts === 0 ? (
        <>
          <Empty title={t('overview.empty')} text={t('overview.emptyText')}>
            <Button onClick={() => go('imports')}>{t('action.import')}</Button>
            <Button variant="default" onClick={() => go('overview?start')}>
              {t('start.sample')}
            </Button>
          </Empty>
          <Attention state={state.data} products={0} waiting={[]} />
        </>
      ) : (
        <Standings state={state.data} />
      )}
      <Seal state={state.data} />
    </div>
  )
}

/** One screen: who there are, what waits, whom one may mail, what runs out, who said stop. */
function Standings({ state }: { readonly state: State }) {
  const setup = useAnswer('setup.get', {})
  const waiting = useWaiting(state)
  const { overview, job } = useOverview(state)
  return (
    <>
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      <div className="columns">
        {overview && <Standing overview={overview} />}
        <Attention
          state={state}
          products={setup.data?.products.filter(({ family }) => !family).length ?? 0}
          waiting={waiting?.items ?? []}
        />
      </div>
      {overview && <May overview={overview} categories={setup.data?.setup.categories ?? []} />}
      <div className="columns">
        {setup.data && <Calendar setup={setup.data.setup} contacts={state.contacts} />}
        {waiting && <Stops stops={waiting.stops} events={state.events} />}
      </div>
      <Incidents mailing={null} />
    </>
  )
}

/** What waits about mailings, asked anew when the register has grown. */
function useWaiting(state: State): Answer<'planning.attention'> | null {
  const { start } = useJob('planning.attention')
  const [waiting, setWaiting] = useState<Answer<'planning.attention'> | null>(null)
  const { id, events } = state
  useEffect(() => {
    if (id === '' || events === 0) return
    start({ at: nowInstant() }).then((reply) => {
      if (reply.ok) setWaiting(reply.value)
    })
  }, [start, id, events])
  return waiting
}

function useOverview(state: State) {
  const job = useJob('register.overview')
  const fits = kept?.id === state.id && kept.events === state.events ? kept.overview : null
  const [overview, setOverview] = useState<Overview | null>(fits)
  const { start } = job
  useEffect(() => {
    if (kept?.id === state.id && kept.events === state.events) return
    start({ at: nowInstant() }).then((reply) => {
      if (!reply.ok) return
      kept = { id: state.id, events: state.events, overview: reply.value }
      setOverview(reply.value)
    })
  }, [start, state.id, state.events])
  return { overview, job }
}

function May({
  overview,
  categories,
}: {
  readonly overview: Overview
  readonly categories: readonly { readonly key: string; readonly name: string }[]
}) {
  const { t, day } = useText()
  return (
    <section className="section" aria-labelledby="may">
      <header>
        <h2 id="may">{t('overview.may')}</h2>
        <span className="soft small">{t('overview.mayHint', { day: day(nowInstant()) })}</span>
      </header>
      {overview.categories.length === 0 && (
        <p>
          {t('overview.noCategories')} <a href="#/settings/categories">{t('glance.setUp')}</a>
        </p>
      )}
      <div className="category-room">
        {overview.categories.map((one) => (
          <article key={one.category} className="category">
            <div className="row-apart">
              <h3>{categories.find(({ key }) => key === one.category)?.name ?? one.category}</h3>
              <a className="small" href={`#/mailings/new?category=${encodeURIComponent(one.category)}`}>
                {t('overview.makeMailing')} <IconChevronRight size={15} aria-hidden />
              </a>
            </div>
            <TallyBar counts={one} hrefOf={(verdict) => (verdict === 'review' ? '#/contacts/reviews' : null)} />
            <Bases byBasis={one.byBasis} />
          </article>
        ))}
      </div>
      {(overview.lastImport ?? overview.lastObjection) && (
        <p className="soft small">
          {overview.lastImport && t('overview.lastImport', { day: day(overview.lastImport) })}{' '}
          {overview.lastObjection && t('overview.lastObjection', { day: day(overview.lastObjection) })}
        </p>
      )}
      {overview.salesWithoutForm > 0 && (
        <Mend
          words={t('overview.salesWithoutForm', { n: overview.salesWithoutForm })}
          path="settings/points"
          action={t('preview.addVersion')}
        />
      )}
      {overview.salesWithoutForm > 0 && (
        <Mend words={t('overview.formAfterwards')} path="imports" action={t('imports.past')} />
      )}
    </section>
  )
}

function Bases({ byBasis }: { readonly byBasis: Readonly<Record<string, number>> }) {
  const { t, number } = useText()
  const { bases } = useSharedWords().decision
  const known = (['consent', 'customer', 'donor', 'business'] as const).filter((basis) => (byBasis[basis] ?? 0) > 0)
  if (known.length === 0) return null
  return (
    <span className="soft small">
      {t('overview.onBasis')}{' '}
      {known.map((basis) => `${bases[basis].name.toLowerCase()} ${number(byBasis[basis] ?? 0)}`).join(' · ')}
    </span>
  )
}

function Seal({ state }: { readonly state: State }) {
  const { t, moment, number } = useText()
  const seal = useCommand('register.checkpoint')
  if (state.events === 0) return null
  return (
    <section className="section" aria-labelledby="seal">
      <header>
        <h2 id="seal">{t('seal.title')}</h2>
        <Button size="xs" variant="default" loading={seal.running} onClick={() => seal.run({})}>
          {t('seal.make')}
        </Button>
      </header>
      {seal.problem && <ProblemNote problem={seal.problem} />}
      <p className="soft">
        {state.checkpoint
          ? t('seal.last', { moment: moment(state.checkpoint.at), n: number(state.checkpoint.size) })
          : t('seal.none')}
      </p>
      {state.checkpoint && (
        <details>
          <summary>{t('seal.show')}</summary>
          <p className="soft small choices">{t('seal.deposit')}</p>
          <pre className="code document">{state.checkpoint.note}</pre>
        </details>
      )}
    </section>
  )
}
