/** Whom you can still mail in the months to come if nothing happens, and who is lost when and why. */
import { Button, NativeSelect } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
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

/** Up to so many it is looked ahead at once; beyond, when asked, because each month is a count of everyone. */
const atOnce = 50_000
const months = 12

export function Calendar({ setup, contacts }: { readonly setup: Setup; readonly contacts: number }) {
  const { t } = useText()
  const job = useJob('planning.calendar')
  const [category, setCategory] = useState(setup.categories[0]?.key ?? '')
  const [family, setFamily] = useState(setup.families[0]?.key ?? '')
  const [ahead, setAhead] = useState<Ahead | null>(null)
  const [entity] = setup.entities
  const label = entity?.labels[0]
  const { start } = job
  const [entityKey, labelKey] = [entity?.key, label?.key]
  const look = useCallback(async () => {
    if (entityKey === undefined || labelKey === undefined || !category || !family) return
    const now = nowInstant()
    const about = { entity: entityKey, label: labelKey, category, family, at: now, known: now }
    const reply = await start({ question: questionAbout(about), months })
    if (reply.ok) setAhead(reply.value)
  }, [start, entityKey, labelKey, category, family])
  const small = contacts <= atOnce
  useEffect(() => {
    if (small) look()
  }, [small, look])
  if (!entity || !label || !category || !family) return null
  const named = (list: readonly { readonly key: string; readonly name: string }[]) =>
    list.map(({ key, name }) => ({ value: key, label: name }))
  return (
    <section className="section" aria-labelledby="calendar">
      <header>
        <h2 id="calendar">{t('calendar.title')}</h2>
        <div className="row">
          <NativeSelect
            size="xs"
            aria-label={t('mailing.category')}
            value={category}
            data={named(setup.categories)}
            onChange={(event) => setCategory(event.currentTarget.value)}
          />
          <NativeSelect
            size="xs"
            aria-label={t('calendar.family')}
            value={family}
            data={named(setup.families)}
            onChange={(event) => setFamily(event.currentTarget.value)}
          />
          {!small && (
            <Button size="xs" variant="default" onClick={look} disabled={job.running}>
              {t('calendar.look')}
            </Button>
          )}
        </div>
      </header>
      {!ahead && <p className="soft">{t('calendar.lead')}</p>}
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
    timeZone: 'Europe/Amsterdam',
  })
  const reasons = open === null ? [] : (ahead.months[open]?.byReason ?? [])
  return (
    <>
      <p>
        {ahead.start.yes === 0 && lost === 0
          ? t('calendar.nobody')
          : t('calendar.summary', { now: ahead.start.yes, later: ahead.months.at(-1)?.yes ?? 0, lost })}
      </p>
      {lost > 0 && (
        <>
          <Histogram
            label={t('calendar.lost')}
            bars={ahead.months.map((month, index) => ({
              key: month.at,
              name: monthOf.format(new Date(month.at)),
              count: month.lost,
              parts: partsOf(month),
              chosen: open === index,
              onOpen: () => setOpen(index),
            }))}
          />
          <p className="legend small soft">
            {causes
              .filter(({ tone }) => ahead.months.some((month) => partsOf(month).some((part) => part.tone === tone)))
              .map(({ tone, words: id }) => (
                <span key={tone}>
                  <i data-tone={tone} aria-hidden /> {t(id)}
                </span>
              ))}
          </p>
        </>
      )}
      <details>
        <summary>{t('calendar.still')}</summary>
        <Histogram
          label={t('calendar.still')}
          bars={ahead.months.map((month) => ({
            key: month.at,
            name: monthOf.format(new Date(month.at)),
            count: month.yes,
            tone: 'yes',
          }))}
        />
      </details>
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

type Month = Ahead['months'][number]

/** Why people are lost: a sale that is no longer recent, a consent that is too old, or anything else. */
const causes = [
  { tone: 'no', words: 'calendar.recency', reasons: ['SALE_STALE'] },
  { tone: 'review', words: 'calendar.staleness', reasons: ['CONSENT_STALE'] },
  { tone: 'accent', words: 'calendar.otherwise', reasons: null },
] as const

function partsOf({ byReason, lost }: Month) {
  let rest = lost
  return causes
    .map(({ tone, reasons }) => {
      const own = byReason.filter(({ reason }) => reasons?.some((one) => one === reason))
      const count = reasons === null ? rest : own.reduce((sum, { contacts }) => sum + contacts, 0)
      rest -= count
      return { tone, count }
    })
    .filter(({ count }) => count > 0)
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
