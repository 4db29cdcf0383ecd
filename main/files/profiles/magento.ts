/** Magento 2: its customers (with hashes of their passwords), the grid of orders, the subscribers of its newsletter. */
import type { ListStatus } from '../../../preload/contract/vocabulary/import.ts'
import type { OrderState, Profile } from '../plan.ts'
import { memberStateOf, orderStateOf } from '../statuses.ts'

/** System > Data Transfer > Export, entity "Customers Main File". */
export const magentoCustomers: Profile = {
  key: 'magento-customers',
  name: 'Magento 2',
  kind: 'contacts',
  required: ['email', '_website', 'group_id', 'firstname', 'lastname', ['store_id', 'website_id', '_store']],
  columns: {
    email: ['email'],
    'first-name': ['firstname'],
    infix: ['middlename'],
    'last-name': ['lastname'],
    'created-at': ['created_at'],
  },
  via: 'webshop-import',
  dateOrder: 'month-day-year',
  datesVary: true,
  withheld: ['password_hash', 'password', 'rp_token', 'confirmation'],
}

const states: Readonly<Record<string, OrderState>> = {
  // A credit memo for all of it closes an order; nothing else does.
  closed: 'refunded',
  'suspected fraud': 'void',
  'payment review': 'pending',
}

/** Sales > Orders, exported as CSV: no items, and an address only where that column was switched on. */
export const magentoOrders: Profile = {
  key: 'magento-orders',
  name: 'Magento 2',
  kind: 'orders',
  required: ['ID', 'Purchase Date', 'Bill-to Name', ['Grand Total (Base)', 'Grand Total (Purchased)'], 'Status'],
  columns: {
    order: ['ID'],
    email: ['Customer Email'],
    name: ['Customer Name', 'Bill-to Name'],
    'order-time': ['Purchase Date'],
    'order-status': ['Status'],
    amount: ['Grand Total (Purchased)', 'Grand Total (Base)'],
    'refunded-amount': ['Total Refunded'],
  },
  via: 'webshop-import',
  dateOrder: 'month-day-year',
  orderState: (status) => states[status] ?? orderStateOf(status),
  withheld: ['Payment Method'],
}

const members: Readonly<Record<string, ListStatus>> = {
  '1': 'subscribed',
  '2': 'non-subscribed',
  '3': 'unsubscribed',
  '4': 'non-subscribed',
}

/** Marketing > Newsletter Subscribers. */
export const magentoSubscribers: Profile = {
  key: 'magento-newsletter',
  name: 'Magento 2',
  kind: 'members',
  required: ['ID', 'Email', 'Type', 'Customer First Name', 'Customer Last Name', 'Status', 'Store View'],
  columns: {
    email: ['Email'],
    'first-name': ['Customer First Name'],
    'last-name': ['Customer Last Name'],
    status: ['Status'],
  },
  via: 'webshop-import',
  dateOrder: 'iso',
  memberState: (status) => members[status] ?? memberStateOf(status),
}
