/**
 * What happened to one person, as a picture: consents as bands per category, sales and objections as marks.
 * A mark stands where it happened; a dotted thread runs to where it was recorded, if that was much later.
 */
import { useElementSize } from '@mantine/hooks'
import { type ReactNode, useMemo } from 'react'
import { useText } from '../app/language.tsx'
import type { Lane, Mark } from './lanes.ts'
import { partsOf } from './moment.ts'

const gutter = 132
const laneHeight = 30
const axisHeight = 26
const edge = 14

export function Timeline({
  lanes,
  from,
  to,
  asOf,
  onAsOf,
  summary,
}: {
  readonly lanes: readonly Lane[]
  /** Milliseconds; the picture's left and right edge. */
  readonly from: number
  readonly to: number
  readonly asOf: number
  readonly onAsOf: (milliseconds: number) => void
  readonly summary: string
}) {
  const { t, day } = useText()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const height = lanes.length * laneHeight + axisHeight
  const plot = Math.max(50, width - gutter - edge)
  const x = (at: number) => gutter + ((at - from) / Math.max(1, to - from)) * plot
  const ticks = useMemo(() => ticksBetween(from, to, plot), [from, to, plot])
  return (
    <div className="timeline" ref={ref}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={summary}>
          {ticks.map((tick) => (
            <g key={tick.at} className="timeline-tick">
              <line x1={x(tick.at)} x2={x(tick.at)} y1={0} y2={height - axisHeight} />
              <text x={x(tick.at)} y={height - 9} textAnchor="middle">
                {tick.label}
              </text>
            </g>
          ))}
          {lanes.map((lane, index) => (
            <g key={lane.key} transform={`translate(0 ${index * laneHeight})`}>
              <line className="timeline-rule" x1={0} x2={width} y1={laneHeight} y2={laneHeight} />
              <text className="timeline-name" x={0} y={laneHeight / 2 + 4}>
                {shorten(lane.name)}
                <title>{lane.name}</title>
              </text>
              {lane.bands.map((band) => (
                <g key={band.seq} className="timeline-band" data-grade={band.grade ?? 'none'}>
                  <rect
                    x={x(band.from)}
                    y={7}
                    width={Math.max(3, x(band.to ?? to) - x(band.from))}
                    height={laneHeight - 14}
                    rx={3}
                  />
                  {band.grade && x(band.to ?? to) - x(band.from) > 24 && (
                    <text x={x(band.from) + 7} y={laneHeight / 2 + 4}>
                      {band.grade}
                    </text>
                  )}
                </g>
              ))}
              {lane.marks.map((mark) => (
                <MarkSign key={mark.seq} mark={mark} x={x} />
              ))}
            </g>
          ))}
          <g className="timeline-as-of">
            <line x1={x(asOf)} x2={x(asOf)} y1={0} y2={height - axisHeight} />
            <path d={`M ${x(asOf) - 5} ${height - axisHeight} h 10 l -5 -7 z`} />
          </g>
        </svg>
      )}
      <input
        type="range"
        aria-label={t('timeline.asOf')}
        aria-valuetext={day(new Date(asOf).toISOString())}
        min={Math.floor(from / 86_400_000)}
        max={Math.floor(to / 86_400_000)}
        value={Math.floor(asOf / 86_400_000)}
        onChange={(event) => onAsOf(Math.min(to, Number(event.currentTarget.value) * 86_400_000))}
        style={{ marginInlineStart: gutter - 8, width: `calc(100% - ${gutter + edge - 16}px)` }}
      />
    </div>
  )
}

function MarkSign({ mark, x }: { readonly mark: Mark; readonly x: (at: number) => number }): ReactNode {
  const at = x(mark.at)
  const middle = laneHeight / 2
  return (
    <g className="timeline-mark" data-sign={mark.sign} data-void={mark.void ? '' : undefined}>
      <title>{mark.title}</title>
      {mark.recorded !== null && (
        <>
          <line className="timeline-thread" x1={at} x2={x(mark.recorded)} y1={middle} y2={middle} />
          <circle className="timeline-recorded" cx={x(mark.recorded)} cy={middle} r={3} />
        </>
      )}
      {mark.sign === 'sale' && <path d={`M ${at} ${middle - 7} l 7 7 l -7 7 l -7 -7 z`} />}
      {mark.sign === 'objection' && <rect x={at - 8} y={middle - 3} width={16} height={6} rx={1} />}
      {mark.sign === 'dot' && <circle cx={at} cy={middle} r={5} />}
    </g>
  )
}

const shorten = (name: string) => (name.length > 17 ? `${name.slice(0, 16)}…` : name)

/** Years where there is room for no more, else quarters or months. */
function ticksBetween(from: number, to: number, plot: number): readonly { at: number; label: string }[] {
  const most = Math.max(2, Math.floor(plot / 70))
  const spanMonths = (to - from) / 2_629_800_000
  const step = [1, 3, 6, 12, 24, 60, 120].find((months) => spanMonths / months <= most) ?? 240
  const [year = '2000', month = '01'] = partsOf(new Date(from).toISOString()).day.split('-')
  const start = Math.ceil((Number(year) * 12 + Number(month)) / step) * step
  const ticks = []
  for (let n = start; ; n += step) {
    const at = Date.UTC(Math.floor(n / 12), n % 12, 1)
    if (at > to) return ticks
    ticks.push({
      at,
      label: step >= 12 ? `${Math.floor(n / 12)}` : `${String((n % 12) + 1).padStart(2, '0')}-${Math.floor(n / 12)}`,
    })
  }
}
