/** What the window says further in English: about message, filter, comparing, lists, seals and overview. */
import type { nlWindowMore } from '../nl/windowMore.ts'

export const enWindowMore = {
  'look.title': 'The message itself',
  'look.lead':
    'Choose the message as you will send it. Mailbewijs looks whether it holds what it must, and keeps it with the mailing.',
  'look.choose': 'Choose the message',
  'look.other': 'Choose another message',
  'look.hint': 'A message (.eml), a web page (.html) or text (.txt)',
  'look.subject': 'Subject',
  'look.from': 'Sender',
  'look.noSubject': 'no subject',
  'look.kept': 'Kept with this mailing',
  'look.asks':
    '{n, plural, =0 {No questions: all that we look for was found.} one {# question for you} other {# questions for you}}',
  'look.part': 'Part',
  'look.seen': 'What we saw',
  'look.ask': 'Check this',
  'look.fine': 'Found',
  'look.nothing': 'Nothing found',
  'look.hidden': 'Cannot be seen',
  'look.take': 'The ticks below were filled in with what was found. You decide: correct them where needed.',
} as const satisfies { readonly [Key in keyof typeof nlWindowMore]: string }
