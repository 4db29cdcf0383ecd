/** Damaged files: whatever the bytes, the answer is a reading or a named problem, never a crash. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { inspect } from '../../../main/files/inspect.ts'
import { openReading, type Read, UnreadableError } from '../../../main/files/reading.ts'
import { eventBodies } from '../../../preload/contract/vocabulary/event.ts'
import type { ImportContext } from '../../../preload/contract/vocabulary/import.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/exports/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const now = Date.parse('2026-07-01T12:00:00Z')
const context: ImportContext = {
  entity: 'winkel',
  label: null,
  point: null,
  categories: [],
  salesChannel: 'own-shop',
  zone: 'Europe/Amsterdam',
  listStatus: null,
  collector: null,
}

/** What comes of a file: its reads, or the code of its problem. */
function outcome(bytes: Uint8Array): readonly Read[] | string {
  const path = join(folder, 'damaged.csv')
  writeFileSync(path, bytes)
  const steps = inspect(path, null)
  let step = steps.next()
  while (!step.done) step = steps.next()
  if (!step.value.ok) return step.value.error.kind === 'unreadable' ? step.value.error.code : 'other'
  const { dialect, profile, mapping, listStatus } = step.value.value
  const reading = profile === null ? { mapping } : { profile: profile.key }
  const reader = openReading(path, dialect, reading, { ...context, listStatus }, now)
  if (!reader.ok) return reader.error.kind === 'unreadable' ? reader.error.code : 'other'
  try {
    return [...reader.value.batches()].flatMap(({ reads }) => reads)
  } catch (error) {
    if (error instanceof UnreadableError) return error.problem.code
    throw error
  }
}

function sound(result: readonly Read[] | string): void {
  if (typeof result === 'string') {
    expect(result).not.toBe('other')
    return
  }
  for (const one of result) {
    if (one.kind === 'refused') continue
    for (const { type, body, from, to } of one.drafts) {
      expect(eventBodies[type].safeParse(body).error).toBeUndefined()
      expect(from).toBeLessThanOrEqual(to)
    }
  }
}

const originals = readdirSync(fixtures)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => readFileSync(join(fixtures, name)))

it('any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => sound(outcome(bytes))),
    { numRuns: 300 },
  )
})

it('any marks', () => {
  const unit = fc.constantFrom('a', '@', '.nl', '"', ',', ';', '\n', '\r', '\0', '\ufeff', '2026-01-01', 'email', ' ')
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), (marks) => sound(outcome(Buffer.from(marks.join(''))))),
    { numRuns: 500 },
  )
})

it('exports with bytes changed, taken out and put in', () => {
  const change = fc.record({ at: fc.nat(4000), drop: fc.nat(3), put: fc.uint8Array({ maxLength: 3 }) })
  fc.assert(
    fc.property(
      fc.constantFrom(...originals),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      (original, changes) => {
        let bytes: Uint8Array = original
        for (const { at, drop, put } of changes) {
          const place = at % bytes.length
          bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + drop)])
        }
        sound(outcome(bytes))
      },
    ),
    { numRuns: 500 },
  )
})

it('exports cut off anywhere make up nobody', () => {
  const people = (bytes: Uint8Array) => {
    const result = outcome(bytes)
    sound(result)
    if (typeof result === 'string') return []
    return result.flatMap((one) => (one.kind === 'person' ? [`${one.line} ${one.address.narrow}`] : []))
  }
  const whole = new Map(originals.map((original) => [original, new Set(people(original))]))
  fc.assert(
    fc.property(fc.constantFrom(...originals), fc.double({ min: 0, max: 1, noNaN: true }), (original, share) => {
      const cut = people(original.subarray(0, Math.floor(original.length * share)))
      expect(cut.filter((one) => !whole.get(original)?.has(one))).toEqual([])
    }),
    { numRuns: 300 },
  )
})
