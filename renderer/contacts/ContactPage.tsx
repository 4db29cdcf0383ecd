/** One person: who it is, what happened, and for which mailings one may be mailed on any day. */
import { Button, Menu, Select } from '@mantine/core'
import { IconArrowLeft, IconChevronDown, IconFileCertificate } from '@tabler/icons-react'
import { Fragment, useMemo, useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { TimelineEntry } from '../../preload/contract/endpoints/contacts.ts'
import type { EventType } from '../../preload/contract/vocabulary/event.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { eventWords } from '../app/eventWords.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { lanesOf, timeOf } from '../parts/lanes.ts'
import { endOfDay, nowInstant, partsOf } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { Timeline } from '../parts/Timeline.tsx'
import { useAnswer } from '../register.ts'
import { Glance } from './Glance.tsx'
import { History } from './History.tsx'
import { handGroups } from './handDraft.ts'

type Card = Answer<'contacts.get'>
/** What the list of contacts goes by when it says so. */
const stops: readonly EventType[] = ['objection', 'consent-withdrawn', 'spam-complaint']
const groups = Object.keys(handGroups) as (keyof typeof handGroups)[]

export function ContactPage({ contact }: { readonly contact: number }) {
  const card = useAnswer('contacts.get', { contact })
  const timeline = useAnswer('contacts.timeline', { contact, at: null, known: null })
  const setup = useAnswer('setup.get', {})
  const problem = card.problem ?? timeline.problem ?? setup.problem
  if (problem) return <ProblemNote problem={problem} again={card.again} />
  if (!card.data || !timeline.data || !setup.data) return null
  return <Page card={card.data} entries={timeline.data} setup={setup.data.setup} />
}

function Page({
  card,
  entries,
  setup,
}: {
  readonly card: Card
  readonly entries: readonly TimelineEntry[]
  readonly setup: Setup
}) {
  const text = useText()
  const { t, day } = text
  const words = useMemo(() => eventWords(text, setup), [text, setup])
  const [found, setFound] = useState<number | null>(null)
  const [chosenDay, setChosenDay] = useState<string | null>(null)
  const [asKnownThen, setAsKnownThen] = useState('now')
  const [now, setNow] = useState(nowInstant)
  const at = chosenDay && chosenDay !== partsOf(now).day ? endOfDay(chosenDay) : now
  const known = asKnownThen === 'then' ? at : now

  const { from, to } = useMemo(() => spanOf(entries, Date.parse(now)), [entries, now])
  const lanes = useMemo(
    () =>
      lanesOf(
        entries,
        setup,
        {
          unknown: t('lane.unknown'),
          sales: t('lane.sales'),
          objections: t('lane.objections'),
          other: t('lane.other'),
        },
        (entry) => `${day(entry.event.occurred.from)}: ${words.title(entry.event)} ${words.about(entry.event)}`,
      ),
    [entries, setup, t, day, words],
  )
  const objected = entries.some(({ event, corrected }) => !corrected && stops.includes(event.type))
  return (
    <>
      <header className="card-head">
        <div className="stack-tight">
          <a className="back" href="#/contacts">
            <IconArrowLeft size={18} aria-hidden /> {t('back')}
          </a>
          <h1>{card.name || card.address}</h1>
          <span className="row">
            {card.name && <span>{card.address}</span>}
            <span className="tag" data-tone="accent">
              {card.since
                ? t('status.since', { status: t(`status.${card.status}`), day: day(card.since) })
                : t(`status.${card.status}`)}
            </span>
            {objected && (
              <span className="tag" data-tone="no">
                {t('contacts.objectedShort')}
              </span>
            )}
          </span>
          <Kin card={card} />
        </div>
        <div className="row">
          <Button onClick={() => go(`contacts/${card.id}/record/objection`)}>{t('action.object')}</Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
                {t('record.more')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown className="long-menu">
              {groups.map((group) => (
                <Fragment key={group}>
                  <Menu.Label>{t(`recordGroup.${group}`)}</Menu.Label>
                  {handGroups[group].map((kind) => (
                    <Menu.Item key={kind} onClick={() => go(`contacts/${card.id}/record/${kind}`)}>
                      {t(`record.${kind}`)}
                    </Menu.Item>
                  ))}
                </Fragment>
              ))}
              <Menu.Divider />
              <Menu.Item onClick={() => go(`contacts/${card.id}/merge`)}>{t('merge.title')}</Menu.Item>
              <Menu.Item onClick={() => go(`contacts/${card.id}/access`)}>{t('access.title')}</Menu.Item>
              <Menu.Item onClick={() => go(`contacts/${card.id}/erase`)}>{t('erase.menu')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button
            variant="default"
            leftSection={<IconFileCertificate size={17} aria-hidden />}
            onClick={() => go(`evidence/new?contact=${card.id}`)}
          >
            {t('contacts.evidence')}
          </Button>
        </div>
      </header>

      <section className="section" aria-labelledby="what-happened">
        <header>
          <h2 id="what-happened">{t('timeline.title')}</h2>
          <span className="row">
            <strong className="figure">
              {t('timeline.standAt', { day: chosenDay ? day(at) : t('timeline.today', { day: day(now) }) })}
            </strong>
            {chosenDay && (
              <>
                <Select
                  size="xs"
                  aria-label={t('timeline.known')}
                  value={asKnownThen}
                  onChange={(value) => setAsKnownThen(value ?? 'now')}
                  data={[
                    { value: 'now', label: t('timeline.knownNow') },
                    { value: 'then', label: t('timeline.knownThen') },
                  ]}
                />
                <Button size="compact-sm" variant="default" onClick={() => setChosenDay(null)}>
                  {t('timeline.backToday')}
                </Button>
              </>
            )}
          </span>
        </header>
        <Timeline
          lanes={lanes}
          from={from}
          to={to}
          asOf={Date.parse(at)}
          onAsOf={(moment) => setChosenDay(partsOf(new Date(moment).toISOString()).day)}
          summary={t('timeline.summary', { n: entries.length, from: day(new Date(from).toISOString()) })}
        />
      </section>

      <Glance
        contact={card.id}
        setup={setup}
        at={at}
        known={known}
        today={now}
        entries={entries}
        words={words}
        onFact={setFound}
        onChanged={() => setNow(new Date(Date.now() + 1000).toISOString() as Instant)}
      />
      <History contact={card.id} entries={entries} words={words} found={found} />
    </>
  )
}

function Kin({ card }: { readonly card: Card }) {
  const { t } = useText()
  const others = card.addresses.filter((address) => address !== card.address)
  if (others.length + card.kin.length === 0) return null
  return (
    <span className="small soft">
      {others.length > 0 && `${t('contacts.alsoKnownAs')} ${others.join(', ')} `}
      {card.kin.map((one) => (
        <span key={one.id}>
          {t(`kin.${one.how}`)} <a href={`#/contacts/${one.id}`}>{one.name || one.address}</a>{' '}
          {one.how === 'merged' && (
            <>
              (<a href={`#/contacts/${card.id}/split?from=${one.id}`}>{t('split.short')}</a>){' '}
            </>
          )}
        </span>
      ))}
    </span>
  )
}

/** A little air on both sides; at least half a year, so that one order is not stretched over the page. */
function spanOf(entries: readonly TimelineEntry[], now: number): { from: number; to: number } {
  const times = entries.filter(({ event }) => event.occurred.precision !== 'unknown').map(timeOf)
  const first = Math.min(now - 183 * 86_400_000, ...times)
  return { from: first - (now - first) * 0.04, to: now }
}
