/** When each version of a form was live, as bands over time; gaps show as gaps. */
import type { FormVersion } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'

export function LivePeriods({ versions }: { readonly versions: readonly FormVersion[] }) {
  const { t, dayShort } = useText()
  const now = Date.now()
  const from = Math.min(...versions.map((version) => Date.parse(version.liveFrom)))
  const share = (at: number) => ((at - from) / Math.max(1, now - from)) * 100
  return (
    <ul className="live" aria-label={t('point.periods')}>
      {versions.map((version, index) => {
        const start = share(Date.parse(version.liveFrom))
        const end = share(version.liveTo ? Date.parse(version.liveTo) : now)
        return (
          <li key={version.liveFrom}>
            <span className="small figure">
              {t('version.number', { n: index + 1 })}: {dayShort(version.liveFrom)} –{' '}
              {version.liveTo ? dayShort(version.liveTo) : t('version.now')}
            </span>
            <span className="live-room" aria-hidden>
              <span
                className="live-band"
                data-proved={version.documents.length > 0 ? '' : undefined}
                style={{ marginInlineStart: `${start}%`, width: `${Math.max(1, end - start)}%` }}
              />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
