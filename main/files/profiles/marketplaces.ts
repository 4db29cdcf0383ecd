/** Marketplaces: sales that count as such, to people whose address is the marketplace's, or is not in the file at all. */
import type { OrderState, Profile } from '../plan.ts'

const asked: Readonly<Record<string, OrderState>> = { ja: 'cancelled', nee: 'unknown', yes: 'cancelled', no: 'unknown' }

/** bol.com, with two lines above the header. What somebody asked to cancel is not taken for a sale. */
export const bolOrders: Profile = {
  key: 'bol-orders',
  name: 'bol.com',
  kind: 'orders',
  required: ['bestelnummer', 'besteldatum', 'emailadres', 'EAN', 'producttitel', 'annuleringsverzoek'],
  columns: {
    order: ['bestelnummer'],
    'order-time': ['besteldatum'],
    'order-status': ['annuleringsverzoek'],
    email: ['emailadres'],
    'first-name': ['voornaam_facturatie', 'voornaam_verzending'],
    'last-name': ['achternaam_facturatie', 'achternaam_verzending'],
    company: ['bedrijfsnaam_facturatie'],
    product: ['producttitel'],
    sku: ['referentie', 'EAN'],
    quantity: ['aantal'],
  },
  via: 'webshop-import',
  dateOrder: 'day-month-year',
  orderState: (status) => asked[status] ?? null,
  marketplace: true,
}

/** Order reports of Amazon's seller pages, separated by tabs. */
export const amazonOrders: Profile = {
  key: 'amazon-orders',
  name: 'Amazon',
  kind: 'orders',
  required: ['order-id', 'order-item-id', 'purchase-date', 'buyer-email', 'sku'],
  columns: {
    order: ['order-id'],
    'order-time': ['purchase-date'],
    email: ['buyer-email'],
    name: ['buyer-name'],
    product: ['product-name'],
    sku: ['sku'],
    quantity: ['quantity-purchased'],
    currency: ['currency'],
  },
  via: 'webshop-import',
  dateOrder: 'iso',
  marketplace: true,
}

/** Etsy's sold items, a row an item. */
export const etsyItems: Profile = {
  key: 'etsy-items',
  name: 'Etsy',
  kind: 'orders',
  required: ['Sale Date', 'Item Name', 'Buyer', 'Order ID', 'Quantity'],
  columns: { order: ['Order ID'], 'order-time': ['Sale Date'], name: ['Buyer'], product: ['Item Name'], sku: ['SKU'] },
  via: 'webshop-import',
  dateOrder: 'month-day-year',
  marketplace: true,
  noAddresses: true,
}

/** Etsy's sold orders, a row an order. */
export const etsyOrders: Profile = {
  key: 'etsy-orders',
  name: 'Etsy',
  kind: 'orders',
  required: ['Sale Date', 'Order ID', 'Buyer User ID', 'Full Name', 'Number of Items'],
  columns: { order: ['Order ID'], 'order-time': ['Sale Date'], name: ['Full Name'] },
  via: 'webshop-import',
  dateOrder: 'month-day-year',
  marketplace: true,
  noAddresses: true,
}
