/** What waits for a look, counted once and kept while the register and the day stay the same. */
import { useCallback, useEffect, useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { nowInstant } from '../parts/moment.ts'
import { useJob } from '../register.ts'

export type Waiting = Answer<'mailings.reviews'>[number]

export interface Counted {
  readonly sender: string
  readonly register: string
  readonly at: Instant
  readonly waiting: readonly Waiting[]
}
/** Counting asks everyone for every category and family: it is not done again for coming back to the screen. */
let kept: Counted | null = null

/** `sender`: keys of entity and label with a space between; empty while none is set up. */
export function useReviews(register: string, sender: string) {
  const job = useJob('mailings.reviews')
  const [counted, setCounted] = useState<Counted | null>(
    kept?.register === register && kept.sender === sender ? kept : null,
  )
  const { start } = job
  const count = useCallback(async () => {
    const [entity = '', label = ''] = sender.split(' ')
    const at = nowInstant()
    setCounted(null)
    const reply = await start({ entity, label, at })
    if (!reply.ok) return
    kept = { sender, register, at, waiting: reply.value }
    setCounted(kept)
  }, [start, register, sender])
  useEffect(() => {
    if (!sender || !register) return
    if (kept?.register === register && kept.sender === sender) setCounted(kept)
    else count()
  }, [register, sender, count])
  return { job, counted, count }
}

/** Category and product family in the owner's own words. */
export const namesOf = (setup: Setup, { category, family }: Pick<Waiting, 'category' | 'family'>) => ({
  category: setup.categories.find(({ key }) => key === category)?.name ?? category,
  family: setup.families.find(({ key }) => key === family)?.name ?? family,
})
