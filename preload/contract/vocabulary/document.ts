/** A file kept byte for byte in the register, known by its hash. */
import { z } from 'zod'
import { Instant } from './time.ts'

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u)

export const DocumentKind = z.enum(['screenshot', 'scan', 'message', 'letter', 'recording', 'page', 'content', 'other'])
export type DocumentKind = z.output<typeof DocumentKind>

export const DocumentRef = z.strictObject({
  sha256: Sha256,
  name: z.string().max(255),
  kind: DocumentKind,
  /** When it was captured, where known; not when it was attached. */
  captured: Instant.nullable(),
  /** True where someone else than the sender dated it (a received message, a signed card). */
  datedByOther: z.boolean(),
})
export type DocumentRef = z.output<typeof DocumentRef>
