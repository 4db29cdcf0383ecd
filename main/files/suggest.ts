/** What an unknown file's columns probably mean, by likeness of their names and by what stands in them. */
import type { DateOrder, Field, FileKind, Mapping } from '../../preload/contract/vocabulary/import.ts'
import { cleaned } from './cells.ts'
import { timeReader } from './dates.ts'
import { noWords, yesWords } from './plan.ts'
import { addresses } from './rows.ts'
import { memberStateOf, orderStateOf } from './statuses.ts'
import { veilOf } from './veil.ts'
import { zoneOf } from './zone.ts'

type Sample = readonly (readonly string[])[]

/**
 * Most telling first: the first pattern that fits a column's name gives its field; a field is given once, to the
 * column whose pattern is stronger. Names are compared in lower case with blanks for `-` and `_`.
 */
const names: readonly (readonly [RegExp, Field])[] = [
  [
    /^(?:e ?mail(?: ?adres(?:se)?)?|email address|customer email|billing email|buyer email|emailadres|mailadres)$/u,
    'email',
  ],
  [
    /^(?:email|e mail)\b(?!.*(?:status|consent|subscriber|suppress|marketing|blacklist|type|opt|disabled))|e ?mail ?adres|\(email\)/u,
    'email',
  ],
  [/voorvoegsel|tussenvoegsel|preposition|infix|^insertion$/u, 'infix'],
  [/voornaam|first ?name|firstname|given name|^vorname$|^pr[ée]nom$/u, 'first-name'],
  [/achternaam|last ?name|lastname|surname|family name|^nachname$/u, 'last-name'],
  [
    /^(?:naam|name|full ?name|volledige naam|klant ?naam|klant|customer ?name|customer|billing name|bill to name|contactpersoon|buyer name)$/u,
    'name',
  ],
  [/bedrijfsnaam|bedrijf|company|organi[sz]atie|organi[sz]ation|^firma$/u, 'company'],
  [/^(?:order ?(?:nummer|number|nr\.?)|bestel ?nummer)$/u, 'order'],
  [
    /^(?:order ?(?:nummer|number|nr|no|id|name)?\.?|bestel ?nummer|bestelling|bestel ?nr|ordernr|factuur ?nummer|invoice number|reference|increment id)$/u,
    'order',
  ],
  [/cancel(?:l?ed)?(?: ?(?:at|date|on|op))$|geannuleerd op|annuleer ?datum/u, 'cancelled-at'],
  [
    /^(?:order|purchase|bestel|sale) ?(?:date|datum|time|tijd|moment)|besteldatum|besteld op|purchase date|orderdatum|^created at$|aankoopdatum|datum bestelling/u,
    'order-time',
  ],
  [/^(?:order|bestel) ?status|financial status|annuleringsverzoek/u, 'order-status'],
  [/betaal ?status|payment ?status|betaling/u, 'payment'],
  [
    /^(?:total|totaal|order ?total|bedrag|amount|grand total.*|totaalbedrag|prijs totaal|order total amount)$/u,
    'amount',
  ],
  [/currency|valuta|munteenheid/u, 'currency'],
  [/^(?:sku|artikel ?(?:nummer|nr|code)|lineitem sku|item sku|ean|referentie|product ?(?:code|id|nummer))$/u, 'sku'],
  [/categor/u, 'product-category'],
  [
    /product ?titel|product ?na(?:am|me)|lineitem name|item name|^product$|^artikel$|omschrijving|artikel ?naam|^item$/u,
    'product',
  ],
  [/line items|orderregels/u, 'packed-lines'],
  [/^(?:vendor|merk|brand|leverancier)$/u, 'vendor'],
  [/^(?:aantal|quantity|qty|lineitem quantity|quantity purchased|item quantity)$/u, 'quantity'],
  [/consent text|toestemmings?tekst|\(text\)|wording/u, 'consent-text'],
  [/(?:confirm|bevestig|activat)\w*.*\bip\b/u, 'confirm-ip'],
  [/^confirm.*(?:time|date|at$)|bevestigd op|confirmed at|bevestigingsdatum|activated/u, 'confirm-time'],
  [/(?:opt ?in|signup|aanmeld|user|^)\W*ip\b(?: ?(?:address|adres))?|^ip ?(?:address|adres)$/u, 'consent-ip'],
  [
    /unsub\w*(?: ?(?:time|date|at|on))|opt ?out ?(?:date|time)|uitgeschreven op|afgemeld op|afmeld ?datum|uitschrijf ?datum|ingetrokken op|withdrawn (?:on|at)/u,
    'unsubscribe-time',
  ],
  [
    /consent timestamp|opt ?in ?(?:time|date|datum|at)|(?<!un)subscribed (?:on|at)|ingeschreven op|aangemeld op|aanmeld ?datum|inschrijf ?datum|signup (?:date|time)|entry date|toestemming(?:s ?datum| op)/u,
    'consent-time',
  ],
  [/unsub\w* reason|suppression ?reason|opt ?out ?type|^reason$|^reden$|afmeldreden/u, 'unsubscribe-reason'],
  [/bounce\w*.*(?:time|date|at$)|bounced|clean time/u, 'bounce-time'],
  [/complain\w*|klacht/u, 'complaint-time'],
  [
    /bezwaar|verzet|suppress|opt ?out|blacklisted|geen mail|mail disabled|do ?not ?(?:mail|email|contact)|unsubscribed from all|niet mailen/u,
    'objection',
  ],
  [
    /accepts (?:email )?marketing|marketing(?! (?:contact|source|campaign|title))|nieuwsbrief|newsletter|opt ?in|toestemming|consent|mailing ?lijst|^subscribed$|akkoord/u,
    'statement',
  ],
  [/^status$|subscriber status|subscription status|abonnee ?status|^state$/u, 'status'],
  [/^(?:bron|source|herkomst|source url|kanaal)$/u, 'source'],
  [/^(?:taal|language|locale)$/u, 'language'],
  [
    /created(?! ?(?:in|by)\b)|aangemaakt|^sign ?up$|registration|date added|added time|added on|registered|registratie|geregistreerd|toegevoegd|profile created|^datum$|^date$|timestamp|tijdstip/u,
    'created-at',
  ],
]

export function suggestMapping(name: string, header: readonly string[], sample: Sample): Mapping {
  const columns: { column: string; field: Field }[] = []
  const taken = new Set<Field>()
  const secret = new Set(veilOf(header).columns)
  const found = header.map((column) => ({
    column,
    rank: secret.has(column) ? Number.POSITIVE_INFINITY : rankOf(column),
  }))
  for (const { column, rank } of found.toSorted((one, other) => one.rank - other.rank)) {
    const field = names[rank]?.[1]
    if (field === undefined || column === '' || taken.has(field)) continue
    taken.add(field)
    columns.push({ column, field })
  }
  const order = taken.has('order') ? undefined : orderColumn(columns, header, sample)
  if (order !== undefined) {
    const other = columns.findIndex((one) => one.column === order)
    if (other !== -1) taken.delete(columns.splice(other, 1)[0]?.field as Field)
    taken.add('order')
    columns.push({ column: order, field: 'order' })
  }
  if (!taken.has('email')) {
    const column = header[addressColumn(header, sample)]
    if (column !== undefined) {
      const other = columns.findIndex((one) => one.column === column)
      if (other !== -1) taken.delete(columns.splice(other, 1)[0]?.field as Field)
      columns.push({ column, field: 'email' })
    }
  }
  const kind = kindOf(taken, name)
  const fitted = columns.map(({ column, field }) => ({ column, field: fitting(field, kind, taken) }))
  fitted.sort((one, other) => header.indexOf(one.column) - header.indexOf(other.column))
  return {
    name: name.trim().slice(0, 120) || 'CSV',
    kind,
    columns: fitted,
    dateOrder: dateOrderOf(valuesOf(fitted, header, sample, /time|at$/u)),
    ...wordsOf(valuesOf(fitted, header, sample, /^(?:status|statement)$/u)),
    cancelled: cancelledWords(header, valuesOf(fitted, header, sample, /^(?:order-status|payment)$/u)),
  }
}

/** Statuses that say by themselves that nothing was sold; and bol's `annuleringsverzoek`, which asks ja or nee. */
function cancelledWords(header: readonly string[], values: readonly string[]): string[] {
  const known = [...new Set(values.map(lower))].filter((status) =>
    ['cancelled', 'void', 'draft'].includes(orderStateOf(status) ?? ''),
  )
  return header.some((column) => /annulering/iu.test(column)) ? ['ja', ...known] : known
}

const lower = (text: string): string => text.toLowerCase()

function rankOf(column: string): number {
  const key = column
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
  const rank = names.findIndex(([pattern]) => pattern.test(key))
  return rank === -1 ? Number.POSITIVE_INFINITY : rank
}

function addressColumn(header: readonly string[], sample: Sample): number {
  const counts = header.map((_, place) => sample.filter((row) => addresses.read(row[place] ?? '').valid).length)
  const most = Math.max(0, ...counts)
  return most === 0 ? -1 : counts.indexOf(most)
}

/** Orders whose number stands under a plain name: `Name` beside lines of products (Shopify), `ID` beside a date of purchase. */
function orderColumn(
  columns: readonly { readonly column: string; readonly field: Field }[],
  header: readonly string[],
  sample: Sample,
): string | undefined {
  const ofOrders = columns.some(({ column, field }) =>
    field === 'product'
      ? /^lineitem/iu.test(column)
      : field === 'order-time' && /purchase|order|bestel|aankoop/iu.test(column),
  )
  if (!ofOrders || sample.length === 0) return undefined
  return header.find((column, place) => {
    if (!/^(?:name|naam|id|nr|no|nummer|number)\.?$/iu.test(column)) return false
    return sample.every((row) => /^(?:|#?[\p{L}-]{0,6}\d+)$/u.test(cleaned(row[place] ?? '')))
  })
}

function kindOf(fields: ReadonlySet<Field>, name: string): FileKind {
  if (fields.has('order') && (fields.has('order-time') || fields.has('product') || fields.has('created-at')))
    return 'orders'
  if (fields.has('unsubscribe-reason') || /unsubscri|suppress|afmeld|uitschrijv|blacklist|blocklist/iu.test(name)) {
    return fields.has('consent-time') ? 'members' : 'suppressions'
  }
  const claims: readonly Field[] = ['consent-time', 'consent-ip', 'confirm-time', 'unsubscribe-time', 'status']
  return claims.some((field) => fields.has(field)) ? 'members' : 'contacts'
}

/** One date column serves each kind of file by another name. */
function fitting(field: Field, kind: FileKind, fields: ReadonlySet<Field>): Field {
  if (field === 'created-at' && kind === 'orders' && !fields.has('order-time')) return 'order-time'
  if (field === 'status' && kind === 'orders' && !fields.has('order-status')) return 'order-status'
  if (field === 'created-at' && kind === 'suppressions' && !fields.has('unsubscribe-time')) return 'unsubscribe-time'
  if (field === 'order-time' && kind !== 'orders') return fields.has('created-at') ? field : 'created-at'
  return field
}

function valuesOf(
  columns: Mapping['columns'],
  header: readonly string[],
  sample: Sample,
  fields: RegExp,
): readonly string[] {
  const places = columns.filter(({ field }) => fields.test(field)).map(({ column }) => header.indexOf(column))
  return sample.flatMap((row) => places.map((place) => cleaned(row[place] ?? ''))).filter((cell) => cell !== '')
}

const utc = zoneOf('UTC')

/** The order in which every date of the sample can be read; day first where both can. */
function dateOrderOf(values: readonly string[]): DateOrder {
  if (utc === null || values.length === 0) return 'day-month-year'
  if (values.every((value) => /^\d{4}/u.test(value))) return 'iso'
  const readable = (order: DateOrder) => {
    const read = timeReader(utc, order)
    return values.filter((value) => read(value) !== null).length
  }
  return readable('month-day-year') > readable('day-month-year') ? 'month-day-year' : 'day-month-year'
}

/** The file's own words where they are known, and the usual ones. */
function wordsOf(values: readonly string[]): Pick<Mapping, 'yes' | 'no'> {
  const words = [...new Set(values.map(lower))]
  const yes = words.filter((word) => memberStateOf(word) === 'subscribed')
  const no = words.filter((word) => memberStateOf(word) === 'unsubscribed')
  return { yes: [...new Set([...yesWords, ...yes])], no: [...new Set([...noWords, ...no])] }
}
