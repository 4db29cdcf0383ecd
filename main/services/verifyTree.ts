/** The hashes of the log while its events stream by: leaves and tiles against those stored, roots against checkpoints. */
import { createPublicKey, verify as verifySignature } from 'node:crypto'
import type { Hash } from '../domain/log.ts'
import { openNote, parseCheckpointText, parseVerifierKey } from '../domain/note.ts'
import type { Identity } from '../store/identity.ts'
import type { Reading } from '../store/index.ts'
import { rootOfRow, sha256, TILE, tree } from '../store/merkle.ts'
import type { Flag } from './verifyFlaws.ts'

const WIDTH = 32
/** Levels of hashes in a tile. */
const HEIGHT = 8

/** Leaves are given in order, from 0, each as 32 characters of one byte. */
export function treeCheck(reading: Reading, identity: Identity, flag: Flag) {
  const tiles = tileReader(reading)
  const checkpoints = checkpointCheck(reading, identity, flag)
  const above = subtrees()
  /** The leaves of the tile under way, as they follow from the events. */
  const row = Buffer.alloc(TILE * WIDTH)
  const missing = new Set<number>()
  let size = 0

  const read = (level: number, index: number): Hash => {
    if (level >= HEIGHT) return above.at(level - HEIGHT, index)
    const start = ((index * 2 ** level) % TILE) * WIDTH
    return rootOfRow(row.subarray(start, start + 2 ** level * WIDTH))
  }
  const root = (): Buffer => Buffer.from(tree.root(size, read))

  /** The tile that the last leaf is in, which is full or the last. */
  const closeTile = (): void => {
    const idx = Math.floor((size - 1) / TILE)
    const first = idx * TILE
    const computed = row.subarray(0, (size - first) * WIDTH)
    const stored = tiles.tile(0, idx)
    const same = stored.length >= computed.length && stored.subarray(0, computed.length).equals(computed)
    for (let seq = first; !same && seq < size; seq++) {
      const start = (seq - first) * WIDTH
      const equal = stored.subarray(start, start + WIDTH).equals(computed.subarray(start, start + WIDTH))
      if (!equal && !missing.has(seq)) flag('event-altered', seq)
    }
    if (size - first < TILE) return
    const own = rootOfRow(computed)
    above.add(own)
    if (!tiles.stands(1, idx, same ? own : stored)) flag('tile-altered', `0/${idx}`)
  }

  return {
    /** The leaf that is stored for an event whose text is gone. */
    stored: (seq: number): string => {
      const start = (seq % TILE) * WIDTH
      return tiles.tile(0, Math.floor(seq / TILE)).toString('latin1', start, start + WIDTH)
    },
    /** The next leaf; null for an event that is missing. */
    add: (leaf: string | null): void => {
      const at = size % TILE
      if (at === 0) missing.clear()
      if (leaf === null) missing.add(size)
      if (leaf === null || row.write(leaf, at * WIDTH, 'latin1') < WIDTH) row.fill(0, at * WIDTH, (at + 1) * WIDTH)
      size++
      if (at === TILE - 1) closeTile()
      if (size === checkpoints.next()) checkpoints.check(root())
    },
    /** What is left to check after the last leaf. */
    end: (): { readonly root: Buffer; readonly checkpoints: number } => {
      if (size % TILE !== 0) closeTile()
      for (let level = 2, count = Math.floor(size / TILE ** 2); count > 0; level++, count = Math.floor(count / TILE)) {
        for (let index = 0; index < count; index++) {
          if (!tiles.stands(level, index, tiles.tile(level - 1, index))) flag('tile-altered', `${level - 1}/${index}`)
        }
      }
      checkpoints.beyond(size)
      return { root: root(), checkpoints: checkpoints.count() }
    },
  }
}

function tileReader({ sqlite }: Reading) {
  const tileAt = sqlite.select<[number, number], { data: Buffer }>(
    'SELECT data FROM tile WHERE level = ? AND idx = ?',
    ['data'],
  )
  const kept = new Map<number, { readonly idx: number; readonly data: Buffer }>()
  /** Empty where there is none. The last one of each level is kept. */
  const tile = (level: number, idx: number): Buffer => {
    const known = kept.get(level)
    if (known?.idx === idx) return known.data
    const data = tileAt.one(level, idx)?.data ?? Buffer.alloc(0)
    kept.set(level, { idx, data })
    return data
  }
  return {
    tile,
    /** Whether the hash at a place is that of this row, which is a whole tile or already its root. */
    stands: (level: number, index: number, row: Buffer): boolean => {
      const start = (index % TILE) * WIDTH
      const stored = tile(level, Math.floor(index / TILE)).subarray(start, start + WIDTH)
      if (row.length !== WIDTH && row.length !== TILE * WIDTH) return false
      return stored.equals(rootOfRow(row))
    },
  }
}

/** Roots of full tiles, of pairs of them, of pairs of those, and so on up. */
function subtrees() {
  const levels: Hash[][] = []
  const add = (hash: Hash, level: number): void => {
    const hashes = levels[level] ?? []
    levels[level] = hashes
    hashes.push(hash)
    if (hashes.length % 2 === 0) add(tree.node(hashes.at(-2) as Hash, hash), level + 1)
  }
  return {
    add: (hash: Hash): void => add(hash, 0),
    at: (level: number, index: number): Hash => levels[level]?.[index] as Hash,
  }
}

function checkpointCheck({ records }: Reading, identity: Identity, flag: Flag) {
  const own = parseVerifierKey(identity.verifierKey, sha256)
  const former = identity.former.map(({ verifierKey, size }) => ({ size, key: parseVerifierKey(verifierKey, sha256) }))
  const verifiersAt = (size: number) => [own, ...former.filter((one) => size <= one.size).map(({ key }) => key)]
  // What is signed while the verification goes on is for the next one.
  const newest = records.checkpoint()?.size ?? 0
  let queue = records.checkpoints(-1, 500)
  let count = 0
  const checkSignature = (note: string, size: number, root: Buffer): void => {
    const opened = verifiersAt(size).map((verifier) => verifier && openNote(note, verifier, signatureHolds))
    const text = opened.find((one) => one !== null) ?? null
    const said = text === null ? null : parseCheckpointText(text)
    if (said === null || said.size !== size || !root.equals(said.root)) flag('checkpoint-signature', String(size))
  }
  return {
    next: (): number | undefined => queue[0]?.size,
    check: (root: Buffer): void => {
      const checkpoint = queue.shift()
      if (!checkpoint) return
      count++
      if (!checkpoint.root.equals(root)) flag('checkpoint-mismatch', String(checkpoint.size))
      checkSignature(checkpoint.note, checkpoint.size, checkpoint.root)
      if (queue.length === 0) queue = records.checkpoints(checkpoint.size, 500)
    },
    /** Checkpoints of a log that was longer than it is now. */
    beyond: (size: number): void => {
      for (const checkpoint of queue) {
        if (checkpoint.size > newest) break
        count++
        if (checkpoint.size > size) flag('log-cut', String(checkpoint.size))
      }
    },
    count: () => count,
  }
}

/** Ed25519 over a note's text; the key is 32 bytes. */
export function signatureHolds(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey])
  return verifySignature(null, message, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature)
}
