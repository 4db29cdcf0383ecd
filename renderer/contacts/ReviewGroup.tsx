/** The people who wait for one reason: what would settle it for all, and each one's explanation to settle by hand. */
import { useEffect, useState } from 'react'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { eventWords } from '../app/eventWords.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { questionAbout } from '../app/question.ts'
import { useSharedWords } from '../app/sharedWords.ts'
import { Explanation } from '../parts/Explanation.tsx'
import { LongList } from '../parts/LongList.tsx'
import { nowInstant } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useRows } from '../parts/rows.ts'
import { VerdictSign } from '../parts/Verdict.tsx'
import { ask, useAnswer, useJob, useReached } from '../register.ts'
import { ResolveReview } from './ResolveReview.tsx'
import { Settling } from './Settling.tsx'
import { namesOf, type Waiting } from './useReviews.ts'

export function ReviewGroup({
  group,
  sender,
  at,
  setup,
}: {
  readonly group: Waiting
  readonly sender: string
  readonly at: Instant
  readonly setup: Setup
}) {
  const { t } = useText()
  const words = useSharedWords().decision.reasons[group.reason]
  const { register } = useReached()
  const { view, renew, job } = useView(group, sender, at)
  const asked = { view, result: 'review' as const, reason: group.reason, basis: null }
  const first = useAnswer('mailings.people', { ...asked, from: 0, count: 1 })
  const stale = first.problem?.kind === 'stale'
  useEffect(() => {
    // The register keeps a few answers for everyone; one that was pushed out is asked for anew.
    if (stale) renew()
  }, [stale, renew])
  const count = first.data?.count ?? 0
  const rows = useRows(['mailings.people', asked], count, (from, n) =>
    ask(register, 'mailings.people', { ...asked, from, count: n }).then((page) => page.rows),
  )
  const [place, setPlace] = useState<number | null>(null)
  const [settled, setSettled] = useState<ReadonlySet<number>>(new Set())
  const chosen = place === null ? undefined : rows.at(place)
  const names = namesOf(setup, group)
  return (
    <>
      <header>
        <div>
          <a className="back" href="#/contacts/reviews">
            {t('back')}
          </a>
          <h1>{words.label}</h1>
          <p>
            {t('glance.asked', names)} · {t('people', { n: group.contacts })}
          </p>
        </div>
      </header>
      <dl className="facts">
        <dt>{t('reviews.why')}</dt>
        <dd>{words.why}</dd>
        <dt>{t('explain.helps')}</dt>
        <dd>{words.helps}</dd>
        <dt>{t('reviews.forAll')}</dt>
        <dd>
          {t('reviews.forAllText')} <a href="#/settings/points">{t('action.forms')}</a> ·{' '}
          <a href="#/imports">{t('reviews.attach')}</a>
        </dd>
      </dl>
      <Settling
        questions={[{ category: group.category, family: group.family }]}
        reason={group.reason}
        sender={sender}
        at={at}
        setup={setup}
      />
      <ProgressLine job={job} />
      {first.problem && !stale && <ProblemNote problem={first.problem} again={first.again} />}
      <section className="section" aria-labelledby="behind-review">
        <header>
          <h2 id="behind-review">{t('reviews.people')}</h2>
          <span className="soft small figure">{first.data && t('people', { n: count })}</span>
        </header>
        {count > 0 && (
          <div className="behind-list">
            <LongList
              key={view}
              label={t('reviews.people')}
              keyboardHint={t('list.keys')}
              count={count}
              rowHeight={36}
              chosen={place}
              onChoose={setPlace}
              onSight={rows.onSight}
              row={(index) => {
                const row = rows.at(index)
                if (!row) return <span className="soft">…</span>
                return (
                  <div className="where">
                    <span className="cut">
                      <strong>{row.name || row.address}</strong>{' '}
                      {row.name && <span className="soft">{row.address}</span>}
                    </span>
                    {settled.has(row.contact) && <span className="small">{t('reviews.settled')}</span>}
                  </div>
                )
              }}
            />
          </div>
        )}
        {first.data && count === 0 && <p className="soft">{t('reviews.groupDone')}</p>}
      </section>
      {chosen && (
        <One
          key={chosen.contact}
          contact={chosen.contact}
          name={chosen.name || chosen.address}
          group={group}
          sender={sender}
          setup={setup}
          onSettled={() => setSettled(new Set([...settled, chosen.contact]))}
        />
      )}
    </>
  )
}

/** One person's answer as it stands now. */
function One({
  contact,
  name,
  group,
  sender,
  setup,
  onSettled,
}: {
  readonly contact: number
  readonly name: string
  readonly group: Waiting
  readonly sender: string
  readonly setup: Setup
  readonly onSettled: () => void
}) {
  const text = useText()
  const { t } = text
  const [now, setNow] = useState(nowInstant)
  const [entity = '', label = ''] = sender.split(' ')
  const question = questionAbout({ ...group, entity, label, at: now, known: now })
  const decided = useAnswer('contacts.decide', { contact, question }, { keep: true })
  const timeline = useAnswer('contacts.timeline', { contact, at: null, known: null }, { keep: true })
  if (decided.problem) return <ProblemNote problem={decided.problem} again={decided.again} />
  if (!decided.data) return null
  const words = eventWords(text, setup)
  const facts = decided.data.events.flatMap((seq) => {
    const entry = timeline.data?.find(({ event }) => event.seq === seq)
    if (!entry) return []
    const { event, form } = entry
    const said = [
      `${text.dayShort(event.occurred.from)} ${words.title(event)}`,
      words.about(event),
      form ? words.form(form) : '',
    ]
    return [{ seq, words: said.filter(Boolean).join(' · ') }]
  })
  return (
    <Explanation decision={decided.data} title={name} facts={facts} onFact={() => go(`contacts/${contact}`)}>
      {decided.data.result !== 'review' && (
        <p className="row" role="status">
          {t('reviews.nowReads')} <VerdictSign verdict={decided.data.result} />
        </p>
      )}
      <ResolveReview
        contact={contact}
        decision={decided.data}
        category={{ key: group.category, name: namesOf(setup, group).category }}
        family={{ key: group.family, name: namesOf(setup, group).family }}
        onDone={() => {
          // Known a moment later than what was just written.
          setNow(new Date(Date.now() + 1000).toISOString() as Instant)
          onSettled()
        }}
      />
      <a href={`#/contacts/${contact}`}>{t('tally.openContact')}</a>
    </Explanation>
  )
}

/** The view of the group, or one counted anew for this category and family where the register let it go. */
function useView(group: Waiting, sender: string, at: Instant) {
  const job = useJob('mailings.tally')
  const [view, setView] = useState(group.view)
  const { start } = job
  const { category, family } = group
  const [renew] = useState(() => async () => {
    const [entity = '', label = ''] = sender.split(' ')
    const reply = await start({ question: questionAbout({ entity, label, category, family, at, known: at }) })
    if (reply.ok) setView(reply.value.view)
  })
  return { view, renew, job }
}
