/** What the register holds about one person, for that person: a letter, and the same as JSON (AVG 15 and 20). */
import { join } from 'node:path'
import type { Answer, Asked } from '../../preload/contract/contract.ts'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { namesOf } from '../domain/evidence.ts'
import { instantOf, millisOf } from '../domain/time.ts'
import { writeAtomically } from '../files/atomicWrite.ts'
import { type Access, accessLetter } from '../report/accessLetter.ts'
import { consentRecords } from '../report/consentRecord.ts'
import type { ContactRecord } from '../store/contacts.ts'
import type { Store, Writing } from '../store/index.ts'
import { timelineOf } from './contacts.ts'
import { mailingOf } from './definedMailing.ts'
import { emptyFolder } from './emptyFolder.ts'
import { erasurePlan } from './erasurePlan.ts'
import { occurredAt } from './now.ts'
import { dueOf } from './requests.ts'
import { sourceRows } from './sourceRows.ts'

type Given = Answer<'rights.access'>

export function* giveAccess(
  { write, identity }: Store,
  { contact: id, received, language, by }: Omit<Asked<'rights.access'>, 'to'>,
  folder: string,
  now: number,
): Generator<Progress, Result<Given, Problem>, void> {
  const contact = write.contacts.get(id)
  const plan = erasurePlan(write, id, 'nothing', now)
  if (!contact || !plan) return err({ kind: 'missing', what: 'contact' })
  const place = emptyFolder(folder)
  if (!place.ok) return place
  yield { step: 'collecting', done: 0, total: null }
  const own = new Set(plan.contacts.map((one) => one.id))
  const asked = received === null ? now : millisOf(received)
  const access = accessOf(write, contact, own, plan.addresses, { asked, now })
  yield { step: 'drawing', done: 0, total: null }
  const letter = accessLetter(access, language)
  const { setup, names: _, ...plain } = access
  const records = consentRecords(
    [{ register: identity.id, contact: id, address: contact.address, setup, timeline: access.timeline }],
    access.at,
  )
  const json = `${JSON.stringify({ format: 'mailbewijs-access/1', ...plain, consents: records }, null, 2)}\n`
  const names = language === 'nl' ? ['inzage.pdf', 'inzage.json'] : ['access.pdf', 'access.json']
  const files: Given['files'] = []
  for (const [at, bytes] of [letter.bytes, Buffer.from(json)].entries()) {
    const name = names[at] as string
    const written = writeAtomically(join(folder, name), [bytes])
    if (!written.ok) return written
    files.push({ name, ...written.value })
    yield { step: 'writing', done: at + 1, total: 2 }
  }
  const seq = write.act(by, now, (act) => {
    const occurred = occurredAt(asked)
    const body = { answered: instantOf(now), letter: files[0]?.sha256 as string }
    const draft = { occurred, via: 'letter', type: 'access-request', body } as const
    const added = write.append.append(act, { ...draft, address: contact.address }, id)
    write.project(write.events.get(added) as RegisterEvent)
    return added
  })
  return ok({ files, pages: letter.pages, due: access.due, seq })
}

/** Only this person's own events: those of others at the same address are theirs. */
export function ownTimeline(write: Writing, contact: ContactRecord, own: ReadonlySet<number>) {
  return timelineOf(write, contact, null, null).filter(({ event }) => own.has(event.contact ?? contact.id))
}

function accessOf(
  write: Writing,
  contact: ContactRecord,
  own: ReadonlySet<number>,
  addresses: readonly string[],
  { asked, now }: { readonly asked: number; readonly now: number },
): Access {
  const setup = write.setups.at(now)
  const timeline = ownTimeline(write, contact, own)
  const sources = sourceRows(
    write,
    timeline.map(({ event }) => event),
  )
  return {
    at: instantOf(now),
    received: instantOf(asked),
    due: instantOf(dueOf(asked)),
    addresses,
    person: contact.name,
    setup,
    names: namesOf({ setup }),
    timeline,
    sources: sources.map(({ file, header, row, imported }) => ({ file, header, row, imported })),
    lists: listsOf(write, own),
    years: setup.policy.proof_retention_years,
  }
}

function listsOf(reading: Writing, own: ReadonlySet<number>): Access['lists'] {
  const { register, records } = reading
  return register.all().flatMap((event) => {
    if (event.type !== 'exported' || event.body.what !== 'list' || event.body.of === null) return []
    const { of } = event.body
    if (![...own].some((id) => records.included(of, id) !== undefined)) return []
    const decision = records.decision(of)
    const mailing = decision && mailingOf(reading, decision.mailing)
    return mailing ? [{ name: mailing.name, at: event.recorded }] : []
  })
}
