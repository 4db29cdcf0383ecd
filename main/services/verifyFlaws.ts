/** What a verification found: the first of it, and how much more there is. */
import type { VerifyReport } from '../../preload/contract/endpoints/register.ts'

type Flaw = VerifyReport['flaws'][number]

export interface Flaws {
  readonly flaws: readonly Flaw[]
  readonly further: number
}
export type Flag = (code: Flaw['code'], where: string | number) => void

const MOST = 100

export function flawList() {
  const flaws: Flaw[] = []
  let further = 0
  const flag: Flag = (code, where) => {
    if (flaws.length < MOST) flaws.push({ code, where: String(where) })
    else further++
  }
  return { flag, found: (): Flaws => ({ flaws, further }) }
}

/** One after the other. */
export function together(one: Flaws, other: Flaws): Flaws {
  const flaws = [...one.flaws, ...other.flaws]
  const beyond = Math.max(0, flaws.length - MOST)
  return { flaws: flaws.slice(0, MOST), further: one.further + other.further + beyond }
}
