/** The whole check of an evidence folder: what a stranger needs to believe it, recomputed from the files alone. */
import { base64, hex, same, textOf, unbase64, unhex, utf8 } from './bytes.ts'
import { digestOf } from './digest.ts'
import type { Files, Gathered } from './folder.ts'
import { embeddedIn } from './pdf.ts'
import { type Checkpoint, checkpointOf, isSigned, type Key, keyOf, pemOf } from './seal.ts'
import {
  type Anchor,
  type DocumentRef,
  type Event,
  type Evidence,
  eventOf,
  evidenceOf,
  type Manifest,
  manifestOf,
  type Proofs,
  pathOf,
  proofsOf,
  written,
} from './shapes.ts'
import { absent, checkStamp, type Stamp } from './stamp.ts'
import { extendsTree, includes, leafOf } from './tree.ts'

export type FlawCode =
  | 'event-altered'
  | 'event-missing'
  | 'event-unnamed-gap'
  | 'checkpoint-mismatch'
  | 'checkpoint-signature'
  | 'copy-differs'
  | 'file-altered'
  | 'file-missing'
  | 'file-unlisted'
  | 'proof-fails'
  | 'stamp-fails'
  | 'document-altered'
  | 'log-cut'
  | 'unreadable'

export interface Flaw {
  readonly code: FlawCode
  /** A file, a sequence number or a checkpoint. */
  readonly where: string
}

export interface Outcome {
  readonly holds: boolean
  readonly flaws: readonly Flaw[]
  /** Flaws beyond those listed. */
  readonly further: number
  readonly format: string | null
  readonly language: string | null
  readonly about: string | null
  readonly register: string | null
  readonly made: string | null
  readonly program: string | null
  /** SHA-256 of manifest.json: what the register wrote down about this folder. */
  readonly manifestSha256: string | null
  readonly files: number
  readonly events: number
  readonly withheld: number
  readonly documents: number
  readonly size: number
  readonly root: string
  readonly key: string
  readonly signed: boolean
  /** `stamps`: of those that were deposited with an authority that stamps the time. */
  readonly anchors: readonly (Anchor & { readonly holds: boolean; readonly stamps: readonly Stamp[] })[]
}

type Report = (code: FlawCode, where: string | number) => void

const MOST = 200
const SLICE_MS = 40

/** Judges; nothing leaves the page. `breathe` is awaited now and then with the share done, so that it can be shown. */
export async function check(
  { files, twice }: Pick<Gathered, 'files' | 'twice'>,
  breathe: (share: number) => Promise<void>,
): Promise<Outcome> {
  const flaws: Flaw[] = []
  let count = 0
  const report: Report = (code, where) => {
    count += 1
    if (flaws.length < MOST) flaws.push({ code, where: String(where) })
  }
  for (const name of twice) report('file-unlisted', name)

  const manifest = await checkFiles(files, report)
  await breathe(0.1)
  const seal = checkSeal(files, report)
  const events = await checkEvents(files, seal, report, breathe)
  const anchors = seal === null ? [] : await checkAnchors(files, seal, events, report)
  const { evidence, documents } = await checkCopies(files, { manifest, seal, events }, report)
  await breathe(1)

  const manifestBytes = files.get('manifest.json')
  return {
    holds: count === 0,
    flaws,
    further: count - flaws.length,
    format: evidence?.format ?? null,
    language: evidence?.cover?.language ?? null,
    about: evidence?.identity?.address ?? evidence?.mailing?.name ?? evidence?.cover?.sender?.name ?? null,
    register: manifest?.register ?? null,
    made: manifest?.made ?? null,
    program: manifest?.program ?? null,
    manifestSha256: manifestBytes === undefined ? null : await digestOf(manifestBytes),
    files: files.size,
    events: events.size,
    withheld: seal?.proofs.proofs.filter(({ withheld }) => withheld !== null).length ?? 0,
    documents,
    size: seal?.checkpoint.size ?? 0,
    root: seal?.checkpoint.rootText ?? '',
    key: seal?.proofs.verifierKey ?? '',
    signed: seal?.signed ?? false,
    anchors,
  }
}

/** What a note from elsewhere says about the folder that was checked. */
export type Comparison =
  | 'same'
  | 'earlier'
  | 'unknown-size'
  | 'other-root'
  | 'other-register'
  | 'bad-signature'
  | 'no-note'

export function compareSeal(note: string, { key: keyText, size, root, anchors }: Outcome): Comparison {
  const text = `${note.replace(/\r\n/gu, '\n').trim()}\n`
  const checkpoint = checkpointOf(text)
  const key = keyOf(keyText)
  if (checkpoint === null || key === null) return 'no-note'
  if (checkpoint.origin !== key.name) return 'other-register'
  if (!isSigned(text, key)) return 'bad-signature'
  if (checkpoint.size === size) return checkpoint.rootText === root ? 'same' : 'other-root'
  const anchor = anchors.find((one) => one.size === checkpoint.size)
  if (anchor === undefined) return 'unknown-size'
  return anchor.root === checkpoint.rootText && anchor.holds ? 'earlier' : 'other-root'
}

async function checkFiles(files: Files, report: Report): Promise<Manifest | null> {
  const text = readText(files, 'manifest.json', report)
  const manifest = text === null ? null : manifestOf(text)
  if (manifest === null) {
    if (text !== null) report('unreadable', 'manifest.json')
    return null
  }
  if (written(manifest) !== text) report('file-altered', 'manifest.json')
  const listed = new Set(['manifest.json'])
  for (const { name, bytes, sha256: hash } of manifest.files) {
    if (listed.has(name)) report('file-altered', 'manifest.json')
    listed.add(name)
    const file = files.get(name)
    if (file === undefined) report('file-missing', name)
    else if (file.length !== bytes || (await digestOf(file)) !== hash) report('file-altered', name)
  }
  for (const name of files.keys()) if (!listed.has(name)) report('file-unlisted', name)
  return manifest
}

interface Seal {
  readonly checkpoint: Checkpoint
  readonly key: Key
  readonly signed: boolean
  readonly proofs: Proofs
}

function checkSeal(files: Files, report: Report): Seal | null {
  const note = readText(files, 'checkpoint.txt', report)
  const text = readText(files, 'proofs.json', report)
  const proofs = text === null ? null : proofsOf(text)
  if (text !== null && proofs === null) report('unreadable', 'proofs.json')
  if (note === null || proofs === null) return null
  if (written(proofs) !== text) report('file-altered', 'proofs.json')
  const key = keyOf(proofs.verifierKey)
  const checkpoint = checkpointOf(note)
  if (key === null) report('checkpoint-signature', 'proofs.json')
  if (checkpoint === null) report('unreadable', 'checkpoint.txt')
  if (key === null || checkpoint === null) return null
  const signed = isSigned(note, key)
  if (!signed) report('checkpoint-signature', 'checkpoint.txt')
  const fits = checkpoint.origin === key.name && checkpoint.size === proofs.size && checkpoint.rootText === proofs.root
  if (!fits) report('checkpoint-mismatch', 'checkpoint.txt')
  const pem = files.get('public-key.pem')
  if (pem !== undefined && textOf(pem) !== pemOf(key)) report('copy-differs', 'public-key.pem')
  return { checkpoint, key, signed, proofs }
}

type Events = ReadonlyMap<number, Event>

async function checkEvents(
  files: Files,
  seal: Seal | null,
  report: Report,
  breathe: (share: number) => Promise<void>,
): Promise<Events> {
  const text = readText(files, 'events.jsonl', report)
  const lines = text === null || text === '' ? [] : text.replace(/\n$/u, '').split('\n')
  const events = new Map<number, Event>()
  const bySeq = new Map(seal?.proofs.proofs.map((proof) => [proof.seq, proof]))
  const total = lines.length + bySeq.size
  let done = 0
  let until = performance.now() + SLICE_MS
  const pause = async () => {
    done += 1
    if (performance.now() < until) return
    await breathe(0.1 + (0.8 * done) / total)
    until = performance.now() + SLICE_MS
  }

  let last = -1
  for (const [index, line] of lines.entries()) {
    await pause()
    const event = eventOf(line)
    if (event === null) {
      report('unreadable', `events.jsonl ${index + 1}`)
      continue
    }
    const { seq } = event
    const proof = bySeq.get(seq)
    if (seq <= last) report('event-altered', seq)
    last = seq
    events.set(seq, event)
    if (proof === undefined) report('proof-fails', seq)
    else if (hex(leafOf(utf8(line))) !== proof.leaf) report('event-altered', seq)
  }
  if (seal === null) return events

  const named = new Set(
    [...events.values()].flatMap(({ type, body }) => (type === 'erased' ? (body.removed ?? []) : [])),
  )
  const { size, root } = seal.checkpoint
  for (const { seq, leaf, hashes, withheld } of bySeq.values()) {
    await pause()
    if (withheld === null && !events.has(seq)) report('event-missing', seq)
    if (withheld !== null && events.has(seq)) report('copy-differs', seq)
    if (withheld === 'erased' && !named.has(seq)) report('event-unnamed-gap', seq)
    if (!includes(unhex(leaf), seq, size, hashes.map(unhex), root)) report('proof-fails', seq)
  }
  if (bySeq.size !== seal.proofs.proofs.length) report('copy-differs', 'proofs.json')
  return events
}

async function checkAnchors(
  files: Files,
  { checkpoint, key, proofs }: Seal,
  events: Events,
  report: Report,
): Promise<Outcome['anchors']> {
  const checked = proofs.anchors.map(async (anchor) => {
    const root = unbase64(anchor.root) ?? new Uint8Array(0)
    const where = `checkpoint ${anchor.size}`
    const grew = extendsTree({ size: anchor.size, root }, checkpoint, anchor.hashes.map(unhex))
    if (anchor.size > checkpoint.size) report('log-cut', where)
    else if (!grew) report('proof-fails', where)
    const event = events.get(anchor.seq)
    const told =
      event?.type === 'anchored' &&
      event.body.size === anchor.size &&
      event.body.root === anchor.root &&
      event.body.where === anchor.where &&
      event.body.kind === anchor.kind &&
      event.body.time === anchor.time
    if (!told) report('copy-differs', where)
    const noted = anchor.note === undefined ? null : checkpointOf(anchor.note)
    const signed = anchor.note === undefined || isSigned(anchor.note, key)
    const fits = signed && (noted === null || (noted.size === anchor.size && noted.rootText === anchor.root))
    if (!fits) report('checkpoint-signature', where)
    const stamps = anchor.kind === 'timestamp' ? await stampsOn(files, anchor, event) : []
    if (stamps.some(({ state }) => state === 'fails')) report('stamp-fails', where)
    return { ...anchor, stamps, holds: grew && told && fits }
  })
  return Promise.all(checked)
}

function stampsOn(files: Files, { note, time }: Anchor, event: Event | undefined): Promise<readonly Stamp[]> {
  const replies = (event?.documents ?? []).map((document) => files.get(pathOf(document)))
  return Promise.all(
    (replies.length === 0 ? [undefined] : replies).map((reply) =>
      reply === undefined || note === undefined ? absent : checkStamp(reply, note, time),
    ),
  )
}

interface Known {
  readonly manifest: Manifest | null
  readonly seal: Seal | null
  readonly events: Events
}

/** What the folder says twice must be the same. */
async function checkCopies(
  files: Files,
  known: Known,
  report: Report,
): Promise<{ evidence: Evidence | null; documents: number }> {
  const text = readText(files, 'evidence.json', report)
  const evidence = text === null ? null : evidenceOf(text)
  if (text !== null && evidence === null) report('unreadable', 'evidence.json')
  if (evidence !== null && text !== null) {
    try {
      await compare(files, evidence, known, report)
    } catch {
      report('unreadable', 'evidence.json')
    }
    if (written(evidence) !== text) report('file-altered', 'evidence.json')
    const pdf = files.get('dossier.pdf')
    const inside = pdf === undefined ? null : embeddedIn(pdf)
    if (pdf !== undefined && (inside === null || !same(inside, utf8(text)))) report('copy-differs', 'dossier.pdf')
  }
  return { evidence, documents: await documentsIn(files, [...known.events.values()], report) }
}

async function compare(
  files: Files,
  evidence: Evidence,
  { manifest, seal, events }: Known,
  report: Report,
): Promise<void> {
  const { cover, timeline, integrity, sources = [], tables = [] } = evidence
  if (seal !== null) {
    const { verifierKey, size, root, proofs, anchors } = integrity
    if (!alike({ format: 'mailbewijs-proofs/1', verifierKey, size, root, proofs, anchors }, seal.proofs)) {
      report('copy-differs', 'proofs.json')
    }
    if (size !== seal.checkpoint.size || root !== base64(seal.checkpoint.root)) {
      report('checkpoint-mismatch', 'evidence.json')
    }
    if (seal.checkpoint.origin !== `mailbewijs/${cover.register}`) report('checkpoint-mismatch', 'checkpoint.txt')
  }
  if (manifest !== null) {
    const { made, program, register } = manifest
    if (made !== cover.made || program !== cover.program || register !== cover.register) {
      report('copy-differs', 'manifest.json')
    }
  }
  for (const { seq, event } of timeline) {
    if (event !== null && !alike(event, events.get(seq))) report('copy-differs', seq)
  }
  const told = new Set(timeline.map(({ seq }) => seq))
  for (const { seq, contact } of events.values()) {
    if (contact !== undefined && !told.has(seq)) report('copy-differs', seq)
  }
  for (const { import: number, line, header, row } of sources) {
    const name = `bronnen/import-${number}-line-${line}.txt`
    const file = files.get(name)
    const text = header === null ? `${row}\n` : `${header}\n${row}\n`
    if (file !== undefined && textOf(file) !== text) report('copy-differs', name)
  }
  for (const { name, sha256: hash } of tables) {
    const file = files.get(name)
    if (file === undefined) report('file-missing', name)
    else if ((await digestOf(file)) !== hash) report('copy-differs', name)
  }
}

/** Originals are held to the hash in the sealed event that names them. Returns how many are whole. */
async function documentsIn(files: Files, events: readonly Event[], report: Report): Promise<number> {
  const named = events.flatMap(({ documents, body }): readonly DocumentRef[] => [
    ...(documents ?? []),
    ...(body.document ? [body.document] : []),
    ...(body.point?.versions ?? []).flatMap((version) => version.documents),
  ])
  const kept = events.flatMap(({ type, body }): (readonly [string, string])[] => {
    if (type === 'decided' && body.recordSha256 !== undefined) {
      return [[`bronnen/answers-${body.id}.bin`, body.recordSha256]]
    }
    const content = body.mailing?.contentSha256
    if (!content) return []
    const start = `bronnen/document-${content.slice(0, 16)}`
    return [...files.keys()].filter((path) => path.startsWith(start)).map((path) => [path, content])
  })
  const byPath = new Map([...kept, ...named.map((document) => [pathOf(document), document.sha256] as const)])
  let whole = 0
  for (const [path, hash] of byPath) {
    const file = files.get(path)
    if (file === undefined) continue
    if ((await digestOf(file)) === hash) whole += 1
    else report('document-altered', path)
  }
  return whole
}

/** The text of a file that must be there and be UTF-8. */
function readText(files: Files, name: string, report: Report): string | null {
  const file = files.get(name)
  if (file === undefined) {
    report('file-missing', name)
    return null
  }
  const text = textOf(file)
  if (text === null) report('unreadable', name)
  return text
}

/** Equal as JSON, whatever the order of members. */
function alike(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every(
      (name) => name in b && alike((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]),
    )
  )
}
