/** What the owner sets up, and the documents kept with it. Every change becomes an event of its own. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import { emptyProcess } from '../../preload/contract/vocabulary/emptySetup.ts'
import type { Draft, RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import { type Policy, ProcessPart, Setup } from '../../preload/contract/vocabulary/setup.ts'
import { documentsOfProcess } from '../domain/processReport.ts'
import { flawsOf } from '../domain/setupFlaws.ts'
import { millisOf } from '../domain/time.ts'
import { writeAtomically } from '../files/atomicWrite.ts'
import type { Store } from '../store/index.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { occurredAt } from './now.ts'

type SetupHandlers = HandlersOf<'setup'> & HandlersOf<'documents'>

/** A gap between two versions of a form is worth saying and no reason to refuse. */
const mild: ReadonlySet<string> = new Set(['live-gap'])

export function setupService(store: Store, { now, pathOf }: Surroundings): SetupHandlers {
  const { read, write } = store
  const current = () => read.setups.at(Number.POSITIVE_INFINITY)

  return {
    'setup.get': () => {
      const setup = current()
      const knowledge = read.setups.knowledgeAt(Number.POSITIVE_INFINITY)
      const products = [...read.shapes.products().values()].map((line) => ({
        title: line.title ?? '',
        sku: line.sku ?? '',
        family: knowledge.familyOf(line),
      }))
      return ok({ setup, flaws: flawsOf(setup), products })
    },

    'setup.apply': ({ setup, by, reason }) => {
      const flaws = flawsOf(setup)
      const grave = flaws.filter(({ code }) => !mild.has(code))
      if (grave.length > 0) return err({ kind: 'setup', flaws: grave })
      const drafts = changesBetween(write.setups.at(Number.POSITIVE_INFINITY), setup, now(), reason)
      if (drafts.length > 0) {
        write.act(by, now(), (act) => {
          for (const draft of drafts) write.append.append(act, draft, null)
        })
      }
      return ok({ changes: drafts.length, flaws })
    },

    'setup.read': ({ file }) => {
      const path = pathOf(file)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const setup = readSetup(path)
      if (!setup.ok) return setup
      const drafts = changesBetween(current(), setup.value, now(), null)
      return ok({ setup: setup.value, flaws: flawsOf(setup.value), changes: drafts.map(whatChanged) })
    },

    'setup.save': ({ to }) => {
      const path = pathOf(to)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const text = `${JSON.stringify(current(), null, 2)}\n`
      const written = writeAtomically(path, [text])
      return written.ok ? ok({ sha256: hash('sha256', text, 'hex') }) : written
    },

    'setup.history': () =>
      ok(
        read.setups
          .changes()
          .map((event) => ({
            seq: event.seq,
            recorded: event.recorded,
            by: event.by,
            what: whatChanged(event),
            reason: event.reason ?? null,
          }))
          .toReversed(),
      ),

    'documents.add': ({ file, kind, captured, datedByOther }) => {
      const path = pathOf(file)
      if (path === null) return err({ kind: 'missing', what: 'grant' })
      const bytes = readFile(path)
      if (!bytes.ok) return bytes
      write.sqlite.begin()
      try {
        const sha256 = write.documents.keep(bytes.value)
        write.sqlite.commit()
        return ok({ sha256, name: basename(path), kind, captured, datedByOther })
      } catch (problem) {
        write.sqlite.rollback()
        throw problem
      }
    },

    'documents.get': ({ sha256 }) => {
      const bytes = read.documents.read(sha256)
      if (bytes === null) return err({ kind: 'missing', what: 'document' })
      const name = nameOf(sha256)
      const mediaType = mediaTypeOf(name, bytes)
      return ok({ name, mediaType, base64: bytes.toString('base64') })
    },
  }

  /** The name under which a document was kept, as the setup or an event knows it. */
  function nameOf(sha256: string): string {
    const { points, process = emptyProcess } = current()
    const forms = points.flatMap(({ versions }) => versions.flatMap(({ documents }) => documents))
    return (
      [...forms, ...documentsOfProcess(process)].find((one) => one.sha256 === sha256)?.name ?? `${sha256.slice(0, 12)}`
    )
  }
}

/** Reads a setup file and holds it to its schema. */
export function readSetup(path: string): Result<Setup, Problem> {
  const bytes = readFile(path)
  if (!bytes.ok) return bytes
  let json: unknown
  try {
    json = JSON.parse(bytes.value.toString('utf8'))
  } catch {
    return err({ kind: 'unreadable', code: 'not-json', line: null, about: null })
  }
  const setup = Setup.safeParse(json)
  if (setup.success) return ok(setup.data)
  const path_ = setup.error.issues[0]?.path.join('.') ?? ''
  return err({ kind: 'unreadable', code: 'not-a-setup', line: null, about: path_ })
}

function readFile(path: string): Result<Buffer, Problem> {
  try {
    return ok(readFileSync(path))
  } catch (problem) {
    const code = (problem as NodeJS.ErrnoException).code === 'ENOENT' ? 'not-found' : 'no-permission'
    return err({ kind: 'unreadable', code, line: null, about: null })
  }
}

/** The events that turn one setup into another. What did not change makes none. */
export function changesBetween(from: Setup, to: Setup, at: number, reason: string | null): Draft[] {
  const envelope = { occurred: occurredAt(at), via: 'system' as const, ...(reason === null ? {} : { reason }) }
  const drafts: Draft[] = []
  const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other)
  const byKey = <T extends { readonly key: string }>(list: readonly T[], key: string) =>
    list.find((one) => one.key === key)

  for (const entity of to.entities) {
    if (differs(entity, byKey(from.entities, entity.key)))
      drafts.push({ ...envelope, type: 'entity-set', body: { entity } })
  }
  for (const category of to.categories) {
    if (differs(category, byKey(from.categories, category.key))) {
      drafts.push({ ...envelope, type: 'category-set', body: { category } })
    }
  }
  for (const [position, family] of to.families.entries()) {
    if (differs(family, from.families[position])) {
      drafts.push({ ...envelope, type: 'family-set', body: { family, position } })
    }
  }
  for (const similarity of to.similarity) {
    if (differs(similarity, between(from.similarity, similarity)))
      drafts.push({ ...envelope, type: 'similarity-set', body: { similarity } })
  }
  for (const point of to.points) {
    if (differs(point, byKey(from.points, point.key))) drafts.push({ ...envelope, type: 'point-set', body: { point } })
  }
  for (const succession of to.successions ?? []) {
    if (!differs(succession, between(from.successions, succession))) continue
    const { on, documents, ...body } = succession
    drafts.push({ ...envelope, occurred: occurredAt(millisOf(on)), documents, type: 'entity-succeeded', body })
  }
  const removed = <T extends { readonly key: string }>(
    what: 'entity' | 'category' | 'family' | 'point',
    before: readonly T[],
    after: readonly T[],
  ) => {
    for (const { key } of before) {
      if (!byKey(after, key)) drafts.push({ ...envelope, type: 'setup-removed', body: { what, key } })
    }
  }
  removed('entity', from.entities, to.entities)
  removed('category', from.categories, to.categories)
  removed('family', from.families, to.families)
  removed('point', from.points, to.points)
  for (const one of from.similarity) {
    if (between(to.similarity, one)) continue
    drafts.push({ ...envelope, type: 'setup-removed', body: { what: 'similarity', key: `${one.from}→${one.to}` } })
  }
  for (const one of from.successions ?? []) {
    if (between(to.successions, one)) continue
    drafts.push({ ...envelope, type: 'setup-removed', body: { what: 'succession', key: `${one.from}→${one.to}` } })
  }
  if (differs(from.policy, to.policy)) {
    const changed = (Object.keys(to.policy) as (keyof Policy)[]).filter((key) =>
      differs(from.policy[key], to.policy[key]),
    )
    drafts.push({ ...envelope, type: 'policy-set', body: { policy: to.policy, changed } })
  }
  const { process: before = emptyProcess } = from
  const { process = emptyProcess } = to
  const changed = ProcessPart.options.filter((part) => differs(before[part], process[part]))
  if (changed.length > 0) {
    const documents = [...documentsOfProcess(process)]
    drafts.push({ ...envelope, documents, type: 'process-set', body: { process, changed } })
  }
  return drafts
}

interface Between {
  readonly from: string
  readonly to: string
}

const between = <T extends Between>(list: readonly T[] = [], { from, to }: Between): T | undefined =>
  list.find((one) => one.from === from && one.to === to)

/** What an event of the setup concerns, as `what:key`. */
function whatChanged(event: Draft | RegisterEvent): string {
  switch (event.type) {
    case 'entity-set':
      return `entity:${event.body.entity.key}`
    case 'entity-succeeded':
      return `succession:${event.body.from}→${event.body.to}`
    case 'category-set':
      return `category:${event.body.category.key}`
    case 'family-set':
      return `family:${event.body.family.key}`
    case 'similarity-set':
      return `similarity:${event.body.similarity.from}→${event.body.similarity.to}`
    case 'point-set':
      return `point:${event.body.point.key}`
    case 'policy-set':
      return `policy:${event.body.changed.join()}`
    case 'process-set':
      return `process:${event.body.changed.join()}`
    case 'setup-removed':
      return `removed:${event.body.what}:${event.body.key}`
    default:
      return event.type
  }
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
  '.eml': 'message/rfc822',
  '.html': 'text/html',
}

function mediaTypeOf(name: string, bytes: Buffer): string {
  if (bytes.subarray(0, 4).toString('latin1') === '\x89PNG') return 'image/png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg'
  return mediaTypes[extname(name).toLowerCase()] ?? 'application/octet-stream'
}
