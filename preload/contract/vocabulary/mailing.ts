/** A mailing, and the question "may this person get it?". RULES.md 3.4. */
import { z } from 'zod'
import { Sha256 } from './document.ts'
import { Filter } from './filter.ts'
import { Key } from './setup.ts'
import { Instant } from './time.ts'

export const Nature = z.enum(['commercial', 'idealistic', 'charitable', 'service', 'requested'])
export type Nature = z.output<typeof Nature>

/** What the message holds that the law asks for, as the owner attests. */
export const MandatoryContent = z.strictObject({
  unsubscribe: z.boolean(),
  oneClick: z.boolean(),
  identity: z.boolean(),
  /** Valid postal address or number. */
  contactAddress: z.boolean(),
  replyWorks: z.boolean(),
})
export type MandatoryContent = z.output<typeof MandatoryContent>

export const Mailing = z.strictObject({
  name: z.string().trim().min(1).max(200),
  entity: Key,
  label: Key,
  /** Null only for service and requested mail. */
  category: Key.nullable(),
  families: z.array(Key),
  nature: Nature,
  /** A special kind of RULES.md 2.8 whose nature a policy decides; null for all other mail. */
  kind: z.enum(['review-request', 're-permission', 'survey']).nullable(),
  promotional: z.boolean(),
  /** The third party whose content it carries; null for none. */
  thirdParty: z.string().trim().max(200).nullable(),
  content: MandatoryContent,
  /** Service mail: what it rests on. Requested mail: which request it answers. */
  link: z
    .strictObject({
      to: z.enum(['order', 'contract', 'legal-duty', 'request']),
      /** Families concerned (a recall); empty means any order. */
      families: z.array(Key),
    })
    .nullable(),
  /** Hash of the content as it was kept. */
  contentSha256: Sha256.nullable(),
})
export type Mailing = z.output<typeof Mailing>

/** A mailing that was defined anew while nothing rested on it: of what is different, what it was and what it became. */
export const MailingChange = z.strictObject({
  /** The number of the event with the later definition, and of the one whose place it took. */
  seq: z.int(),
  replaces: z.int(),
  at: Instant,
  by: z.string(),
  was: Mailing.partial(),
  became: Mailing.partial(),
})
export type MailingChange = z.output<typeof MailingChange>

/** A mailing at a moment, as known at a moment. `known` is R, `at` is T. */
export const Question = z.strictObject({
  mailing: Mailing,
  at: Instant,
  known: Instant,
  /** The mailing's number in the register, where it has one: a review that was resolved for it alone holds only there. */
  mailingId: z.int().optional(),
  /** Whom the owner wants of those who may get it. It leaves people out and never lets anyone in. */
  filter: Filter.optional(),
})
export type Question = z.output<typeof Question>
