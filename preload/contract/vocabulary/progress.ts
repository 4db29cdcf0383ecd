import { z } from 'zod'

/** How far a job is. `step` names what is being done; words are in `preload/words`. */
export const Step = z.enum([
  'reading',
  'checking',
  'keeping-file',
  'writing',
  'indexing',
  'deciding',
  'hashing',
  'collecting',
  'drawing',
  'verifying',
  'rebuilding',
  'erasing',
  'compacting',
  'copying',
  'auditing',
])
export const Progress = z.strictObject({
  step: Step,
  done: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
})
export type Progress = z.output<typeof Progress>

/**
 * A file that a person chose, in a dialog, by dropping, or by upload. The page knows the token and the name,
 * never the path.
 */
export const Grant = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,64}$/u)
  .brand<'Grant'>()
export type Grant = z.output<typeof Grant>
