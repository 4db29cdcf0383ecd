/** People and companies: lists, histories, answers, and what is entered by hand. */
import type { ContactCard, ContactRow } from '../../preload/contract/endpoints/contacts.ts'
import { err, ok, type Problem } from '../../preload/contract/result.ts'
import type { EventType, HandDraft, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { detailOf, type Entry, type History } from '../domain/history.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { decide } from '../domain/rules/decide.ts'
import { gradeIn, gradeOf } from '../domain/rules/grades.ts'
import { type OrderType, orderOf, orderTypes } from '../domain/rules/orders.ts'
import { statusOf } from '../domain/rules/status.ts'
import { HOUR, instantOf, millisOf } from '../domain/time.ts'
import { type ContactRecord, marks } from '../store/contacts.ts'
import { entryOf } from '../store/histories.ts'
import type { Reading, Store, Writing } from '../store/index.ts'
import { keysOf, readAddress } from '../store/keys.ts'
import { collecting, contactIds, contactStatus } from './contactLists.ts'
import { aloneOf } from './draftAlone.ts'
import { glance, plainMailing } from './glance.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { occurredAt } from './now.ts'
import { saysStop } from './overview.ts'
import { views } from './views.ts'

type ContactHandlers = HandlersOf<'contacts'> & HandlersOf<'events'>

const VIEWS = 16
const FOUND = 12

export function contactService(store: Store, { now }: Surroundings): ContactHandlers {
  const { read, write } = store
  const shown = views<Uint32Array>(VIEWS)
  const historyOf = (contact: ContactRecord): History => read.histories.of(contact, read.histories.group(contact))
  const today = (): Knowledge => read.setups.knowledgeAt(Number.POSITIVE_INFINITY)
  /** Whether an objection stands for any kind of mail; asked only of those who ever made one. */
  const objects = (contact: ContactRecord): boolean => {
    const knowledge = today()
    const at = instantOf(now())
    const history = historyOf(contact)
    return [...knowledge.entities.values()].some(({ key, labels: [label] }) =>
      [...knowledge.categories.keys()].some((category) =>
        saysStop(
          decide({ mailing: plainMailing(key, label?.key ?? '', category, []), at, known: at }, history, knowledge),
        ),
      ),
    )
  }
  const rowsOf = (ids: readonly number[]): ContactRow[] => {
    const status = contactStatus(read, now(), today(), historyOf, read.contacts.isKin)
    return ids.flatMap((id) => {
      const contact = read.contacts.get(id)
      if (!contact) return []
      const { address, name, marks: bits, last_sale: lastSale } = contact
      return [
        {
          id,
          address,
          name,
          status: status(id, bits, lastSale),
          objected: (bits & marks.objection) !== 0 && objects(contact),
          consented: (bits & marks.consent) !== 0,
          lastSale: lastSale === null ? null : instantOf(lastSale),
        },
      ]
    })
  }

  return {
    *'contacts.open'(asked) {
      const ids = yield* contactIds(read, asked, now(), today(), historyOf)
      return ok({ view: shown.open(ids), count: ids.length })
    },
    'contacts.rows': ({ view, from, count }) => {
      const ids = shown.get(view)
      if (!ids) return err({ kind: 'stale', what: 'view' })
      return ok(rowsOf([...ids.subarray(from, from + count)]))
    },
    *'contacts.find'({ text }) {
      return ok(rowsOf(yield* collecting(read.contacts.found.few(text, FOUND))))
    },
    'contacts.byAddress': ({ address }) => {
      const id = read.contacts.owner(keysOf(address).narrow)
      return id === undefined ? missing : cardOf(id)
    },
    'contacts.get': ({ contact }) => cardOf(contact),

    'contacts.timeline': ({ contact, at, known }) => {
      const record = read.contacts.get(contact)
      if (!record) return missing
      return ok(timelineOf(read, record, at === null ? null : millisOf(at), known === null ? null : millisOf(known)))
    },

    'contacts.decide': ({ contact, question }) => {
      const record = read.contacts.get(contact)
      if (!record) return missing
      return ok(decide(question, historyOf(record), read.setups.knowledgeAt(millisOf(question.known))))
    },

    'contacts.glance': ({ contact, ...asked }) => {
      const record = read.contacts.get(contact)
      if (!record) return missing
      return ok(glance(historyOf(record), read.setups.knowledgeAt(millisOf(asked.known)), asked))
    },

    'events.record': ({ contact, draft, by }) => {
      if (contact !== null && !write.contacts.get(contact)) return missing
      const written = draft.address
      if (contact === null && written === undefined) return invalid('draft.address', 'missing')
      for (const [path, address] of addressesIn(draft)) {
        if (!readAddress(address).valid) return invalid(path, 'address')
      }
      const unknown = seqsIn(draft).find((seq) => write.events.get(seq) === null)
      if (unknown !== undefined) return err({ kind: 'missing', what: 'event' })
      const owner = contact ?? write.contacts.owner(keysOf(written as string).narrow) ?? write.contacts.lastId() + 1
      const address = written ?? write.contacts.get(owner)?.address
      const whole = address === undefined ? draft : { ...draft, address }
      const seq = write.act(by, now(), (act) => {
        // The row that the event refers to must stand first; the projection fills the rest.
        const isNew = !write.contacts.get(owner)
        if (isNew) write.sqlite.script('PRAGMA defer_foreign_keys = ON')
        const added = write.append.append(act, whole, owner)
        write.project(write.events.get(added) as RegisterEvent)
        return added
      })
      return ok({ contact: owner, seq, grade: gradeOfDraft(whole, now(), write.setups.knowledgeAt(now())) })
    },

    'events.attach': ({ to, documents, reason, by }) => {
      const seqs = 'seqs' in to ? to.seqs : seqsOfImport(write, to.import, to.type)
      const events = seqs.map((seq) => write.events.get(seq))
      if (events.some((event) => event?.contact === undefined)) return err({ kind: 'missing', what: 'event' })
      const seqsByContact = new Map<number, number[]>()
      for (const event of events) {
        const contact = event?.contact as number
        const known = seqsByContact.get(contact)
        if (known) known.push(event?.seq as number)
        else seqsByContact.set(contact, [event?.seq as number])
      }
      const moment = now()
      write.act(by, moment, (act) => {
        for (const [contact, attached] of seqsByContact) {
          const draft = { occurred: occurredAt(moment), via: 'system', documents, type: 'evidence-attached' } as const
          const body = { to: attached }
          write.append.append(act, { ...draft, ...(reason === null ? {} : { reason }), body }, contact)
        }
      })
      return ok({ contacts: seqsByContact.size, events: seqs.length })
    },

    'contacts.merge': ({ contact, with: other, reason, by }) => {
      if (contact === other) return invalid('with', 'same')
      if (!write.contacts.get(contact) || !write.contacts.get(other)) return missing
      return ok({ seq: bind({ type: 'merged', body: { with: other } }, contact, reason, by) })
    },

    'contacts.split': ({ contact, from, reason, by }) => {
      if (!write.contacts.mergedWith(contact).includes(from)) return missing
      return ok({ seq: bind({ type: 'split', body: { from } }, contact, reason, by) })
    },

    'events.grade': ({ draft }) =>
      ok({ grade: gradeOfDraft(draft, now(), today()), alone: aloneOf(draft, now(), today()) }),

    'events.get': ({ seq }) => {
      const event = read.events.get(seq)
      return event ? ok(event) : err({ kind: 'missing', what: 'event' })
    },
  }

  /** Records that two contacts are, or are not, one person. */
  function bind(
    what: { type: 'merged'; body: { with: number } } | { type: 'split'; body: { from: number } },
    contact: number,
    reason: string,
    by: string,
  ): number {
    const moment = now()
    return write.act(by, moment, (act) => {
      const seq = write.append.append(act, { ...what, occurred: occurredAt(moment), via: 'system', reason }, contact)
      write.project(write.events.get(seq) as RegisterEvent)
      return seq
    })
  }

  function cardOf(id: number) {
    const contact = read.contacts.get(id)
    return contact ? ok(contactCard(read, contact, now())) : missing
  }
}

/** Who this is, and who else is behind the address. `moment` in milliseconds. */
export function contactCard(reading: Reading, contact: ContactRecord, moment: number): ContactCard {
  const { id, address, name, narrow } = contact
  const group = reading.histories.group(contact)
  const knowledge = reading.setups.knowledgeAt(moment)
  const merged = new Set(reading.contacts.mergedWith(id))
  const same = new Set(reading.contacts.ofNarrow(narrow))
  const wide = new Set(reading.contacts.ofWide(contact.wide ?? narrow))
  const howBound = (other: number) => {
    if (merged.has(other)) return 'merged'
    return same.has(other) ? 'same-address' : wide.has(other) ? 'wide-sibling' : 'further'
  }
  const status = statusOf(reading.histories.of(contact, group), knowledge, moment, moment)
  const dated = reading.events.ofContact(id).filter(({ event }) => event.occurred.precision !== 'unknown')
  const orders = dated.filter(({ event }) => orderTypes.includes(event.type as OrderType))
  const first = (status === 'prospect' ? dated : orders)[0]?.event
  return {
    id,
    address,
    name,
    narrow,
    wide: contact.wide ?? narrow,
    addresses: [...new Set([address, ...reading.contacts.addresses(id).map(({ written }) => written)])],
    kin: group.flatMap((other) => {
      const record = other === id ? undefined : reading.contacts.get(other)
      if (!record) return []
      return [{ id: other, address: record.address, name: record.name, how: howBound(other) } as const]
    }),
    status,
    since: first?.occurred.from ?? null,
  }
}

const missing = err<Problem>({ kind: 'missing', what: 'contact' })
const invalid = (path: string, message: string) => err<Problem>({ kind: 'invalid', issues: [{ path, message }] })

function addressesIn(draft: HandDraft): [string, string][] {
  const found: [string, string][] = []
  if (draft.address !== undefined) found.push(['draft.address', draft.address])
  if (draft.type === 'address-changed') found.push(['draft.body.to', draft.body.to])
  return found
}

/** What an import brought of one type, by sequence number. */
function seqsOfImport({ records, events, shapes, sqlite }: Writing, id: number, type: EventType): number[] {
  const last = records.import(id)?.seq
  const batch = last === undefined ? null : events.get(last)
  if (!batch) return []
  const details = new Set(
    shapes.detailsAfter(0).flatMap(({ id: detail, detail: { type: found } }) => (found === type ? [detail] : [])),
  )
  const fitting = new Set(shapes.after(0).flatMap(({ id: shape, detail }) => (details.has(detail) ? [shape] : [])))
  const rows = sqlite.select<[number, number], { seq: number; shape: number }>(
    'SELECT seq, shape FROM event WHERE seq >= ? AND seq < ? AND contact IS NOT NULL ORDER BY seq',
    ['seq', 'shape'],
  )
  return rows.all(batch.action, batch.seq).flatMap(({ seq, shape }) => (fitting.has(shape) ? [seq] : []))
}

/** Events that a draft refers to. */
function seqsIn(draft: HandDraft): readonly number[] {
  if (draft.type === 'correction') return [draft.body.corrects]
  if (draft.type === 'evidence-attached') return draft.body.to
  if (draft.type === 'consent-confirmed') return draft.body.confirms === null ? [] : [draft.body.confirms]
  return []
}

function gradeOfDraft(draft: HandDraft, recorded: number, knowledge: Knowledge) {
  const from = Date.parse(draft.occurred.from)
  return gradeOf({ detail: detailOf(draft), from, to: Date.parse(draft.occurred.to), recorded }, knowledge)
}

/** The timeline of a contact and of those behind the same address, up to a moment, as known at a moment. */
export function timelineOf(reading: Reading, contact: ContactRecord, at: number | null, known: number | null) {
  const knowledge = reading.setups.knowledgeAt(known ?? Number.POSITIVE_INFINITY)
  const group = reading.histories.group(contact)
  const events = group.flatMap((id) => reading.events.ofContact(id).map(({ event }) => event))
  const seen = events
    .filter((event) => known === null || Date.parse(event.recorded) <= known)
    .filter((event) => at === null || Date.parse(event.occurred.from) <= at)
    .sort((one, other) => Date.parse(one.occurred.from) - Date.parse(other.occurred.from) || one.seq - other.seq)
  const corrected = new Set(seen.flatMap((event) => (event.type === 'correction' ? [event.body.corrects] : [])))
  const files = new Map(reading.records.imports().map(({ id, seq }) => [id, seq]))
  const late = knowledge.policy.late_record_hours * HOUR
  const history = reading.histories.of(contact, group)
  const end = Number.MAX_SAFE_INTEGER

  return seen.map((event) => {
    const entry = entryOf(event, event.contact ?? contact.id)
    const batch = event.source ? reading.events.get(files.get(event.source.import) ?? -1) : null
    return {
      event,
      grade: gradeIn(entry, history, knowledge, at ?? end, known ?? end),
      form: formOf(entry, knowledge),
      families: familiesOf(event, knowledge),
      carried: carriedBy(entry, knowledge),
      late: entry.recorded - entry.to > late,
      corrected: corrected.has(event.seq),
      file: batch?.type === 'import-batch' ? batch.body.file : null,
    }
  })
}

/** What an order's form carried beside the order: consent, refusal, objection. */
function carriedBy(entry: Entry, knowledge: Knowledge) {
  if (!orderTypes.includes(entry.detail.type as OrderType)) return null
  const { collection } = orderOf(entry as Entry<OrderType>, knowledge)
  const { agreed, refused, objected, offered, outcome } = collection
  return {
    offered,
    outcome,
    consents: [...new Set(agreed.flatMap(({ categories }) => categories))],
    refused: refused === null ? null : [...refused],
    objected,
  }
}

function formOf({ detail, from, to }: Entry, knowledge: Knowledge) {
  const { point = null, version = null } = detail.body as { point?: string | null; version?: string | null }
  if (point === null) return null
  const key = version ?? knowledge.formAt(point, from, to)?.key
  return key === undefined ? null : { point, version: key }
}

function familiesOf(event: RegisterEvent, knowledge: Knowledge): string[] {
  if (event.type !== 'sale' && event.type !== 'membership') return []
  return [...new Set(event.body.lines.flatMap((line) => knowledge.familyOf(line) ?? []))]
}
