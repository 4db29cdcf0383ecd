/** The people behind a count; each opens the explanation of the answer. */
import { useState } from 'react'
import type { Basis, ReasonCode, Verdict } from '../../preload/contract/vocabulary/decision.ts'
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import { eventWords } from '../app/eventWords.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { useSharedWords } from '../app/sharedWords.ts'
import { Explanation } from '../parts/Explanation.tsx'
import { LongList } from '../parts/LongList.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useRows } from '../parts/rows.ts'
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
  const first = useAnswer('mailings.people', { ...asked, from: 0, count: 1 })
  const count = first.data?.count ?? 0
  const rows = useRows(['mailings.people', asked], count, (from, n) =>
    ask(register, 'mailings.people', { ...asked, from, count: n }).then((page) => page.rows),
  )
  const [place, setPlace] = useState<number | null>(null)
  const chosen = place === null ? undefined : rows.at(place)
  return (
    <section className="behind" aria-label={t('tally.behind')}>
      <div className="row-apart">
        <span className="row">
          <VerdictSign verdict={behind.result} />
          <strong>
            {behind.reason
              ? words.reasons[behind.reason].label
              : behind.basis
                ? words.bases[behind.basis].name
                : t('people', { n: count })}
          </strong>
        </span>
        <button type="button" className="as-link" onClick={onClose}>
          {t('close')}
        </button>
      </div>
      {first.problem && <ProblemNote problem={first.problem} again={onStale} />}
      <div className="behind-list">
        <LongList
          label={t('tally.behind')}
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
                  <strong>{row.name || row.address}</strong> {row.name && <span className="soft">{row.address}</span>}
                </span>
                <span className="soft small cut">
                  {row.reason ? words.reasons[row.reason].label : row.basis ? words.bases[row.basis].name : ''}
                </span>
              </div>
            )
          }}
        />
      </div>
      {chosen && <Why contact={chosen.contact} name={chosen.name || chosen.address} question={question} />}
    </section>
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
