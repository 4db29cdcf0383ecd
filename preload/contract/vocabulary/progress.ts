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
 * A file or folder that a person chose to be read, in a dialog, by dropping, or by upload. The page knows the token and
 * the name, never the path. What may be read may not be written to: for that there is a `Target`.
 */
export const Grant = z
  .string()
  .regex(/^read-[A-Za-z0-9_-]{16,64}$/u, 'no file that was chosen to be read')
  .brand<'Grant'>()
export type Grant = z.output<typeof Grant>

/** A place that a person chose to write a new file or folder to. What may be written may not be read. */
export const Target = z
  .string()
  .regex(/^write-[A-Za-z0-9_-]{16,64}$/u, 'no place that was chosen to write to')
  .brand<'Target'>()
export type Target = z.output<typeof Target>
