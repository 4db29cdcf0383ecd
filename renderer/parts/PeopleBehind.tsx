/** The people behind a figure, wherever it stands: only the pages in sight are fetched, and each person opens. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Problem } from '../../preload/contract/result.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { LongList } from './LongList.tsx'
import { ProblemNote } from './ProblemNote.tsx'
import { useRows } from './rows.ts'

export interface PersonBehind {
  /** Null where the register does not know the person (any more). */
  readonly contact: number | null
  readonly address: string
  readonly name: string
}

export interface PeoplePage<P> {
  readonly count: number
  readonly rows: readonly P[]
}

const rowHeight = 36

export function PeopleBehind<P extends PersonBehind>({
  asked,
  page,
  title,
  about,
  beneath,
  onClose,
  onStale,
}: {
  /** What is asked, to keep its pages by. */
  readonly asked: readonly unknown[]
  readonly page: (from: number, count: number) => Promise<PeoplePage<P>>
  /** Above the list; told how many there are. */
  readonly title: (count: number) => ReactNode
  /** What is said of one at the end of the line. */
  readonly about: (person: P) => ReactNode
  /** What opens beneath the list for the one that is chosen; without it a person opens among the contacts. */
  readonly beneath?: (person: P) => ReactNode
  readonly onClose: () => void
  /** The figures are no longer kept: count again. */
  readonly onStale: () => void
}) {
  const { t } = useText()
  const first = useQuery<PeoplePage<P>, Problem>({ queryKey: [...asked, 'count'], queryFn: () => page(0, 1) })
  const count = first.data?.count ?? 0
  const rows = useRows(asked, count, (from, n) => page(from, n).then((found) => found.rows))
  const [place, setPlace] = useState<number | null>(null)
  const chosen = place === null || !beneath ? undefined : rows.at(place)
  const choose = (index: number) => {
    const { contact = null } = rows.at(index) ?? {}
    if (beneath) setPlace(index)
    else if (contact !== null) go(`contacts/${contact}`)
  }
  return (
    <section className="behind" aria-label={t('tally.behind')}>
      <div className="row-apart">
        <span className="row">{title(count)}</span>
        <button type="button" className="as-link" onClick={onClose}>
          {t('close')}
        </button>
      </div>
      {first.error && <ProblemNote problem={first.error} again={onStale} />}
      <div className="behind-list" style={{ height: `min(18rem, ${count * rowHeight + 3}px)` }}>
        <LongList
          label={t('tally.behind')}
          keyboardHint={t('list.keys')}
          count={count}
          rowHeight={rowHeight}
          chosen={place}
          onChoose={choose}
          onSight={rows.onSight}
          row={(index) => {
            const row = rows.at(index)
            if (!row) return <span className="soft">…</span>
            return (
              <div className="where">
                <span className="cut">
                  <strong>{row.name || row.address || t('people.unknown')}</strong>{' '}
                  {row.name && <span className="soft">{row.address}</span>}
                </span>
                <span className="soft small cut">{about(row)}</span>
              </div>
            )
          }}
        />
      </div>
      {chosen && beneath?.(chosen)}
    </section>
  )
}
