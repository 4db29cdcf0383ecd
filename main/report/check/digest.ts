/** SHA-256 of whole files, as hexadecimal text. */
import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from './bytes.ts'

const LARGE = 100_000

/** A browser's own is faster for what is large; where a page from a file may not use it, ours gives the same. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const own: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (own === undefined || bytes.length < LARGE) return hex(sha256(bytes))
  return hex(new Uint8Array(await own.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)))
}
