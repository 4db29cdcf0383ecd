/** The log's tree against a naive one, and that proofs prove one place and one past only. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Hash, merkleTree, type ReadHash, type Sha256 } from '../../../main/domain/log.ts'

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()
const tree = merkleTree(sha256)
const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')
const entry = (index: number) => Buffer.from(`entry ${index}`)
const leavesOf = (size: number) => Array.from({ length: size }, (_, index) => tree.leaf(entry(index)))

/** The definition of RFC 9162, 2.1.1, word for word. */
function naiveRoot(leaves: readonly Hash[]): Hash {
  const [only] = leaves
  if (only === undefined) return sha256(Buffer.alloc(0))
  if (leaves.length === 1) return only
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha256(Buffer.concat([Buffer.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k))]))
}

const readerOf =
  (leaves: readonly Hash[]): ReadHash =>
  (level, index) => {
    const slice = leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)
    if (slice.length !== 2 ** level) throw new Error('asked for a subtree that is not complete')
    return naiveRoot(slice)
  }

const most = 70
const all = leavesOf(most)
const read = readerOf(all)
const rootOf = (size: number) => naiveRoot(all.slice(0, size))

describe('roots', () => {
  // The test vectors that implementations of Certificate Transparency share.
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  it.each(roots.map((root, size) => ({ size, root })))('of the $size shared test entries', ({ size, root }) => {
    const leaves = inputs.slice(0, size).map((input) => tree.leaf(Buffer.from(input, 'hex')))
    expect(hex(tree.root(size, readerOf(leaves)))).toBe(root)
    const head = tree.head()
    for (const leaf of leaves) head.add(leaf)
    expect(hex(head.root())).toBe(root)
  })

  it('agree with the definition for every size, streamed, read, and gone on with from any size', () => {
    const head = tree.head()
    for (let size = 0; size <= most; size += 1) {
      expect(head.size()).toBe(size)
      expect(hex(head.root())).toBe(hex(rootOf(size)))
      expect(hex(tree.root(size, read))).toBe(hex(rootOf(size)))
      const later = tree.head({ size, read })
      for (const leaf of all.slice(size)) later.add(leaf)
      expect(hex(later.root())).toBe(hex(rootOf(most)))
      if (size < most) head.add(all[size] as Hash)
    }
  })
})

describe('inclusion', () => {
  it('every entry proves its place at every size, and no other entry or place does', () => {
    for (let size = 1; size <= 33; size += 1) {
      const root = rootOf(size)
      for (let index = 0; index < size; index += 1) {
        const proof = tree.inclusion(index, size, read)
        for (let other = 0; other < size; other += 1) {
          const claim = { size, proof, root }
          expect(tree.includes({ ...claim, leaf: all[index] as Hash, index: other })).toBe(other === index)
          expect(tree.includes({ ...claim, leaf: all[other] as Hash, index })).toBe(other === index)
        }
      }
    }
  })

  it('falls with any change of the proof, the root or the size', () => {
    const at = fc.integer({ min: 2, max: most }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)))
    fc.assert(
      fc.property(at, fc.nat(), fc.integer({ min: 1, max: 255 }), ([size, index], where, change) => {
        const proof = tree.inclusion(index, size, read)
        const claim = { leaf: all[index] as Hash, index, size, proof, root: rootOf(size) }
        expect(tree.includes(claim)).toBe(true)
        const spoilt = proof.map((hash) => Uint8Array.from(hash))
        const hash = spoilt[where % spoilt.length] as Hash
        hash[where % 32] = (hash[where % 32] as number) ^ change
        expect(tree.includes({ ...claim, proof: spoilt })).toBe(false)
        expect(tree.includes({ ...claim, proof: proof.slice(1) })).toBe(false)
        expect(tree.includes({ ...claim, proof: [...proof, rootOf(1)] })).toBe(false)
        expect(tree.includes({ ...claim, proof: proof.map((one) => one.subarray(0, 31)) })).toBe(false)
        expect(tree.includes({ ...claim, root: rootOf(size - 1) })).toBe(false)
      }),
    )
  })

  it.each([-1, 5, 2.5, Number.NaN, 2 ** 53])('no claim holds at place %s of five', (index) => {
    const proof = tree.inclusion(0, 5, read)
    expect(tree.includes({ leaf: all[0] as Hash, index, size: 5, proof, root: rootOf(5) })).toBe(false)
  })
})

describe('consistency', () => {
  it('every earlier log is the beginning of every later one, and no other earlier root is', () => {
    for (let size = 0; size <= most; size += 1) {
      for (let first = 0; first <= size; first += 1) {
        const proof = tree.consistency(first, size, read)
        const claim = { first, firstRoot: rootOf(first), size, root: rootOf(size), proof }
        expect(tree.extends(claim)).toBe(true)
        expect(tree.extends({ ...claim, firstRoot: rootOf((first + 1) % (most + 1)) })).toBe(false)
        if (size > first) expect(tree.extends({ ...claim, proof: [...proof, rootOf(3)] })).toBe(false)
        if (proof.length > 0) expect(tree.extends({ ...claim, proof: proof.slice(1) })).toBe(false)
      }
    }
  })

  it('a log whose past was rewritten is not a continuation', () => {
    const at = fc
      .integer({ min: 2, max: most })
      .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size - 1 })))
    fc.assert(
      fc.property(at, fc.nat(), ([size, first], where) => {
        const altered = all.slice(0, size).map((leaf, index) => (index === where % first ? tree.leaf(entry(-1)) : leaf))
        const proof = tree.consistency(first, size, readerOf(altered))
        const claim = { first, firstRoot: rootOf(first), size, root: naiveRoot(altered), proof }
        expect(tree.extends(claim)).toBe(false)
      }),
    )
  })
})

describe('logs beyond 32 bits', () => {
  // A log of equal entries: every complete subtree of a level has one hash, so that size costs nothing.
  const levels = [tree.leaf(Buffer.from('same'))]
  for (let level = 1; level < 53; level += 1)
    levels.push(tree.node(levels[level - 1] as Hash, levels[level - 1] as Hash))
  const uniform: ReadHash = (level, index) => {
    if (!Number.isSafeInteger(index)) throw new Error('a place that is no whole number')
    return levels[level] as Hash
  }

  it('prove places and growth as below', () => {
    const size = fc.integer({ min: 2 ** 31 - 2, max: 2 ** 52 })
    fc.assert(
      fc.property(size, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (n, share) => {
        const index = Math.floor(n * share)
        const root = tree.root(n, uniform)
        const proof = tree.inclusion(index, n, uniform)
        expect(tree.includes({ leaf: levels[0] as Hash, index, size: n, proof, root })).toBe(true)
        expect(tree.includes({ leaf: levels[1] as Hash, index, size: n, proof, root })).toBe(false)
        const first = Math.max(1, index)
        const claim = {
          first,
          firstRoot: tree.root(first, uniform),
          size: n,
          root,
          proof: tree.consistency(first, n, uniform),
        }
        expect(tree.extends(claim)).toBe(true)
        const head = tree.head({ size: n, read: uniform })
        head.add(levels[0] as Hash)
        expect(hex(head.root())).toBe(hex(tree.root(n + 1, uniform)))
      }),
    )
  })
})
