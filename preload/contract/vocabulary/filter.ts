/** What a business wants of an audience beyond what the rules allow: a filter only ever narrows. */
import { z } from 'zod'
import { Key } from './setup.ts'
import { Instant } from './time.ts'

export const FormLanguage = z.enum(['nl', 'en', 'de', 'fr', 'other'])

/**
 * Every member that is there must fit. `labels`, `families` and `bought` are about one and the same purchase: something
 * of these families, under one of these labels, in this period. Sales that were cancelled or taken back do not count.
 */
export const Filter = z.strictObject({
  labels: z.array(Key).min(1).max(50).optional(),
  families: z.array(Key).min(1).max(200).optional(),
  /** From `since` on, and before `before`; null leaves an end open. */
  bought: z.strictObject({ since: Instant.nullable(), before: Instant.nullable() }).optional(),
  status: z
    .array(z.enum(['customer', 'former-customer', 'prospect']))
    .min(1)
    .optional(),
  /** Language of the form on which the person last bought, or gave consent. */
  languages: z.array(FormLanguage).min(1).optional(),
  /** How the postcode begins, in digits, as the imported file says it of the last order. */
  areas: z
    .array(z.string().regex(/^\d{1,4}$/u))
    .min(1)
    .max(200)
    .optional(),
})
export type Filter = z.output<typeof Filter>

export const FilterPart = Filter.keyof()
export type FilterPart = z.output<typeof FilterPart>

/** What each part of a filter left out, in the order in which they were applied. */
export const LeftOut = z.strictObject({
  by: FilterPart,
  contacts: z.int(),
  /** Of these, who could have had it. */
  yes: z.int(),
})
export type LeftOut = z.output<typeof LeftOut>
