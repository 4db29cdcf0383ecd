/** Every moment with which a rule compares an event's own times, so that histories alike in them can share an answer. */
import type { EventType } from '../../../preload/contract/vocabulary/event.ts'
import type { Question } from '../../../preload/contract/vocabulary/mailing.ts'
import type { Detail } from '../history.ts'
import type { Knowledge } from '../knowledge.ts'
import { millisOf } from '../time.ts'
import { thresholdsOf } from './inquiry.ts'

/**
 * Milliseconds, ascending, each once. A decision depends on the times of entries and suppressions only through
 * (a) where each lies among these: before, at, or after; (b) the order and equality of the times of one history among
 * themselves, `from`, `to`, `recorded` and `since` taken together; and (c) whether `recorded − to` exceeds
 * `late_record_hours`. Beside times it depends on details, contacts and keys being equal or not, and on what threads
 * bind; sequence numbers show in its event lists only.
 */
export function landmarksOf(question: Question, knowledge: Knowledge): readonly number[] {
  const at = millisOf(question.at)
  const { sale, consent, year, newYears } = thresholdsOf(at, knowledge.policy)
  const periods = [...knowledge.points.values()].flatMap(({ versions }) =>
    versions.flatMap(({ liveFrom, liveTo }) => [millisOf(liveFrom), ...(liveTo === null ? [] : [millisOf(liveTo)])]),
  )
  const all = [
    at,
    millisOf(question.known),
    sale,
    year,
    ...(consent === null ? [] : [consent]),
    ...newYears,
    ...periods,
    ...changesOfOwner(knowledge),
  ]
  return [...new Set(all)].sort((a, b) => a - b)
}

/** Moments at which what was given to one legal person went over to another. */
const changesOfOwner = ({ successions }: Knowledge): readonly number[] => successions.map(({ on }) => millisOf(on))

/**
 * The landmarks that matter to one event: of those above, the ones with which a rule compares events of its kind, and
 * of the forms' periods those of its own form. Holds for histories without signals of age, by which every consent's
 * year counts.
 */
export function landmarksFor(
  { type, body }: Pick<Detail, 'type' | 'body'>,
  question: Question,
  knowledge: Knowledge,
): readonly number[] {
  const at = millisOf(question.at)
  const { sale, consent, year } = thresholdsOf(at, knowledge.policy)
  const given = [consent, ...changesOfOwner(knowledge)]
  const ages: Partial<Record<EventType, readonly (number | null)[]>> = {
    sale: [sale, ...given],
    membership: [sale, ...given],
    donation: [sale, ...given],
    'consent-given': given,
    'consent-confirmed': [consent],
    'b2b-designation': [year],
    bounce: [year],
  }
  const { point = null } = body as { readonly point?: string | null }
  const versions = point === null ? [] : (knowledge.points.get(point)?.versions ?? [])
  const periods = versions.flatMap(({ liveFrom, liveTo }) => [millisOf(liveFrom), liveTo && millisOf(liveTo)])
  const all = [at, millisOf(question.known), ...(ages[type] ?? []), ...periods]
  return [...new Set(all.filter((moment): moment is number => typeof moment === 'number'))].sort((a, b) => a - b)
}
