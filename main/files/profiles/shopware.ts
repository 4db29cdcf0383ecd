/** Shopware 6: recipients of its newsletter, and customers, by its default export profiles. */
import type { ListStatus } from '../../../preload/contract/vocabulary/import.ts'
import type { Profile } from '../plan.ts'

const members: Readonly<Record<string, ListStatus>> = {
  optin: 'subscribed',
  // Signed up without a confirmation by mail.
  direct: 'subscribed',
  optout: 'unsubscribed',
  // Asked to confirm, and never did.
  notset: 'non-subscribed',
}

export const shopwareRecipients: Profile = {
  key: 'shopware-newsletter',
  name: 'Shopware 6',
  kind: 'members',
  required: ['id', 'email', 'first_name', 'last_name', 'status', 'hash', 'sales_channel_id'],
  columns: {
    email: ['email'],
    'first-name': ['first_name'],
    'last-name': ['last_name'],
    status: ['status'],
  },
  via: 'webshop-import',
  dateOrder: 'iso',
  memberState: (status) => members[status] ?? null,
  // Whoever has it can confirm or end the subscription.
  withheld: ['hash'],
}

export const shopwareCustomers: Profile = {
  key: 'shopware-customers',
  name: 'Shopware 6',
  kind: 'contacts',
  required: ['customer_number', 'email', 'customer_group', 'sales_channel', 'guest'],
  columns: {
    email: ['email'],
    'first-name': ['first_name'],
    'last-name': ['last_name'],
    company: ['billing_company'],
  },
  via: 'webshop-import',
  dateOrder: 'iso',
  withheld: ['payment_method'],
}
