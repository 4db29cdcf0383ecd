/** When each version of a form was live, as bands over time, with the periods of which nothing, or two things, are known. */
import type { FormVersion } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'

export function LivePeriods({ versions }: { readonly versions: readonly FormVersion[] }) {
  const { t, dayShort } = useText()
  const now = Date.now()
  const periods = versions.map(({ liveFrom, liveTo }) => ({
    from: Date.parse(liveFrom),
    to: liveTo ? Date.parse(liveTo) : Number.POSITIVE_INFINITY,
  }))
  const start = Math.min(...periods.map(({ from }) => from))
  const share = (at: number) => ((Math.min(at, now) - start) / Math.max(1, now - start)) * 100
  const band = ({ from, to }: Period) => {
    const left = share(from)
    return { marginInlineStart: `${Math.min(99, left)}%`, width: `${Math.max(1, share(to) - left)}%` }
  }
  const day = (at: number) => (Number.isFinite(at) ? dayShort(new Date(at).toISOString()) : t('version.now'))
  return (
    <ul className="live" aria-label={t('point.periods')}>
      {versions.map((version, index) => {
        const period = periods[index] as Period
        return (
          <li key={`${version.key} ${version.liveFrom}`}>
            <span className="small figure">
              {t('version.number', { n: index + 1 })}: {day(period.from)} – {day(period.to)}
              {version.documents.length === 0 && <span className="soft live-unseen">{t('version.unseen')}</span>}
            </span>
            <span className="live-room" aria-hidden>
              <span
                className="live-band"
                data-proved={version.documents.length > 0 ? '' : undefined}
                style={band(period)}
              />
            </span>
          </li>
        )
      })}
      {faultsIn(periods).map(({ kind, ...period }) => (
        <li key={`${kind} ${period.from}`}>
          <span className="small figure objected">
            {t(kind === 'gap' ? 'version.gap' : 'version.overlap', { from: day(period.from), to: day(period.to) })}
          </span>
          <span className="live-room" aria-hidden>
            <span className="live-band" data-fault={kind} style={band(period)} />
          </span>
        </li>
      ))}
    </ul>
  )
}

interface Period {
  readonly from: number
  readonly to: number
}

interface Fault extends Period {
  readonly kind: 'gap' | 'overlap'
}

/** Where no version was live between the first and the last, and where two were at once. */
function faultsIn(periods: readonly Period[]): readonly Fault[] {
  const inOrder = [...periods].sort((one, other) => one.from - other.from || one.to - other.to)
  let end = inOrder[0]?.from ?? 0
  return inOrder.flatMap((period): readonly Fault[] => {
    const before = end
    end = Math.max(end, period.to)
    if (period.from > before) return [{ kind: 'gap' as const, from: before, to: period.from }]
    const both = { from: period.from, to: Math.min(before, period.to) }
    return both.from < both.to ? [{ kind: 'overlap' as const, ...both }] : []
  })
}
