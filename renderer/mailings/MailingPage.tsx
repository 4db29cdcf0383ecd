/** One mailing: count who may get it, see why for each person, fix the list and save it. */
import { Button } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { MailingEntry, Tally } from '../../preload/contract/endpoints/mailings.ts'
import type { Filter } from '../../preload/contract/vocabulary/filter.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { usePlace } from '../app/place.ts'
import { useSharedWords } from '../app/sharedWords.ts'
import { DateField } from '../parts/DateField.tsx'
import { endOfDay, nowInstant, partsOf } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { TallyBar } from '../parts/TallyBar.tsx'
import { VerdictSign, verdicts } from '../parts/Verdict.tsx'
import { useAnswer, useJob } from '../register.ts'
import { AfterSending } from './AfterSending.tsx'
import { Changes } from './Changes.tsx'
import { KeptContent } from './Content.tsx'
import { Again } from './CopyMailing.tsx'
import { Flawed } from './Flawed.tsx'
import { Frozen } from './Frozen.tsx'
import { isNarrow, LeftOutTable, Narrow } from './Narrow.tsx'
import { type Behind, People } from './People.tsx'
import { Suppression } from './Suppression.tsx'

export function MailingPage({ id }: { readonly id: number }) {
  const entry = useAnswer('mailings.get', { mailing: id })
  const setup = useAnswer('setup.get', {})
  if (entry.problem) return <ProblemNote problem={entry.problem} again={entry.again} />
  if (!entry.data || !setup.data) return null
  return <Page entry={entry.data} setup={setup.data.setup} />
}

function Page({ entry, setup }: { readonly entry: MailingEntry; readonly setup: Setup }) {
  const { t, day } = useText()
  const { decision: words } = useSharedWords()
  const { params } = usePlace()
  const [chosenDay, setDay] = useState(() => partsOf(nowInstant()).day)
  const job = useJob('mailings.tally')
  const [tally, setTally] = useState<{ readonly tally: Tally; readonly question: Question } | null>(null)
  const [behind, setBehind] = useState<Behind | null>(null)
  const [filter, setFilter] = useState<Filter>(() => entry.decisions.at(-1)?.filter ?? {})
  const { mailing } = entry
  const { start } = job

  const count = useCallback(async () => {
    const now = nowInstant()
    const at = chosenDay && chosenDay !== partsOf(now).day ? endOfDay(chosenDay) : now
    const question = { mailing, at, known: now, mailingId: entry.id, ...(isNarrow(filter) ? { filter } : {}) }
    setBehind(null)
    const reply = await start({ question })
    if (reply.ok) setTally({ tally: reply.value, question })
  }, [chosenDay, mailing, entry.id, filter, start])
  const counting = params.has('count')
  const counted = useRef(false)
  useEffect(() => {
    if (!counting || counted.current) return
    counted.current = true
    count()
  }, [counting, count])

  const nameOf = (list: readonly { key: string; name: string }[], keys: readonly string[]) =>
    keys.map((key) => list.find((one) => one.key === key)?.name ?? key).join(', ')
  const changed = entry.changes.at(-1)
  const entity = setup.entities.find(({ key }) => key === mailing.entity)
  return (
    <>
      <header className="card-head">
        <div className="stack-tight">
          <h1>{mailing.name}</h1>
          <span className="soft">
            {[
              nameOf(entity?.labels ?? [], [mailing.label]),
              words.natures[mailing.nature],
              mailing.category ? nameOf(setup.categories, [mailing.category]) : '',
              nameOf(setup.families, mailing.families),
              changed ? t('change.at', { day: day(changed.at) }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <nav className="row small" aria-label={t('copy.actions')}>
          {entry.changeable && <a href={`#/mailings/${entry.id}/change`}>{t('change.do')}</a>}
          <Again entry={entry} />
          <a href={`#/mailings/compare?one=${entry.id}`}>{t('compare.with')}</a>
          {entry.decisions.length > 0 && <a href={`#/evidence/mailing?mailing=${entry.id}`}>{t('reportB.title')}</a>}
        </nav>
      </header>
      <section className="section" aria-labelledby="tally">
        <header>
          <h2 id="tally">{t('tally.title')}</h2>
        </header>
        <div className="row tally-ask">
          <DateField label={t('tally.asOf')} value={chosenDay} onChange={setDay} />
          <Button variant={tally ? 'default' : 'filled'} onClick={count} disabled={job.running || !chosenDay}>
            {t(tally ? 'tally.again' : 'tally.count')}
          </Button>
        </div>
        <Narrow filter={filter} onChange={setFilter} />
        {tally && JSON.stringify(tally.question.filter ?? {}) !== JSON.stringify(filter) && (
          <div className="note" data-tone="review">
            {t('narrow.changed')}
          </div>
        )}
        <ProgressLine job={job} />
        {job.problem && <ProblemNote problem={job.problem} />}
        {tally && !job.running && (
          <>
            <TallyBar
              counts={tally.tally}
              chosen={behind?.reason === null && behind.basis === null ? behind.result : null}
              onOpen={(result) => setBehind({ result, reason: null, basis: null })}
            />
            <p className="soft">
              {t('tally.addresses', { n: tally.tally.addresses })} ·{' '}
              {t('timeline.standAt', { day: day(tally.question.at) })}
            </p>
            <Flawed tally={tally.tally} entry={entry} />
            {tally.tally.leftOut && <LeftOutTable leftOut={tally.tally.leftOut} />}
            <Reasons tally={tally.tally} behind={behind} onOpen={setBehind} />
            {behind && (
              <People
                key={`${tally.tally.view} ${behind.result} ${behind.reason} ${behind.basis}`}
                view={tally.tally.view}
                behind={behind}
                question={tally.question}
                onClose={() => setBehind(null)}
                onStale={count}
              />
            )}
          </>
        )}
      </section>
      <Frozen entry={entry} tally={tally?.tally ?? null} filter={tally?.question.filter} />
      <AfterSending entry={entry} />
      <Suppression entry={entry} />
      <KeptContent mailing={mailing} />
      <Changes entry={entry} setup={setup} />
    </>
  )
}

function Reasons({
  tally,
  behind,
  onOpen,
}: {
  readonly tally: Tally
  readonly behind: Behind | null
  readonly onOpen: (behind: Behind) => void
}) {
  const { t, number } = useText()
  const { decision: words } = useSharedWords()
  if (tally.byReason.length + tally.byBasis.length === 0) return null
  const inOrder = verdicts.flatMap((verdict) => tally.byReason.filter(({ result }) => result === verdict))
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th scope="col">{t('tally.answer')}</th>
          <th scope="col">{t('tally.why')}</th>
          <th scope="col" className="num">
            {t('tally.people')}
          </th>
        </tr>
      </thead>
      <tbody>
        {tally.byBasis.map((one) => (
          <tr key={one.basis} data-chosen={behind?.basis === one.basis ? '' : undefined}>
            <td>
              <VerdictSign verdict="yes" />
            </td>
            <th scope="row">
              <button
                type="button"
                className="as-link"
                onClick={() => onOpen({ result: 'yes', reason: null, basis: one.basis })}
              >
                {words.bases[one.basis].name}
              </button>
            </th>
            <td className="num">{number(one.contacts)}</td>
          </tr>
        ))}
        {inOrder.map((one) => (
          <tr
            key={`${one.result} ${one.reason}`}
            data-chosen={behind?.reason === one.reason && behind.result === one.result ? '' : undefined}
          >
            <td>
              <VerdictSign verdict={one.result} />
            </td>
            <th scope="row">
              <button
                type="button"
                className="as-link"
                onClick={() => onOpen({ result: one.result, reason: one.reason, basis: null })}
              >
                {words.reasons[one.reason].label}
              </button>
            </th>
            <td className="num">{number(one.contacts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
