/** The log's hash functions with this platform's SHA-256. */
import { hash } from 'node:crypto'
import { type Hash, merkleTree } from '../domain/log.ts'

/** SHA-256 as the domain asks for it. */
export const sha256 = (bytes: Uint8Array): Hash => hash('sha256', bytes, 'buffer')
export const tree = merkleTree(sha256)

/** The leaf of an event's text, as hex: SHA-256(0x00 ‖ UTF-8 text). */
export const leafOfText = (text: string): string => hash('sha256', `\0${text}`, 'hex')
