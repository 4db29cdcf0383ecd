/** A proof on its way out: written as it was asked for, and the export itself put on record. */
import { ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { instantOf } from '../domain/time.ts'
import type { FileEntry } from '../report/folder.ts'
import type { Store } from '../store/index.ts'
import { deliver } from './delivery.ts'
import { occurredAt } from './now.ts'

export interface Written {
  readonly files: readonly FileEntry[]
  /** SHA-256 of manifest.json. */
  readonly sha256: string
  readonly pages: number
}

export interface Proof {
  readonly what: 'evidence' | 'mailing-proof' | 'process-proof'
  /** The contact or mailing that it is about. */
  readonly of: number | null
  /** Into an empty or new folder: whole, or not at all. */
  readonly write: (folder: string) => Generator<Progress, Result<Written, Problem>, void>
}

export interface HandedOver {
  readonly place: string
  readonly pack: 'folder' | 'zip'
  readonly by: string
}

/** `moment` in milliseconds. */
export function* handOver(
  store: Store,
  proof: Proof,
  { place, pack, by }: HandedOver,
  moment: number,
): Generator<Progress, Result<{ files: FileEntry[]; sha256: string; pages: number }, Problem>, void> {
  const written = yield* deliver(place, pack, instantOf(moment), proof.write)
  if (!written.ok) return written
  putOnRecord(store, [{ proof, sha256: written.value.sha256 }], by, moment)
  const { files, sha256, pages } = written.value
  return ok({ files: files.map(({ name, bytes, sha256: digest }) => ({ name, bytes, sha256: digest })), sha256, pages })
}

/** One act: what left together stands together. */
export function putOnRecord(
  { write }: Store,
  exports: readonly { readonly proof: Proof; readonly sha256: string }[],
  by: string,
  moment: number,
): void {
  write.act(by, moment, (act) => {
    for (const { proof, sha256 } of exports) {
      const body = { what: proof.what, of: proof.of, sha256, rows: null, validUntil: null }
      write.append.append(act, { occurred: occurredAt(moment), via: 'system', type: 'exported', body }, null)
    }
  })
}
