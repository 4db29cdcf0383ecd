/** Whom you can still mail in the months to come if nothing happens, and who is lost when and why. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { questionAbout } from '../app/question.ts'
import { useSharedWords } from '../app/sharedWords.ts'
import { Histogram } from '../parts/Histogram.tsx'
import { nowInstant } from '../parts/moment.ts'
import { PeopleBehind } from '../parts/PeopleBehind.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { ask, useJob, useReached } from '../register.ts'

type Ahead = Answer<'planning.calendar'>

export function Calendar({ setup }: { readonly setup: Setup }) {
  const { t } = useText()
  const job = useJob('planning.calendar')
  const [category, setCategory] = useState(setup.categories[0]?.key ?? '')
  const [family, setFamily] = useState(setup.families[0]?.key ?? '')
  const [ahead, setAhead] = useState<Ahead | null>(null)
  const [entity] = setup.entities
  const label = entity?.labels[0]
  if (!entity || !label || !category || !family) return null
  const look = async () => {
    const now = nowInstant()
    const about = { entity: entity.key, label: label.key, category, family, at: now, known: now }
    const reply = await job.start({ question: questionAbout(about), months: 12 })
    if (reply.ok) setAhead(reply.value)
  }
  const named = (list: readonly { readonly key: string; readonly name: string }[]) =>
    list.map(({ key, name }) => ({ value: key, label: name }))
  return (
    <section className="section" aria-labelledby="calendar">
      <header>
        <h2 id="calendar">{t('calendar.title')}</h2>
      </header>
      <p className="soft">{t('calendar.lead')}</p>
      <div className="row bottom">
        <NativeSelect
          label={t('mailing.category')}
          value={category}
          data={named(setup.categories)}
          onChange={(event) => setCategory(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('calendar.family')}
          value={family}
          data={named(setup.families)}
          onChange={(event) => setFamily(event.currentTarget.value)}
        />
        <Button variant="default" onClick={look} disabled={job.running}>
          {t('calendar.look')}
        </Button>
      </div>
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {ahead && !job.running && <Months key={ahead.view} ahead={ahead} onStale={look} />}
    </section>
  )
}

function Months({ ahead, onStale }: { readonly ahead: Ahead; readonly onStale: () => void }) {
  const { t, language } = useText()
  const { decision: words } = useSharedWords()
  const [open, setOpen] = useState<number | null>(null)
  const lost = ahead.months.reduce((sum, month) => sum + month.lost, 0)
  const monthOf = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    month: 'short',
    year: '2-digit',
    timeZone: 'Europe/Amsterdam',
  })
  const reasons = open === null ? [] : (ahead.months[open]?.byReason ?? [])
  return (
    <>
      <p>{t('calendar.summary', { now: ahead.start.yes, later: ahead.months.at(-1)?.yes ?? 0, lost })}</p>
      <Histogram
        label={t('calendar.still')}
        bars={ahead.months.map((month) => ({
          key: month.at,
          name: monthOf.format(new Date(month.at)),
          count: month.yes,
          tone: 'yes',
        }))}
      />
      {lost > 0 && (
        <>
          <h3>{t('calendar.lost')}</h3>
          <Histogram
            label={t('calendar.lost')}
            bars={ahead.months.map((month, index) => ({
              key: month.at,
              name: monthOf.format(new Date(month.at)),
              count: month.lost,
              tone: 'no',
              chosen: open === index,
              onOpen: () => setOpen(index),
            }))}
          />
        </>
      )}
      {open !== null && (
        <Lost
          key={open}
          view={ahead.view}
          month={open}
          why={reasons.map(({ reason, contacts }) => `${words.reasons[reason].label}: ${contacts}`).join(' · ')}
          onClose={() => setOpen(null)}
          onStale={onStale}
        />
      )}
    </>
  )
}

function Lost({
  view,
  month,
  why,
  onClose,
  onStale,
}: {
  readonly view: number
  readonly month: number
  readonly why: string
  readonly onClose: () => void
  readonly onStale: () => void
}) {
  const { t } = useText()
  const { decision: words } = useSharedWords()
  const { register } = useReached()
  const asked = { view, month }
  return (
    <PeopleBehind
      asked={['planning.lost', asked]}
      page={(from, count) => ask(register, 'planning.lost', { ...asked, from, count })}
      title={(count) => (
        <>
          <strong>{t('people', { n: count })}</strong> <span className="soft small">{why}</span>
        </>
      )}
      about={({ reason, basis }) => (reason ? words.reasons[reason].label : basis ? words.bases[basis].name : '')}
      onClose={onClose}
      onStale={onStale}
    />
  )
}
