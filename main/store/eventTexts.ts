/** Texts of events as the log keeps them. Those of very many are made with their hashes on a thread that has the time. */
import { randomFillSync } from 'node:crypto'
import { instantOf } from '../domain/time.ts'
import { type Hashes, hashesOf, leafBytes, TILE } from './merkle.ts'

/** One act: who, and when the register learned of it (milliseconds). Its events share a number. */
export interface Act {
  readonly by: string
  readonly recorded: number
  readonly action: number
}

let common = ''
let commonOf: Act | null = null
/** What the events of one act have in common. */
function actText(act: Act): string {
  if (commonOf !== act) {
    common = `"recorded":"${instantOf(act.recorded)}","by":${JSON.stringify(act.by)},"action":${act.action},`
    commonOf = act
  }
  return common
}

/** An event's text up to what only its source knows: JSON object text without its end. */
export function textBefore(act: Act, seq: number, contact: number | null): string {
  const whose = contact === null ? '' : `"contact":${contact},`
  return `{"v":1,"seq":${seq},"salt":"${nextSalt()}",${actText(act)}${whose}`
}

/** Texts that follow one another in the log, ready to be written. */
export interface MadeTexts {
  /** The sequence number of the first. */
  readonly first: number
  /** UTF-8, one after another. */
  readonly bytes: Uint8Array
  /** Where each ends. */
  readonly ends: readonly number[]
  /** Of each, up to where a tile of the log ends. */
  readonly hashes: readonly Hashes[]
}

/** Makes the texts of some events of an act, then those of others, in the same memory. */
export function textMaker() {
  let act: Act | null = null
  let first = 0
  let bytes = Buffer.allocUnsafeSlow(1 << 16)
  let used = 0
  let ends: number[] = []
  const makeRoom = (more: number): void => {
    if (used + more <= bytes.length) return
    const former = bytes
    bytes = Buffer.allocUnsafeSlow(2 * (used + more))
    former.copy(bytes, 0, 0, used)
  }

  return {
    /** `seq` is the sequence number of the first of them. */
    begin: (of: Act, seq: number): void => {
      act = of
      first = seq
      used = 0
      ends = []
    },
    /** The next event: `tail` is the rest of its text but for what stands in `more` from byte `from` up to `to`. */
    add: (contact: number, tail: string, more: Buffer, from: number, to: number): void => {
      const text = textBefore(act as Act, first + ends.length, contact) + tail
      makeRoom(3 * text.length + to - from)
      used += bytes.write(text, used)
      used += more.copy(bytes, used, from, to)
      ends.push(used)
    },
    made: (): MadeTexts => {
      const hashes: Hashes[] = []
      for (let at = 0; at < ends.length; ) {
        const end = Math.min(ends.length, at + TILE - ((first + at) % TILE))
        const leaves: string[] = []
        for (; at < end; at++) leaves.push(leafBytes(bytes.subarray(ends[at - 1] ?? 0, ends[at])))
        hashes.push(hashesOf(leaves))
      }
      // In memory of its own, which another thread is given whole.
      const own = Buffer.allocUnsafeSlow(used)
      bytes.copy(own, 0, 0, used)
      return { first, bytes: own, ends, hashes }
    },
  }
}

const SALT = 16
const pool = Buffer.alloc(SALT * 4096)
let salted = pool.length

/** 16 random bytes, base64url, from a pool: asking the system for each would cost more than the hash. */
function nextSalt(): string {
  if (salted === pool.length) {
    randomFillSync(pool)
    salted = 0
  }
  salted += SALT
  return pool.toString('base64url', salted - SALT, salted)
}
