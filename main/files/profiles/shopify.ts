/** Shopify's `orders_export.csv`, of every vintage since the line-item columns, and the short form of report apps. */
import type { OrderState, Profile } from '../plan.ts'

const states: Readonly<Record<string, OrderState>> = {
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
  orderState: (status) => states[status] ?? null,
}
