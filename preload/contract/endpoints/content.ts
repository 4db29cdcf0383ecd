/** The message itself: looked through before it is sent, and kept. */
import { z } from 'zod'
import { job } from '../endpoint.ts'
import { ContentReading } from '../vocabulary/content.ts'
import { DocumentRef, Sha256 } from '../vocabulary/document.ts'
import { Nature } from '../vocabulary/mailing.ts'
import { Grant } from '../vocabulary/progress.ts'

export const content = {
  /**
   * Reads a message (.eml), page (.html) or text (.txt), or one that is kept already, and looks for what belongs in it.
   * With `keep` the file is kept byte for byte; its hash goes into the mailing as `contentSha256`.
   */
  'content.read': job(
    z.strictObject({
      of: z.union([z.strictObject({ file: Grant }), z.strictObject({ sha256: Sha256 })]),
      /** Who it comes from and what it is meant to be. */
      mailing: z.strictObject({ entity: z.string(), label: z.string(), nature: Nature }),
      keep: z.boolean(),
    }),
    ContentReading.extend({ document: DocumentRef.nullable() }),
  ),
} as const
