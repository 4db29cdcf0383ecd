import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { BLOCK, type StagedRow, stagedRows } from '../../../main/services/stagedRows.ts'
import { spool } from '../../../main/store/spool.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-staged-'))
const aside = spool(join(folder, 'aside'))
afterAll(() => {
  aside.close()
  rmSync(folder, { recursive: true })
})

const someRow = fc.record({
  numbers: fc.tuple(fc.integer(), fc.double({ noNaN: true })),
  texts: fc.tuple(fc.string({ unit: 'grapheme' }), fc.string(), fc.constantFrom('', 'Renée\u001f\u001e', '🫖')),
})

test('rows come back as they were set aside, also those that were replaced by longer ones', () => {
  const place = fc.nat({ max: 2 * BLOCK + 90 })
  fc.assert(
    fc.property(
      fc.array(someRow, { minLength: 3, maxLength: 30 }),
      fc.array(fc.tuple(place, someRow), { maxLength: 8 }),
      (some, changes) => {
        aside.clear()
        const rows = stagedRows(aside, 2, 3)
        const expected: StagedRow[] = []
        for (let at = 0; at < 2 * BLOCK + 91; at++) {
          const row = some[at % some.length] as StagedRow
          expect(rows.add(row.numbers, row.texts)).toBe(at)
          expected.push(row)
        }
        for (const [at, row] of changes) {
          rows.replace(at, row)
          expected[at] = row
          expect(rows.at(at)).toEqual(row)
        }
        rows.end()
        expect(rows.count()).toBe(expected.length)
        const found: StagedRow[] = []
        for (const block of rows.blocks()) {
          for (let row = 0; row < block.count; row++) {
            found.push({
              numbers: [0, 1].map((column) => block.number(row, column)),
              texts: [0, 1, 2].map((column) => block.text(row, column)),
            })
          }
        }
        expect(found).toEqual(expected)
      },
    ),
    { numRuns: 15 },
  )
})

test('what is set aside has no name in the folder', () => {
  aside.add(Buffer.from('een adres'))
  expect(readdirSync(folder)).toEqual([])
  expect(existsSync(join(folder, 'aside'))).toBe(false)
})
