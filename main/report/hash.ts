/** SHA-256 and Ed25519 as reports need them. */
import { createPublicKey, hash, verify } from 'node:crypto'
import { merkleTree, type Sha256 } from '../domain/log.ts'
import type { Verify } from '../domain/note.ts'

export const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer')
export const sha256Hex = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'hex')
export const tree = merkleTree(sha256)

/** SubjectPublicKeyInfo of an Ed25519 key (RFC 8410), up to its 32 bytes. */
const spki = Buffer.from('302a300506032b6570032100', 'hex')

/** The key as DER, in the form OpenSSL reads. */
export const spkiOf = (publicKey: Uint8Array): Buffer => Buffer.concat([spki, publicKey])

export const verifyEd25519: Verify = (publicKey, message, signature) => {
  if (signature.length !== 64) return false
  try {
    return verify(null, message, createPublicKey({ key: spkiOf(publicKey), format: 'der', type: 'spki' }), signature)
  } catch {
    return false
  }
}
