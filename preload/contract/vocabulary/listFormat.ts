/** For which program a list is written: its columns, delimiter and ending. */
import { z } from 'zod'

export const ListFormat = z.enum([
  'csv',
  'xlsx',
  'mailchimp',
  'laposta',
  'mailerlite',
  'brevo',
  'activecampaign',
  'spotler',
])
export type ListFormat = z.output<typeof ListFormat>
