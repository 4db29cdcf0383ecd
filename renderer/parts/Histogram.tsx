/** Counts as standing bars, each with its figure above and its name below: a list to a reader, a picture to an eye. */
import type { ReactNode } from 'react'
import { useText } from '../app/language.tsx'

export interface Bar {
  readonly key: string
  readonly name: ReactNode
  readonly count: number
  readonly tone?: 'accent' | 'yes' | 'no' | undefined
  /** Opens what is behind the figure. */
  readonly onOpen?: (() => void) | undefined
  readonly chosen?: boolean | undefined
}

export function Histogram({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const { number } = useText()
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <ol className="histogram" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} data-chosen={bar.chosen ? '' : undefined}>
          <span className="histogram-room">
            {bar.onOpen && bar.count > 0 ? (
              <button type="button" className="as-link small figure" onClick={bar.onOpen}>
                {number(bar.count)}
              </button>
            ) : (
              <span className="small figure">{number(bar.count)}</span>
            )}
            <span
              className="histogram-bar"
              data-tone={bar.tone ?? 'accent'}
              aria-hidden
              style={{ height: `${(bar.count / most) * 5}rem` }}
            />
          </span>
          <span className="small soft">{bar.name}</span>
        </li>
      ))}
    </ol>
  )
}
