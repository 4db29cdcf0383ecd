/** What the owner sets up. One way in: a whole document, of which the register writes what changed as events. */
import { z } from 'zod'
import { command, query } from '../endpoint.ts'
import { DocumentKind, DocumentRef } from '../vocabulary/document.ts'
import { Grant, Target } from '../vocabulary/progress.ts'
import { Setup, SetupChange, SetupFlaw } from '../vocabulary/setup.ts'
import { Instant } from '../vocabulary/time.ts'

export const setup = {
  'setup.get': query(
    z.strictObject({}),
    z.strictObject({
      setup: Setup,
      flaws: z.array(SetupFlaw),
      products: z.array(z.strictObject({ title: z.string(), sku: z.string(), family: z.string().nullable() })),
    }),
  ),
  'setup.apply': command(
    z.strictObject({ setup: Setup, by: z.string().max(120), reason: z.string().max(2000).nullable() }),
    z.strictObject({ changes: z.int(), flaws: z.array(SetupFlaw) }),
  ),
  /** Reads a setup file and says what applying it would change; changes nothing. */
  'setup.read': query(
    z.strictObject({ file: Grant }),
    z.strictObject({ setup: Setup, flaws: z.array(SetupFlaw), changes: z.array(z.string()) }),
  ),
  'setup.save': command(z.strictObject({ to: Target }), z.strictObject({ sha256: z.string() })),
  'setup.history': query(z.strictObject({}), z.array(SetupChange)),
  /** Keeps a file byte for byte in the register. */
  'documents.add': command(
    z.strictObject({
      file: Grant,
      kind: DocumentKind,
      captured: Instant.nullable(),
      datedByOther: z.boolean(),
    }),
    DocumentRef,
  ),
  'documents.get': query(
    z.strictObject({ sha256: z.string() }),
    z.strictObject({ name: z.string(), mediaType: z.string(), base64: z.string() }),
  ),
} as const
