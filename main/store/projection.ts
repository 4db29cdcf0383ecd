/** What follows from an event for the tables of contacts. The same for a new event and for a rebuild. */
import type { EventType, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { type ContactReader, type ContactWriter, marks } from './contacts.ts'
import type { EventReader } from './events.ts'
import { type Keys, keysOf } from './keys.ts'
import type { Sqlite } from './sqlite.ts'
import type { Undone, UndoneRange } from './undone.ts'

/** The bits of `contact.marks` that an event sets. */
export function marksOf(type: EventType, body: object): number {
  switch (type) {
    case 'sale': {
      const { payment } = body as { payment?: string }
      return payment === 'void' || payment === 'refunded' ? marks.sale | marks.undone : marks.sale
    }
    case 'donation':
    case 'membership':
      return marks.sale
    case 'sale-cancelled':
    case 'sale-refunded':
    case 'correction':
      return marks.undone
    case 'objection':
    case 'consent-withdrawn':
    case 'spam-complaint':
      return marks.objection
    case 'consent-given':
      return marks.consent
    case 'bounce':
      return (body as { hard: boolean }).hard ? marks.unmailable : 0
    case 'holder-disputed':
      return marks.unmailable
    default:
      return 0
  }
}

/** When the event counts as a sale: its time; else null. */
export const saleTime = (type: EventType, from: number): number | null =>
  (marksOf(type, {}) & marks.sale) === 0 ? null : from

export type Project = (event: RegisterEvent) => void

interface Known {
  readonly contacts: ContactReader
  readonly events: EventReader
  readonly undone: Undone
}

export function projection(
  sqlite: Sqlite,
  { contacts: reader, events, undone }: Known,
  writer: ContactWriter,
): Project {
  const suppress = sqlite.write<[number, string, string, number]>(
    'INSERT INTO suppression (seq, narrow, wide, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const addMailing = sqlite.write<[number, number]>(
    'INSERT INTO mailing (id, seq) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )

  const knowAddress = (contact: number, written: string): void => {
    const { narrow, wide } = keysOf(written)
    const record = reader.get(contact)
    if (!record || record.narrow === narrow || reader.addresses(contact).some((one) => one.narrow === narrow)) return
    writer.addAddress(contact, narrow, wideOrNull({ narrow, wide }), written)
  }

  return (event) => {
    if (event.type === 'import-undone') {
      const gone = undone.all().filter(({ at }) => at <= Date.parse(event.recorded))
      const own = gone.find((range) => range.import === event.body.import)
      if (!own) return
      const remark = remarker(events, writer)
      for (const contact of events.contactsIn(own.first, own.last)) remark(contact, event.seq, gone)
    }
    if (event.type === 'mailing-defined') addMailing(event.body.id, event.seq)
    const { contact } = event
    if (contact === undefined) return
    if (event.type === 'erased') {
      const since = Date.parse(event.recorded)
      suppress(event.seq, event.body.narrow, event.body.wide, since)
      if (event.body.whole === true) writer.bury(contact, since)
      return
    }
    const bits = marksOf(event.type, event.body)
    const sale = saleTime(event.type, Date.parse(event.occurred.from))
    const known = reader.get(contact)
    if (!known) {
      if (event.address === undefined)
        throw new Error(`event ${event.seq} is the first of a contact without an address`)
      const keys = keysOf(event.address)
      writer.add(
        {
          id: contact,
          narrow: keys.narrow,
          wide: wideOrNull(keys),
          address: event.address,
          name: event.name ?? '',
          marks: bits,
          last_sale: sale,
        },
        Date.parse(event.recorded),
      )
    } else {
      if (bits !== 0) writer.mark(contact, bits, sale)
      if (event.address !== undefined) knowAddress(contact, event.address)
      if (event.name !== undefined && event.name !== '' && event.name !== known.name) {
        writer.rename(contact, event.name, known.address)
      }
    }

    if (event.type === 'address-changed') {
      const record = reader.get(contact)
      if (!record) return
      writer.addAddress(contact, record.narrow, record.wide, record.address)
      const keys = keysOf(event.body.to)
      writer.readdress(contact, keys.narrow, wideOrNull(keys), event.body.to, record.name)
    }
    if (event.type === 'merged') writer.merge(contact, event.body.with)
    if (event.type === 'split') writer.split(contact, event.body.from)
  }
}

/** Marks and last sale of a contact from what still counts, up to the event with a number. */
export function remarker(events: EventReader, writer: ContactWriter) {
  return (contact: number, upTo: number, gone: readonly UndoneRange[]): void => {
    let bits = 0
    let last: number | null = null
    for (const { event } of events.ofContact(contact)) {
      if (event.seq > upTo) continue
      const stands = !gone.some(({ first, last: end }) => first <= event.seq && event.seq < end)
      const own = marksOf(event.type, event.body)
      bits |= stands ? own : own & marks.objection
      const sale = stands ? saleTime(event.type, Date.parse(event.occurred.from)) : null
      if (sale !== null && (last === null || sale > last)) last = sale
    }
    writer.remark(contact, bits, last)
  }
}

export const wideOrNull = ({ narrow, wide }: Keys): string | null => (wide === narrow ? null : wide)
