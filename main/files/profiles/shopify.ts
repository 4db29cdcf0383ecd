/** Shopify's orders, of every vintage since the line-item columns and in the short form of report apps; its customers. */
import type { OrderState, Profile } from '../plan.ts'

/** Also Squarespace's, which copied the form. */
export const shopStates: Readonly<Record<string, OrderState>> = {
  paid: 'paid',
  pending: 'pending',
  authorized: 'pending',
  partially_paid: 'pending',
  'partially paid': 'pending',
  unpaid: 'pending',
  overdue: 'pending',
  refunded: 'refunded',
  partially_refunded: 'partly-refunded',
  'partially refunded': 'partly-refunded',
  voided: 'void',
  expired: 'void',
}

export const shopifyOrders: Profile = {
  key: 'shopify-orders',
  name: 'Shopify',
  kind: 'orders',
  required: ['Name', 'Email', 'Created at', 'Lineitem name'],
  absent: ['Order ID'],
  columns: {
    order: ['Name'],
    email: ['Email'],
    name: ['Billing Name', 'Shipping Name'],
    company: ['Billing Company'],
    'order-time': ['Created at'],
    'order-status': ['Financial Status'],
    'cancelled-at': ['Cancelled at'],
    'refunded-amount': ['Refunded Amount'],
    amount: ['Total'],
    currency: ['Currency'],
    product: ['Lineitem name'],
    sku: ['Lineitem sku'],
    quantity: ['Lineitem quantity'],
    vendor: ['Vendor'],
    statement: ['Accepts Marketing'],
  },
  via: 'webshop-import',
  dateOrder: 'iso',
  orderState: (status) => shopStates[status] ?? null,
  withheld: ['Notes', 'Note Attributes', 'Payment Method', 'Payment Reference', 'Payment References', 'Payment ID'],
}

/** Three vintages: `Default Address …`, from before 2023 `Address1`, and oldest `Accepts Marketing`. */
export const shopifyCustomers: Profile = {
  key: 'shopify-customers',
  name: 'Shopify',
  kind: 'contacts',
  required: [
    'First Name',
    'Last Name',
    'Email',
    ['Accepts Email Marketing', 'Accepts Marketing'],
    ['Customer ID', 'Total Spent', 'Tax Exempt'],
    ['Default Address Address1', 'Address1'],
  ],
  columns: {
    email: ['Email'],
    'first-name': ['First Name'],
    'last-name': ['Last Name'],
    company: ['Default Address Company', 'Company'],
    statement: ['Accepts Email Marketing', 'Accepts Marketing'],
  },
  via: 'webshop-import',
  dateOrder: 'iso',
  withheld: ['Note'],
}
