/** Klaviyo: people with their consent, and those it suppresses. Who is suppressed keeps "SUBSCRIBED": suppression wins. */
import type { Profile } from '../plan.ts'

export const klaviyoList: Profile = {
  key: 'klaviyo',
  name: 'Klaviyo',
  kind: 'members',
  required: ['Email', 'Email Marketing Consent', 'Email Marketing Consent Timestamp'],
  columns: {
    email: ['Email'],
    'first-name': ['First Name'],
    'last-name': ['Last Name'],
    company: ['Organization'],
    statement: ['Email Marketing Consent'],
    'consent-time': ['Email Marketing Consent Timestamp'],
    objection: ['Email Suppressions'],
    source: ['Source'],
    'created-at': ['Profile Created On', 'Date Added'],
  },
  via: 'mailing-tool-import',
  dateOrder: 'iso',
  yes: ['subscribed'],
  no: [],
}

export const klaviyoSuppressions: Profile = {
  key: 'klaviyo-suppressions',
  name: 'Klaviyo',
  kind: 'suppressions',
  required: ['Email', 'Reason', 'Timestamp'],
  alone: true,
  columns: { email: ['Email'], 'unsubscribe-reason': ['Reason'], 'unsubscribe-time': ['Timestamp'] },
  via: 'mailing-tool-import',
  dateOrder: 'iso',
}
