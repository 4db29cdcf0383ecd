/** Everything that may be asked of the register. Types, client, bridge and dispatcher derive from this table. */
import type { z } from 'zod'
import { anchors } from './endpoints/anchors.ts'
import { audit } from './endpoints/audit.ts'
import { comparing } from './endpoints/comparing.ts'
import { contacts } from './endpoints/contacts.ts'
import { content } from './endpoints/content.ts'
import { doubles } from './endpoints/doubles.ts'
import { evidence } from './endpoints/evidence.ts'
import { imports } from './endpoints/imports.ts'
import { mailings } from './endpoints/mailings.ts'
import { planning } from './endpoints/planning.ts'
import { register } from './endpoints/register.ts'
import { reviews } from './endpoints/reviews.ts'
import { rights } from './endpoints/rights.ts'
import { sending } from './endpoints/sending.ts'
import { setup } from './endpoints/setup.ts'
import { sources } from './endpoints/sources.ts'
import { upkeep } from './endpoints/upkeep.ts'
import type { Problem, Result } from './result.ts'
import type { Progress } from './vocabulary/progress.ts'

export const contract = {
  ...register,
  ...setup,
  ...contacts,
  ...doubles,
  ...imports,
  ...sources,
  ...mailings,
  ...comparing,
  ...reviews,
  ...content,
  ...planning,
  ...sending,
  ...evidence,
  ...anchors,
  ...rights,
  ...upkeep,
  ...audit,
} as const

type Contract = typeof contract
export type Name = keyof Contract
export type JobName = { [N in Name]: Contract[N]['kind'] extends 'job' ? N : never }[Name]
export type CallName = Exclude<Name, JobName>

/** What a caller writes; plain data, before parsing. */
export type Input<N extends Name> = z.input<Contract[N]['input']>
/** What a handler receives; parsed and branded. */
export type Asked<N extends Name> = z.output<Contract[N]['input']>
export type Answer<N extends Name> = z.output<Contract[N]['output']>
export type Reply<N extends Name> = Result<Answer<N>, Problem>

export interface Running<N extends JobName> {
  readonly done: Promise<Reply<N>>
  readonly cancel: () => void
  /** Stands still where it is. While something is being written, what else must be written waits: one at a time. */
  readonly pause: () => void
  readonly resume: () => void
}

/** The register as anyone sees it: in process, across a thread, or across the bridge. */
export interface Register {
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Reply<N>>
  readonly start: <N extends JobName>(name: N, input: Input<N>, onProgress?: (progress: Progress) => void) => Running<N>
}
