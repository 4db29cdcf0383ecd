/** The log's hash functions with this platform's SHA-256. */
import { hash } from 'node:crypto'
import { type Hash, merkleTree } from '../domain/log.ts'

/** SHA-256 as the domain asks for it. */
export const sha256 = (bytes: Uint8Array): Hash => hash('sha256', bytes, 'buffer')
export const tree = merkleTree(sha256)

/** The leaf of an event's text, as hex: SHA-256(0x00 ‖ UTF-8 text). */
export const leafOfText = (text: string): string => hash('sha256', `\0${text}`, 'hex')

/** The same leaf as 32 characters of one byte each: a Buffer for every hash would cost more than the hash. */
export const leafBytes = (text: string): string => hash('sha256', `\0${text}`, 'binary')

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

/** Texts that follow one another in the log, in one piece of memory. */
export interface Texts {
  /** In UTF-8, a zero byte before each: what a leaf is the hash of. RFC 9162, 2.1.1. */
  readonly bytes: Uint8Array
  /** Where each ends. */
  readonly ends: readonly number[]
}

/** Hashes of texts that follow one another in the log. */
export interface Hashes {
  /** Their leaves in a row. */
  readonly leaves: Uint8Array
  /** The root over them, where they are a number that a tile holds. */
  readonly root: Uint8Array | null
}

/** `tile`: leaves in a tile. */
export function hashesOf({ bytes, ends }: Texts, tile: number): Hashes {
  const leaves = Buffer.alloc(ends.length * WIDTH)
  for (const [at, end] of ends.entries()) {
    leaves.write(leafOfBytes(bytes.subarray(ends[at - 1] ?? 0, end)), at * WIDTH, 'latin1')
  }
  return { leaves, root: ends.length === tile ? rootOfRow(leaves) : null }
}

/** The leaf of a text with its zero byte before it; see `leafBytes`. */
export const leafOfBytes = (bytes: Uint8Array): string => hash('sha256', bytes, 'binary')
