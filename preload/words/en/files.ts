/** The words about files in English; the same keys as the Dutch. */
import type { nlFiles } from '../nl/files.ts'

type Same<T> = T extends string ? string : { readonly [K in keyof T]: Same<T[K]> }

export const enFiles = {
  refusals: {
    'too-few-cells': {
      means: 'This row has fewer cells than the header of the file.',
      help: 'Check that the row is whole. Make the export again if need be, and do not edit it in a text editor.',
    },
    'too-many-cells': {
      means: 'This row has more cells than the header of the file.',
      help: 'Often a text holds a separator and is not in quotes. Make the export again, or put the text in quotes.',
    },
    'address-missing': {
      means: 'There is no e-mail address in this row.',
      help: 'Without an address there is nothing to record. If there should be one, add it in your shop and export again.',
    },
    'address-invalid': {
      means: 'What stands there is no e-mail address that mail can be sent to.',
      help: 'Look for blanks, a dot too many or a missing @. Correct it in the system that made the export.',
    },
    'address-relay': {
      means: 'This is a forwarding address of a marketplace, such as bol or Amazon.',
      help: 'You may not send advertising to it, so the row was not taken as a sign-up. There is nothing for you to do.',
    },
    'order-missing': {
      means: 'There is no order number in this row.',
      help: 'A sale can only be shown with an order number. Check that the right column was chosen.',
    },
    'date-missing': {
      means: 'There is no date in this row.',
      help: 'Without a date nobody can tell which form was in use. Check that the right column was chosen.',
    },
    'date-unreadable': {
      means: 'The date cannot be read.',
      help: 'Check the order of day, month and year.',
    },
    'date-future': {
      means: 'The date lies in the future.',
      help: 'Check the order of day, month and year, and the clock of this computer.',
    },
    'status-unknown': {
      means: 'The status of this order is unknown. Perhaps nothing was sold.',
      help: 'Read the file with columns that you assign yourself, and say which statuses are no sale.',
    },
    'order-contradicts': {
      means: 'This row belongs to an order for which another row names another e-mail address.',
      help: 'Look in your shop who placed the order. The other rows of the order were read.',
    },
  },
  unreadable: {
    'not-found': {
      means: 'The file is no longer there.',
      help: 'It may have been moved or renamed. Choose it again.',
    },
    'no-permission': {
      means: 'You may not open this file.',
      help: 'Close it in other programs, or copy it to your own folder and choose the copy.',
    },
    empty: { means: 'The file is empty.', help: 'Make the export again.' },
    'no-text': {
      means:
        'This is no CSV file but {about, select, excel {an Excel workbook} zip {a zip file} pdf {a PDF} image {a picture} folder {a folder} other {another kind of file}}.',
      help: '{about, select, excel {Open it in Excel and choose Save as: CSV UTF-8.} zip {Unpack it and choose the CSV files inside.} other {Choose the CSV that your shop or mailing tool made.}}',
    },
    'wrong-encoding': {
      means: 'Line {line} holds characters that do not belong to the chosen text encoding.',
      help: 'Choose another encoding and check that names with accents look right. If it stays wrong, make the export again as UTF-8.',
    },
    'no-header': {
      means: 'There is no row with names of columns above the table.',
      help: 'Export with column names, or put a first row above it yourself, for example: E-mail, Name, Date.',
    },
    'no-rows': {
      means: 'There is nothing below the column names.',
      help: 'Check that the export held orders or people.',
    },
    'unbalanced-quotes': {
      means: 'The quotation marks do not match from line {line} on.',
      help: 'Nothing was read in. Make the export again and do not open it in another program in between. Or correct that line: a quotation mark inside a text is written twice.',
    },
    'cell-too-long': {
      means: 'A cell that starts on line {line} is longer than a million characters.',
      help: 'Usually a quotation mark there is never closed. Nothing was read in. Make the export again.',
    },
    'too-many-columns': {
      means: 'The file has {about} columns. That is more than this program reads.',
      help: 'Export only the columns you need, or check the separator.',
    },
    'cut-off': {
      means: 'The file stops in the middle of a row.',
      help: 'Nothing was read in, because people may be missing. Download the export again.',
    },
    'wrong-columns': {
      means: 'The column “{about}” is missing.',
      help: 'This is probably another export than the one chosen. Say yourself what each column means.',
    },
    'not-json': { means: 'This file is no valid JSON.', help: 'Choose the file that Mailbewijs made.' },
    'not-a-setup': {
      means: 'This is no settings file of Mailbewijs.',
      help: 'Choose a file that you made with “Save settings”.',
    },
    'not-evidence': {
      means: 'This is no evidence file of Mailbewijs.',
      help: 'Choose the folder or the evidence.json of an evidence file.',
    },
  },
  warnings: {
    'everybody-says-yes': {
      means: 'Everybody in this file said yes to advertising.',
      help: 'That is unusual: such a column was often filled by hand, or the box was ticked beforehand. Check this before you go on.',
    },
    'form-version-missing': {
      means: 'For {count, plural, one {# sale} other {# sales}} it is not known what the form looked like then.',
      help: 'Add the version that was shown then to your forms, with a screenshot.',
    },
    'no-point-chosen': {
      means: 'You did not choose the checkout or form that these people came through.',
      help: 'Without a form you cannot show what people saw. Choose one, or add it first.',
    },
    'statement-column-absent': {
      means: 'The file does not say whether people wanted advertising.',
      help: 'That counts as “nothing said”, not as no and not as yes. If you can, include the column of the box in the export.',
    },
    'zone-assumed': {
      means: '{count, plural, one {# time names} other {# times name}} no time zone.',
      help: 'They were read in {about}. If that is wrong, choose another time zone.',
    },
    'import-not-consent': {
      means:
        'For {count, plural, one {# person} other {# people}} the sign-up time is the moment when the list was put into the mailing tool.',
      help: 'That is no proof of consent. Find the earlier sign-up, or ask for consent again on your site or in your shop.',
    },
    'consent-without-date': {
      means: '{count, plural, one {# consent has} other {# consents have}} no date.',
      help: 'Without a date consent cannot be shown. Export with the columns of the sign-up moment.',
    },
    'marketplace-addresses': {
      means: '{count, plural, one {# address belongs} other {# addresses belong}} to a marketplace.',
      help: 'The sale is recorded, but advertising to such an address is not allowed.',
    },
    'role-addresses': {
      means:
        '{count, plural, one {# address belongs} other {# addresses belong}} to a department or a system, such as info@ or no-reply@.',
      help: 'The same rules hold for them as for other addresses. Check that they belong on your list.',
    },
    'products-without-family': {
      means: '{count, plural, one {# product belongs} other {# products belong}} to no product group yet.',
      help: 'Assign them under Product groups. Until then a sale of them cannot count as a sale of something similar.',
    },
    'same-file': {
      means: 'Exactly this file was read in before.',
      help: 'Reading it again adds nothing and takes nothing away.',
    },
    'status-from-file-name': {
      means: 'Whether these people are subscribed or unsubscribed stands only in the name of the file.',
      help: 'Check the chosen status. An unsubscribe that is read as a sign-up will not be noticed later.',
    },
  },
  fields: {
    email: 'E-mail address',
    name: 'Name',
    'first-name': 'First name',
    infix: 'Name prefix',
    'last-name': 'Last name',
    company: 'Company',
    order: 'Order number',
    'order-time': 'Ordered on',
    'order-status': 'Status of the order',
    'cancelled-at': 'Cancelled on',
    payment: 'Status of the payment',
    amount: 'Amount',
    currency: 'Currency',
    sku: 'Article number',
    product: 'Product',
    'product-category': 'Product category',
    vendor: 'Brand or vendor',
    quantity: 'Quantity',
    'packed-lines': 'All order lines in one cell',
    statement: 'Wants advertising (yes or no)',
    objection: 'Wants no advertising (objection)',
    'consent-time': 'Signed up on',
    'consent-text': 'Text shown at sign-up',
    'consent-ip': 'IP address at sign-up',
    'confirm-time': 'Confirmed on',
    'confirm-ip': 'IP address at confirmation',
    status: 'Status on the list',
    'unsubscribe-time': 'Unsubscribed on',
    'unsubscribe-reason': 'Reason for unsubscribing',
    'bounce-time': 'Undeliverable since',
    'complaint-time': 'Complained on',
    source: 'Source',
    language: 'Language',
    'created-at': 'Added on',
  },
  kinds: {
    orders: { name: 'Orders', about: 'Each row is an order or a line of one.' },
    members: { name: 'People on a mailing list', about: 'Sign-ups and unsubscribes from a mailing tool or form.' },
    suppressions: {
      name: 'People who want no mail',
      about: 'Each row is an unsubscribe, a complaint or an undeliverable address.',
    },
    contacts: { name: 'Customers or contacts', about: 'Addresses without proof of consent.' },
  },
  listStatuses: {
    subscribed: 'Subscribed',
    unsubscribed: 'Unsubscribed',
    cleaned: 'Undeliverable',
    'non-subscribed': 'Never subscribed',
  },
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 (little-endian)',
    'utf-16be': 'UTF-16 (big-endian)',
    'windows-1252': 'Windows-1252 (Western European)',
  },
  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' },
  profiles: {
    'shopify-orders': {
      name: 'Shopify, orders',
      proves:
        'Shows who bought what and when, and what “Accepts Marketing” said when the order was placed. Does not show what your checkout said, and “no” does not mean that the person could object: add a screenshot of the checkout for that.',
    },
    'woocommerce-advanced-order-export': {
      name: 'WooCommerce, orders (Advanced Order Export)',
      proves:
        'Shows who bought what and when. WooCommerce itself keeps no box for advertising: put the column of your newsletter plug-in in the export, and add a screenshot of the checkout.',
    },
    'woocommerce-customer-order-export': {
      name: 'WooCommerce, orders (Customer / Order / Coupon Export)',
      proves:
        'Shows who bought what and when, with all order lines. Says nothing of a box for advertising: add a screenshot of the checkout.',
    },
    mailchimp: {
      name: 'Mailchimp, people on a list',
      proves:
        'Shows when and from which IP address somebody signed up and confirmed, where those columns are filled. Where they are empty the list was once imported, and the date shows no consent. The text of the form is not in it. Unsubscribes are shown: read in the file with “unsubscribed” in its name as well.',
    },
  },
  mapped: {
    name: 'Other file',
    proves:
      'Shows what the columns say that you assign, and no more. The more times, texts and IP addresses it holds, the stronger it is.',
  },
  refusedFile: { line: 'Line', field: 'Column', message: 'What is wrong', help: 'What you can do' },
  listFile: { email: 'E-mail address', name: 'Name' },
} as const satisfies Same<typeof nlFiles>
