/**
 * The log as a Merkle tree after RFC 9162, section 2.1: roots, and proofs that an entry is in it and that it only
 * grew. Sizes and indexes are whole numbers up to 2^53; halving is division, so nothing wraps at 2^32.
 */

/** 32 bytes. */
export type Hash = Uint8Array
export type Sha256 = (bytes: Uint8Array) => Hash
/** The hash of the complete subtree of 2^level leaves that starts at leaf index × 2^level. */
export type ReadHash = (level: number, index: number) => Hash

/** Computes roots while entries stream by; holds one hash a level. */
export interface TreeHead {
  readonly add: (leaf: Hash) => void
  readonly size: () => number
  readonly root: () => Hash
}

export interface MerkleTree {
  /** SHA-256(0x00 ‖ entry). */
  readonly leaf: (entry: Uint8Array) => Hash
  /** SHA-256(0x01 ‖ left ‖ right). */
  readonly node: (left: Hash, right: Hash) => Hash
  readonly root: (size: number, read: ReadHash) => Hash
  /** The hashes beside the way from entry `index` up to the root of `size` entries, lowest first. */
  readonly inclusion: (index: number, size: number, read: ReadHash) => readonly Hash[]
  readonly includes: (claim: Inclusion) => boolean
  /** Shows that the log of `size` entries begins with the log of `first` entries; empty where they are equal or `first` is 0. */
  readonly consistency: (first: number, size: number, read: ReadHash) => readonly Hash[]
  readonly extends: (claim: Consistency) => boolean
  /** A new accumulator, empty or going on after the first `from.size` entries. */
  readonly head: (from?: { readonly size: number; readonly read: ReadHash }) => TreeHead
}

export interface Inclusion {
  readonly leaf: Hash
  readonly index: number
  readonly size: number
  readonly proof: readonly Hash[]
  readonly root: Hash
}

export interface Consistency {
  readonly first: number
  readonly firstRoot: Hash
  readonly size: number
  readonly root: Hash
  readonly proof: readonly Hash[]
}

/** The tree's operations with a hash function. `sha256` may not keep the bytes it is given: they are used again. */
export function merkleTree(sha256: Sha256): MerkleTree {
  const pair = new Uint8Array(65)
  pair[0] = 1
  const node = (left: Hash, right: Hash): Hash => {
    pair.set(left, 1)
    pair.set(right, 33)
    return sha256(pair)
  }
  const leaf = (entry: Uint8Array): Hash => {
    const prefixed = new Uint8Array(entry.length + 1)
    prefixed.set(entry, 1)
    return sha256(prefixed)
  }
  const range = (from: number, to: number, read: ReadHash) => fold(peaks(from, to, read), node, sha256)
  const root = (size: number, read: ReadHash) => range(0, known(size), read)

  return {
    leaf,
    node,
    root,
    inclusion: (index, size, read) => inclusionProof(known(index), known(size), (from, to) => range(from, to, read)),
    includes: (claim) => holdsInclusion(claim, node),
    consistency: (first, size, read) =>
      consistencyProof(known(first), known(size), (from, to) => range(from, to, read)),
    extends: (claim) => holdsConsistency(claim, node, sha256),
    head: (from) => treeHead(node, sha256, from),
  }
}

type Node = MerkleTree['node']
type Range = (from: number, to: number) => Hash

const half = (n: number) => Math.floor(n / 2)
const odd = (n: number) => n % 2 === 1

function known(n: number): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError('not a size or place in a log')
  return n
}

/** The largest power of two not above n (n ≥ 1), and its exponent. */
function powerIn(n: number): { readonly power: number; readonly level: number } {
  let power = 1
  let level = 0
  while (power * 2 <= n) {
    power *= 2
    level += 1
  }
  return { power, level }
}

/** The largest power of two smaller than n (n ≥ 2): where RFC 9162 splits a tree. */
const split = (n: number) => powerIn(n - 1).power

/** The complete subtrees that make up a range, which starts where a subtree of its size may start. */
function peaks(from: number, to: number, read: ReadHash): Hash[] {
  const hashes: Hash[] = []
  for (let start = from; start < to; ) {
    const { power, level } = powerIn(to - start)
    hashes.push(read(level, start / power))
    start += power
  }
  return hashes
}

/** Joins subtrees from the right; the hash of nothing is that of no bytes. */
function fold(hashes: readonly Hash[], node: Node, sha256: Sha256): Hash {
  const last = hashes.at(-1)
  if (last === undefined) return sha256(new Uint8Array(0))
  return hashes.slice(0, -1).reduceRight((right, left) => node(left, right), last)
}

/** RFC 9162, 2.1.3.1. */
function inclusionProof(index: number, size: number, range: Range): readonly Hash[] {
  if (index >= size) throw new RangeError('the log has no entry there')
  const proof: Hash[] = []
  let from = 0
  let to = size
  while (to - from > 1) {
    const middle = from + split(to - from)
    if (index < middle) {
      proof.push(range(middle, to))
      to = middle
    } else {
      proof.push(range(from, middle))
      from = middle
    }
  }
  return proof.reverse()
}

/** RFC 9162, 2.1.3.2. */
function holdsInclusion({ leaf, index, size, proof, root }: Inclusion, node: Node): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  if (![leaf, root, ...proof].every(isHash)) return false
  let place = index
  let last = size - 1
  let reached = leaf
  for (const beside of proof) {
    if (last === 0) return false
    if (odd(place) || place === last) {
      reached = node(beside, reached)
      while (!odd(place) && place !== 0) {
        place = half(place)
        last = half(last)
      }
    } else {
      reached = node(reached, beside)
    }
    place = half(place)
    last = half(last)
  }
  return last === 0 && same(reached, root)
}

/** RFC 9162, 2.1.4.1. */
function consistencyProof(first: number, size: number, range: Range): readonly Hash[] {
  if (first > size) throw new RangeError('the log was never that large')
  if (first === 0 || first === size) return []
  const proof: Hash[] = []
  let from = 0
  let to = size
  while (first !== to) {
    const middle = from + split(to - from)
    if (first <= middle) {
      proof.push(range(middle, to))
      to = middle
    } else {
      proof.push(range(from, middle))
      from = middle
    }
  }
  if (from !== 0) proof.push(range(from, to))
  return proof.reverse()
}

/** RFC 9162, 2.1.4.2; and the two cases it leaves out: equal sizes, and a first log without entries. */
function holdsConsistency(claim: Consistency, node: Node, sha256: Sha256): boolean {
  const { first, firstRoot, size, root, proof } = claim
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(size) || first < 0 || first > size) return false
  if (![firstRoot, root, ...proof].every(isHash)) return false
  if (first === size) return proof.length === 0 && same(firstRoot, root)
  if (first === 0) return proof.length === 0 && same(firstRoot, sha256(new Uint8Array(0)))

  const path = powerIn(first).power === first ? [firstRoot, ...proof] : proof
  const [start, ...rest] = path
  if (start === undefined) return false
  let place = first - 1
  let last = size - 1
  while (odd(place)) {
    place = half(place)
    last = half(last)
  }
  let old = start
  let now = start
  for (const beside of rest) {
    if (last === 0) return false
    if (odd(place) || place === last) {
      old = node(beside, old)
      now = node(beside, now)
      while (!odd(place) && place !== 0) {
        place = half(place)
        last = half(last)
      }
    } else {
      now = node(now, beside)
    }
    place = half(place)
    last = half(last)
  }
  return last === 0 && same(old, firstRoot) && same(now, root)
}

function treeHead(node: Node, sha256: Sha256, from?: { readonly size: number; readonly read: ReadHash }): TreeHead {
  let size = known(from?.size ?? 0)
  const hashes = from === undefined ? [] : peaks(0, size, from.read)
  return {
    size: () => size,
    add: (leaf) => {
      let hash = leaf
      for (let rest = size; odd(rest); rest = half(rest)) hash = node(hashes.pop() as Hash, hash)
      hashes.push(hash)
      size += 1
    },
    root: () => fold(hashes, node, sha256),
  }
}

const isHash = (hash: Hash) => hash.length === 32
const same = (a: Hash, b: Hash) => a.length === b.length && a.every((byte, at) => byte === b[at])
