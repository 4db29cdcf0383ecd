/** The setup as it is, a draft of one part of it, and the way to save that part. */
import { useEffect, useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { Problem } from '../../preload/contract/result.ts'
import type { Setup, SetupFlaw } from '../../preload/contract/vocabulary/setup.ts'
import { useBy } from '../app/by.ts'
import { type Answered, useAnswer, useCommand } from '../register.ts'
import { withKeys } from './keys.ts'

export interface SetupDraft<P extends keyof Setup> {
  readonly asked: Answered<Answer<'setup.get'>>
  /** Undefined while it is being fetched. */
  readonly draft: Setup[P] | undefined
  readonly setDraft: (next: Setup[P]) => void
  readonly changed: boolean
  /** True when it was saved. */
  readonly save: (reason?: string) => Promise<boolean>
  readonly saving: boolean
  readonly problem: Problem | null
  readonly flaws: readonly SetupFlaw[]
}

export function useSetupDraft<P extends keyof Setup>(part: P): SetupDraft<P> {
  const asked = useAnswer('setup.get', {})
  const apply = useCommand('setup.apply')
  const [by] = useBy()
  const [draft, setDraft] = useState<Setup[P]>()
  const [flaws, setFlaws] = useState<readonly SetupFlaw[]>([])
  const saved = asked.data?.setup[part]
  useEffect(() => {
    if (saved !== undefined) setDraft(saved)
  }, [saved])
  const save = async (reason?: string) => {
    if (!asked.data || draft === undefined) return false
    const setup = withKeys({ ...asked.data.setup, [part]: draft })
    const reply = await apply.run({ setup, by, reason: reason?.trim() || null })
    if (reply.ok) setFlaws(reply.value.flaws)
    return reply.ok
  }
  return {
    asked,
    draft,
    setDraft,
    changed: JSON.stringify(draft) !== JSON.stringify(saved),
    save,
    saving: apply.running,
    problem: apply.problem ?? asked.problem,
    flaws,
  }
}
