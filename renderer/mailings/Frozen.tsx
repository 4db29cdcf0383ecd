/** The lists that were fixed for a mailing: how long they hold, where they went, who objected since. */
import { Button } from '@mantine/core'
import type { MailingEntry, Tally } from '../../preload/contract/endpoints/mailings.ts'
import type { Filter } from '../../preload/contract/vocabulary/filter.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { nowInstant } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useJob } from '../register.ts'
import { FrozenList } from './FrozenList.tsx'

export function Frozen({
  entry,
  tally,
  filter,
}: {
  readonly entry: MailingEntry
  readonly tally: Tally | null
  /** The filter that the list is fixed with: the one that was counted. */
  readonly filter: Filter | undefined
}) {
  const { t } = useText()
  const [by] = useBy()
  const freeze = useJob('mailings.freeze')
  const newestFirst = [...entry.decisions].reverse()
  return (
    <section className="section" aria-labelledby="lists">
      <header>
        <h2 id="lists">{t('frozen.title')}</h2>
        {(tally || entry.decisions.length > 0) && (
          <Button
            variant={newestFirst.length > 0 ? 'default' : 'filled'}
            disabled={freeze.running || tally?.yes === 0}
            onClick={() => freeze.start({ mailing: entry.id, at: nowInstant(), ...(filter ? { filter } : {}), by })}
          >
            {t(newestFirst.length > 0 ? 'frozen.again' : 'frozen.make')}
          </Button>
        )}
      </header>
      <p className="soft">{t('frozen.lead')}</p>
      <ProgressLine job={freeze} />
      {freeze.problem && <ProblemNote problem={freeze.problem} />}
      {newestFirst.map((decision) => (
        <FrozenList key={decision.id} decision={decision} mailing={entry.mailing.name} />
      ))}
    </section>
  )
}
