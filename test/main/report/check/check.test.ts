/** The page's check finds what the program's own check finds, though it shares nothing with it but the formats. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { check, compareSeal } from '../../../../main/report/check/check.ts'
import { rooted, unpacked } from '../../../../main/report/check/folder.ts'
import { extendsTree, includes, leafOf } from '../../../../main/report/check/tree.ts'
import { checkPage } from '../../../../main/report/checkPage.ts'
import { tree } from '../../../../main/report/hash.ts'
import { inputOf, plan } from '../fixture.ts'
import { checked, filesIn, paged, refit, removePlaces, written } from '../folders.ts'
import { copyOf, tamperings } from '../tampering.ts'

let whole = ''
let other = ''
beforeAll(() => {
  whole = written()
  const elsewhere = plan().map((one) =>
    one.about === 'person' ? { ...one, event: { ...one.event, name: 'Zofia W.' } } : one,
  ) as ReturnType<typeof plan>
  other = written(inputOf(elsewhere))
})
afterAll(removePlaces)

const breathe = () => Promise.resolve()
const bytesIn = (folder: string, under = '') =>
  new Map(filesIn(folder).map((name) => [under + name, new Uint8Array(readFileSync(join(folder, name)))]))

describe('the page', () => {
  it('finds nothing in a folder as it was written, and says what it saw', async () => {
    expect(await paged(whole)).toMatchObject({
      holds: true,
      flaws: [],
      events: 13,
      size: 53,
      documents: 2,
      signed: true,
      language: 'nl',
      anchors: [{ size: 30, holds: true }],
    })
  })

  it('finds every change that the program finds, by the same name', async () => {
    for (const { what, change, found } of tamperings(whole, other)) {
      const folder = copyOf(whole)
      change(folder)
      const { holds, flaws } = await paged(folder)
      expect(holds, what).toBe(false)
      for (const flaw of found) expect(flaws, what).toContainEqual(expect.objectContaining(flaw))
    }
  }, 120_000)

  it('finds any other byte, with a manifest that fits or not', async () => {
    const folder = copyOf(whole)
    const sealed = ['events.jsonl', 'proofs.json', 'checkpoint.txt', 'public-key.pem', 'evidence.json']
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sealed),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 127 }),
        fc.boolean(),
        async (name, share, change, fits) => {
          const path = join(folder, name)
          const bytes = readFileSync(path)
          const spoilt = Buffer.from(bytes)
          const at = Math.floor(share * bytes.length)
          spoilt[at] = (spoilt[at] ?? 0) ^ change
          writeFileSync(path, spoilt)
          if (fits) refit(folder)
          const { holds } = await paged(folder)
          expect(checked(folder).holds).toBe(holds)
          writeFileSync(path, bytes)
          refit(folder)
          expect(holds).toBe(false)
        },
      ),
      { numRuns: 120 },
    )
  }, 120_000)

  it('reads the folder out of a zip, and refuses a zip that says a file twice', async () => {
    const zip = zipSync(Object.fromEntries(bytesIn(whole, 'dossier/')))
    const gathered = unpacked(zip)
    expect(gathered && (await check(gathered, breathe)).holds).toBe(true)
    const mac = zipSync(Object.fromEntries([...bytesIn(whole), ['__MACOSX/._dossier.pdf', new Uint8Array(3)]]))
    const fromMac = unpacked(mac)
    expect(fromMac && (await check(fromMac, breathe)).holds).toBe(true)
    // Two names of the same length in the zip, made one.
    const twice = Buffer.from(zipSync({ ...Object.fromEntries(bytesIn(whole)), 'evidence.jsox': new Uint8Array(1) }))
    for (let at = twice.indexOf('evidence.jsox'); at >= 0; at = twice.indexOf('evidence.jsox')) {
      twice.write('evidence.json', at)
    }
    const doubled = unpacked(new Uint8Array(twice))
    expect(doubled && (await check(doubled, breathe)).holds).toBe(false)
    expect(unpacked(Uint8Array.of(1, 2, 3))).toBeNull()
    expect(rooted(new Map([['foto.png', Uint8Array.of(1)]]), [])).toBeNull()
  })

  it('compares with a seal from elsewhere', async () => {
    const outcome = await paged(whole)
    const note = readFileSync(join(whole, 'checkpoint.txt'), 'utf8')
    expect(compareSeal(note.replaceAll('\n', '\r\n'), outcome)).toBe('same')
    expect(compareSeal(note.replace('\n53\n', '\n30\n'), outcome)).toBe('bad-signature')
    expect(compareSeal('hallo', outcome)).toBe('no-note')
    const foreign = readFileSync(join(other, 'checkpoint.txt'), 'utf8')
    expect(compareSeal(foreign, outcome)).toBe('other-root')
    expect(compareSeal(note.replaceAll('mailbewijs/', 'mailbewijs/x'), outcome)).toBe('other-register')
  })

  it('is one file that allows nothing from elsewhere', () => {
    const page = checkPage().toString('utf8')
    expect(page).toMatch(/default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'/u)
    expect(page).not.toMatch(/\b(?:src|href)="|@import|url\(|\beval\(|new Function/u)
    expect(page.length).toBeLessThan(120_000)
  })
})

describe('its tree', () => {
  const leaves = Array.from({ length: 70 }, (_, at) => leafOf(Uint8Array.of(at)))
  const read = (level: number, index: number): Uint8Array =>
    level === 0 ? (leaves[index] as Uint8Array) : tree.node(read(level - 1, index * 2), read(level - 1, index * 2 + 1))

  it('agrees with the writer for every size, place and earlier size', () => {
    for (let size = 1; size <= 70; size += 1) {
      const root = tree.root(size, read)
      for (let at = 0; at < size; at += 1) {
        const leaf = leaves[at] as Uint8Array
        const proof = tree.inclusion(at, size, read)
        expect(includes(leaf, at, size, proof, root)).toBe(true)
        expect(includes(leaf, (at + 1) % (size + 1), size, proof, root)).toBe(false)
        expect(includes(leaf, at, size, [...proof, leaf], root)).toBe(false)
      }
      for (let first = 0; first <= size; first += 1) {
        const old = { size: first, root: tree.root(first, read) }
        const proof = tree.consistency(first, size, read)
        expect(extendsTree(old, { size, root }, proof)).toBe(true)
        const elsewhere = { size, root: leafOf(root) }
        if (first > 0) expect(extendsTree(old, elsewhere, proof)).toBe(false)
      }
    }
  })
})
