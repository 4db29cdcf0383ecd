/** Mailing tools with one export each: Brevo, ActiveCampaign (and MailBlue), listmonk, Kit, beehiiv, Substack, HubSpot. */
import type { ListStatus } from '../../../preload/contract/vocabulary/import.ts'
import type { Profile } from '../plan.ts'
import { memberStateOf } from '../statuses.ts'

type Members = Readonly<Record<string, ListStatus>>

export const brevo: Profile = {
  key: 'brevo',
  name: 'Brevo',
  kind: 'contacts',
  required: ['EMAIL', 'EMAIL_BLACKLISTED', 'ADDED_TIME'],
  columns: {
    email: ['EMAIL'],
    'first-name': ['FIRSTNAME', 'VOORNAAM', 'PRENOM', 'VORNAME'],
    'last-name': ['LASTNAME', 'ACHTERNAAM', 'NOM', 'NACHNAME'],
    statement: ['DOUBLE_OPT-IN', 'OPT_IN'],
    objection: ['EMAIL_BLACKLISTED'],
    'created-at': ['ADDED_TIME'],
  },
  via: 'mailing-tool-import',
  dateOrder: 'day-month-year',
  yes: ['1', 'yes', 'ja', 'true', 'oui'],
  // The second choice of its field for a double opt-in.
  no: ['0', '2', 'no', 'nee', 'false', 'non'],
}

const active: Members = {
  '0': 'non-subscribed',
  '1': 'subscribed',
  '2': 'unsubscribed',
  '3': 'cleaned',
  // Taken off the list by its owner: no word of the person.
  '91': 'non-subscribed',
}

/** MailBlue is ActiveCampaign in Dutch. */
export const activeCampaign: Profile = {
  key: 'activecampaign',
  name: 'ActiveCampaign / MailBlue',
  kind: 'members',
  required: ['Email', 'Date Created', 'IP', 'Status'],
  columns: {
    email: ['Email'],
    'first-name': ['First Name'],
    'last-name': ['Last Name'],
    'consent-time': ['Date Created'],
    'consent-ip': ['IP'],
    status: ['Status'],
  },
  via: 'mailing-tool-import',
  dateOrder: 'month-day-year',
  datesVary: true,
  memberState: (status) => active[status] ?? memberStateOf(status),
  recordedByTool: true,
  importWithoutIp: true,
}

/** Whether somebody confirmed stands with each list, and not in this file: `enabled` says nothing of it. */
export const listmonk: Profile = {
  key: 'listmonk',
  name: 'listmonk',
  kind: 'contacts',
  required: ['uuid', 'email', 'name', 'attributes', 'status', 'created_at', 'updated_at'],
  columns: { email: ['email'], name: ['name'], status: ['status'], 'created-at': ['created_at'] },
  via: 'mailing-tool-import',
  dateOrder: 'iso',
  memberState: () => null,
  objecting: ['blocklisted'],
}

const kitMembers: Members = {
  active: 'subscribed',
  inactive: 'non-subscribed',
  cancelled: 'unsubscribed',
  bounced: 'cleaned',
}

export const kit: Profile = {
  key: 'kit',
  name: 'Kit (ConvertKit)',
  kind: 'members',
  required: ['first_name', 'email', 'created_at', 'status'],
  alone: true,
  columns: { email: ['email'], 'first-name': ['first_name'], status: ['status'], 'created-at': ['created_at'] },
  via: 'mailing-tool-import',
  dateOrder: 'iso',
  memberState: (status) => kitMembers[status] ?? memberStateOf(status),
}

/** Also others that write a status and `unsubscribed_at`. */
export const beehiiv: Profile = {
  key: 'beehiiv',
  name: 'beehiiv',
  kind: 'members',
  required: ['email', 'status', 'unsubscribed_at', ['created_at', 'subscribed_at', 'created']],
  columns: {
    email: ['email'],
    'first-name': ['first_name'],
    'last-name': ['last_name'],
    status: ['status'],
    'unsubscribe-time': ['unsubscribed_at'],
    'created-at': ['created_at', 'subscribed_at', 'created'],
  },
  via: 'mailing-tool-import',
  dateOrder: 'iso',
  memberState: (status) => (status === 'inactive' ? 'non-subscribed' : memberStateOf(status)),
}

/** `active_subscription` is about paying, not about mail. */
export const substack: Profile = {
  key: 'substack',
  name: 'Substack',
  kind: 'members',
  required: ['email', 'active_subscription', 'email_disabled', 'created_at'],
  columns: { email: ['email'], name: ['name'], objection: ['email_disabled'], 'created-at': ['created_at'] },
  via: 'mailing-tool-import',
  dateOrder: 'iso',
}

const basis = "Legal basis for processing contact's data"

/** `Marketing contact status` is about what HubSpot charges for, and says nothing of consent. */
export const hubspot: Profile = {
  key: 'hubspot',
  name: 'HubSpot',
  kind: 'contacts',
  required: [
    'Record ID',
    'Email',
    ['Unsubscribed from all email', basis, `${basis} (hs_legal_basis)`, 'hs_legal_basis'],
  ],
  columns: {
    email: ['Email'],
    'first-name': ['First Name'],
    'last-name': ['Last Name'],
    statement: [basis, `${basis} (hs_legal_basis)`, 'hs_legal_basis'],
    objection: ['Unsubscribed from all email', 'Unsubscribed from all email (hs_email_optout)', 'hs_email_optout'],
    'created-at': ['Create Date'],
  },
  via: 'mailing-tool-import',
  dateOrder: 'iso',
  yes: ['freely given consent from contact'],
  no: [],
}
