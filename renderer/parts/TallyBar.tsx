/** A count of answers as one bar, with its figures below; each figure can open what is behind it. */
import type { Verdict } from '../../preload/contract/vocabulary/decision.ts'
import { useText } from '../app/language.tsx'
import { VerdictSign, verdicts } from './Verdict.tsx'

export type Counts = Readonly<Record<Verdict, number>>

export function TallyBar({
  counts,
  onOpen,
  chosen,
  hrefOf,
}: {
  readonly counts: Counts
  /** Where a figure leads; null: nowhere. */
  readonly hrefOf?: (verdict: Verdict) => string | null
  readonly onOpen?: (verdict: Verdict) => void
  readonly chosen?: Verdict | null
}) {
  const { t } = useText()
  const shown = verdicts.filter((one) => counts[one] > 0)
  return (
    <div className="tally">
      <div className="tally-bar" aria-hidden>
        {shown.map((one) => (
          <span key={one} data-verdict={one} style={{ flexGrow: counts[one] }} />
        ))}
      </div>
      <div className="tally-counts">
        {verdicts.map((one) => {
          const words = (
            <>
              <VerdictSign verdict={one} /> <span className="figure">{t('people', { n: counts[one] })}</span>
            </>
          )
          const href = counts[one] > 0 ? hrefOf?.(one) : null
          if (href)
            return (
              <a key={one} className="tally-open" href={href}>
                {words}
              </a>
            )
          if (!onOpen || counts[one] === 0) return <span key={one}>{words}</span>
          return (
            <button
              key={one}
              type="button"
              className="tally-open"
              aria-pressed={chosen === one}
              onClick={() => onOpen(one)}
            >
              {words}
            </button>
          )
        })}
      </div>
    </div>
  )
}
