/** WooCommerce: the two order exports that shops use (SkyVerge, Advanced Order Export), and its own customers' report. */
import type { Profile } from '../plan.ts'

/** One row an order line, the order's cells on each of them or on the first alone. */
export const advancedOrderExport: Profile = {
  key: 'woocommerce-advanced-order-export',
  name: 'WooCommerce (Advanced Order Export)',
  kind: 'orders',
  required: ['Order Number', 'Order Date', 'Email (Billing)'],
  columns: {
    order: ['Order Number'],
    'order-time': ['Order Date'],
    'order-status': ['Order Status'],
    email: ['Email (Billing)'],
    'first-name': ['First Name (Billing)', 'First Name (Shipping)'],
    'last-name': ['Last Name (Billing)', 'Last Name (Shipping)'],
    company: ['Company (Billing)'],
    product: ['Item Name', 'Name', 'Product Name'],
    sku: ['SKU'],
    'product-category': ['Category', 'Product Category', 'Product categories'],
    quantity: ['Quantity'],
    amount: ['Order Total Amount'],
    currency: ['Order Currency', 'Currency'],
    'refunded-amount': ['Order Refund Amount'],
    statement: ['Newsletter', 'Nieuwsbrief', 'Marketing', 'Opt-in'],
  },
  via: 'webshop-import',
  dateOrder: 'day-month-year',
  datesVary: true,
  withheld: ['Customer Note', 'Payment Method Title'],
}

/** One row an order, its lines packed into one cell, or one row a line. */
export const customerOrderExport: Profile = {
  key: 'woocommerce-customer-order-export',
  name: 'WooCommerce (Customer / Order / Coupon Export)',
  kind: 'orders',
  required: ['order_number', 'date', 'status', 'billing_email'],
  columns: {
    order: ['order_number', 'order_id'],
    'order-time': ['date', 'order_date'],
    'order-status': ['status'],
    email: ['billing_email'],
    'first-name': ['billing_first_name', 'shipping_first_name'],
    'last-name': ['billing_last_name', 'shipping_last_name'],
    company: ['billing_company'],
    'packed-lines': ['line_items'],
    product: ['item_name'],
    sku: ['item_sku'],
    quantity: ['item_quantity'],
    amount: ['order_total'],
    currency: ['order_currency', 'currency'],
    'refunded-amount': ['refunded_total'],
  },
  via: 'webshop-import',
  dateOrder: 'iso',
  withheld: ['payment_method', 'customer_note', 'order_notes'],
}

/** Analytics > Customers: the report's labels are those of the site's language. */
export const analyticsCustomers: Profile = {
  key: 'woocommerce-customers',
  name: 'WooCommerce',
  kind: 'contacts',
  required: [
    ['Name', 'Naam'],
    ['Username', 'Gebruikersnaam'],
    ['Last Active', 'Laatst actief', 'Laatste activiteit'],
    ['Email', 'E-mail', 'E-mailadres'],
    ['Orders', 'Bestellingen'],
    ['AOV', 'GOW', 'Gemiddelde bestelwaarde'],
  ],
  columns: {
    email: ['Email', 'E-mail', 'E-mailadres'],
    name: ['Name', 'Naam'],
    'created-at': ['Sign Up', 'Date Registered', 'Aanmelding', 'Registratiedatum', 'Aangemeld'],
  },
  via: 'webshop-import',
  dateOrder: 'iso',
  datesVary: true,
}
