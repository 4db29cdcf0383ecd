/** What would settle what waits, and for how many people: each thing supposed, and the rules asked again. */
import { useEffect, useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { Settlement } from '../../preload/contract/endpoints/reviews.ts'
import type { ReasonCode } from '../../preload/contract/vocabulary/decision.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { useText } from '../app/language.tsx'
import { type SharedWords, useSharedWords } from '../app/sharedWords.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useJob } from '../register.ts'

export function Settling({
  questions,
  reason,
  sender,
  at,
  setup,
}: {
  readonly questions: readonly { readonly category: string; readonly family: string }[]
  readonly reason: ReasonCode | null
  readonly sender: string
  readonly at: Instant
  readonly setup: Setup
}) {
  const text = useText()
  const shared = useSharedWords()
  const { reviews: words, fill } = shared
  const job = useJob('reviews.settling')
  const [found, setFound] = useState<Answer<'reviews.settling'> | null>(null)
  const { start } = job
  const asked = JSON.stringify(questions)
  useEffect(() => {
    const [entity = '', label = ''] = sender.split(' ')
    let current = true
    setFound(null)
    start({ entity, label, at, questions: JSON.parse(asked), reason }).then((reply) => {
      if (current && reply.ok) setFound(reply.value)
    })
    return () => {
      current = false
    }
  }, [start, sender, at, asked, reason])
  return (
    <section className="section" aria-labelledby="settling">
      <header>
        <h2 id="settling">{words.title}</h2>
        <span className="soft small figure">{found && fill(words.waiting, { n: found.waiting })}</span>
      </header>
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {found && found.actions.length === 0 && <p className="soft">{words.nothing}</p>}
      {found && found.actions.length > 0 && (
        <>
          <p className="soft small">{words.lead}</p>
          <ScrollRoom label={words.title}>
            <table className="ledger">
              <thead>
                <tr>
                  <th scope="col">{words.action}</th>
                  <th scope="col" className="figure">
                    {words.people}
                  </th>
                  <th scope="col" className="figure">
                    {words.yes}
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.actions.map(({ settlement, people, yes }) => {
                  const { title, note, place } = told(settlement, setup, shared, text.day)
                  return (
                    <tr key={JSON.stringify(settlement)}>
                      <th scope="row">
                        {place ? <a href={place}>{title}</a> : title}
                        <div className="soft small">{note}</div>
                      </th>
                      <td className="figure">{text.number(people)}</td>
                      <td className="figure">{text.number(yes)}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </ScrollRoom>
        </>
      )}
    </section>
  )
}

interface Told {
  readonly title: string
  readonly note: string
  /** Where it is done; null where that is several places. */
  readonly place: string | null
}

function told(
  settlement: Settlement,
  setup: Setup,
  { reviews: words, fill }: SharedWords,
  day: (instant: string) => string,
): Told {
  const family = (key: string) => setup.families.find((one) => one.key === key)?.name ?? key
  switch (settlement.kind) {
    case 'version': {
      const form = formNames(setup, settlement.point, settlement.version)
      return { title: fill(words.version, form), note: words.versionNote, place: '#/settings/points' }
    }
    case 'gap': {
      const form = formNames(setup, settlement.point, settlement.like)
      const period = { ...form, from: settlement.from === null ? '' : day(settlement.from), to: day(settlement.to) }
      const title = fill(settlement.from === null ? words.gapFirst : words.gapBetween, period)
      return { title, note: fill(words.gapNote, form), place: '#/settings/points' }
    }
    case 'similarity': {
      const names = { from: family(settlement.from), to: family(settlement.to) }
      const title = fill(settlement.verdict === 'yes' ? words.similar : words.unlike, names)
      return { title, note: words.similarNote, place: '#/settings/similarity' }
    }
    case 'policy': {
      const titles: Readonly<Record<string, string>> = words.policies
      const title = Object.entries(settlement.policy)
        .map(([key, choice]) => titles[`${key}:${choice}`] ?? key)
        .join(', ')
      return { title, note: words.policyNote, place: '#/settings/policy' }
    }
    case 'together':
      return { title: words.together, note: words.togetherNote, place: null }
  }
}

/** The form's name, and which of its versions, counted from the first. */
export function formNames(setup: Setup, pointKey: string, versionKey: string) {
  const point = setup.points.find(({ key }) => key === pointKey)
  const place = point?.versions.findIndex(({ key }) => key === versionKey) ?? -1
  return { point: point?.name ?? pointKey, version: place < 0 ? versionKey : String(place + 1) }
}
