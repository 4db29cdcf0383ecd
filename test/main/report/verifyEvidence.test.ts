/** Every way of changing an evidence folder is found, also where the forger makes the manifest fit again. */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verdictSentence, verifyEvidence } from '../../../main/report/verifyEvidence.ts'
import { inputOf, person, plan } from './fixture.ts'
import { checked, filesIn, finish, place, refit, removePlaces, written } from './folders.ts'

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

const codes = (folder: string) => checked(folder).flaws.map(({ code }) => code)
/** A copy to spoil. */
function copy(): string {
  const folder = join(place(), 'copy')
  cpSync(whole, folder, { recursive: true })
  return folder
}
function spoil(name: string, change: (text: string) => string): string {
  const folder = copy()
  const text = readFileSync(join(folder, name), 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  writeFileSync(join(folder, name), changed)
  return folder
}
/** The same, and the manifest made to fit. */
function forge(name: string, change: (text: string) => string): string {
  const folder = spoil(name, change)
  refit(folder)
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

  it('of a file can be cut off', () => {
    for (const name of filesIn(whole)) {
      const folder = copy()
      writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(0, -1))
      expect(checked(folder).holds, name).toBe(false)
    }
  })
})

describe('files', () => {
  it('left out are named', () => {
    for (const name of filesIn(whole)) {
      const folder = copy()
      rmSync(join(folder, name))
      expect(checked(folder).flaws, name).toContainEqual({ code: 'file-missing', where: name })
    }
  })

  it('added, or moved, are named', () => {
    const folder = copy()
    mkdirSync(join(folder, 'bronnen/meer'))
    writeFileSync(join(folder, 'bronnen/meer/extra.txt'), 'x')
    expect(checked(folder).flaws).toEqual([{ code: 'file-unlisted', where: 'bronnen/meer/extra.txt' }])
    const moved = copy()
    renameSync(join(moved, 'dossier.pdf'), join(moved, 'dossier (1).pdf'))
    expect(codes(moved)).toEqual(['file-missing', 'file-unlisted'])
  })

  it('of another folder do not fit, with or without a manifest that does', () => {
    for (const name of filesIn(whole).filter(
      (one) => !readFileSync(join(whole, one)).equals(readFileSync(join(other, one))),
    )) {
      const folder = copy()
      cpSync(join(other, name), join(folder, name))
      expect(checked(folder).holds, name).toBe(false)
      if (name === 'manifest.json') continue
      refit(folder)
      expect(checked(folder).holds, `${name}, refitted`).toBe(false)
    }
  })
})

describe('events', () => {
  const lines = (text: string) => text.trimEnd().split('\n')
  const joined = (all: readonly string[]) => all.map((line) => `${line}\n`).join('')

  it('changed are found by their leaf', () => {
    const folder = forge('events.jsonl', (text) => text.replace('Stadsfiets Noord 7', 'Stadsfiets Noord 8'))
    expect(codes(folder)).toContain('event-altered')
  })

  it('changed everywhere at once are found too', () => {
    const folder = copy()
    for (const name of ['events.jsonl', 'evidence.json']) {
      const path = join(folder, name)
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('Stadsfiets Noord 7', 'Stadsfiets Noord 8'))
    }
    refit(folder)
    expect(codes(folder)).toEqual(expect.arrayContaining(['event-altered', 'copy-differs']))
  })

  it('left out are found by their proof', () => {
    for (let at = 0; at < 13; at += 1) {
      const folder = forge('events.jsonl', (text) => joined(lines(text).toSpliced(at, 1)))
      expect(codes(folder)).toContain('event-missing')
    }
  })

  it('added have no proof', () => {
    const folder = forge('events.jsonl', (text) =>
      joined([...lines(text), (lines(text)[3] ?? '').replace(/"seq":\d+/u, '"seq":52')]),
    )
    expect(checked(folder).holds).toBe(false)
    const unproven = forge('events.jsonl', (text) =>
      joined([...lines(text), (lines(text)[3] ?? '').replace(/"seq":\d+/u, '"seq":99')]),
    )
    expect(checked(unproven).flaws).toContainEqual({ code: 'proof-fails', where: '99' })
  })

  it('twice or in another order do not pass', () => {
    expect(checked(forge('events.jsonl', (text) => joined([...lines(text), lines(text)[0] ?? '']))).holds).toBe(false)
    expect(checked(forge('events.jsonl', (text) => joined(lines(text).toReversed()))).holds).toBe(false)
  })

  it('left out with their proof are still told by the data', () => {
    const folder = copy()
    const events = join(folder, 'events.jsonl')
    const proofs = join(folder, 'proofs.json')
    const objection = lines(readFileSync(events, 'utf8')).find((line) => line.includes('"type":"objection"')) ?? ''
    const { seq } = JSON.parse(objection)
    writeFileSync(events, joined(lines(readFileSync(events, 'utf8')).filter((line) => line !== objection)))
    const text = JSON.parse(readFileSync(proofs, 'utf8'))
    text.proofs = text.proofs.filter((proof: { seq: number }) => proof.seq !== seq)
    writeFileSync(proofs, `${JSON.stringify(text, null, 2)}\n`)
    refit(folder)
    expect(codes(folder)).toContain('copy-differs')
  })
})

describe('the seal', () => {
  it('of another size or root does not carry the signature', () => {
    expect(codes(forge('checkpoint.txt', (text) => text.replace('53', '54')))).toEqual(
      expect.arrayContaining(['checkpoint-signature', 'checkpoint-mismatch']),
    )
  })

  it('of an earlier state that does not lie below is refused', () => {
    const folder = forge('proofs.json', (text) => text.replace('"size": 30', '"size": 29'))
    expect(checked(folder).flaws).toContainEqual({ code: 'proof-fails', where: 'checkpoint 29' })
  })

  it('does not cover erased events that nobody named', () => {
    const folder = copy()
    for (const name of ['proofs.json', 'evidence.json']) {
      const path = join(folder, name)
      writeFileSync(path, readFileSync(path, 'utf8').replace('"withheld": null', '"withheld": "erased"'))
    }
    const events = join(folder, 'events.jsonl')
    writeFileSync(events, joinedWithoutFirst(readFileSync(events, 'utf8')))
    refit(folder)
    expect(codes(folder)).toContain('event-unnamed-gap')
  })
})

const joinedWithoutFirst = (text: string) => text.slice(text.indexOf('\n') + 1)

describe('originals', () => {
  it('are held to the hash in the sealed event, not to the manifest', () => {
    const name = filesIn(whole).find((one) => one.endsWith('.eml')) ?? ''
    const folder = forge(name, (text) => text.replace('Stop daarmee', 'Ga zo door'))
    expect(checked(folder).flaws).toContainEqual({ code: 'document-altered', where: name })
  })

  it('lines of source files are held to the data', () => {
    const name = filesIn(whole).find((one) => one.includes('import-3')) ?? ''
    const folder = forge(name, (text) => text.replace(person.name, 'Iemand'))
    expect(checked(folder).flaws).toContainEqual({ code: 'copy-differs', where: name })
  })
})
