/** Every way of changing an evidence folder is found, also where the forger makes the manifest fit again. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packEvidence } from '../../../main/report/packEvidence.ts'
import { verdictSentence, verifyEvidence } from '../../../main/report/verifyEvidence.ts'
import { inputOf, plan } from './fixture.ts'
import { checked, filesIn, finish, has, made, output, place, refit, removePlaces, written } from './folders.ts'
import { copyOf, tamperings } from './tampering.ts'

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

const copy = () => copyOf(whole)
function spoil(name: string, change: (text: string) => string): string {
  const folder = copy()
  const text = readFileSync(join(folder, name), 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  writeFileSync(join(folder, name), changed)
  return folder
}
describe('a folder as it was written', () => {
  it('holds, and says for how much', () => {
    expect(checked(whole)).toMatchObject({
      what: 'evidence',
      holds: true,
      events: 13,
      size: 53,
      checkpoints: 2,
      documents: 2,
      erased: 0,
      flaws: [],
      further: 0,
    })
  })

  it('holds with what an operating system adds', () => {
    const folder = copy()
    writeFileSync(join(folder, '.DS_Store'), 'x')
    expect(checked(folder).holds).toBe(true)
  })

  it('holds as a zip, of what is in the folder or of the folder', () => {
    const names = filesIn(whole)
    const zip = join(place(), 'dossier.zip')
    writeFileSync(zip, Buffer.concat([...packEvidence(whole, names, made)]))
    expect(checked(zip)).toMatchObject({ holds: true, events: 13 })
    const packed = readFileSync(zip)
    expect(Buffer.concat([...packEvidence(whole, names, made)]).equals(packed)).toBe(true)
    const inside = names.map((name) => [`dossier/${name}`, new Uint8Array(readFileSync(join(whole, name)))])
    writeFileSync(zip, zipSync(Object.fromEntries(inside)))
    expect(checked(zip).holds).toBe(true)
    if (has('unzip')) output('unzip', '-t', zip)
  })

  it('does not hold as a zip from which a file was taken', () => {
    const zip = join(place(), 'dossier.zip')
    const names = filesIn(whole).filter((name) => name !== 'proofs.json')
    writeFileSync(zip, Buffer.concat([...packEvidence(whole, names, made)]))
    expect(checked(zip).flaws).toContainEqual({ code: 'file-missing', where: 'proofs.json' })
    writeFileSync(zip, 'geen zip')
    expect(finish(verifyEvidence(zip))).toMatchObject({ ok: false })
  })

  it('is told in one sentence, with what that does not prove', () => {
    const { found, means } = verdictSentence(checked(whole), 'nl')
    expect(found).toBe(
      'Het dossier klopt: 13 gebeurtenissen staan letter voor letter in het verzegelde register van 53 regels, en geen bestand is veranderd.',
    )
    expect(means).toContain('Het toont niet aan dat wat is opgeschreven waar is')
    const broken = verdictSentence(checked(spoil('checkpoint.txt', (text) => text.replace('53', '54'))), 'en')
    expect(broken.found).toMatch(
      /^The evidence does not hold: \d faults were found, the first “file changed” at checkpoint.txt\.$/u,
    )
  })

  it('is no evidence where there is none', () => {
    expect(finish(verifyEvidence(place()))).toMatchObject({
      ok: false,
      error: { kind: 'unreadable', code: 'not-evidence' },
    })
    expect(finish(verifyEvidence('/nowhere/at/all'))).toMatchObject({ ok: false })
  })
})

describe('any byte of any file', () => {
  it('cannot change unseen', () => {
    const folder = copy()
    const files = filesIn(folder)
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 255 }),
        (name, share, change) => {
          const path = join(folder, name)
          const bytes = readFileSync(path)
          const at = Math.floor(share * bytes.length)
          const spoilt = Buffer.from(bytes)
          spoilt[at] = (spoilt[at] ?? 0) ^ change
          writeFileSync(path, spoilt)
          const { holds } = checked(folder)
          writeFileSync(path, bytes)
          expect(holds).toBe(false)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('of events, proofs, seal, key or data cannot change even with a manifest that fits', () => {
    const folder = copy()
    const names = ['events.jsonl', 'proofs.json', 'checkpoint.txt', 'public-key.pem', 'evidence.json']
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 127 }),
        (name, share, change) => {
          const path = join(folder, name)
          const bytes = readFileSync(path)
          const at = Math.floor(share * bytes.length)
          const spoilt = Buffer.from(bytes)
          spoilt[at] = (spoilt[at] ?? 0) ^ change
          writeFileSync(path, spoilt)
          refit(folder)
          const { holds } = checked(folder)
          writeFileSync(path, bytes)
          expect(holds).toBe(false)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('each of these', () => {
  it('is found', () => {
    for (const { what, change, found } of tamperings(whole, other)) {
      const folder = copy()
      change(folder)
      const { holds, flaws } = checked(folder)
      expect(holds, what).toBe(false)
      for (const flaw of found) expect(flaws, what).toContainEqual(expect.objectContaining(flaw))
    }
  })
})
