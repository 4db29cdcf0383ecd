/** The headers as the systems write them in full, each known for what it is, in any case and with blanks round it. */
import { expect, it } from 'vitest'
import { profileOf } from '../../../main/files/profiles/profiles.ts'

const shopifyOrders =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source'
const mailchimp =
  'MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES'

const headers: readonly (readonly [string, string])[] = [
  ['shopify-orders', shopifyOrders],
  [
    'shopify-orders',
    `${shopifyOrders},Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References`,
  ],
  [
    'shopify-customers',
    'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags,Accepts WhatsApp Marketing,Geboortedag (customer.metafields.custom.birthday)',
  ],
  [
    'woocommerce-customers',
    'Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City,Region,Postal Code,Billing Phone,Shipping Phone,Role',
  ],
  [
    'magento-orders',
    'ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,Billing Address,Shipping Address,Shipping Information,Customer Email,Customer Group,Subtotal,Shipping and Handling,Customer Name,Payment Method,Total Refunded',
  ],
  ['magento-newsletter', 'ID,Email,Type,Customer First Name,Customer Last Name,Status,Website,Store,Store View'],
  [
    'prestashop-customers',
    'ID,Social title,First name,Last name,Email address,Group,Sales,Enabled,Newsletter,Partner offers,Registration,Last visit',
  ],
  [
    'squarespace-orders',
    'Order ID,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Amount Refunded,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem variant,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Cancelled at,Private Notes,Payment Method,Payment Reference',
  ],
  [
    'wix-contacts',
    'First Name,Last Name,Email 1,Email 2,Phone 1,Phone 2,Address 1 - Street,Address 1 - Country,Company,Labels,Created At (UTC+0),Email subscriber status,SMS subscriber status,Last Activity,Last Activity Date (UTC+0),Source,Language',
  ],
  ['etsy-items', 'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Order ID,Variations,SKU'],
  ['etsy-orders', 'Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Status'],
  [
    'amazon-orders',
    'order-id,order-item-id,purchase-date,payments-date,promise-date,days-past-promise,buyer-email,buyer-name,buyer-phone-number,sku,product-name,quantity-purchased,currency,item-price,is-business-order,sales-channel',
  ],
  ['mailchimp', `Email Address,First Name,Last Name,${mailchimp},TAGS`],
  ['mailchimp', `Indirizzo email,Nome,Cognome,${mailchimp}`],
  ['mailchimp', `Email Address,${mailchimp},UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON`],
  ['mailchimp', `Email Address,${mailchimp},CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID,TAGS,SOURCE`],
  ['brevo', 'EMAIL,LASTNAME,FIRSTNAME,SMS,EMAIL_BLACKLISTED,SMS_BLACKLISTED,ADDED_TIME,MODIFIED_TIME'],
  ['activecampaign', 'Email,First Name,Last Name,Phone,Tags,Date Created,IP,Status'],
  [
    'klaviyo',
    'Email,Klaviyo ID,First Name,Last Name,Organization,Title,Phone Number,Address,Address 2,City,State / Region,Country,Zip Code,Latitude,Longitude,Source,IP Address,Email Marketing Consent,Email Marketing Consent Timestamp,Historic Customer Lifetime Value,First Active,Last Active,Profile Created On,Date Added,Last Open,Last Click,Email Suppressions',
  ],
  ['kit', 'first_name,email,created_at,status'],
  ['suppression-list', 'Email,OptOut_Date,optout_type'],
  [
    'gravity-forms',
    'Naam,E-mail,Consent (Consent),Consent (Text),Consent (Description),Entry Id,Entry Date,Date Updated,Source Url,User Agent,User IP',
  ],
  [
    'hubspot',
    "Record ID,First Name,Last Name,Email,Marketing contact status,Legal basis for processing contact's data (hs_legal_basis),Unsubscribed from all email,Create Date",
  ],
]

it.each(headers)('%s', (key, header) => {
  const names = header.split(',')
  expect(profileOf(names)?.key).toBe(key)
  expect(profileOf(names.toReversed().map((name) => ` ${name.toUpperCase()} `))?.key).toBe(key)
})
