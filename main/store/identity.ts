/** Who this register is: its origin in the log's checkpoints, and the keys that lie in the file itself. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  randomBytes,
  randomUUID,
  sign as signBytes,
} from 'node:crypto'
import { checkpointText, signedNote, verifierKey, verifierOf } from '../domain/note.ts'
import { sha256 } from './merkle.ts'
import type { Sqlite } from './sqlite.ts'

export interface Identity {
  readonly id: string
  /** The log's name in its checkpoints. */
  readonly origin: string
  /** Milliseconds since 1970. */
  readonly created: number
  /** The text by which anyone checks this register's notes (C2SP verifier key). */
  readonly verifierKey: string
  /** Ed25519, 32 bytes. */
  readonly publicKey: Buffer
  /** The registers that signed the beginning of this log, oldest first. */
  readonly former: readonly Former[]
  /** A signed checkpoint for a size and root. */
  readonly sign: (size: number, root: Uint8Array) => string
  /** HMAC-SHA256 of an address key with the register's own key, hex: what remains after an erasure. */
  readonly keyedHash: (key: string) => string
}

/** A log that this one goes on from: who signed it, and how far it went. */
export interface Former {
  readonly origin: string
  readonly verifierKey: string
  readonly size: number
}

/** What another register needs to go on from this one. Base64. */
export interface Keys {
  /** Without it an erased address would no longer be known, and could be mailed again: it always travels. */
  readonly suppression: string
  /** Number and signing key; only where the register itself moves. */
  readonly identity: { readonly id: string; readonly created: number; readonly signing: string } | null
}

export function exportKeys(sqlite: Sqlite, whole: boolean): Keys {
  const meta = sqlite.select<[string], { value: string | number | Buffer }>('SELECT value FROM meta WHERE key = ?', [
    'value',
  ])
  const value = (key: string) => meta.one(key)?.value
  const base64 = (key: string) => (value(key) as Buffer).toString('base64')
  return {
    suppression: base64('suppression-key'),
    identity: whole
      ? { id: value('id') as string, created: value('created') as number, signing: base64('signing-key') }
      : null,
  }
}

/** Takes over another register's keys; `identity` is the one in use, which is changed in place. In a transaction. */
export function adoptKeys(sqlite: Sqlite, identity: Identity, keys: Keys, former: readonly Former[]): void {
  const put = sqlite.write<[string, string | number | Buffer]>(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  put('suppression-key', Buffer.from(keys.suppression, 'base64'))
  if (keys.identity) {
    put('id', keys.identity.id)
    put('created', keys.identity.created)
    put('signing-key', Buffer.from(keys.identity.signing, 'base64'))
  }
  put('former', JSON.stringify(former))
  reloadIdentity(sqlite, identity)
}

/** What the file says now; after a rollback, too. */
export const reloadIdentity = (sqlite: Sqlite, identity: Identity): void =>
  void Object.assign(identity, readIdentity(sqlite))

/** Writes a new register's identity. Belongs in a transaction. */
export function createIdentity(sqlite: Sqlite, created: number): void {
  const put = sqlite.write<[string, string | number | Buffer]>('INSERT INTO meta (key, value) VALUES (?, ?)')
  const { privateKey } = generateKeyPairSync('ed25519')
  put('id', randomUUID())
  put('created', created)
  put('signing-key', privateKey.export({ format: 'der', type: 'pkcs8' }))
  put('suppression-key', randomBytes(32))
}

/** Null where the file holds none: it is new. */
export function readIdentity(sqlite: Sqlite): Identity | null {
  const meta = sqlite.select<[string], { value: string | number | Buffer }>('SELECT value FROM meta WHERE key = ?', [
    'value',
  ])
  const value = <T>(key: string): T => meta.one(key)?.value as T
  const id = value<string | undefined>('id')
  if (id === undefined) return null

  const privateKey = createPrivateKey({ key: value<Buffer>('signing-key'), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const publicKey = Buffer.from(spki.subarray(spki.length - 32))
  const origin = `mailbewijs/${id}`
  const verifier = verifierOf(origin, publicKey, sha256)
  if (verifier === null) throw new Error('the register has no usable name or key')
  const suppressionKey = value<Buffer>('suppression-key')

  return {
    id,
    origin,
    created: value<number>('created'),
    verifierKey: verifierKey(verifier),
    publicKey,
    former: JSON.parse(value<string | undefined>('former') ?? '[]') as Former[],
    sign: (size, root) => {
      const text = checkpointText({ origin, size, root })
      return signedNote(text, verifier, (message) => signBytes(null, message, privateKey))
    },
    keyedHash: keyedHashWith(suppressionKey),
  }
}

/**
 * HMAC-SHA256 (RFC 2104) with a key of 32 bytes, hex. From two plain hashes: an import asks for two of these a row, and
 * `createHmac` costs seven times as much.
 */
export function keyedHashWith(key: Uint8Array): (text: string) => string {
  const padded = (filling: number) => Buffer.alloc(64, filling).map((byte, at) => byte ^ (key[at] ?? 0))
  const [inner, outer] = [padded(0x36), padded(0x5c)]
  return (text) => {
    const within = hash('sha256', Buffer.concat([inner, Buffer.from(text)]), 'buffer')
    return hash('sha256', Buffer.concat([outer, within]), 'hex')
  }
}
