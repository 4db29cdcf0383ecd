/** What waits for a look: by reason, category and product family, with what would settle it and who is behind it. */
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { ReasonCode } from '../../preload/contract/vocabulary/decision.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { usePlace } from '../app/place.ts'
import { useSharedWords } from '../app/sharedWords.ts'
import { Empty } from '../parts/Empty.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useAnswer } from '../register.ts'
import { ContactTabs } from './ContactTabs.tsx'
import { ReviewGroup } from './ReviewGroup.tsx'
import { Settling } from './Settling.tsx'
import { namesOf, useReviews, type Waiting } from './useReviews.ts'

export function Reviews() {
  const setup = useAnswer('setup.get', {})
  const state = useAnswer('register.state', {})
  const problem = setup.problem ?? state.problem
  if (problem) return <ProblemNote problem={problem} />
  if (!setup.data || !state.data) return null
  return <Queue setup={setup.data.setup} register={state.data.id} />
}

function Queue({ setup, register }: { readonly setup: Setup; readonly register: string }) {
  const { t, day } = useText()
  const { rest } = usePlace()
  const [, reason, category, family] = rest
  const senders = setup.entities.flatMap((entity) =>
    entity.labels.map((label) => ({ value: `${entity.key} ${label.key}`, label: label.name })),
  )
  const [sender, setSender] = useState(senders[0]?.value ?? '')
  const { job, counted, count } = useReviews(register, sender)
  const chosen = counted?.waiting.find(
    (one) => one.reason === reason && one.category === category && one.family === family,
  )
  return (
    <div className="pair" data-open={reason ? '' : undefined}>
      <div className="pair-list">
        <div className="pair-head">
          <h1>{t('place.contacts')}</h1>
          <ContactTabs at="reviews" />
          {senders.length > 1 && (
            <NativeSelect
              size="xs"
              aria-label={t('glance.sender')}
              value={sender}
              onChange={(event) => setSender(event.currentTarget.value)}
              data={senders}
            />
          )}
          {counted && (
            <div className="row-apart small soft">
              <span>{t('reviews.counted', { day: day(counted.at) })}</span>
              <button type="button" className="as-link" onClick={count}>
                {t('reviews.again')}
              </button>
            </div>
          )}
        </div>
        <div className="review-list">
          <ProgressLine job={job} />
          {job.problem && <ProblemNote problem={job.problem} again={count} />}
          {counted && <Groups waiting={counted.waiting} setup={setup} chosen={chosen} />}
        </div>
      </div>
      <div className="pair-one">
        <div className="page">
          {chosen && counted ? (
            <ReviewGroup
              key={`${chosen.reason} ${chosen.category} ${chosen.family}`}
              group={chosen}
              sender={sender}
              at={counted.at}
              setup={setup}
            />
          ) : counted?.waiting.length === 0 || senders.length === 0 ? (
            <Empty title={t('reviews.none')} text={t('reviews.noneText')} />
          ) : (
            <>
              <header>
                <div>
                  <h1>{t('reviews.choose')}</h1>
                  <p>{t('reviews.chooseText')}</p>
                </div>
              </header>
              {counted && (
                <Settling
                  questions={questionsIn(counted.waiting)}
                  reason={null}
                  sender={sender}
                  at={counted.at}
                  setup={setup}
                />
              )}
            </>
          )}
        </div>
      </div>
    </div>
  )
}

/** Each category and family once, whatever the reasons. */
const questionsIn = (waiting: readonly Waiting[]) =>
  [...new Set(waiting.map(({ category, family }) => `${category} ${family}`))].map((both) => {
    const [category = '', family = ''] = both.split(' ')
    return { category, family }
  })

function Groups({
  waiting,
  setup,
  chosen,
}: {
  readonly waiting: readonly Waiting[]
  readonly setup: Setup
  readonly chosen: Waiting | undefined
}) {
  const { t } = useText()
  const words = useSharedWords().decision
  const reasons = ReasonCode.options.filter((reason) => waiting.some((one) => one.reason === reason))
  const most = (reason: ReasonCode) =>
    Math.max(...waiting.filter((one) => one.reason === reason).map(({ contacts }) => contacts))
  return reasons
    .sort((one, other) => most(other) - most(one))
    .map((reason) => (
      <section key={reason} aria-labelledby={`reviews-${reason}`}>
        <h2 id={`reviews-${reason}`}>{words.reasons[reason].label}</h2>
        <ul className="short-list">
          {waiting
            .filter((one) => one.reason === reason)
            .map((one) => (
              <li key={`${one.category} ${one.family}`}>
                <a
                  href={`#/contacts/reviews/${reason}/${encodeURIComponent(one.category)}/${encodeURIComponent(one.family)}`}
                  aria-current={one === chosen ? 'true' : undefined}
                >
                  <span className="row-apart">
                    <span>{t('glance.asked', namesOf(setup, one))}</span>
                    <span className="figure soft">{t('people', { n: one.contacts })}</span>
                  </span>
                </a>
              </li>
            ))}
        </ul>
      </section>
    ))
}
