/** Files of a large shop for the benchmarks: the same bytes for the same number of rows. */
import { closeSync, openSync, writeSync } from 'node:fs'

export interface Made {
  readonly path: string
  readonly rows: number
  readonly bytes: number
}

const BLOCK = 4_000_000
const NEWEST = Date.UTC(2026, 0, 20)
const SPAN = 900 * 86_400_000

const firstNames = [
  'Marieke',
  'Joost',
  'Fatima',
  'Sander',
  'Lieke',
  'Hanneke',
  'Daan',
  'Wouter',
  'Noor',
  'Renée',
  'Zoë',
]
const lastNames = [
  'Verkuijl',
  'Hofstede',
  'Brouwerszoon',
  'Kuipersma',
  'Oosterveen',
  'Tolkamp',
  'Waterlandt',
  'Hazelaar',
]
const kinds = ['THEE', 'POT', 'KOP', 'ZEEF', 'KOF', 'PROEF']

/** Addresses drawn from this many people give about 290,000 distinct ones in a million rows. */
const peopleIn = (rows: number): number => Math.max(10, Math.round(rows * 0.36))

const shopifyHeader =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing City,Billing Zip,Billing Country,Shipping Name,Shipping Street,Shipping City,Shipping Zip,Shipping Country,Notes,Cancelled at,Payment Method,Refunded Amount,Vendor,Id'

/**
 * Shopify's order export: 40 columns, UTF-8, one to three rows an order, blank order columns on the rows after the
 * first, notes with quotes and line ends in them; about 428 bytes a row.
 */
export function shopifyOrders(path: string, rows: number): Made {
  const random = chance(1)
  const people = peopleIn(rows)
  let order = 1000
  let left = 0
  let email = ''
  let at = ''
  return writeRows(path, rows, `${shopifyHeader}\n`, 'utf8', (row) => {
    const product = Math.floor(random() * 400)
    const sku = `${kinds[product % kinds.length]}-${product}`
    const item = `${1 + (product % 3)},"Product ${product} - maat ${product % 7}, los",${(product % 90) + 5}.95,,${sku},true,true,fulfilled`
    const id = 5_600_000_000_000 + row
    if (left > 0) {
      left--
      return `#${order},${email},,,,,,,,,,,,,,${at},${item},,,,,,,,,,,,,,,De Gouden Ketel,${id}\n`
    }
    order++
    left = Math.floor(random() ** 2 * 3)
    const person = Math.floor(random() * people)
    const name = nameOf(person)
    email = addressOf(person)
    at = `${clockOf(NEWEST - Math.floor(random() * SPAN))} +0100`
    const street = `Voorbeeldstraat ${person % 300}`
    const where = `${name},${street},Voorbeeldstad,'0000 AB,NL`
    const marketing = random() < 0.6 ? 'yes' : 'no'
    return `#${order},${email},paid,${at},fulfilled,${at},${marketing},EUR,54.90,4.95,4.53,59.85,,0.00,Pakketpost,${at},${item},${where},${where},${noteOf(row)},,iDEAL,0.00,De Gouden Ketel,${id}\n`
  })
}

const wooHeader =
  '"Order Number";"Order Status";"Order Date";"First Name (Billing)";"Last Name (Billing)";"Company (Billing)";"City (Billing)";"Country Code (Billing)";"Email (Billing)";"Item #";SKU;Name;Quantity;"Item Cost";"Order Total Amount"'

/** Advanced Order Export for WooCommerce, narrow: 15 columns, windows-1252, semicolons, CRLF; about 148 bytes a row. */
export function wooOrders(path: string, rows: number, people = peopleIn(rows)): Made {
  const random = chance(2)
  let order = 1000
  let left = 0
  let head = ''
  let item = 0
  return writeRows(path, rows, `${wooHeader}\r\n`, 'latin1', () => {
    if (left > 0) {
      left--
      item++
    } else {
      order++
      item = 1
      left = Math.floor(random() ** 2 * 3)
      const person = Math.floor(random() * people)
      const at = clockOf(NEWEST - Math.floor(random() * SPAN)).slice(0, 16)
      const [first = '', last = ''] = nameOf(person).split(' ')
      head = `${order};Voltooid;"${at}";${first};${last};;Voorbeeldstad;NL;${addressOf(person)}`
    }
    const product = Math.floor(random() * 400)
    return `${head};${item};${kinds[product % kinds.length]}-${product};"Product ${product} ""maat ${product % 7}""";1;${(product % 90) + 5},95;59,85\r\n`
  })
}

const memberHeader =
  'Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS'

/** Mailchimp's audience export: one row a person, each subscribed and confirmed. */
export function members(path: string, rows: number): Made {
  const random = chance(3)
  return writeRows(path, rows, `${memberHeader}\n`, 'utf8', (row) => {
    const [first = '', last = ''] = nameOf(row).split(' ')
    const time = NEWEST - Math.floor(random() * SPAN)
    const at = clockOf(time)
    return `${addressOf(row)},${first},${last},3,${at},192.0.2.${row % 250},${clockOf(time + 240_000)},192.0.2.${row % 250},52.1,5.3,1,2,Europe/Amsterdam,NL,UT,${at},${400_000_000 + row},${(row * 7919).toString(16)},,\n`
  })
}

function writeRows(
  path: string,
  rows: number,
  header: string,
  encoding: 'utf8' | 'latin1',
  rowOf: (row: number) => string,
): Made {
  const file = openSync(path, 'w')
  let block = header
  let bytes = 0
  for (let row = 0; row < rows; row++) {
    block += rowOf(row)
    if (block.length < BLOCK) continue
    bytes += writeSync(file, Buffer.from(block, encoding))
    block = ''
  }
  bytes += writeSync(file, Buffer.from(block, encoding))
  closeSync(file)
  return { path, rows, bytes }
}

function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const nameOf = (person: number): string =>
  `${firstNames[person % firstNames.length]} ${lastNames[(person >> 3) % lastNames.length]}`
const addressOf = (person: number): string =>
  `${firstNames[person % 7]?.toLowerCase()}.${(person * 7919 + 13).toString(36)}@post${person % 40}.example.org`
const clockOf = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ')

const filler = 'Graag bij de buren afgeven als er niemand thuis is, en anders in de schuur zetten. '
const noteOf = (row: number): string =>
  row % 4 === 0 ? `"${filler}Zeg er ""dank je wel"" bij,\r\nen bel aan. ${filler}"` : `"${filler}${filler}"`
