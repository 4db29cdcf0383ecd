/** The people behind a count; each opens the explanation of the answer. */
import type { Basis, ReasonCode, Verdict } from '../../preload/contract/vocabulary/decision.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import { eventWords } from '../app/eventWords.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { useSharedWords } from '../app/sharedWords.ts'
import { Explanation } from '../parts/Explanation.tsx'
import { PeopleBehind } from '../parts/PeopleBehind.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { VerdictSign } from '../parts/Verdict.tsx'
import { ask, useAnswer, useReached } from '../register.ts'

/** Which people: all with an answer, or those of them with one reason or basis. */
export interface Behind {
  readonly result: Verdict
  readonly reason: ReasonCode | null
  readonly basis: Basis | null
}

export function People({
  view,
  behind,
  question,
  onClose,
  onStale,
}: {
  readonly view: number
  readonly behind: Behind
  readonly question: Question
  readonly onClose: () => void
  readonly onStale: () => void
}) {
  const { t } = useText()
  const { decision: words } = useSharedWords()
  const { register } = useReached()
  const asked = { view, result: behind.result, reason: behind.reason, basis: behind.basis }
  return (
    <PeopleBehind
      asked={['mailings.people', asked]}
      page={(from, count) => ask(register, 'mailings.people', { ...asked, from, count })}
      title={(count) => (
        <>
          <VerdictSign verdict={behind.result} />
          <strong>
            {behind.reason
              ? words.reasons[behind.reason].label
              : behind.basis
                ? words.bases[behind.basis].name
                : t('people', { n: count })}
          </strong>
          {(behind.reason ?? behind.basis) && <span className="soft small">{t('people', { n: count })}</span>}
        </>
      )}
      about={({ reason, basis }) => (reason ? words.reasons[reason].label : basis ? words.bases[basis].name : '')}
      beneath={({ contact, name, address }) => (
        <Why key={contact} contact={contact} name={name || address} question={question} />
      )}
      onClose={onClose}
      onStale={onStale}
    />
  )
}

function Why({
  contact,
  name,
  question,
}: {
  readonly contact: number
  readonly name: string
  readonly question: Question
}) {
  const text = useText()
  const decided = useAnswer('contacts.decide', { contact, question })
  const timeline = useAnswer('contacts.timeline', { contact, at: null, known: null })
  const setup = useAnswer('setup.get', {})
  if (decided.problem) return <ProblemNote problem={decided.problem} again={decided.again} />
  if (!decided.data) return null
  const words = eventWords(text, setup.data?.setup)
  const facts = decided.data.events.flatMap((seq) => {
    const event = timeline.data?.find((entry) => entry.event.seq === seq)?.event
    if (!event) return []
    return [
      {
        seq,
        words: [`${text.dayShort(event.occurred.from)} ${words.title(event)}`, words.about(event)]
          .filter(Boolean)
          .join(' · '),
      },
    ]
  })
  return (
    <Explanation decision={decided.data} title={name} facts={facts} onFact={() => go(`contacts/${contact}`)}>
      <a href={`#/contacts/${contact}`}>{text.t('tally.openContact')}</a>
    </Explanation>
  )
}
