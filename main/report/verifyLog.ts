/** The seal of an evidence folder, and every event's place under it. */
import { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { base64Of, bytesOfBase64, bytesOfHex, hexOf } from '../domain/bytes.ts'
import type { Hash } from '../domain/log.ts'
import { openNote, parseCheckpointText, parseVerifierKey } from '../domain/note.ts'
import { publicKeyPem } from './evidenceJson.ts'
import { documentPath, fileNames, jsonText, type Proofs } from './folder.ts'
import { sha256, sha256Hex, tree, verifyEd25519 } from './hash.ts'
import { readReply } from './timestamp/reply.ts'
import { type Files, parsed } from './verifyFiles.ts'
import type { Report } from './verifyReport.ts'

export interface Seal {
  readonly origin: string
  readonly size: number
  readonly root: Hash
  readonly rootText: string
  readonly proofs: Proofs
}

export type Events = ReadonlyMap<number, RegisterEvent>

/** The checkpoint, its signature, and the proofs made for it; null where they cannot be read. */
export function checkSeal(files: Files, report: Report): Seal | null {
  const note = textOf(files, fileNames.checkpoint, report)
  const proofs = proofsIn(files, report)
  if (note === null || proofs === null) return null
  const verifier = parseVerifierKey(proofs.verifierKey, sha256)
  if (verifier === null) {
    report('checkpoint-signature', fileNames.proofs)
    return null
  }
  const text = openNote(note, verifier, verifyEd25519)
  if (text === null) report('checkpoint-signature', fileNames.checkpoint)
  const checkpoint = parseCheckpointText(text ?? note.split('\n\n')[0]?.concat('\n') ?? '')
  if (checkpoint === null) {
    report('unreadable', fileNames.checkpoint)
    return null
  }
  const { origin, size, root } = checkpoint
  const rootText = base64Of(root)
  if (origin !== verifier.name || size !== proofs.size || rootText !== proofs.root) {
    report('checkpoint-mismatch', fileNames.checkpoint)
  }
  const pem = files.get(fileNames.key)?.toString('utf8')
  if (pem !== undefined && pem !== publicKeyPem(proofs.verifierKey)) report('copy-differs', fileNames.key)
  return { origin, size, root, rootText, proofs }
}

/** Every line's leaf, every leaf's place, every gap, and that earlier checkpoints lie below this one. */
export function* checkEvents(files: Files, seal: Seal | null, report: Report): Generator<Progress, Events, void> {
  const text = textOf(files, fileNames.events, report)
  const lines = text === null || text === '' ? [] : text.replace(/\n$/u, '').split('\n')
  const events = new Map<number, RegisterEvent>()
  const proofs = new Map(seal?.proofs.proofs.map((proof) => [proof.seq, proof]))
  let last = -1

  for (const [index, line] of lines.entries()) {
    if (index % 500 === 499) yield { step: 'verifying', done: index, total: lines.length }
    const event = RegisterEvent.safeParse(parsed<object>(line)).data
    if (event === undefined) {
      report('unreadable', `${fileNames.events} ${index + 1}`)
      continue
    }
    const { seq } = event
    const proof = proofs.get(seq)
    if (seq <= last) report('event-altered', seq)
    last = seq
    events.set(seq, event)
    if (proof === undefined) report('proof-fails', seq)
    else if (hexOf(tree.leaf(Buffer.from(line))) !== proof.leaf) report('event-altered', seq)
  }
  if (seal === null) return events

  const named = new Set([...events.values()].flatMap((event) => (event.type === 'erased' ? event.body.removed : [])))
  for (const { seq, leaf, hashes, withheld } of proofs.values()) {
    if (withheld === null && !events.has(seq)) report('event-missing', seq)
    if (withheld !== null && events.has(seq)) report('copy-differs', seq)
    if (withheld === 'erased' && !named.has(seq)) report('event-unnamed-gap', seq)
    const claim = { leaf: hashOf(leaf), index: seq, size: seal.size, proof: hashes.map(hashOf), root: seal.root }
    if (!tree.includes(claim)) report('proof-fails', seq)
  }
  if (proofs.size !== seal.proofs.proofs.length) report('copy-differs', fileNames.proofs)
  checkAnchors(files, seal, events, report)
  return events
}

function checkAnchors(files: Files, { size, root, proofs }: Seal, events: Events, report: Report): void {
  const verifier = parseVerifierKey(proofs.verifierKey, sha256)
  for (const anchor of proofs.anchors) {
    const firstRoot = bytesOfBase64(anchor.root) ?? new Uint8Array(0)
    const claim = { first: anchor.size, firstRoot, size, root, proof: anchor.hashes.map(hashOf) }
    if (anchor.size > size) report('log-cut', `checkpoint ${anchor.size}`)
    else if (!tree.extends(claim)) report('proof-fails', `checkpoint ${anchor.size}`)
    const event = events.get(anchor.seq)
    const same =
      event?.type === 'anchored' &&
      event.body.size === anchor.size &&
      event.body.root === anchor.root &&
      event.body.where === anchor.where &&
      event.body.kind === anchor.kind &&
      event.body.time === anchor.time
    if (!same) report('copy-differs', `checkpoint ${anchor.size}`)
    const { note } = anchor
    if (note === undefined) continue
    const text = verifier === null ? null : openNote(note, verifier, verifyEd25519)
    const told = text === null ? null : parseCheckpointText(text)
    if (told?.size !== anchor.size || base64Of(told.root) !== anchor.root) {
      report('checkpoint-signature', `checkpoint ${anchor.size}`)
    }
    if (event !== undefined && !stampFits(files, event, note)) report('stamp-fails', `checkpoint ${anchor.size}`)
  }
}

/** A stamp that lies in the folder is of this very note, holds, and gives the time that the register wrote down. */
function stampFits(files: Files, { type, body, documents = [] }: RegisterEvent, note: string): boolean {
  if (type !== 'anchored' || body.kind !== 'timestamp') return true
  return documents.every((document) => {
    const reply = files.get(documentPath(document))
    if (reply === undefined) return true
    const { fault, stamp } = readReply(reply, null)
    return fault === null && stamp.imprint === sha256Hex(note) && stamp.time === body.time
  })
}

const hashOf = (hex: string): Hash => bytesOfHex(hex) ?? new Uint8Array(0)

function proofsIn(files: Files, report: Report): Proofs | null {
  const text = textOf(files, fileNames.proofs, report)
  const proofs = parsed<Proofs>(text ?? undefined)
  const lists: readonly unknown[] = [proofs?.proofs, proofs?.anchors]
  const sound =
    proofs?.format === 'mailbewijs-proofs/1' &&
    lists.every(Array.isArray) &&
    typeof proofs.verifierKey === 'string' &&
    [...proofs.proofs, ...proofs.anchors].every((one: unknown) => {
      const { seq, hashes } = (one ?? {}) as Record<string, unknown>
      return Number.isSafeInteger(seq) && Array.isArray(hashes) && hashes.every((hash) => typeof hash === 'string')
    }) &&
    proofs.proofs.every(({ leaf }) => typeof leaf === 'string') &&
    proofs.anchors.every(({ root }) => typeof root === 'string')
  if (sound) {
    // Written in one way only, so that no byte of it is free.
    if (jsonText(proofs) !== text) report('file-altered', fileNames.proofs)
    return proofs
  }
  if (text !== null) report('unreadable', fileNames.proofs)
  return null
}

/** The text of a file that must be there and be UTF-8. */
function textOf(files: Files, name: string, report: Report): string | null {
  const file = files.get(name)
  if (file === undefined) {
    report('file-missing', name)
    return null
  }
  const text = file.toString('utf8')
  if (Buffer.from(text).equals(file)) return text
  report('unreadable', name)
  return null
}
