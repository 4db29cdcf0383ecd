/**
 * Checkpoints as signed notes: the texts of C2SP signed-note and tlog-checkpoint, which verifiers written by others
 * can read. Signing itself happens elsewhere; here it is a function that comes in.
 */
import { base64Of, bytesOfBase64, hexOf, utf8Of } from './bytes.ts'
import type { Hash, Sha256 } from './log.ts'

/** A public key with the name it signs under. */
export interface Verifier {
  readonly name: string
  /** First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). */
  readonly id: Uint8Array
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array
}

/** What a checkpoint says: which log, how large, and its root. */
export interface CheckpointText {
  readonly origin: string
  readonly size: number
  readonly root: Hash
  /** Further lines, without their line ends. */
  readonly extensions: readonly string[]
}

export interface Note {
  /** What is signed, with its last line end. */
  readonly text: string
  readonly signatures: readonly { readonly name: string; readonly id: Uint8Array; readonly signature: Uint8Array }[]
}

export type Sign = (message: Uint8Array) => Uint8Array
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

/** A verifier for a public key, or null where the name or key cannot be one. */
export function verifierOf(name: string, publicKey: Uint8Array, sha256: Sha256): Verifier | null {
  if (!isKeyName(name) || publicKey.length !== 32) return null
  return { name, id: sha256(joined(utf8Of(name), [0x0a, 0x01], publicKey)).slice(0, 4), publicKey }
}

/** `name+hex(id)+base64(0x01 ‖ key)`: the text to publish, by which anyone can check notes. */
export function verifierKey({ name, id, publicKey }: Verifier): string {
  return `${name}+${hexOf(id)}+${base64Of(joined([0x01], publicKey))}`
}

/** Reads a verifier key; null where it is malformed, of another kind than Ed25519, or its id does not fit. */
export function parseVerifierKey(text: string, sha256: Sha256): Verifier | null {
  const [, name = '', id, key = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? []
  const bytes = bytesOfBase64(key)
  if (bytes === null || bytes[0] !== 0x01) return null
  const verifier = verifierOf(name, bytes.slice(1), sha256)
  return verifier !== null && hexOf(verifier.id) === id ? verifier : null
}

/** The text of a checkpoint, ready to sign. The origin may hold no line end and not be empty. */
export function checkpointText({ origin, size, root, extensions = [] }: CheckpointInput): string {
  const lines = [origin, String(size), base64Of(root), ...extensions]
  if (lines.some((line) => !isLine(line))) throw new RangeError('a checkpoint line that is empty or no single line')
  return lines.map((line) => `${line}\n`).join('')
}

type CheckpointInput = Omit<CheckpointText, 'extensions'> & { readonly extensions?: readonly string[] }

/** Reads a checkpoint's text; null where it is none. */
export function parseCheckpointText(text: string): CheckpointText | null {
  if (!text.endsWith('\n')) return null
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n')
  if (origin === undefined || size === undefined || root === undefined) return null
  if (![origin, ...extensions].every(isLine) || !/^(0|[1-9]\d{0,15})$/u.test(size)) return null
  const hash = bytesOfBase64(root)
  if (hash?.length !== 32 || !Number.isSafeInteger(Number(size))) return null
  return { origin, size: Number(size), root: hash, extensions }
}

/** The whole note: the text, a blank line, and one signature. */
export function signedNote(text: string, { name, id }: Verifier, sign: Sign): string {
  if (!isNoteText(text)) throw new RangeError('a note is lines of text that end in a line end')
  return `${text}\n— ${name} ${base64Of(joined(id, sign(utf8Of(text))))}\n`
}

/** Takes a note apart without judging its signatures; null where it is no note. */
export function parseNote(note: string): Note | null {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) return null
  const text = note.slice(0, end + 1)
  const lines = note.slice(end + 2, -1).split('\n')
  if (!isNoteText(text) || lines.length > 100) return null
  const signatures = lines.map(parseSignature)
  return signatures.every((one) => one !== null) ? { text, signatures } : null
}

/**
 * The text of a note that carries a good signature of this verifier; null otherwise. A bad signature under the
 * verifier's name and id rejects the note, whatever else is signed under it; other keys' signatures are passed over.
 */
export function openNote(note: string, verifier: Verifier, verify: Verify): string | null {
  const parsed = parseNote(note)
  if (parsed === null) return null
  const { text, signatures } = parsed
  const own = signatures.filter(({ name, id }) => name === verifier.name && hexOf(id) === hexOf(verifier.id))
  const good = own.length > 0 && own.every(({ signature }) => verify(verifier.publicKey, utf8Of(text), signature))
  return good ? text : null
}

function parseSignature(line: string): Note['signatures'][number] | null {
  const [, name = '', signed = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? []
  const bytes = bytesOfBase64(signed)
  if (!isKeyName(name) || bytes === null || bytes.length < 5) return null
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) }
}

const isKeyName = (name: string) => /^[^\s+]+$/u.test(name) && name.isWellFormed()
const isLine = (line: string) => line !== '' && !/\n/u.test(line)
// Control characters below U+0020 other than the line end are forbidden by the specification.
const isNoteText = (text: string) =>
  text.endsWith('\n') && text.isWellFormed() && [...text].every((letter) => letter >= ' ' || letter === '\n')

function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
