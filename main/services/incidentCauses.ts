/** The cause of incidents and what was done about it, as a person says it: beside each incident, for good. */
import type { Answer, Input } from '../../preload/contract/contract.ts'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Writing } from '../store/index.ts'
import { openIncidents } from './incidents.ts'
import { occurredAt } from './now.ts'

const PORTION = 500

/** Of the incidents that are named, or of all that are open of a mailing and kind. */
export function* explainIncidents(
  write: Writing,
  { incidents, cause, measure, by }: Input<'sending.explain'>,
  moment: number,
): Generator<Progress, Result<Answer<'sending.explain'>, Problem>, void> {
  const seqs = Array.isArray(incidents) ? incidents : openIncidents(write, incidents.mailing, incidents.kind)
  if (seqs.some((seq) => write.events.get(seq)?.type !== 'incident')) return err({ kind: 'missing', what: 'event' })
  if (seqs.length === 0) return ok({ incidents: 0 })
  const before = write.log.size()
  const act = write.begin(by, moment)
  let committed = false
  try {
    for (const [done, seq] of seqs.entries()) {
      const event = write.events.get(seq)
      if (event?.type !== 'incident') continue
      const { people: _, peopleSha256: __, ...about } = event.body
      const body = { ...about, explains: seq, cause, measure }
      const draft = { occurred: occurredAt(moment), via: 'system', type: 'incident', body } as const
      write.append.append(act, draft, event.contact ?? null)
      if (done % PORTION === 0) yield { step: 'writing', done, total: seqs.length }
    }
    write.commit(moment, before)
    committed = true
    return ok({ incidents: seqs.length })
  } finally {
    if (!committed) write.rollback()
  }
}
