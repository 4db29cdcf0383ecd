/** PrestaShop: the file of its newsletter module (semicolons, no quoting), and the grid of customers. */
import type { Profile } from '../plan.ts'

const bits = { yes: ['1'], no: ['0'] }

export const prestashopNewsletter: Profile = {
  key: 'prestashop-newsletter',
  name: 'PrestaShop',
  kind: 'members',
  required: ['id', 'shop_name', 'email', 'subscribed', 'subscribed_on'],
  columns: {
    email: ['email'],
    'first-name': ['firstname'],
    'last-name': ['lastname'],
    statement: ['subscribed'],
    'consent-time': ['subscribed_on'],
  },
  via: 'webshop-import',
  dateOrder: 'iso',
  ...bits,
}

export const prestashopCustomers: Profile = {
  key: 'prestashop-customers',
  name: 'PrestaShop',
  kind: 'contacts',
  required: ['First name', 'Last name', 'Email address', 'Enabled', 'Newsletter', 'Registration'],
  columns: {
    email: ['Email address'],
    'first-name': ['First name'],
    'last-name': ['Last name'],
    statement: ['Newsletter'],
    'created-at': ['Registration'],
  },
  via: 'webshop-import',
  dateOrder: 'iso',
  datesVary: true,
  ...bits,
}
