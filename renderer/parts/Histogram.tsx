/** Counts as standing bars, each with its figure above and its name below: a list to a reader, a picture to an eye. */
import type { ReactNode } from 'react'
import { useText } from '../app/language.tsx'

type Tone = 'accent' | 'yes' | 'no' | 'review'

export interface Bar {
  readonly key: string
  readonly name: ReactNode
  readonly count: number
  readonly tone?: Tone | undefined
  /** The bar in parts, from the ground up, which together are its count. */
  readonly parts?: readonly { readonly tone: Tone; readonly count: number }[] | undefined
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
            {(bar.parts ?? [{ tone: bar.tone ?? 'accent', count: bar.count }]).toReversed().map(({ tone, count }) => (
              <span
                key={tone}
                className="histogram-bar"
                data-tone={tone}
                aria-hidden
                style={{ height: `${(count / most) * 5}rem` }}
              />
            ))}
          </span>
          <span className="small soft">{bar.name}</span>
        </li>
      ))}
    </ol>
  )
}
