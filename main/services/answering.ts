/** Answers a request: puts it on record, and hands over the reports that are asked for, together. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer, Asked } from '../../preload/contract/contract.ts'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Draft, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { evidenceOf } from '../domain/evidence.ts'
import type { AnsweredRequest } from '../domain/evidenceInput.ts'
import { instantOf, millisOf } from '../domain/time.ts'
import type { ContactRecord } from '../store/contacts.ts'
import type { Store } from '../store/index.ts'
import { requestsWith } from './collecting.ts'
import { deliver } from './delivery.ts'
import { emptyFolder } from './emptyFolder.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { lackingInMailing, proofOfMailing } from './mailingProof.ts'
import { occurredAt } from './now.ts'
import { personInput, personProof } from './personEvidence.ts'
import { lackingInProcess, proofOfProcess } from './processProof.ts'
import { type Proof, putOnRecord, type Written } from './proof.ts'

type Handler = Pick<HandlersOf<'evidence'>, 'evidence.lacking' | 'evidence.answer'>
type Request = Asked<'evidence.answer'>
type What = Answer<'evidence.answer'>['reports'][number]['what']

/** What the folders are called when there are several. */
const folders: Readonly<Record<Request['language'], Readonly<Record<What, string>>>> = {
  nl: { address: 'adres', mailing: 'mailing', process: 'werkwijze' },
  en: { address: 'address', mailing: 'mailing', process: 'process' },
}

export function answering(store: Store, { now, pathOf }: Surroundings): Handler {
  const { write } = store
  return {
    *'evidence.lacking'({ contact: id, question, address, mailing, process }) {
      yield { step: 'collecting', done: 0, total: null }
      const moment = now()
      const contact = id === null ? null : write.contacts.get(id)
      if (id !== null && !contact) return err({ kind: 'missing', what: 'contact' })
      const asked = { question, reference: null, explanation: null, by: '' }
      const about =
        contact && address
          ? evidenceOf(personInput(store, contact, asked, moment), instantOf(moment), 'nl').missing
          : null
      const plain = { language: 'nl', reference: null, explanation: null, full: false, by: '' } as const
      return ok({
        address: about && [...new Set(about.map(({ code }) => code))],
        mailing: mailing === null ? null : copied(yield* lackingInMailing(store, { ...plain, mailing }, moment)),
        process: process ? copied(yield* lackingInProcess(store, moment)) : null,
      })
    },

    async *'evidence.answer'(asked) {
      const place = pathOf(asked.to)
      if (place === null) return err({ kind: 'missing', what: 'grant' })
      const contact = asked.contact === null ? null : write.contacts.get(asked.contact)
      if (asked.contact !== null && !contact) return err({ kind: 'missing', what: 'contact' })
      if (asked.mailing !== null && !write.records.mailing(asked.mailing))
        return err({ kind: 'missing', what: 'mailing' })
      if (!(contact && asked.address) && asked.mailing === null && !asked.process) {
        return err({ kind: 'invalid', issues: [{ path: 'process', message: 'no report is asked for' }] })
      }
      const moment = now()
      const request = yield* recorded(store, asked, contact ?? null, moment)
      const proofs = yield* proofsFor(store, asked, contact ?? null, moment)
      const sole = proofs.length === 1
      const parts = proofs.map(({ what, proof }) => ({
        what,
        proof,
        folder: sole ? '' : folders[asked.language][what],
      }))
      const reports: Answer<'evidence.answer'>['reports'] = []
      const written = yield* deliver(place, asked.pack ?? 'folder', instantOf(moment), function* (folder) {
        return yield* writeAll(folder, parts, reports)
      })
      if (!written.ok) return written
      const exports = parts.map(({ proof }, at) => ({ proof, sha256: reports[at]?.sha256 ?? '' }))
      putOnRecord(store, exports, asked.by, moment)
      return ok({ request, reports })
    },
  }
}

const copied = <T>(list: readonly T[] | null): T[] | null => list && [...list]

/** Sequence number of the request: the one that is on record with this reference, or a new one. */
function* recorded(
  { write }: Store,
  asked: Request,
  contact: ContactRecord | null,
  moment: number,
): Generator<Progress, number, void> {
  const { reference, request, by } = asked
  const known = reference === null ? [] : yield* requestsWith(write, reference)
  const same = known.find((event) => event.contact === contact?.id)
  if (same) return same.seq
  const { from, answerBefore, questions: about, search } = request
  const occurred = occurredAt(Math.min(moment, millisOf(request.received)))
  const address = contact?.address ?? search.address
  const envelope = { occurred, ...(address === null ? {} : { address }) }
  const draft: Draft =
    from === 'person'
      ? { ...envelope, via: 'e-mail', type: 'complaint', body: { reference, about: about.slice(0, 2000) } }
      : {
          ...envelope,
          via: 'authority-letter',
          type: 'authority-request',
          body: { authority: from, reference, answerBefore, about },
        }
  return write.act(by, moment, (act) => {
    const seq = write.append.append(act, draft, contact?.id ?? null)
    if (contact) write.project(write.events.get(seq) as RegisterEvent)
    return seq
  })
}

async function* proofsFor(
  store: Store,
  asked: Request,
  contact: ContactRecord | null,
  moment: number,
): AsyncGenerator<Progress, { readonly what: What; readonly proof: Proof }[], void> {
  const { question, mailing, process, language, reference, explanation, full, by } = asked
  const common = { language, reference, explanation, by }
  const inRegister = asked.request.search.address === null && contact === null ? null : contact !== null
  const request: AnsweredRequest = { ...asked.request, inRegister }
  // Reports that name nobody do not name who the request is about either, unless that is all there is to say.
  const unnamed: AnsweredRequest =
    contact === null ? request : { ...request, search: { ...request.search, address: null, message: null } }
  const proofs: { what: What; proof: Proof }[] = []
  if (contact && asked.address) {
    const proof = await personProof(store, contact, { ...common, question, request }, moment)
    proofs.push({ what: 'address', proof })
  }
  if (mailing !== null) {
    const proof = await proofOfMailing(store, { ...common, mailing, full, request: full ? request : unnamed }, moment)
    if (proof) proofs.push({ what: 'mailing', proof })
  }
  if (process) {
    proofs.push({ what: 'process', proof: yield* proofOfProcess(store, { ...common, request: unnamed }, moment) })
  }
  return proofs
}

/** Each in its folder; when one fails, what was written before it goes. */
function* writeAll(
  place: string,
  parts: readonly { readonly what: What; readonly proof: Proof; readonly folder: string }[],
  reports: Answer<'evidence.answer'>['reports'],
): Generator<Progress, Result<Pick<Written, 'files'>, Problem>, void> {
  const ready = emptyFolder(place)
  if (!ready.ok) return ready
  const files: Written['files'][number][] = []
  let whole = false
  try {
    for (const { what, proof, folder } of parts) {
      const written = yield* proof.write(join(place, folder))
      if (!written.ok) return written
      const { files: own, sha256, pages } = written.value
      files.push(...own.map((file) => ({ ...file, name: folder === '' ? file.name : `${folder}/${file.name}` })))
      reports.push({ what, folder, files: own.length, sha256, pages })
    }
    whole = true
    return ok({ files })
  } finally {
    const done = parts.flatMap(({ folder }) => (folder === '' ? [] : [join(place, folder)]))
    const { fresh } = ready.value
    if (!whole) for (const path of fresh === null ? done : [fresh]) rmSync(path, { recursive: true, force: true })
  }
}
