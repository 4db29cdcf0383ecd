/** Writes consents as records that other programs read, and puts the export on record. */
import type { Answer } from '../../preload/contract/contract.ts'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { instantOf } from '../domain/time.ts'
import { atomicFile } from '../files/atomicWrite.ts'
import { type ConsentPerson, consentRecordsText } from '../report/consentRecord.ts'
import type { Store } from '../store/index.ts'
import { ownTimeline } from './access.ts'
import { occurredAt } from './now.ts'

const PORTION = 200

/** `only` null: everybody. `now` in milliseconds. */
export function* writeConsentRecords(
  { write, identity }: Store,
  only: number | null,
  by: string,
  path: string,
  now: number,
): Generator<Progress, Result<Answer<'rights.consentRecords'>, Problem>, void> {
  if (only !== null && !write.contacts.get(only)) return err({ kind: 'missing', what: 'contact' })
  const setup = write.setups.at(now)
  const total = only === null ? write.contacts.lastId() : 1
  let contacts = 0
  const people = function* (): Generator<ConsentPerson> {
    for (let id = only ?? 1; id <= (only ?? write.contacts.lastId()); id++) {
      const contact = write.contacts.get(id)
      if (!contact) continue
      contacts++
      const timeline = ownTimeline(write, contact, new Set([id]))
      yield { register: identity.id, contact: id, address: contact.address, setup, timeline }
    }
  }
  const opened = atomicFile(path)
  if (!opened.ok) return opened
  const file = opened.value
  try {
    let pieces = 0
    for (const piece of consentRecordsText(people(), instantOf(now))) {
      const added = file.add(piece)
      if (!added.ok) return added
      if (++pieces % PORTION === 0) yield { step: 'writing', done: contacts, total }
    }
    const finished = file.finish()
    if (!finished.ok) return finished
    const { sha256, bytes } = finished.value
    write.act(by, now, (act) => {
      const body = { what: 'evidence' as const, of: only, sha256, rows: contacts, validUntil: null }
      write.append.append(act, { occurred: occurredAt(now), via: 'system', type: 'exported', body }, null)
    })
    return ok({ sha256, bytes, contacts })
  } finally {
    file.drop()
  }
}
