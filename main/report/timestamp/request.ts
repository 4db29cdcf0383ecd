/** A time stamp request (RFC 3161, 2.4.1) for a seal: what is sent to an authority holds only a hash. */
import { hash } from 'node:crypto'
import { wrap } from './der.ts'

/** AlgorithmIdentifier of SHA-256 without parameters. */
const sha256Algorithm = wrap(0x30, Buffer.from('0609608648016503040201', 'hex'), Buffer.from('0500', 'hex'))
const version1 = Buffer.from('020101', 'hex')
const withCertificate = Buffer.from('0101ff', 'hex')

/**
 * The bytes of a `.tsq`. It carries no nonce: the hash is of a signed note that exists once, and a reply is checked
 * against that note itself.
 */
export function timeStampRequest(note: string): Buffer {
  const imprint = wrap(0x30, sha256Algorithm, wrap(0x04, hash('sha256', Buffer.from(note), 'buffer')))
  return wrap(0x30, version1, imprint, withCertificate)
}
