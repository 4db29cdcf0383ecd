/** Shops with one export each: Lightspeed eCom (SEOshop), Squarespace, Wix. */
import type { Profile } from '../plan.ts'
import { shopStates } from './shopify.ts'

export const lightspeedCustomers: Profile = {
  key: 'lightspeed-customers',
  name: 'Lightspeed eCom',
  kind: 'contacts',
  required: ['Internal ID', 'Firstname', 'LastnamePreposition', 'Lastname', 'E-Mail'],
  columns: {
    email: ['E-Mail'],
    'first-name': ['Firstname'],
    infix: ['LastnamePreposition'],
    'last-name': ['Lastname'],
    company: ['Company'],
    language: ['Language'],
    'created-at': ['Registered'],
  },
  via: 'webshop-import',
  dateOrder: 'day-month-year',
  datesVary: true,
}

/** Shopify's form but for the order's number. */
export const squarespaceOrders: Profile = {
  key: 'squarespace-orders',
  name: 'Squarespace',
  kind: 'orders',
  required: ['Order ID', 'Email', 'Financial Status', 'Created at', 'Lineitem name'],
  absent: ['Accepts Marketing'],
  columns: {
    order: ['Order ID'],
    email: ['Email'],
    name: ['Billing Name', 'Shipping Name'],
    'order-time': ['Created at'],
    'order-status': ['Financial Status'],
    'cancelled-at': ['Cancelled at'],
    'refunded-amount': ['Amount Refunded'],
    amount: ['Total'],
    currency: ['Currency'],
    product: ['Lineitem name'],
    sku: ['Lineitem sku'],
    quantity: ['Lineitem quantity'],
  },
  via: 'webshop-import',
  dateOrder: 'iso',
  orderState: (status) => shopStates[status] ?? null,
  withheld: ['Private Notes', 'Payment Method', 'Payment Reference'],
}

export const wixContacts: Profile = {
  key: 'wix-contacts',
  name: 'Wix',
  kind: 'members',
  required: ['First Name', 'Last Name', 'Email 1', 'Email subscriber status'],
  columns: {
    email: ['Email 1'],
    'first-name': ['First Name'],
    'last-name': ['Last Name'],
    company: ['Company'],
    status: ['Email subscriber status'],
    'created-at': ['Created At (UTC+0)'],
    source: ['Source'],
    language: ['Language'],
  },
  via: 'webshop-import',
  dateOrder: 'iso',
  zone: 'UTC',
}
