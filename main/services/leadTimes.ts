/** From an unsubscribe to its effect: how long it took, and how often longer than the owner allows himself. */
import type { Answer } from '../../preload/contract/contract.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Detail } from '../domain/history.ts'
import { HOUR, millisOf } from '../domain/time.ts'
import type { Reading } from '../store/index.ts'
import { collecting } from './contactLists.ts'

type LeadTimes = Answer<'sending.leadTimes'>
type Group = LeadTimes['manual']

const SLOWEST = 50
const steps: readonly number[] = [1, 4, 8, 24, 48, 72, 168]

interface Measured {
  readonly seq: number
  readonly contact: number
  readonly hours: number
}

/** `since` and `until` (milliseconds) bound when the register learned of it. */
export function* leadTimes(
  reading: Reading,
  since: number | null,
  until: number | null,
): Generator<Progress, LeadTimes, void> {
  const limit = reading.setups.knowledgeAt(Number.POSITIVE_INFINITY).policy.manual_unsubscribe_sla_hours
  const stops = stopShapes(reading)
  const groups = { manual: emptyGroup(), imported: emptyGroup() }
  const began = reading.events.began()
  const rows = yield* collecting(reading.records.withShapes([...stops.keys()]))
  for (const [done, [seq, contact, to, from, recorded, shape]] of rows.entries()) {
    if (done % 20_000 === 0) yield { step: 'collecting', done, total: rows.length }
    if ((since !== null && recorded < since) || (until !== null && recorded >= until)) continue
    const detail = stops.get(shape) as Detail
    const group = detail.imported || detail.via === 'mailing-tool-import' ? groups.imported : groups.manual
    if (detail.precision !== 'second' && detail.precision !== 'minute') {
      group.undated++
      continue
    }
    // What a person enters is his own work, however new the register is.
    if (group === groups.imported && (to ?? from) < began) {
      group.before++
      continue
    }
    const { effective = null } = detail.body as { effective?: string | null }
    const effect = effective === null ? recorded : millisOf(effective as never)
    group.measured.push({ seq, contact, hours: Math.max(0, effect - (to ?? from)) / HOUR })
  }
  return { limit, manual: summary(groups.manual, limit), imported: summary(groups.imported, limit) }
}

const emptyGroup = () => ({ measured: [] as Measured[], undated: 0, before: 0 })

/** The shapes of events that ask to stop, with what they hold. */
export const stopShapes = ({ shapes }: Reading): ReadonlyMap<number, Detail> =>
  shapes.where(({ type }) => type === 'objection' || type === 'consent-withdrawn' || type === 'spam-complaint')

function summary({ measured, undated, before }: ReturnType<typeof emptyGroup>, limit: number): Group {
  const sorted = measured.toSorted((one, other) => one.hours - other.hours)
  const at = (part: number) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]?.hours ?? 0)
  return {
    measured: sorted.length,
    undated,
    before,
    spread: sorted.length === 0 ? null : { min: at(0), median: at(0.5), p90: at(0.9), max: at(1) },
    late: sorted.filter(({ hours }) => hours > limit).length,
    slowest: sorted
      .slice(-SLOWEST)
      .reverse()
      .map(({ seq, contact, hours }) => ({ seq, contact, hours: rounded(hours) })),
    histogram: [...steps, null].map((step, place) => {
      const above = steps[place - 1] ?? -1
      return {
        hours: step,
        count: sorted.filter(({ hours }) => hours > above && (step === null || hours <= step)).length,
      }
    }),
  }
}

/** To the minute, more or less. */
const rounded = (hours: number): number => Math.round(hours * 100) / 100
