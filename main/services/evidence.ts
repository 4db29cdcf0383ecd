/** Proof for one address: read below one checkpoint, written as a folder, and the export itself on record. */
import { err, ok } from '../../preload/contract/result.ts'
import type { Store } from '../store/index.ts'
import { answering } from './answering.ts'
import { collecting } from './collecting.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { mailingProof } from './mailingProof.ts'
import { personProof } from './personEvidence.ts'
import { processProof } from './processProof.ts'
import { handOver } from './proof.ts'

export function evidenceService(store: Store, surroundings: Surroundings): HandlersOf<'evidence'> {
  const { read, write } = store
  const { now, pathOf } = surroundings

  return {
    ...collecting(store, surroundings),
    ...mailingProof(store, surroundings),
    ...processProof(store, surroundings),
    ...answering(store, surroundings),

    async *'evidence.export'(asked) {
      const place = pathOf(asked.to)
      if (place === null) return err({ kind: 'missing', what: 'grant' })
      const contact = write.contacts.get(asked.contact)
      if (!contact) return err({ kind: 'missing', what: 'contact' })
      const moment = now()
      const proof = await personProof(store, contact, asked, moment)
      return yield* handOver(store, proof, { place, pack: asked.pack ?? 'folder', by: asked.by }, moment)
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
