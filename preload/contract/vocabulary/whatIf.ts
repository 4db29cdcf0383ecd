/** A change that is only supposed: what would the answers be? Nothing of it is ever written. */
import { z } from 'zod'
import { FormVersion, Key, Policy, Setup } from './setup.ts'

export const WhatIf = z.discriminatedUnion('kind', [
  /** Other choices: only those named change. */
  z.strictObject({ kind: z.literal('policy'), policy: Policy.partial() }),
  /** A form version that was live for a period; one with the same key stands like this instead. */
  z.strictObject({ kind: z.literal('version'), point: Key, version: FormVersion }),
  /** A copy of a form version as it was shown, attached to it. */
  z.strictObject({ kind: z.literal('documented'), point: Key, version: Key }),
  /** Another setup altogether. */
  z.strictObject({ kind: z.literal('setup'), setup: Setup }),
])
export type WhatIf = z.output<typeof WhatIf>
