/** What a message holds, looked through for what the law asks: questions to the owner, never verdicts. RULES.md 2.2, 2.4. */
import { z } from 'zod'
import { MandatoryContent } from './mailing.ts'

/** Words for each, as a question, are in `preload/words`. */
export const ContentPart = z.enum([
  'unsubscribe',
  'one-click',
  'identity',
  'contact-address',
  'reply',
  'promotion',
  'third-party',
])
export type ContentPart = z.output<typeof ContentPart>

export const ContentFinding = z.strictObject({
  part: ContentPart,
  /** `hidden`: this kind of file cannot tell (a page has no headers). */
  seen: z.enum(['found', 'not-found', 'hidden']),
  /** True where the owner should look: something is missing, or something is there that does not fit the mailing. */
  ask: z.boolean(),
  /** The places themselves, a few words each. */
  quotes: z.array(z.string().max(300)).max(8),
})
export type ContentFinding = z.output<typeof ContentFinding>

export const ContentReading = z.strictObject({
  kind: z.enum(['message', 'page', 'text']),
  subject: z.string().nullable(),
  /** Address of the sender as it stands there. */
  from: z.string().nullable(),
  findings: z.array(ContentFinding),
  /** What was found, for the owner to attest or correct; what could not be seen is false. */
  proposed: MandatoryContent,
})
export type ContentReading = z.output<typeof ContentReading>
