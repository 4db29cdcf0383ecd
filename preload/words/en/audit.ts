/** The words of the self-audit, in English. */
import type { nlAudit } from '../nl/audit.ts'

type Spoken<T> = T extends string ? string : { readonly [K in keyof T]: Spoken<T[K]> }

export const enAudit = {
  title: 'Self-audit',
  subtitle: 'What an inspector would ask, looked at beforehand',
  made: 'Gone through on {at} by {by}.',
  looked: 'Looked at: {events} events of {contacts} contacts. The seal of what was looked at:',
  todo: 'What there is to do',
  nothing: 'Nothing found.',
  checked: 'What was looked at, and how much',
  limits:
    'This shows what the program can see. Whether the forms really stood on the site like this, and whether mail was sent past the register, only a person can find out.',
  facts: {
    at: 'Gone through on',
    by: 'By',
    events: 'Events',
    contacts: 'Contacts',
    root: 'Seal',
    check: 'Looked at',
    count: 'Number',
  },
  severities: { grave: 'Now', mild: 'Soon', note: 'Good to know' },
  places: {
    register: 'the register',
    contacts: 'contacts',
    imports: 'imports',
    mailings: 'mailings',
    forms: 'forms',
    families: 'product families',
    anchors: 'seals',
    rights: 'requests',
  },
  /** What was looked for; what was found; why it matters; how it is put right. */
  codes: {
    'log-fails': {
      sought: 'The register itself',
      found: 'The register no longer holds: {count, plural, one {# flaw} other {# flaws}}.',
      why: 'What was altered or is missing proves nothing any more.',
      mend: 'Put back a copy that holds, and find out what happened.',
    },
    'sample-differs': {
      sought: 'Answers decided again',
      found: '{count, plural, one {# answer comes} other {# answers come}} out differently from the frozen list.',
      why: 'A list must be one that can be worked out again.',
      mend: 'Keep the proof of these contacts and look which rule differs.',
    },
    'weak-consent-used': {
      sought: 'Consents behind a yes',
      found: '{count, plural, one {# consent} other {# consents}} of grade D or X stands behind a yes.',
      why: 'With that the consent cannot be shown (GDPR 7(1)).',
      mend: 'Find the form or card, or stop mailing these people.',
    },
    'sent-after-expiry': {
      sought: 'Sendings',
      found: '{count, plural, one {# mailing was} other {# mailings were}} sent after its list had expired.',
      why: 'Whoever objected meanwhile may have got mail all the same.',
      mend: 'Make the list shortly before sending, and see who objected in that time.',
    },
    'objection-late': {
      sought: 'Unsubscribes',
      found: '{count, plural, one {# unsubscribe was} other {# unsubscribes were}} handled later than your own term.',
      why: 'An unsubscribe must hold at once.',
      mend: 'Fetch the unsubscribes from your mailing tool more often.',
    },
    'clock-back': {
      sought: 'Clock when recording',
      found: 'The clock of this computer went back {count, plural, one {# time} other {# times}}.',
      why: 'The order stands, but the times beside it convince less.',
      mend: 'Let the computer take its time from the internet.',
    },
    'recorded-before': {
      sought: 'Time of events',
      found: '{count, plural, one {# event was} other {# events were}} recorded before it happened.',
      why: 'That cannot be: a clock or time zone is wrong.',
      mend: 'Look at the time zone of the file or form.',
    },
    'form-gap': {
      sought: 'Forms behind events',
      found: 'For {count, plural, one {# event} other {# events}} no version of the form is known.',
      why: 'Without a version nobody can see what the form said.',
      mend: 'Add the missing period, with a screenshot of that time.',
    },
    'form-unknown': {
      sought: 'Orders',
      found: '{count, plural, one {# order names} other {# orders name}} no form.',
      why: 'Then nobody can see whether the customer could object.',
      mend: 'Choose the checkout form when you import.',
    },
    'everybody-says-yes': {
      sought: 'Imported files',
      found: 'In {count, plural, one {# file} other {# files}} everybody says yes.',
      why: 'That is rare: the file may have been edited or filtered.',
      mend: 'Import the file as the shop gives it, with all rows.',
    },
    'request-overdue': {
      sought: 'People’s requests',
      found: '{count, plural, one {# request is} other {# requests are}} still unanswered after a month.',
      why: 'A request must be answered within a month (GDPR 12(3)).',
      mend: 'Answer the request now.',
    },
    unanchored: {
      sought: 'Anchoring',
      found: 'For {count, plural, one {# week} other {# weeks}} no seal was deposited elsewhere.',
      why: 'Only a seal from elsewhere shows that the register was not rewritten since.',
      mend: 'Give a seal to your accountant, or have it time-stamped.',
    },
    'products-without-family': {
      sought: 'Products',
      found: '{count, plural, one {# product belongs} other {# products belong}} to no family.',
      why: 'Who bought them counts as a customer for no mailing.',
      mend: 'Put these products into a family.',
    },
    'no-copy': {
      sought: 'Copy',
      found: 'There is no copy of the last week.',
      why: 'If the disk fails, your proof is gone.',
      mend: 'Make a copy, and keep one elsewhere.',
    },
    'compact-due': {
      sought: 'Clearing after an erasure',
      found: 'The file was not yet rewritten after an erasure.',
      why: 'Something of whom you erased may still be on the disk.',
      mend: 'Make room on the disk and rewrite the file.',
    },
  },
} as const satisfies Spoken<typeof nlAudit>
