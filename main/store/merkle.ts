/** The log's hash functions with this platform's SHA-256. */
import { hash } from 'node:crypto'
import { type Hash, merkleTree } from '../domain/log.ts'

/** SHA-256 as the domain asks for it. */
export const sha256 = (bytes: Uint8Array): Hash => hash('sha256', bytes, 'buffer')
export const tree = merkleTree(sha256)

/** The leaf of an event's text, as hex: SHA-256(0x00 ‖ UTF-8 text). */
export const leafOfText = (text: string): string => hash('sha256', `\0${text}`, 'hex')

/**
 * The same leaf as 32 characters of one byte each: a Buffer for every hash would cost more than the hash. Of a text, or
 * of its bytes.
 */
export function leafBytes(text: string | Uint8Array): string {
  if (typeof text === 'string') return hash('sha256', `\0${text}`, 'binary')
  if (prefixed.length <= text.length) prefixed = Buffer.alloc(2 * text.length + 1)
  prefixed.set(text, 1)
  return hash('sha256', prefixed.subarray(0, text.length + 1), 'binary')
}
/** A zero byte, and a text behind it. */
let prefixed = Buffer.alloc(1 << 12)

const WIDTH = 32
const pair = Buffer.alloc(1 + 2 * WIDTH, 1)

/** The root of 2^n hashes that stand in a row, as a new Buffer of 32 bytes. */
export function rootOfRow(row: Buffer): Buffer {
  const hashes = Buffer.from(row)
  for (let length = row.length / 2; length >= WIDTH; length /= 2) {
    for (let at = 0; at < length; at += WIDTH) {
      hashes.copy(pair, 1, 2 * at, 2 * at + 2 * WIDTH)
      hashes.write(hash('sha256', pair, 'binary'), at, 'latin1')
    }
  }
  return Buffer.from(hashes.subarray(0, WIDTH))
}

/** Leaves in a tile of the log. */
export const TILE = 256

/** Hashes of texts that follow one another in the log. */
export interface Hashes {
  /** Their leaves in a row. */
  readonly leaves: Uint8Array
  /** The root over them, where they are as many as a tile holds. */
  readonly root: Uint8Array | null
}

/** How many entries they are of. */
export const countOf = ({ leaves }: Hashes): number => leaves.length / WIDTH

/** `leaves` as `leafBytes` gives them. */
export function hashesOf(leaves: readonly string[]): Hashes {
  const row = Buffer.alloc(leaves.length * WIDTH)
  for (const [at, leaf] of leaves.entries()) row.write(leaf, at * WIDTH, 'latin1')
  return { leaves: row, root: leaves.length === TILE ? rootOfRow(row) : null }
}
