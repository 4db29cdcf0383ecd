/** What a check finds: the contract's report, and how the parts of a check add to it. */
import type { Answer } from '../../preload/contract/contract.ts'

export type VerifyReport = Answer<'evidence.verify'>
export type Flaw = VerifyReport['flaws'][number]
/** Notes a flaw; `where` is a sequence number, a file or a checkpoint. */
export type Report = (code: Flaw['code'], where: string | number) => void
