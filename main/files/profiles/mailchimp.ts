/**
 * Mailchimp's audience export: up to four files whose status stands in their names alone. Merge fields carry the
 * language of the account; the columns in capitals never do.
 */
import type { PlanField, Profile } from '../plan.ts'

export const mailchimp: Profile = {
  key: 'mailchimp',
  name: 'Mailchimp',
  kind: 'members',
  required: ['OPTIN_TIME', 'CONFIRM_TIME', 'LEID', 'EUID'],
  columns: {
    email: ['Email Address', 'E-mailadres', 'E-mail adres', 'Email', 'E-Mail-Adresse', 'Indirizzo email'],
    'first-name': ['First Name', 'Voornaam', 'Vorname', 'Prénom', 'Nome'],
    'last-name': ['Last Name', 'Achternaam', 'Nachname', 'Nom', 'Cognome'],
    'consent-time': ['OPTIN_TIME'],
    'consent-ip': ['OPTIN_IP'],
    'confirm-time': ['CONFIRM_TIME'],
    'confirm-ip': ['CONFIRM_IP'],
    'unsubscribe-time': ['UNSUB_TIME'],
    'unsubscribe-reason': ['UNSUB_REASON'],
    'bounce-time': ['CLEAN_TIME'],
    source: ['SOURCE'],
  },
  via: 'mailing-tool-import',
  dateOrder: 'iso',
  recordedByTool: true,
  withheld: ['NOTES'],
  find: emailColumn,
}

/** The address is the first column that looks like one by its name, in any language; else the first of all. */
function emailColumn(field: PlanField, header: readonly string[]): number {
  if (field !== 'email') return -1
  const named = header.findIndex((name) => /e-?mail|courriel|correo/iu.test(name))
  return named === -1 ? 0 : named
}
