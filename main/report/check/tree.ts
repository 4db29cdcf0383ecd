/**
 * What RFC 9162, section 2.1, says about a Merkle tree, written down as the definitions stand there: by splitting a
 * tree into its two halves, from the top down.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { same } from './bytes.ts'

type Hash = Uint8Array

/** SHA-256(0x00 ‖ entry). */
export function leafOf(entry: Uint8Array): Hash {
  const bytes = new Uint8Array(entry.length + 1)
  bytes.set(entry, 1)
  return sha256(bytes)
}

/** Whether the leaf stands at `index` under the root of a tree of `size` leaves. */
export function includes(leaf: Hash, index: number, size: number, proof: readonly Hash[], root: Hash): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || ![leaf, root, ...proof].every(isHash)) return false
  const rest = [...proof]
  const reached = rootOver(leaf, index, size, rest)
  return reached !== null && rest.length === 0 && same(reached, root)
}

/** Whether the tree of `size` leaves begins with the tree of `first` leaves. */
export function extendsTree(
  first: { readonly size: number; readonly root: Hash },
  now: { readonly size: number; readonly root: Hash },
  proof: readonly Hash[],
): boolean {
  if (!isCount(first.size) || !isCount(now.size) || first.size > now.size) return false
  if (![first.root, now.root, ...proof].every(isHash)) return false
  if (first.size === 0) return proof.length === 0 && same(first.root, sha256(new Uint8Array(0)))
  const rest = [...proof]
  const reached = rootsOver(first.size, now.size, first.root, rest)
  return reached !== null && rest.length === 0 && same(reached.first, first.root) && same(reached.now, now.root)
}

/** Takes the proof's hashes from the top. */
function rootOver(leaf: Hash, index: number, size: number, proof: Hash[]): Hash | null {
  if (size === 1) return leaf
  const beside = proof.pop()
  if (beside === undefined) return null
  const left = leftOf(size)
  const inner = index < left ? rootOver(leaf, index, left, proof) : rootOver(leaf, index - left, size - left, proof)
  if (inner === null) return null
  return index < left ? node(inner, beside) : node(beside, inner)
}

interface Roots {
  readonly first: Hash
  readonly now: Hash
}

/** `whole` is the first tree's root as long as the part looked at is that very tree. */
function rootsOver(first: number, size: number, whole: Hash | null, proof: Hash[]): Roots | null {
  if (first === size) {
    const hash = whole ?? proof.pop()
    return hash === undefined ? null : { first: hash, now: hash }
  }
  const beside = proof.pop()
  if (beside === undefined) return null
  const left = leftOf(size)
  if (first <= left) {
    const inner = rootsOver(first, left, whole, proof)
    return inner && { first: inner.first, now: node(inner.now, beside) }
  }
  const inner = rootsOver(first - left, size - left, null, proof)
  return inner && { first: node(beside, inner.first), now: node(beside, inner.now) }
}

/** The largest power of two smaller than the size (2 or more). */
function leftOf(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

function node(left: Hash, right: Hash): Hash {
  const bytes = new Uint8Array(65)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 33)
  return sha256(bytes)
}

const isHash = (hash: Hash): boolean => hash.length === 32
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
