import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { numberOf } from '../../../main/domain/identity.ts'
import { eventNumber, eventText, stagedNumber } from '../../../main/services/fileColumns.ts'
import { eachRow, type RowCursor, rowPacker, textStart } from '../../../main/services/packedRows.ts'
import { stagedEvents, stagedInOrder } from '../../../main/services/stagedEvents.ts'
import { BLOCK, type StagedRow, stagedRows } from '../../../main/services/stagedRows.ts'
import { readAside, spool } from '../../../main/store/spool.ts'

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
        const expected = Array.from({ length: 2 * BLOCK + 91 }, (_, at) => some[at % some.length] as StagedRow)
        let place = 0
        for (const cursor of packed(expected)) expect(rows.add(cursor.since(0))).toBe(place++)
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

/** Stands at each of them in turn. */
function* packed(rows: readonly StagedRow[]): Generator<RowCursor> {
  const [{ numbers, texts }] = rows as [StagedRow]
  const packer = rowPacker(numbers.length, texts.length)
  for (const row of rows) packer.add(row.numbers, row.texts)
  yield* eachRow(packer.take())
}

test('what is set aside has no name in the folder', () => {
  aside.add(Buffer.from('een adres'))
  expect(readdirSync(folder)).toEqual([])
  expect(existsSync(join(folder, 'aside'))).toBe(false)
})

test('events come back person by person, each in the order in which it was found, and a further one finds its place', () => {
  const event = fc.record({
    person: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 8_180, max: 30_000 })),
    identity: fc.constantFrom('sale:1/19000', 'sale:2/19000', 'sale:12/19001', 'cart:1', 'objection:undated'),
  })
  fc.assert(
    fc.property(fc.array(event, { minLength: 200, maxLength: 900 }), (some) => {
      aside.clear()
      const events = stagedEvents(aside)
      const expected = new Map<string, { person: number; line: number; more: number[] }>()
      const rows = some.map(({ identity }, line) => ({
        numbers: [numberOf(identity), 0, 0, 0, line, 0, 0, 0],
        texts: [identity, '', '', '', `tail ${line}`],
      }))
      let line = 0
      for (const cursor of packed(rows)) {
        const { person, identity } = some[line] as (typeof some)[number]
        const place = events.add(person, cursor)
        expect(cursor.number(eventNumber.line)).toBe(line)
        const known = expected.get(`${person}|${identity}`)
        if (known === undefined) {
          expect(place).toBeNull()
          expected.set(`${person}|${identity}`, { person, line, more: [] })
        } else {
          const { numbers, texts } = events.at(person, place as number)
          expect(numbers.slice(0, 2)).toEqual([person, known.line])
          known.more.push(line)
          events.replace(person, place as number, { numbers, texts: texts.with(eventText.more, known.more.join()) })
        }
        line++
      }
      events.end()
      const found = events.groups().flatMap((group) => {
        const read = (at: number, length: number, into: Buffer) => readAside(events.handle(), at, length, into)
        const { events: inOrder } = stagedInOrder(group, read, Buffer.alloc(8))
        return Array.from({ [Symbol.iterator]: () => inOrder }, (row) => {
          const more = [eventText.more, eventText.more + 1].map((column) =>
            textStart(row.figures, row.figure + 5, row.from, column),
          )
          return {
            person: row.figures[row.figure + stagedNumber.person],
            line: row.figures[row.figure + stagedNumber.line],
            more: row.bytes.toString('utf8', ...more),
          }
        })
      })
      const wanted = [...expected.values()].sort((one, other) => one.person - other.person || one.line - other.line)
      expect(found).toEqual(wanted.map((one) => ({ ...one, more: one.more.join() })))
      expect(events.count()).toBe(expected.size)
    }),
    { numRuns: 40 },
  )
})
