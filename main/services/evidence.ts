/** Proof for one address: read below one checkpoint, written as a folder, and the export itself on record. */
import { err, ok } from '../../preload/contract/result.ts'
import { instantOf } from '../domain/time.ts'
import type { Store } from '../store/index.ts'
import { collecting } from './collecting.ts'
import { deliver } from './delivery.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { mailingProof } from './mailingProof.ts'
import { occurredAt } from './now.ts'
import { personInput } from './personEvidence.ts'
import { processProof } from './processProof.ts'

export function evidenceService(store: Store, surroundings: Surroundings): HandlersOf<'evidence'> {
  const { read, write } = store
  const { now, pathOf } = surroundings

  return {
    ...collecting(store, surroundings),
    ...mailingProof(store, surroundings),
    ...processProof(store, surroundings),

    async *'evidence.export'(asked) {
      // Read when it is first needed: drawing takes tens of megabytes and no other work needs it.
      const { writeEvidence } = await import('../report/writeEvidence.ts')
      const place = pathOf(asked.to)
      if (place === null) return err({ kind: 'missing', what: 'grant' })
      const contact = write.contacts.get(asked.contact)
      if (!contact) return err({ kind: 'missing', what: 'contact' })
      const moment = now()
      const made = instantOf(moment)
      const input = personInput(store, contact, asked, moment)
      const options = { now: made, language: asked.language, documentOf: write.documents.read }
      const written = yield* deliver(place, asked.pack ?? 'folder', made, (folder) =>
        writeEvidence(folder, input, options),
      )
      if (!written.ok) return written
      const { files, sha256, pages } = written.value
      write.act(asked.by, moment, (act) => {
        const body = { what: 'evidence' as const, of: contact.id, sha256, rows: null, validUntil: null }
        write.append.append(act, { occurred: occurredAt(moment), via: 'system', type: 'exported', body }, null)
      })
      return ok({ files: files.map(({ name, bytes, sha256: hash }) => ({ name, bytes, sha256: hash })), sha256, pages })
    },

    'evidence.list': () =>
      ok(
        read.register
          .all()
          .flatMap((event) =>
            event.type === 'exported' && event.body.what === 'evidence'
              ? [{ at: event.recorded, contact: event.body.of, sha256: event.body.sha256, by: event.by }]
              : [],
          )
          .toReversed(),
      ),

    async *'evidence.verify'({ folder }) {
      const { verifyEvidence } = await import('../report/verifyEvidence.ts')
      const path = pathOf(folder)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      return yield* verifyEvidence(path)
    },
  }
}
