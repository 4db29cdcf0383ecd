/** The setup as it stood at any moment of recording: a fold of the events that set it. */
import { isDeepStrictEqual } from 'node:util'
import { emptyProcess, emptySetup } from '../../preload/contract/vocabulary/emptySetup.ts'
import type { EventType, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Setup, Succession } from '../../preload/contract/vocabulary/setup.ts'
import { type Knowledge, knowledgeOf } from '../domain/knowledge.ts'
import type { RegisterEvents } from './registerEvents.ts'

export type Setups = ReturnType<typeof setups>

export function setups(register: RegisterEvents) {
  const known = new Map<number, Knowledge>()
  const all = (): readonly RegisterEvent[] => register.all().filter(({ type }) => isOfSetup(type))
  /** As known at a moment of recording, in milliseconds. */
  const at = (moment: number) => setupOf(all().filter(({ recorded }) => Date.parse(recorded) <= moment))

  return {
    changes: all,
    at: (moment: number): Setup => at(moment).setup,
    knowledgeAt: (moment: number): Knowledge => {
      const { setup, policySeq, lastSeq } = at(moment)
      const found = known.get(lastSeq)
      if (found) return found
      if (known.size > 32) known.clear()
      const knowledge = knowledgeOf(setup, policySeq)
      known.set(lastSeq, knowledge)
      return knowledge
    },
  }
}

/** Whether an event changes the setup. A template is a mailing that returns, and no part of it. */
export const isOfSetup = (type: EventType): boolean =>
  (type.endsWith('-set') && type !== 'template-set') || type === 'entity-succeeded' || type === 'setup-removed'

/** Whether an event sets what answers rest on, and so belongs with the proof about a person or a mailing. */
export const isBehindAnswers = (type: EventType): boolean => isOfSetup(type) && type !== 'process-set'

/** Later events replace what they name; the order in which things were first set is kept. */
export function setupOf(events: readonly RegisterEvent[]): {
  readonly setup: Setup
  readonly policySeq: number
  readonly lastSeq: number
} {
  let { entities, categories, families, similarity, points, policy } = emptySetup
  let successions: Succession[] = []
  let process = emptyProcess
  let policySeq = 0
  for (const event of events) {
    switch (event.type) {
      case 'entity-set':
        entities = put(entities, event.body.entity, byKey)
        break
      case 'entity-succeeded': {
        const { occurred, documents = [], body } = event
        successions = put(successions, { ...body, on: occurred.from, documents }, bothEnds)
        break
      }
      case 'category-set':
        categories = put(categories, event.body.category, byKey)
        break
      case 'family-set':
        families = placed(families, event.body.family, event.body.position)
        break
      case 'similarity-set':
        similarity = put(similarity, event.body.similarity, bothEnds)
        break
      case 'point-set':
        points = put(points, event.body.point, byKey)
        break
      case 'policy-set':
        policy = event.body.policy
        policySeq = event.seq
        break
      case 'process-set':
        process = event.body.process
        break
      case 'setup-removed': {
        const { what, key } = event.body
        const others = (one: { readonly key: string }) => one.key !== key
        if (what === 'entity') entities = entities.filter(others)
        if (what === 'category') categories = categories.filter(others)
        if (what === 'family') families = families.filter(others)
        if (what === 'point') points = points.filter(others)
        const between = (one: { readonly from: string; readonly to: string }) => bothEnds(one) !== key
        if (what === 'similarity') similarity = similarity.filter(between)
        if (what === 'succession') successions = successions.filter(between)
        break
      }
    }
  }
  const setup: Setup = {
    format: emptySetup.format,
    entities,
    categories,
    families,
    similarity,
    points,
    ...(successions.length > 0 && { successions }),
    ...(!isDeepStrictEqual(process, emptyProcess) && { process }),
    policy,
  }
  return { setup, policySeq, lastSeq: events.at(-1)?.seq ?? -1 }
}

const byKey = ({ key }: { readonly key: string }): string => key
const bothEnds = ({ from, to }: { readonly from: string; readonly to: string }): string => `${from}→${to}`

function put<T>(list: readonly T[], one: T, name: (one: T) => string): T[] {
  const at = list.findIndex((other) => name(other) === name(one))
  return at < 0 ? [...list, one] : list.with(at, one)
}

function placed<T extends { readonly key: string }>(list: readonly T[], one: T, position: number): T[] {
  const others = list.filter(({ key }) => key !== one.key)
  return [...others.slice(0, position), one, ...others.slice(position)]
}
