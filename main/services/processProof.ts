/** Proof of the whole process: how consent is asked, kept, used and ended here, about nobody in particular. */
import { err } from '../../preload/contract/result.ts'
import { version } from '../../preload/contract/version.ts'
import { emptyProcess } from '../../preload/contract/vocabulary/emptySetup.ts'
import type { EventType, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { AnsweredRequest, LoggedEvent } from '../domain/evidenceInput.ts'
import type { Done } from '../domain/mailingReport.ts'
import {
  type CountedType,
  countedTypes,
  documentsOfProcess,
  type Lead,
  missingInProcess,
  type ProcessFacts,
  selfAuditsIn,
} from '../domain/processReport.ts'
import { instantOf } from '../domain/time.ts'
import type { SealedReport } from '../report/writeSealed.ts'
import type { Reading, Store } from '../store/index.ts'
import { isOfSetup } from '../store/setups.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { incidents } from './incidents.ts'
import { leadTimes } from './leadTimes.ts'
import { overview } from './overview.ts'
import { anchorsOf, checkpointAt, namesOf, proofOf } from './personEvidence.ts'
import { handOver, type Proof } from './proof.ts'
import { shownCheckpoint } from './register.ts'
import { isSample } from './sampleShop.ts'
import { verifyRegister } from './verify.ts'

type Handler = Pick<HandlersOf<'evidence'>, 'evidence.process'>

type Asked = Pick<Parameters<Handler['evidence.process']>[0], 'language' | 'reference' | 'explanation' | 'by'> & {
  readonly request?: AnsweredRequest | null
}

export function processProof(store: Store, { now, pathOf }: Surroundings): Handler {
  return {
    async *'evidence.process'(asked) {
      const place = pathOf(asked.to)
      if (place === null) return err({ kind: 'missing', what: 'grant' })
      const moment = now()
      const proof = yield* proofOfProcess(store, asked, moment)
      return yield* handOver(store, proof, { place, pack: asked.pack ?? 'folder', by: asked.by }, moment)
    },
  }
}

/** The proof about the whole process, ready to be written; the register is verified on the way. `moment` in milliseconds. */
export async function* proofOfProcess(
  store: Store,
  asked: Asked,
  moment: number,
): AsyncGenerator<Progress, Proof, void> {
  const { writeSealed } = await import('../report/writeSealed.ts')
  const { processFront, processSections } = await import('../report/processPdf.ts')
  const { write, identity } = store
  const made = instantOf(moment)
  const checkpoint = checkpointAt(store, moment)
  const facts = yield* wholeFacts(store, moment, checkpoint.size)
  const register = { id: identity.id, program: `Mailbewijs ${version}`, sample: isSample(write) }
  const events = ofProcess(write)
  const input = {
    register,
    sender: facts.setup.entities[0] ?? null,
    by: asked.by,
    reference: asked.reference,
    explanation: asked.explanation,
    request: asked.request ?? null,
    known: made,
    events,
    proofs: events.map(({ event }) => proofOf(write, event.seq, checkpoint.size)),
    documents: [
      ...facts.setup.points.flatMap(({ versions }) => versions.flatMap((one) => one.documents)),
      ...(facts.setup.successions ?? []).flatMap((one) => one.documents),
      ...documentsOfProcess(facts.setup.process ?? emptyProcess),
    ],
    checkpoint: { ...shownCheckpoint(checkpoint), verifierKey: identity.verifierKey },
    anchors: anchorsOf(write, checkpoint.size),
  }
  const report: SealedReport<ProcessFacts> = {
    format: 'mailbewijs-process/1',
    register,
    tables: [],
    originals: [],
    content: () => ({ input, facts }),
    front: processFront,
    sections: processSections,
  }
  const options = { now: made, language: asked.language, documentOf: write.documents.read }
  return { what: 'process-proof', of: null, write: (folder) => writeSealed(folder, report, options) }
}

/** What the report would say is missing. */
export function* lackingInProcess(store: Store, moment: number): Generator<Progress, ProcessFacts['missing'], void> {
  return (yield* wholeFacts(store, moment, store.write.log.size())).missing
}

function* wholeFacts(store: Store, moment: number, size: number): Generator<Progress, ProcessFacts, void> {
  const facts = yield* factsOf(store, moment)
  return { ...facts, missing: missingInProcess(facts, anchorsOf(store.write, size).length) }
}

function* factsOf(
  { write: reading, identity }: Store,
  moment: number,
): Generator<Progress, Omit<ProcessFacts, 'missing'>, void> {
  const setup = reading.setups.at(moment)
  const { contacts, customers, formerCustomers, prospects, objected, categories } = yield* overview(reading, moment)
  const { limit, manual, imported } = yield* leadTimes(reading, null, null)
  const { holds, events, checkpoints, documents, erased, flaws, further } = yield* verifyRegister(reading, identity)
  const all = reading.register.all()
  const lists = all.flatMap((event) => (event.type === 'exported' && event.body.what === 'list' ? [event] : []))
  return {
    setup,
    names: namesOf(setup),
    changes: all.flatMap((event) =>
      isOfSetup(event.type)
        ? [{ ...doneOf(event), type: event.type, key: keyOf(event), reason: event.reason ?? null }]
        : [],
    ),
    imports: all.flatMap((event) =>
      event.type === 'import-batch'
        ? [
            {
              ...doneOf(event),
              file: event.body.file,
              profile: event.body.profile,
              rows: event.body.rows,
              refused: event.body.refused,
            },
          ]
        : [],
    ),
    people: { contacts, customers, formerCustomers, prospects, objected },
    categories,
    leadTimes: { limit, manual: leadOf(manual), imported: leadOf(imported) },
    mailings: {
      defined: reading.records.mailings().length,
      lists: lists.length,
      held: lists.reduce((sum, { body }) => sum + (body.heldBack ?? 0), 0),
      voided: lists.reduce((sum, { body }) => sum + (body.voids?.length ?? 0), 0),
      reported: all.filter(({ type }) => type === 'sent-reported').length,
    },
    counts: countsIn(reading),
    incidents: incidents(reading).map(({ seq, kind, found, cause, measure }) => ({ seq, kind, found, cause, measure })),
    audits: selfAuditsIn(all),
    collectors: collectorsIn(reading),
    verified: { holds, events, checkpoints, documents, erased, flaws: flaws.length + further },
    exports: all.filter(({ type }) => type === 'exported').length,
  }
}

const doneOf = ({ seq, recorded, by }: RegisterEvent): Done => ({ seq, at: recorded, by })

/** What of the setup was set or removed. */
function keyOf({ type, body }: RegisterEvent): string {
  switch (type) {
    case 'entity-set':
      return body.entity.name
    case 'category-set':
      return body.category.name
    case 'family-set':
      return body.family.name
    case 'point-set':
      return body.point.name
    case 'similarity-set':
      return `${body.similarity.from} → ${body.similarity.to}`
    case 'setup-removed':
      return body.key
    case 'policy-set':
    case 'process-set':
      return body.changed.join(', ')
    default:
      return ''
  }
}

const leadOf = ({
  measured,
  undated,
  before,
  late,
  spread,
}: Omit<Lead, 'spread'> & { readonly spread: Lead['spread'] }): Lead => ({
  measured,
  undated,
  before,
  late,
  spread: spread === null ? null : { median: spread.median, p90: spread.p90, max: spread.max },
})

function countsIn(reading: Reading): ProcessFacts['counts'] {
  const perType = reading.sqlite.select<[], { type: string; count: number }>(
    `SELECT detail.type, count(*) AS count FROM event JOIN shape ON shape.id = event.shape
      JOIN detail ON detail.id = shape.detail GROUP BY detail.type`,
    ['type', 'count'],
  )
  const found = new Map(perType.all().map(({ type, count }) => [type, count]))
  return Object.fromEntries(countedTypes.map((type) => [type, found.get(type) ?? 0])) as Record<CountedType, number>
}

/** From the details that the rules see: a collector is one of them. */
function collectorsIn(reading: Reading): ProcessFacts['collectors'] {
  const perShape = reading.sqlite.select<[], { shape: number; count: number }>(
    'SELECT shape, count(*) AS count FROM event WHERE contact IS NOT NULL GROUP BY shape',
    ['shape', 'count'],
  )
  const counts = new Map(perShape.all().map(({ shape, count }) => [shape, count]))
  const details = new Map(reading.shapes.detailsAfter(0).map(({ id, detail }) => [id, detail]))
  const found = new Map<string, number>()
  for (const { id, detail: at } of reading.shapes.after(0)) {
    const detail = details.get(at)
    const name = detail?.type === 'consent-given' ? detail.body.collector?.name : undefined
    if (name !== undefined) found.set(name, (found.get(name) ?? 0) + (counts.get(id) ?? 0))
  }
  return [...found].map(([name, consents]) => ({ name, consents }))
}

/** Everything that is about nobody: setup, imports, mailings, lists, reports, seals, self-audits. */
function ofProcess(reading: Reading): LoggedEvent[] {
  const shown: ReadonlySet<EventType> = new Set<EventType>([
    'import-batch',
    'import-undone',
    'mailing-defined',
    'decided',
    'exported',
    'sent-reported',
    'anchored',
    'self-audited',
  ])
  return reading.register.all().flatMap((event) => {
    const concerns = event.contact === undefined && (isOfSetup(event.type) || shown.has(event.type))
    const text = concerns ? reading.events.text(event.seq) : null
    return typeof text === 'string' ? [{ event, text }] : []
  })
}
