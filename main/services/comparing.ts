/** Two tallies side by side: who moves from what to what. What is supposed is never written. */
import type { Answer as AnswerOf } from '../../preload/contract/contract.ts'
import type { Standing } from '../../preload/contract/endpoints/comparing.ts'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Policy, Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { WhatIf } from '../../preload/contract/vocabulary/whatIf.ts'
import { type Knowledge, knowledgeOf } from '../domain/knowledge.ts'
import { flawsOf } from '../domain/setupFlaws.ts'
import { millisOf } from '../domain/time.ts'
import type { Reading, Store } from '../store/index.ts'
import { countsOf, standingOf } from './answers.ts'
import { type Audience, audience } from './audience.ts'
import type { HandlersOf } from './handlers.ts'
import { mailingFlaw } from './mailingFlaw.ts'
import { views } from './views.ts'

const VIEWS = 8
const SAME = 0xffff

type Compared = AnswerOf<'comparing.tally'>

/** Everyone in ascending order, each with the number of the move made, or `SAME`. */
interface Moved {
  readonly contacts: Uint32Array
  readonly moves: Uint16Array
  readonly kinds: readonly { readonly from: Standing | null; readonly to: Standing | null; contacts: number }[]
}

export function comparingService({ read }: Store): HandlersOf<'comparing'> {
  const shown = views<Moved>(VIEWS)

  return {
    *'comparing.tally'({ one, other }) {
      const sides: Audience[] = []
      for (const { question, suppose = [] } of [one, other]) {
        const supposed = supposedKnowledge(read, millisOf(question.known), suppose)
        if (!supposed.ok) return supposed
        const flaw = mailingFlaw(supposed.value, question.mailing)
        if (flaw) return err(flaw)
        sides.push(yield* audience(read, question, supposed.value))
      }
      const [first, second] = sides as [Audience, Audience]
      const moved = movesBetween(first, second)
      const moves = moved.kinds.map(({ from, to, contacts }, move) => ({ move, from, to, contacts }))
      const counted = (fits: (from: Standing | null, to: Standing | null) => boolean) =>
        moves.reduce((sum, { from, to, contacts }) => sum + (fits(from, to) ? contacts : 0), 0)
      const compared: Compared = {
        view: shown.open(moved),
        one: sideOf(first),
        other: sideOf(second),
        same: moved.moves.reduce((sum, move) => sum + (move === SAME ? 1 : 0), 0),
        gained: counted((from, to) => from?.result !== 'yes' && to?.result === 'yes'),
        lost: counted((from, to) => from?.result === 'yes' && to?.result !== 'yes'),
        moves: moves.sort((a, b) => b.contacts - a.contacts),
      }
      return ok(compared)
    },

    'comparing.people': ({ view, move, from, count }) => {
      const moved = shown.get(view)
      if (!moved) return err({ kind: 'stale', what: 'view' })
      const { contacts, moves, kinds } = moved
      const rows: AnswerOf<'comparing.people'>['rows'] = []
      let matching = 0
      for (const [at, made] of moves.entries()) {
        if (move === null ? made === SAME : made !== move) continue
        const kind = kinds[made]
        const record = matching >= from && rows.length < count ? read.contacts.get(contacts[at] as number) : undefined
        if (record && kind) {
          const { id: contact, address, name } = record
          rows.push({ contact, address, name, from: kind.from, to: kind.to })
        }
        matching++
      }
      return ok({ count: matching, rows })
    },
  }
}

const sideOf = (tallied: Audience) => ({
  ...countsOf(tallied),
  ...(tallied.leftOut ? { leftOut: tallied.leftOut } : {}),
})

function movesBetween(one: Audience, other: Audience): Moved {
  const contacts: number[] = []
  const moves: number[] = []
  const kinds: { from: Standing | null; to: Standing | null; contacts: number }[] = []
  const known = new Map<string, number>()
  // Of each pair of answers, by number: the move that it is. One past the last answer stands for "not asked".
  const pairs = new Map<number, number>()
  const moveOf = (first: number | null, second: number | null): number => {
    const pair = (first ?? SAME) * 0x10000 + (second ?? SAME)
    const found = pairs.get(pair)
    if (found !== undefined) return found
    const from = answerAt(one, first)
    const to = answerAt(other, second)
    const name = JSON.stringify([from, to])
    const move = JSON.stringify(from) === JSON.stringify(to) ? SAME : (known.get(name) ?? kinds.length)
    if (move === kinds.length) {
      kinds.push({ from, to, contacts: 0 })
      known.set(name, move)
    }
    pairs.set(pair, move)
    return move
  }

  for (let a = 0, b = 0; a < one.contacts.length || b < other.contacts.length; ) {
    const first = one.contacts[a] ?? Number.POSITIVE_INFINITY
    const second = other.contacts[b] ?? Number.POSITIVE_INFINITY
    const contact = Math.min(first, second)
    const move = moveOf(
      first === contact ? (one.numbers[a++] as number) : null,
      second === contact ? (other.numbers[b++] as number) : null,
    )
    contacts.push(contact)
    moves.push(move)
    const kind = kinds[move]
    if (kind) kind.contacts++
  }
  return { contacts: Uint32Array.from(contacts), moves: Uint16Array.from(moves), kinds }
}

function answerAt({ answers }: Audience, number: number | null): Standing | null {
  const answer = number === null ? undefined : answers[number]
  return answer ? standingOf(answer) : null
}

/** What would be known at a moment (milliseconds) if all of this were so. */
export function supposedKnowledge(
  reading: Reading,
  known: number,
  suppose: readonly WhatIf[],
): Result<Knowledge, Problem> {
  const actual = reading.setups.knowledgeAt(known)
  if (suppose.length === 0) return ok(actual)
  let setup = reading.setups.at(known)
  for (const one of suppose) setup = supposedSetup(setup, one)
  const grave = flawsOf(setup).filter(({ code }) => code !== 'live-gap')
  if (grave.length > 0) return err({ kind: 'setup', flaws: grave })
  return ok(knowledgeOf(setup, actual.policySeq))
}

function supposedSetup(setup: Setup, one: WhatIf): Setup {
  switch (one.kind) {
    case 'policy': {
      const named = Object.fromEntries(Object.entries(one.policy).filter(([, choice]) => choice !== undefined))
      return { ...setup, policy: { ...setup.policy, ...(named as Partial<Policy>) } as Policy }
    }
    case 'setup':
      return one.setup
    case 'version':
      return withVersions(setup, one.point, (versions) => [
        ...versions.filter(({ key }) => key !== one.version.key),
        one.version,
      ])
    case 'documented':
      return withVersions(setup, one.point, (versions) =>
        versions.map((version) =>
          version.key === one.version ? { ...version, documents: [...version.documents, supposedCopy] } : version,
        ),
      )
  }
}

/** A copy that nobody has yet. */
export const supposedCopy = {
  sha256: '0'.repeat(64),
  name: '',
  kind: 'screenshot',
  captured: null,
  datedByOther: false,
} as const

type Versions = Setup['points'][number]['versions']

const withVersions = (setup: Setup, point: string, change: (versions: Versions) => Versions): Setup => ({
  ...setup,
  points: setup.points.map((one) => (one.key === point ? { ...one, versions: change(one.versions) } : one)),
})
