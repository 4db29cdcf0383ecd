/** The log's hashes on disk: tiles of 256 (RFC 9162 leaves and subtree roots) and signed checkpoints. */
import type { Hash, ReadHash } from '../domain/log.ts'
import type { Identity } from './identity.ts'
import { countOf, type Hashes, leafBytes, rootOfRow, TILE, tree } from './merkle.ts'
import type { Sqlite } from './sqlite.ts'

const WIDTH = 32
const STEP = 8

export interface StoredCheckpoint {
  readonly size: number
  readonly root: Buffer
  readonly at: number
  readonly note: string
}

/** Reads hashes of complete subtrees from the tiles; keeps the inner nodes of the tiles it read last. */
export function tileReader(sqlite: Sqlite): ReadHash {
  const tileAt = sqlite.select<[number, number], { data: Buffer }>(
    'SELECT data FROM tile WHERE level = ? AND idx = ?',
    ['data'],
  )
  const kept = new Map<string, Buffer>()
  const tile = (level: number, idx: number): Buffer => {
    const name = `${level}/${idx}`
    const found = kept.get(name)
    if (found) return found
    const data = tileAt.one(level, idx)?.data
    if (!data) throw new Error(`tile ${name} is missing`)
    if (data.length === TILE * WIDTH) {
      if (kept.size > 64) kept.delete(kept.keys().next().value as string)
      kept.set(name, data)
    }
    return data
  }

  return (level, index) => {
    const height = Math.floor(level / STEP)
    const span = 2 ** (level % STEP)
    const first = index * span
    const data = tile(height, Math.floor(first / TILE))
    const start = (first % TILE) * WIDTH
    return subtree(data.subarray(start, start + span * WIDTH))
  }
}

/** The root of 2^n hashes that stand in a row. */
function subtree(row: Buffer): Hash {
  if (row.length === WIDTH) return row
  const half = row.length / 2
  return tree.node(subtree(row.subarray(0, half)), subtree(row.subarray(half)))
}

export type LogWriter = ReturnType<typeof logWriter>

/** Appends to the log. What is appended lives in memory until `save`, which belongs in the same transaction. */
export function logWriter(sqlite: Sqlite, identity: Identity) {
  const partial = sqlite.select<[number], { idx: number; data: Buffer }>(
    'SELECT idx, data FROM tile WHERE level = ? ORDER BY idx DESC LIMIT 1',
    ['idx', 'data'],
  )
  const put = sqlite.write<[number, number, Buffer]>(
    'INSERT INTO tile (level, idx, data) VALUES (?, ?, ?) ON CONFLICT (level, idx) DO UPDATE SET data = excluded.data',
  )
  const putCheckpoint = sqlite.write<[number, Buffer, number, string]>(
    'INSERT INTO checkpoint (size, root, at, note) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const read = tileReader(sqlite)

  interface Edge {
    /** Index of the tile that is being filled. */
    idx: number
    count: number
    saved: number
    readonly data: Buffer
  }
  let edges: Edge[] = []
  let size = 0

  const edgeAt = (level: number): Edge => {
    const edge = edges[level]
    if (edge) return edge
    const fresh: Edge = { idx: 0, count: 0, saved: 0, data: Buffer.alloc(TILE * WIDTH) }
    edges[level] = fresh
    return fresh
  }
  /** `hash` as 32 characters of one byte each. */
  const push = (level: number, hash: string): void => {
    const edge = edgeAt(level)
    edge.data.write(hash, edge.count * WIDTH, 'latin1')
    edge.count++
    if (edge.count === TILE) close(level, edge, rootOfRow(edge.data))
  }
  const close = (level: number, edge: Edge, root: Uint8Array): void => {
    put(level, edge.idx, edge.data)
    edge.idx++
    edge.count = 0
    edge.saved = 0
    push(level + 1, Buffer.from(root).toString('latin1'))
  }
  const take = ({ leaves, root }: Hashes): void => {
    const edge = edgeAt(0)
    edge.data.set(leaves, edge.count * WIDTH)
    edge.count += leaves.length / WIDTH
    if (edge.count === TILE) close(0, edge, root ?? rootOfRow(edge.data))
  }
  const load = (): void => {
    edges = []
    size = 0
    for (let level = 0; ; level++) {
      const last = partial.one(level)
      if (!last) break
      const count = last.data.length / WIDTH
      const edge = edgeAt(level)
      const full = count === TILE
      edge.idx = full ? last.idx + 1 : last.idx
      edge.count = full ? 0 : count
      edge.saved = edge.count
      if (!full) last.data.copy(edge.data)
      if (level === 0) size = last.idx * TILE + count
    }
  }
  load()

  return {
    /** The number of entries, which is the sequence number of the next. */
    size: (): number => size,
    append: (text: string): void => {
      push(0, leafBytes(text))
      size++
    },
    /** Entries whose hashes are known; never more than what the tile under way still holds. */
    appendHashes: (hashes: Hashes): void => {
      size += countOf(hashes)
      take(hashes)
    },
    /** An entry whose text is gone and whose leaf (hex) is known. */
    appendLeaf: (leaf: string): void => {
      push(0, Buffer.from(leaf, 'hex').toString('latin1'))
      size++
    },
    /** Keeps a checkpoint that another register signed for the same log. */
    keepCheckpoint: ({ size: of, root, at, note }: StoredCheckpoint): void => void putCheckpoint(of, root, at, note),
    /** Writes the tiles that are not full yet. */
    save: (): void => {
      for (const [level, edge] of edges.entries()) {
        if (edge.count === edge.saved) continue
        put(level, edge.idx, edge.data.subarray(0, edge.count * WIDTH))
        edge.saved = edge.count
      }
    },
    /** Signs what stands now. `save` comes first. `at` in milliseconds. */
    checkpoint: (at: number): StoredCheckpoint => {
      const root = Buffer.from(tree.root(size, read))
      const note = identity.sign(size, root)
      putCheckpoint(size, root, at, note)
      return { size, root, at, note }
    },
    /** Forgets what was appended and not committed. */
    load,
  }
}
