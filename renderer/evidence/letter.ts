/** A request as it came in, and what was found for it. */
import type { Answer } from '../../preload/contract/contract.ts'
import type { GrantedFile } from '../../preload/contract/desktop.ts'
import type { Asker } from '../../preload/contract/endpoints/evidence.ts'

export type Collected = Answer<'evidence.collect'>

/** The letter as it came in. Days as `2026-03-03`, or empty. */
export interface Letter {
  readonly from: Asker
  readonly reference: string
  readonly received: string
  readonly answerBefore: string
  readonly address: string
  readonly message: GrantedFile | null
}
