/** What the program asks after it has looked through a message. A question each: the owner knows, the program does not. */
import type { ContentWords } from '../nl/content.ts'

export const enContent = {
  hidden: 'This kind of file does not show it. Save the message as .eml to have its headers read too.',
  parts: {
    unsubscribe: {
      name: 'Unsubscribe link',
      question: 'Where can the recipient unsubscribe? No link or merge tag for it was found.',
      found: 'There is a link or merge tag to unsubscribe.',
      missing: 'No link to unsubscribe was found.',
    },
    'one-click': {
      name: 'One-click unsubscribe',
      question:
        'Does your mailing tool add the headers for one-click unsubscribe? They were not found in this message.',
      found: 'The headers List-Unsubscribe and List-Unsubscribe-Post are there.',
      missing: 'The headers for one-click unsubscribe are missing.',
    },
    identity: {
      name: 'Who sends it',
      question: 'Can the recipient see who this is from? The name of the business or label was not found.',
      found: 'The name of the business or label is there.',
      missing: 'The name of the business or label was not found.',
    },
    'contact-address': {
      name: 'Postal address or number',
      question: 'Is there an address or number to which a request to stop can be sent? None was found.',
      found: 'There is an address or number.',
      missing: 'No postal address or phone number was found.',
    },
    reply: {
      name: 'Reply address',
      question: 'Does anyone read the replies? The address that a reply goes to seems not to be read.',
      found: 'A reply goes to an ordinary address.',
      missing: 'A reply goes to an address that seems not to be read.',
    },
    promotion: {
      name: 'Advertising',
      question:
        'Is this really service mail only? These words sound like advertising. With advertising in it, the rules for advertising apply.',
      found: 'There are words that sound like advertising.',
      missing: 'No words were found that sound like advertising.',
    },
    'third-party': {
      name: 'Names of others',
      question:
        'Do you advertise for someone else here? These names or words point that way. That needs consent of its own.',
      found: 'There are names or words that point to another business.',
      missing: 'No names of other businesses were found.',
    },
  },
} as const satisfies ContentWords
