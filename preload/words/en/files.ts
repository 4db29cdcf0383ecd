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
        'This is no table that can be read but {about, select, excel {an old or protected Excel workbook} opendocument {an OpenDocument file} zip {a zip file in a zip file} pdf {a PDF} image {a picture} folder {a folder} other {another kind of file}}.',
      help: '{about, select, excel {Open it in Excel and choose Save as: Excel workbook (.xlsx), without a password.} opendocument {Open it in LibreOffice and choose Save as: Excel 2007 (.xlsx) or CSV.} zip {Unpack it and choose the files inside.} other {Choose the CSV that your shop or mailing tool made.}}',
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
      means: 'Missing in this file: {about}.',
      help: 'Nothing was read in. Perhaps it is another export than last time, or the column has another name now. Export again with this column, or say yourself what each column means.',
    },
    'dates-ambiguous': {
      means: 'The dates in {about} can be read in two ways: day and month, or month and day.',
      help: 'Nothing was read in. Say which order is right. Look up an order whose date you know, for example.',
    },
    damaged: {
      means: 'This file is damaged.',
      help: 'Nothing was read in. Download the export again. If it does open in Excel, save it there as CSV UTF-8.',
    },
    'too-big': {
      means: 'Unpacked, this file grows bigger than any export is.',
      help: 'Nothing was read in. If you do not trust the sender, delete the file. Otherwise save it as CSV, or export a shorter period.',
    },
    protected: {
      means: 'This file is protected by a password.',
      help: 'Remove the password in the other program, or unpack it yourself and choose the file inside.',
    },
    'no-table': {
      means:
        '{about, select, none {There is no table in this file.} other {The sheet or file “{about}” is not in it.}}',
      help: 'Choose a CSV file, an Excel workbook (.xlsx) or a zip file that holds them.',
    },
    'not-a-mapping': {
      means: 'This is no column layout of Mailbewijs.',
      help: 'Choose a file that a colleague made with “Save column layout”.',
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
    'words-unknown': {
      means: '{count, plural, one {# row has} other {# rows have}} a word about mail that we do not know: {about}.',
      help: 'It counts as no answer. If it is an opt-out, go back and add it to the words that mean “no”; otherwise it is lost.',
    },
    'form-version-missing': {
      means:
        'For {count, plural, one {# sale or sign-up} other {# sales or sign-ups}} it is not known what the form looked like then.',
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
    'consent-without-category': {
      means: 'For {count, plural, one {# consent} other {# consents}} no category of mail was named.',
      help: 'Without a category no mailing may rest on it. Go back to the questions and choose what was promised at the sign-up. If you do not know, leave it open.',
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
    'dates-in-future': {
      means:
        '{count, plural, one {One row has} other {# rows have}} a date in the future, and {count, plural, one {is} other {are}} refused.',
      help: 'See whether day and month are the wrong way round, and whether the clock of this computer is right.',
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
    contacts: {
      name: 'Customers or contacts',
      about: 'Addresses of your own records. A bare “yes” beside them proves little.',
    },
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
  quotes: { '"': 'double quotation marks', "'": 'single quotation marks', none: 'none' },
  ambiguousDates: {
    means: 'In {about} every date can be read in two ways: day and month, or month and day.',
    help: 'Choose which order is right. Look up an order whose date you know, for example.',
  },
  dateOrders: {
    iso: 'year-month-day',
    'day-month-year': 'day-month-year',
    'month-day-year': 'month-day-year',
    'year-month-day': 'year-month-day',
  },
  withheld: {
    means: '{about} {count, plural, one {is} other {are}} neither read nor kept.',
    help: 'They hold what no proof needs: notes, payment data or hashes of passwords. Instead of the file itself a copy without those columns is kept.',
  },
  sheet: { one: 'Sheet', hidden: 'Hidden sheet', file: 'File' },
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
    'shopify-customers': {
      name: 'Shopify, customers',
      proves:
        'Proves that these people are in your shop and what e-mail marketing says now. There is no date, text or IP address: a bare “yes” is no proof of consent. Read your orders in as well.',
    },
    'woocommerce-customers': {
      name: 'WooCommerce, customers (Analytics)',
      proves:
        'Proves that these people are in your shop and since when. Says nothing about advertising: WooCommerce does not keep that. Who bought what stands in the export of your orders.',
    },
    'magento-customers': {
      name: 'Magento 2, customers',
      proves:
        'Proves that these people have an account and since when. Says nothing about advertising. This file holds hashes of passwords: they are neither read nor kept. Delete the file yourself afterwards.',
    },
    'magento-orders': {
      name: 'Magento 2, orders',
      proves:
        'Proves who bought when and for how much, but not what: the products are not in it. Switch on the column “Customer Email” in Magento before you export. Says nothing about advertising.',
    },
    'magento-newsletter': {
      name: 'Magento 2, newsletter',
      proves:
        'Proves who unsubscribed. Of sign-ups there is only a status: no date, no text, no IP address. That alone is no proof of consent.',
    },
    'prestashop-newsletter': {
      name: 'PrestaShop, newsletter',
      proves:
        'Proves when somebody signed up. The text of the form and the IP address are not in it: add a screenshot of the form as it was then.',
    },
    'prestashop-customers': {
      name: 'PrestaShop, customers',
      proves:
        'Proves that these people have an account and whether the newsletter is on or off now (1 or 0). There is no date or text with that tick, so it is no proof of consent by itself. Offers of partners are not read.',
    },
    'lightspeed-customers': {
      name: 'Lightspeed eCom, customers',
      proves:
        'Proves that these people are in your shop and since when. Says nothing about advertising: newsletter subscribers are in an export of their own.',
    },
    'shopware-newsletter': {
      name: 'Shopware 6, newsletter',
      proves:
        'Proves who unsubscribed (optOut). With “optIn” somebody confirmed the address and with “direct” not, but there is no date or text: no proof of consent by itself. The code for unsubscribing is not kept.',
    },
    'shopware-customers': {
      name: 'Shopware 6, customers',
      proves: 'Proves that these people are in your shop. Says nothing about purchases and nothing about advertising.',
    },
    'squarespace-orders': {
      name: 'Squarespace, orders',
      proves:
        'Proves who bought what and when. Says nothing about a box for advertising: add a screenshot of the checkout.',
    },
    'wix-contacts': {
      name: 'Wix, contacts',
      proves:
        'Proves who unsubscribed. For whoever is “Subscribed” there is no date, text or IP address: no proof of consent by itself. Only the first e-mail address of a person is read.',
    },
    'etsy-items': {
      name: 'Etsy, sold items',
      proves:
        'There are no e-mail addresses in this file: Etsy does not give them. Every row is therefore refused. Buyers at Etsy are the marketplace’s customers and may not be mailed advertising this way.',
    },
    'etsy-orders': {
      name: 'Etsy, orders',
      proves:
        'There are no e-mail addresses in this file: Etsy does not give them. Every row is therefore refused. Buyers at Etsy are the marketplace’s customers and may not be mailed advertising this way.',
    },
    'bol-orders': {
      name: 'bol, orders',
      proves:
        'Proves who bought what and when through bol. The address is bol’s and not the buyer’s: advertising to it is not allowed. Where somebody asked to cancel, the row does not count as a sale.',
    },
    'amazon-orders': {
      name: 'Amazon, orders',
      proves:
        'Proves who bought what and when through Amazon. The address is Amazon’s and not the buyer’s: advertising to it is not allowed.',
    },
    klaviyo: {
      name: 'Klaviyo, people on a list',
      proves:
        'Proves when consent last changed, where that time is filled in. The text of the form is not in it, and the IP address is that of the last visit and does not count. Whoever is suppressed (Email Suppressions) gets no mail, even where it says SUBSCRIBED.',
    },
    'klaviyo-suppressions': {
      name: 'Klaviyo, suppressions',
      proves: 'Proves who must get no more mail, since when and why. Always read this file in beside the list itself.',
    },
    brevo: {
      name: 'Brevo, contacts',
      proves:
        'Proves who is on the blacklist: those people get no mail. OPT_IN and DOUBLE_OPT-IN only say yes or no, without time, text or IP address: no proof of consent by itself.',
    },
    activecampaign: {
      name: 'ActiveCampaign or MailBlue',
      proves:
        'Proves when and from which IP address somebody was added, where the IP address is filled in. Where it is empty, somebody put the person on the list and the date proves no consent. The text of the form is not in it. Unsubscribes are proved, but without a date.',
    },
    listmonk: {
      name: 'listmonk',
      proves:
        'Proves who is blocklisted: that counts as an objection. “enabled” says nothing about a sign-up: whether somebody confirmed stands with the list in listmonk and not in this file.',
    },
    kit: {
      name: 'Kit (ConvertKit)',
      proves:
        'Proves who unsubscribed (cancelled) or complained. With “active” there is only when somebody was added, not how, and no text or IP address: no proof of consent by itself.',
    },
    beehiiv: {
      name: 'beehiiv and the like',
      proves:
        'Proves who unsubscribed and when. For whoever is “active” there is only when they were added: no proof of consent by itself.',
    },
    substack: {
      name: 'Substack',
      proves:
        'Proves who switched e-mail off (email_disabled): that counts as an objection. A paid subscription says nothing about advertising. There is no text or IP address.',
    },
    hubspot: {
      name: 'HubSpot, contacts',
      proves:
        'Proves who unsubscribed from everything. “Freely given consent from contact” is what somebody chose in HubSpot, without time or text: no proof of consent by itself. “Marketing contact” is about HubSpot’s bill and does not count.',
    },
    'gravity-forms': {
      name: 'Gravity Forms, entries',
      proves:
        'Proves who sent a form, when and from which IP address, and which text stood beside the box. No other export has stronger proof. Add a screenshot of the form to show what it looked like.',
    },
    'flamingo-contacts': {
      name: 'Flamingo, address book',
      proves:
        'Proves only that somebody once sent a form on your site. Does not say which form, when, or that somebody wanted advertising.',
    },
    'flamingo-messages': {
      name: 'Flamingo, messages',
      proves:
        'Proves who sent a form and when, and whether the newsletter box was ticked where that field is in it. A question through a contact form is no consent. The text beside the box is not in it: add a screenshot.',
    },
    'suppression-list': {
      name: 'List of unsubscribes and blocks',
      proves: 'Proves who must get no more mail, and where it says so since when and why. Always read such a list in.',
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
