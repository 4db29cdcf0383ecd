/** What stood in the files that were brought: the rows behind an event. */
import { z } from 'zod'
import { query } from '../endpoint.ts'
import { Sha256 } from '../vocabulary/document.ts'

/** A row of a kept file. */
export const SourceRow = z.strictObject({
  import: z.int(),
  file: z.string(),
  /** Of the file as it was brought. */
  fileSha256: Sha256,
  /** Where it starts; 1 is the file's first line. */
  line: z.int(),
  /** As it stands there, to 64 KB; blank where it was erased. */
  row: z.string(),
  /** The same cell by cell, under the names of the file's own header ('' where it has none). */
  cells: z.array(z.strictObject({ column: z.string(), cell: z.string() })),
})
export type SourceRow = z.output<typeof SourceRow>

export const sources = {
  /** Of an order in several rows all of them; none for what was entered by hand. */
  'sources.ofEvent': query(z.strictObject({ seq: z.int().nonnegative() }), z.array(SourceRow)),
} as const
