/** Where everybody goes between two answers, as bands of a picture: left where they were, right where they are. */
import type { Answer } from '../../preload/contract/contract.ts'
import type { Verdict } from '../../preload/contract/vocabulary/decision.ts'

/** `absent`: not asked on that side: not known yet, or left out by the filter. */
export const stands = ['yes', 'review', 'no', 'absent'] as const
export type Stand = Verdict | 'absent'

export interface Flow {
  readonly from: Stand
  readonly to: Stand
  readonly contacts: number
}

export interface Block {
  readonly stand: Stand
  readonly contacts: number
  readonly top: number
  readonly height: number
}

type Compared = Answer<'comparing.tally'>

/** Every pair of answers with people in it; who stays is what the moves leave over. */
export function flowsOf(compared: Compared): Flow[] {
  const counts = new Map<string, number>()
  const add = (from: Stand, to: Stand, contacts: number) =>
    counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + contacts)
  for (const { from, to, contacts } of compared.moves) add(from?.result ?? 'absent', to?.result ?? 'absent', contacts)
  for (const stand of ['yes', 'review', 'no'] as const) {
    const moved = compared.moves.reduce((sum, one) => sum + (one.from?.result === stand ? one.contacts : 0), 0)
    add(stand, stand, compared.one[stand] - moved)
  }
  return stands.flatMap((from) =>
    stands.flatMap((to) => {
      const contacts = counts.get(`${from} ${to}`) ?? 0
      return contacts > 0 ? [{ from, to, contacts }] : []
    }),
  )
}

/** Blocks on each side, and bands between them, with a gap between blocks. */
export function layOut(flows: readonly Flow[], gap = 0.03) {
  const all = Math.max(
    1,
    flows.reduce((sum, { contacts }) => sum + contacts, 0),
  )
  const side = (of: 'from' | 'to'): Block[] => {
    const held = stands.filter((stand) => flows.some((flow) => flow[of] === stand))
    const room = 1 - gap * Math.max(0, held.length - 1)
    let top = 0
    return held.map((stand) => {
      const contacts = flows.reduce((sum, flow) => sum + (flow[of] === stand ? flow.contacts : 0), 0)
      const block = { stand, contacts, top, height: (contacts / all) * room }
      top += block.height + gap
      return block
    })
  }
  const left = side('from')
  const right = side('to')
  const filled = { from: new Map<Stand, number>(), to: new Map<Stand, number>() }
  const place = (of: 'from' | 'to', blocks: readonly Block[], flow: Flow) => {
    const block = blocks.find(({ stand }) => stand === flow[of])
    const height = block ? (flow.contacts / block.contacts) * block.height : 0
    const before = filled[of].get(flow[of]) ?? 0
    filled[of].set(flow[of], before + height)
    return { top: (block?.top ?? 0) + before, height }
  }
  const bands = flows.map((flow) => {
    const a = place('from', left, flow)
    const b = place('to', right, flow)
    return { ...flow, left: a.top, right: b.top, leftHeight: a.height, rightHeight: b.height }
  })
  return { left, right, bands }
}
