/** Every way we know of changing an evidence folder; each is found by every check there is. */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Flaw } from '../../../main/report/verifyReport.ts'
import { person } from './fixture.ts'
import { filesIn, place, refit } from './folders.ts'

export interface Tampering {
  readonly what: string
  /** Changes the folder, in which nothing was changed yet. */
  readonly change: (folder: string) => void
  /** Faults that must be among those found; any fault will do where it is empty. */
  readonly found: readonly Partial<Flaw>[]
}

/** `whole` is a folder as it was written, `other` one of another register with the same names of files. */
export function tamperings(whole: string, other: string): readonly Tampering[] {
  const files = filesIn(whole)
  const eml = files.find((name) => name.endsWith('.eml')) ?? ''
  const line = files.find((name) => name.includes('import-3')) ?? ''
  const differing = files.filter((name) => !readFileSync(join(whole, name)).equals(readFileSync(join(other, name))))
  return [
    ...files.map((name) => ({
      what: `${name} cut short`,
      change: (folder: string) => writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(0, -1)),
      found: [],
    })),
    ...files.map((name) => ({
      what: `${name} left out`,
      change: (folder: string) => rmSync(join(folder, name)),
      found: [{ code: 'file-missing' as const, where: name }],
    })),
    ...differing.map((name) => ({
      what: `${name} of another folder`,
      change: (folder: string) => cpSync(join(other, name), join(folder, name)),
      found: [],
    })),
    ...differing
      .filter((name) => name !== 'manifest.json')
      .map((name) => ({
        what: `${name} of another folder, the manifest made to fit`,
        change: (folder: string) => {
          cpSync(join(other, name), join(folder, name))
          refit(folder)
        },
        found: [],
      })),
    {
      what: 'a file added',
      change: (folder) => {
        mkdirSync(join(folder, 'bronnen/meer'))
        writeFileSync(join(folder, 'bronnen/meer/extra.txt'), 'x')
      },
      found: [{ code: 'file-unlisted', where: 'bronnen/meer/extra.txt' }],
    },
    {
      what: 'a file moved',
      change: (folder) => renameSync(join(folder, 'dossier.pdf'), join(folder, 'dossier (1).pdf')),
      found: [{ code: 'file-missing' }, { code: 'file-unlisted' }],
    },
    forged('an event changed', 'events.jsonl', replaced('Stadsfiets Noord 7', 'Stadsfiets Noord 8'), 'event-altered'),
    {
      what: 'an event changed everywhere at once',
      change: (folder) => {
        edit(folder, 'events.jsonl', replaced('Stadsfiets Noord 7', 'Stadsfiets Noord 8'))
        edit(folder, 'evidence.json', replaced('Stadsfiets Noord 7', 'Stadsfiets Noord 8'))
        refit(folder)
      },
      found: [{ code: 'event-altered' }, { code: 'copy-differs' }],
    },
    ...Array.from({ length: 13 }, (_, at) =>
      forged(`event ${at} left out`, 'events.jsonl', (text) => joined(lines(text).toSpliced(at, 1)), 'event-missing'),
    ),
    forged('an event added', 'events.jsonl', (text) =>
      joined([...lines(text), (lines(text)[3] ?? '').replace(/"seq":\d+/u, '"seq":52')]),
    ),
    {
      what: 'an event added beyond the seal',
      change: (folder) => {
        edit(folder, 'events.jsonl', (text) =>
          joined([...lines(text), (lines(text)[3] ?? '').replace(/"seq":\d+/u, '"seq":99')]),
        )
        refit(folder)
      },
      found: [{ code: 'proof-fails', where: '99' }],
    },
    forged('an event twice', 'events.jsonl', (text) => joined([...lines(text), lines(text)[0] ?? ''])),
    forged('events in another order', 'events.jsonl', (text) => joined(lines(text).toReversed())),
    {
      what: 'an event left out with its proof',
      change: (folder) => {
        const objection = lines(readFileSync(join(folder, 'events.jsonl'), 'utf8')).find((one) =>
          one.includes('"type":"objection"'),
        ) as string
        const { seq } = JSON.parse(objection)
        edit(folder, 'events.jsonl', (text) => joined(lines(text).filter((one) => one !== objection)))
        edit(folder, 'proofs.json', (text) => {
          const proofs = JSON.parse(text)
          const kept = proofs.proofs.filter((proof: { seq: number }) => proof.seq !== seq)
          return `${JSON.stringify({ ...proofs, proofs: kept }, null, 2)}\n`
        })
        refit(folder)
      },
      found: [{ code: 'copy-differs' }],
    },
    forged('the seal of another size', 'checkpoint.txt', replaced('53', '54'), 'checkpoint-signature'),
    forged('the log cut', 'proofs.json', replaced('"size": 53', '"size": 52'), 'checkpoint-mismatch'),
    {
      what: 'an earlier seal that does not lie below',
      change: (folder) => {
        edit(folder, 'proofs.json', replaced('"size": 30', '"size": 29'))
        refit(folder)
      },
      found: [{ code: 'proof-fails', where: 'checkpoint 29' }],
    },
    forged('proofs written otherwise', 'proofs.json', replaced('\n  "size"', '\n\t "size"'), 'file-altered'),
    {
      what: 'an event gone that nobody named',
      change: (folder) => {
        for (const name of ['proofs.json', 'evidence.json']) {
          edit(folder, name, (text) => text.replace('"withheld": null', '"withheld": "erased"'))
        }
        edit(folder, 'events.jsonl', (text) => text.slice(text.indexOf('\n') + 1))
        refit(folder)
      },
      found: [{ code: 'event-unnamed-gap' }],
    },
    {
      what: 'an original changed',
      change: (folder) => {
        edit(folder, eml, replaced('Stop daarmee', 'Ga zo door'))
        refit(folder)
      },
      found: [{ code: 'document-altered', where: eml }],
    },
    {
      what: 'a line of a source changed',
      change: (folder) => {
        edit(folder, line, replaced(person.name, 'Iemand'))
        refit(folder)
      },
      found: [{ code: 'copy-differs', where: line }],
    },
  ]
}

/** A file changed, and the manifest made to fit. */
function forged(what: string, name: string, change: (text: string) => string, code?: Flaw['code']): Tampering {
  return {
    what,
    change: (folder) => {
      edit(folder, name, change)
      refit(folder)
    },
    found: code === undefined ? [] : [{ code }],
  }
}

function edit(folder: string, name: string, change: (text: string) => string): void {
  const path = join(folder, name)
  const text = readFileSync(path, 'utf8')
  const changed = change(text)
  if (changed === text) throw new Error(`${name} was not changed`)
  writeFileSync(path, changed)
}

/** A copy to spoil. */
export function copyOf(whole: string): string {
  const folder = join(place(), 'copy')
  cpSync(whole, folder, { recursive: true })
  return folder
}

const replaced = (old: string, now: string) => (text: string) => text.replaceAll(old, now)
const lines = (text: string) => text.trimEnd().split('\n')
const joined = (all: readonly string[]) => all.map((one) => `${one}\n`).join('')
