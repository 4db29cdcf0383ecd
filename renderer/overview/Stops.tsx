/** Who said stop: how many a month, and how long it took until that had its effect. */
import { useEffect, useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import { useText } from '../app/language.tsx'
import { Histogram } from '../parts/Histogram.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useAnswer, useJob } from '../register.ts'

type Times = Answer<'sending.leadTimes'>
type Stopped = Answer<'planning.attention'>['stops']

export function Stops({ stops, events }: { readonly stops: Stopped; readonly events: number }) {
  const { t, language } = useText()
  const job = useJob('sending.leadTimes')
  const [times, setTimes] = useState<Times | null>(null)
  const { start } = job
  useEffect(() => {
    if (events > 0)
      start({ since: null, until: null }).then((reply) => {
        if (reply.ok) setTimes(reply.value)
      })
  }, [start, events])
  const month = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    month: 'short',
    timeZone: 'Europe/Amsterdam',
  })
  const total = stops.reduce((sum, { count }) => sum + count, 0)
  return (
    <section className="section" aria-labelledby="stops">
      <header>
        <h2 id="stops">{t('stops.title')}</h2>
        <span className="soft small">{t('stops.year', { n: total })}</span>
      </header>
      {total > 0 && (
        <Histogram
          label={t('stops.byMonth')}
          bars={stops.map(({ to, count }) => ({ key: to, name: month.format(dayBefore(to)), count }))}
        />
      )}
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {times && <LeadTimes times={times} />}
      <Incidence />
    </section>
  )
}

/** How many went out that should not have. */
function Incidence() {
  const { t } = useText()
  const found = useAnswer('sending.incidents', { mailing: null, open: null, count: 1 })
  if (!found.data) return null
  const { count, open } = found.data
  return (
    <p>
      {t('stops.incidents', { n: count })}{' '}
      {count > 0 && <span className={open > 0 ? 'objected' : 'soft'}>{t('incidents.open', { n: open })}</span>}
    </p>
  )
}

/** A period is named after the month that it ends in. */
const dayBefore = (to: string) => new Date(Date.parse(to) - 86_400_000)

function LeadTimes({ times }: { readonly times: Times }) {
  const { t } = useText()
  return (
    <div className="stack-tight">
      {(['manual', 'imported'] as const).map((way) => {
        const told = times[way]
        if (told.measured === 0 && told.before === 0) return null
        if (told.measured === 0) {
          return (
            <p key={way} className="soft small">
              {t('stops.before', { n: told.before })}
            </p>
          )
        }
        return (
          <details key={way} open={way === 'manual' && told.late > 0}>
            <summary>
              {t(`stops.${way}`)}{' '}
              <span className="soft small">
                {told.spread &&
                  t('stops.spread', {
                    median: span(told.spread.median, t),
                    p90: span(told.spread.p90, t),
                    n: told.measured,
                  })}{' '}
                {told.undated > 0 && t('stops.undated', { n: told.undated })}{' '}
                {told.before > 0 && t('stops.before', { n: told.before })}{' '}
                {way === 'manual' && t('stops.limit', { limit: times.limit, late: told.late })}
              </span>
            </summary>
            <Histogram
              label={t(`stops.${way}`)}
              bars={told.histogram.map((step, index) => ({
                key: String(step.hours),
                name:
                  step.hours === null
                    ? t('stops.over', { span: span(told.histogram[index - 1]?.hours ?? 0, t) })
                    : t('stops.upTo', { span: span(step.hours, t) }),
                count: step.count,
                tone: way === 'manual' && (step.hours === null || step.hours > times.limit) ? 'no' : 'accent',
              }))}
            />
            {way === 'manual' && told.late > 0 && (
              <p>
                <span className="objected">{t('stops.late', { n: told.late, limit: times.limit })}</span>{' '}
                {told.slowest.slice(0, 5).map((one) => (
                  <a key={one.seq} className="small spaced" href={`#/contacts/${one.contact}`}>
                    {t('stops.hours', { n: Math.round(one.hours) })}
                  </a>
                ))}
              </p>
            )}
          </details>
        )
      })}
    </div>
  )
}

const span = (n: number, t: ReturnType<typeof useText>['t']): string =>
  n >= 48
    ? t('stops.days', { n: Math.round(n / 24) })
    : t('stops.hours', { n: n < 10 ? Math.round(n * 10) / 10 : Math.round(n) })
