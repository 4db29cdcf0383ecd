/** Signatures as a browser itself verifies them: RSA (PKCS #1 v1.5, PSS; RFC 8017, RFC 4055) and ECDSA (RFC 5758). */
import { joined } from './bytes.ts'
import type { Certificate } from './certificate.ts'
import { inner, type Node, nodeOf, oidAt, partAt, partsOf, sequenceAt, tags } from './der.ts'

export const digestNames: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}
const curves: Readonly<Record<string, { readonly name: string; readonly bytes: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', bytes: 32 },
  '1.3.132.0.34': { name: 'P-384', bytes: 48 },
  '1.3.132.0.35': { name: 'P-521', bytes: 66 },
}
/** What the signature is made with, and the digest where it names one; else it is the signer's. */
const schemes: Readonly<Record<string, readonly ['RSA' | 'PSS' | 'ECDSA', string | null]>> = {
  '1.2.840.113549.1.1.1': ['RSA', null],
  '1.2.840.113549.1.1.11': ['RSA', 'SHA-256'],
  '1.2.840.113549.1.1.12': ['RSA', 'SHA-384'],
  '1.2.840.113549.1.1.13': ['RSA', 'SHA-512'],
  '1.2.840.113549.1.1.10': ['PSS', null],
  '1.2.840.10045.4.3.2': ['ECDSA', 'SHA-256'],
  '1.2.840.10045.4.3.3': ['ECDSA', 'SHA-384'],
  '1.2.840.10045.4.3.4': ['ECDSA', 'SHA-512'],
}

export interface Signed {
  readonly message: Uint8Array
  readonly signature: Uint8Array
  /** As WebCrypto calls it. */
  readonly digest: string
  /** AlgorithmIdentifier, taken apart. */
  readonly algorithm: readonly Node[]
}

/** Null where this browser does not know the algorithm. */
export async function verifies(
  { message, signature, digest, algorithm }: Signed,
  { key }: Certificate,
  subtle: SubtleCrypto,
): Promise<boolean | null> {
  const [scheme, named] = schemes[oidAt(algorithm, 0)] ?? []
  const curve = curves[key.curve ?? '']
  if (scheme === undefined || (scheme === 'ECDSA' && curve === undefined)) return null
  const pss = scheme === 'PSS' ? pssOf(algorithm) : null
  const hash = pss?.hash ?? named ?? digest
  const form = { RSA: 'RSASSA-PKCS1-v1_5', PSS: 'RSA-PSS', ECDSA: 'ECDSA' }[scheme]
  const how = { name: form, hash, namedCurve: curve?.name ?? '', saltLength: pss?.salt ?? 0 }
  const spki = scheme === 'ECDSA' ? key.whole : rsaKey(key.bits)
  try {
    const imported = await subtle.importKey('spki', Uint8Array.from(spki), how, false, ['verify'])
    const bytes = scheme === 'ECDSA' ? bothOf(signature, curve?.bytes ?? 0) : signature
    return await subtle.verify(how, imported, Uint8Array.from(bytes), Uint8Array.from(message))
  } catch (problem) {
    if (problem instanceof RangeError) return false
    return null
  }
}

/** A key that is meant for PSS alone stands under a name that browsers do not read; it is the same key. */
const rsaKey = (bits: Uint8Array): Uint8Array => {
  const algorithm = Uint8Array.of(0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 1, 1, 5, 0)
  const length = algorithm.length + bits.length
  return joined(Uint8Array.of(0x30, 0x82, length >> 8, length & 0xff), algorithm, bits)
}

/** RSASSA-PSS-params (RFC 4055, 3.1), with what holds where they say nothing. */
function pssOf(algorithm: readonly Node[]): { readonly hash: string; readonly salt: number } {
  const parameters = algorithm[1]?.tag === tags.sequence ? partsOf(algorithm[1]) : []
  const told = (number: number) => parameters.find(({ tag }) => tag === inner(number))
  const [hash, salt] = [told(0), told(2)]
  return {
    hash: hash === undefined ? 'SHA-1' : (digestNames[oidAt(sequenceAt(partsOf(hash), 0), 0)] ?? ''),
    salt: salt === undefined ? 20 : (partAt(partsOf(salt), 0, tags.integer).content.at(-1) ?? 0),
  }
}

/** Two numbers in DER, as WebCrypto wants them: side by side, each as long as the curve. */
function bothOf(signature: Uint8Array, length: number): Uint8Array {
  const numbers = partsOf(nodeOf(signature))
  const padded = [0, 1].map((at) => {
    const { content } = partAt(numbers, at, tags.integer)
    const digits = content[0] === 0 ? content.subarray(1) : content
    if (digits.length > length) throw new RangeError('longer than the curve')
    return joined(new Uint8Array(length - digits.length), digits)
  })
  return joined(...padded)
}
