/** The seal: a checkpoint as a signed note (C2SP tlog-checkpoint, signed-note), signed with Ed25519. */
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64, hex, joined, same, unbase64, utf8 } from './bytes.ts'

export interface Key {
  readonly name: string
  readonly id: Uint8Array
  readonly bytes: Uint8Array
}

export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly rootText: string
}

/** `name+id+base64(0x01 ‖ key)`; null where it is malformed or its id is not that of the key. */
export function keyOf(text: string): Key | null {
  const [, name = '', id, encoded = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? []
  const typed = unbase64(encoded)
  if (typed?.length !== 33 || typed[0] !== 1) return null
  const bytes = typed.slice(1)
  const fits = sha256(joined(utf8(name), Uint8Array.of(10, 1), bytes)).slice(0, 4)
  return hex(fits) === id ? { name, id: fits, bytes } : null
}

/** The key in the form that OpenSSL reads (RFC 8410). */
export function pemOf(key: Key): string {
  const prefix = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00)
  return `-----BEGIN PUBLIC KEY-----\n${base64(joined(prefix, key.bytes))}\n-----END PUBLIC KEY-----\n`
}

/** What the note says, whether or not it is signed well; null where it says nothing that can be read. */
export function checkpointOf(note: string): Checkpoint | null {
  const end = note.lastIndexOf('\n\n')
  const [origin = '', size = '', root = '', ...further] = (end < 0 ? note.trimEnd() : note.slice(0, end)).split('\n')
  const bytes = unbase64(root)
  if (origin === '' || !/^(?:0|[1-9]\d{0,15})$/u.test(size) || bytes?.length !== 32 || further.includes('')) return null
  return { origin, size: Number(size), root: bytes, rootText: root }
}

/** Whether the note carries this key's signature, and no bad one under its name. */
export function isSigned(note: string, key: Key): boolean {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) return false
  const text = note.slice(0, end + 1)
  if ([...text].some((letter) => letter < ' ' && letter !== '\n')) return false
  const signatures = note
    .slice(end + 2, -1)
    .split('\n')
    .map((line) => {
      const [, name = '', encoded = ''] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? []
      const bytes = unbase64(encoded)
      return bytes === null || bytes.length < 5 ? null : { name, id: bytes.slice(0, 4), signature: bytes.slice(4) }
    })
  if (signatures.some((one) => one === null)) return false
  const own = signatures.filter((one) => one?.name === key.name && same(one.id, key.id))
  return own.length > 0 && own.every((one) => one !== null && verifies(one.signature, utf8(text), key.bytes))
}

function verifies(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  try {
    return signature.length === 64 && ed25519.verify(signature, message, key, { zip215: false })
  } catch {
    return false
  }
}
