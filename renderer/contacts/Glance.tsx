/** "Mag ik mailen?" for every category and product family at a glance; each answer opens its explanation. */
import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { TimelineEntry } from '../../preload/contract/endpoints/contacts.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import type { EventWords } from '../app/eventWords.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { questionAbout } from '../app/question.ts'
import { Empty } from '../parts/Empty.tsx'
import { Explanation } from '../parts/Explanation.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { VerdictSign } from '../parts/Verdict.tsx'
import { useAnswer } from '../register.ts'
import { ResolveReview } from './ResolveReview.tsx'

export function Glance({
  contact,
  setup,
  at,
  known,
  today,
  entries,
  words,
  onFact,
  onChanged,
}: {
  readonly contact: number
  readonly setup: Setup
  readonly at: Instant
  readonly known: Instant
  /** The present: what stood earlier cannot be settled any more. */
  readonly today: Instant
  readonly entries: readonly TimelineEntry[]
  readonly words: EventWords
  readonly onFact: (seq: number) => void
  readonly onChanged: () => void
}) {
  const { t, dayShort } = useText()
  const senders = setup.entities.flatMap((entity) =>
    entity.labels.map((label) => ({ value: `${entity.key} ${label.key}`, label: label.name })),
  )
  const [chosenSender, setSender] = useState(senders[0]?.value ?? '')
  const [cell, setCell] = useState<{ category: string; family: string } | null>(null)
  const [entity = '', label = ''] = chosenSender.split(' ')
  const ready = entity !== '' && setup.categories.length > 0 && setup.families.length > 0
  const glance = useAnswer('contacts.glance', ready ? { contact, entity, label, at, known } : null, { keep: true })
  const decided = useAnswer(
    'contacts.decide',
    cell && ready ? { contact, question: questionAbout({ entity, label, ...cell, at, known }) } : null,
    { keep: true },
  )
  const categories = setup.categories.filter(({ key }) => glance.data?.some((one) => one.category === key))
  const families = setup.families.filter(({ key }) => glance.data?.some((one) => one.family === key))
  const nameOf = (list: readonly { key: string; name: string }[], key: string) =>
    list.find((one) => one.key === key)?.name ?? key

  return (
    <section className="section" aria-labelledby="may-i-mail">
      <header>
        <h2 id="may-i-mail">{t('glance.title')}</h2>
        {senders.length > 1 && (
          <Select
            size="xs"
            aria-label={t('glance.sender')}
            data={senders}
            value={chosenSender}
            onChange={(value) => setSender(value ?? '')}
          />
        )}
      </header>
      {!ready && (
        <Empty title={t('glance.notSetUp')} text={t('glance.notSetUpText')}>
          <Button onClick={() => go('settings/categories')}>{t('glance.setUp')}</Button>
        </Empty>
      )}
      {glance.problem && <ProblemNote problem={glance.problem} again={glance.again} />}
      {glance.data && ready && (
        <ScrollRoom label={t('glance.caption')}>
          <table className="ledger matrix">
            <caption className="unseen">{t('glance.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('glance.about')}</th>
                {categories.map((category) => (
                  <th key={category.key} scope="col">
                    {category.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {families.map((family) => (
                <tr key={family.key}>
                  <th scope="row">{family.name}</th>
                  {categories.map((category) => {
                    const answer = glance.data?.find(
                      (one) => one.category === category.key && one.family === family.key,
                    )
                    if (!answer) return <td key={category.key} />
                    const open = cell?.category === category.key && cell.family === family.key
                    return (
                      <td key={category.key}>
                        <button
                          type="button"
                          aria-pressed={open}
                          aria-label={`${category.name}, ${family.name}: ${t(`verdict.${answer.result}`)}`}
                          onClick={() => setCell(open ? null : { category: category.key, family: family.key })}
                        >
                          <VerdictSign verdict={answer.result} />
                        </button>
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRoom>
      )}
      {!cell && glance.data && ready && <p className="soft small">{t('glance.hint')}</p>}
      {decided.problem && <ProblemNote problem={decided.problem} again={decided.again} />}
      {cell && decided.data && (
        <Explanation
          decision={decided.data}
          title={t('glance.asked', {
            category: nameOf(setup.categories, cell.category),
            family: nameOf(setup.families, cell.family),
          })}
          facts={decided.data.events
            .map((seq) => entries.find((entry) => entry.event.seq === seq))
            .filter((entry) => entry !== undefined)
            .map(({ event, form }) => ({
              seq: event.seq,
              words: [
                `${dayShort(event.occurred.from)} ${words.title(event)}`,
                words.about(event),
                form ? words.form(form) : '',
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          onFact={onFact}
        >
          {at === today && (
            <ResolveReview
              key={`${cell.category} ${cell.family}`}
              contact={contact}
              decision={decided.data}
              category={{ key: cell.category, name: nameOf(setup.categories, cell.category) }}
              family={{ key: cell.family, name: nameOf(setup.families, cell.family) }}
              onDone={onChanged}
            />
          )}
        </Explanation>
      )}
    </section>
  )
}
