/** From what is in hand (an address, the message complained of, a reference) to what a dossier needs, and what lacks. */
import { readFileSync, statSync } from 'node:fs'
import type { Answer } from '../../preload/contract/contract.ts'
import { err, ok } from '../../preload/contract/result.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { DAY, instantOf, millisOf } from '../domain/time.ts'
import { type Complained, readComplaint } from '../files/complaint.ts'
import { longestMessage } from '../files/message.ts'
import type { ContactRecord } from '../store/contacts.ts'
import type { Reading, Store } from '../store/index.ts'
import { keysOf } from '../store/keys.ts'
import { mailingOf } from './definedMailing.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { eventsOfTypes } from './ofTypes.ts'
import { contentOf } from './personEvidence.ts'

type Handler = Pick<HandlersOf<'evidence'>, 'evidence.collect'>
type Collected = Answer<'evidence.collect'>
type Candidate = Collected['mailings'][number]

/** Further from the message than this a list is hardly the one it went out with. */
const NEAR = 14 * DAY

export function collecting({ read }: Store, { pathOf, now }: Surroundings): Handler {
  return {
    async *'evidence.collect'({ address, message, reference, contact: meant }) {
      yield { step: 'collecting', done: 0, total: null }
      const path = message === null ? null : pathOf(message)
      if (message !== null && path === null) return err({ kind: 'missing', what: 'grant' })
      let complained: Complained | null = null
      if (path !== null) {
        const size = sizeOf(path)
        if (size === null) return err({ kind: 'unreadable', code: 'not-found', line: null, about: null })
        if (size > longestMessage) return err({ kind: 'unreadable', code: 'too-big', line: null, about: null })
        const parsed = await readComplaint(readFileSync(path))
        if (!parsed.ok) return parsed
        complained = parsed.value
      }
      const requests = reference === null ? [] : yield* requestsWith(read, reference)
      const found = contactsFor(read, address, complained, requests)
      const contact = found.find(({ id }) => id === meant) ?? found[0] ?? null
      const mailings = contact === null ? [] : candidates(read, contact, complained)
      const best = mailings[0] ?? null
      const at = complained?.sent ?? (best === null ? null : millisOf(best.at))
      const mailing = best === null ? null : mailingOf(read, best.mailing)
      const known = instantOf(now())
      const collected = {
        message:
          complained === null
            ? null
            : {
                from: complained.from,
                to: [...complained.to],
                subject: complained.subject,
                sent: complained.sent === null ? null : instantOf(complained.sent),
                messageId: complained.messageId,
                forwarded: complained.forwarded,
              },
        contacts: found.map(({ id, address: written, name }) => ({ contact: id, address: written, name })),
        requests: requests.flatMap((event) =>
          event.contact === undefined ? [] : [{ seq: event.seq, contact: event.contact, at: event.occurred.from }],
        ),
        mailings,
        question:
          best === null || mailing === null || at === null
            ? null
            : { mailing, at: instantOf(at), known, mailingId: best.mailing },
        period: contact === null ? null : periodOf(read, contact),
      }
      return ok({
        ...collected,
        missing: missingIn(read, collected, complained, { address, reference, requests, meant: meant !== undefined }),
      })
    },
  }
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size
  } catch {
    return null
  }
}

const asking = ['complaint', 'authority-request'] as const
type Asking = Extract<RegisterEvent, { readonly type: (typeof asking)[number] }>
const isAsking = (event: RegisterEvent): event is Asking => (asking as readonly string[]).includes(event.type)

/** Complaints and requests of authorities that carry the reference, spaces and capitals aside; the newest first. */
export function* requestsWith(reading: Reading, reference: string): Generator<Progress, RegisterEvent[], void> {
  const plain = (text: string) => text.replace(/\s+/gu, '').toLowerCase()
  const ofPeople = yield* eventsOfTypes(reading, asking)
  return [...ofPeople, ...reading.register.all().filter(isAsking)]
    .filter(({ body }) => body.reference !== null && plain(body.reference) === plain(reference))
    .sort((one, other) => other.seq - one.seq)
}

/** Exactly this address first, then those that bind it; the address given before the message, that before a reference. */
function contactsFor(
  { contacts }: Reading,
  address: string | null,
  complained: Complained | null,
  requests: readonly RegisterEvent[],
): ContactRecord[] {
  const written = address === null ? (complained?.to ?? []) : [address]
  const exact = written.flatMap((one) => contacts.ofNarrow(keysOf(one).narrow))
  const wide = written.flatMap((one) => contacts.ofWide(keysOf(one).wide))
  const asked = requests.flatMap(({ contact }) => (contact === undefined ? [] : [contact]))
  return [...new Set([...exact, ...wide, ...asked])].flatMap((id) => contacts.get(id) ?? [])
}

/** Lists with this contact on them, the likeliest first: same message-id, then subject, then nearest in time. */
function candidates(reading: Reading, contact: ContactRecord, complained: Complained | null): Candidate[] {
  const register = reading.register.all()
  const group = reading.histories.group(contact)
  const found = reading.records.allDecisions().flatMap((decision): (Candidate & { readonly rank: number })[] => {
    if (!group.some((id) => reading.records.included(decision.id, id) !== undefined)) return []
    const mailing = mailingOf(reading, decision.mailing)
    const list = register.findLast(
      (event) => event.type === 'exported' && event.body.what === 'list' && event.body.of === decision.id,
    )
    if (mailing === null || list === undefined) return []
    const reports = register.filter(
      (event) => event.type === 'sent-reported' && event.body.mailing === decision.mailing,
    )
    const at = reports.find(({ seq }) => seq > list.seq)?.occurred.from ?? list.recorded
    const apart = complained?.sent == null ? null : Math.abs(complained.sent - millisOf(at))
    const sameId = reports.some(
      (event) =>
        event.type === 'sent-reported' &&
        event.body.messageId !== null &&
        event.body.messageId.replace(/^<|>$/gu, '') === complained?.messageId,
    )
    const subject = complained?.subject.trim().toLowerCase() ?? ''
    const sameSubject = subject !== '' && subject.includes(mailing.name.trim().toLowerCase())
    const how = sameId ? 'message-id' : sameSubject ? 'subject' : apart !== null && apart <= NEAR ? 'time' : 'listed'
    const rank = { 'message-id': 0, subject: 1, time: 2, listed: 3 }[how]
    return [{ mailing: decision.mailing, decision: decision.id, name: mailing.name, at, how, rank }]
  })
  const far = (at: string) => (complained?.sent == null ? -Date.parse(at) : Math.abs(complained.sent - Date.parse(at)))
  return found.sort((a, b) => a.rank - b.rank || far(a.at) - far(b.at)).map(({ rank: _, ...candidate }) => candidate)
}

function periodOf({ events, histories }: Reading, contact: ContactRecord): Collected['period'] {
  const dated = histories
    .group(contact)
    .flatMap((id) => events.ofContact(id).map(({ event }) => event.occurred))
    .filter(({ precision }) => precision !== 'unknown')
  const from = dated.map((occurred) => occurred.from).sort()[0]
  const to = dated
    .map((occurred) => occurred.to)
    .sort()
    .at(-1)
  return from === undefined || to === undefined ? null : { from, to }
}

function missingIn(
  reading: Reading,
  { contacts, mailings, question }: Pick<Collected, 'contacts' | 'mailings' | 'question'>,
  complained: Complained | null,
  asked: {
    readonly address: string | null
    readonly reference: string | null
    readonly requests: readonly RegisterEvent[]
    /** Somebody chose among several contacts. */
    readonly meant: boolean
  },
): Collected['missing'] {
  const [best] = mailings
  const senders = reading.setups.at(Number.POSITIVE_INFINITY).entities.map(({ contact }) => contact?.split('@').at(-1))
  const from = complained?.from?.split('@').at(-1) ?? null
  const lacking = {
    'nothing-given': asked.address === null && complained === null && asked.reference === null,
    'reference-unknown': asked.reference !== null && asked.requests.length === 0,
    'address-unknown': contacts.length === 0 && (asked.address !== null || complained !== null),
    'several-contacts': contacts.length > 1 && !asked.meant,
    'message-not-given': complained === null,
    'message-undated': complained !== null && complained.sent === null,
    'sender-unknown': from !== null && !senders.includes(from),
    'mailing-unknown': contacts.length > 0 && mailings.length === 0,
    'mailing-uncertain': best !== undefined && (best.how === 'time' || best.how === 'listed'),
    'content-not-kept': question !== null && contentOf(reading, question.mailing.contentSha256) === null,
    'nothing-deposited': !reading.register.all().some(({ type }) => type === 'anchored'),
  } satisfies Readonly<Record<Collected['missing'][number], boolean>>
  return (Object.keys(lacking) as Collected['missing'][number][]).filter((code) => lacking[code])
}
