/** Files of every habit: other quotes or none, broken lines above the table, mixed line ends, dates either way round. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { csvMachine } from '../../../main/files/csv.ts'
import { dateEvidence } from '../../../main/files/dateOrder.ts'
import { openReading, type UnreadableError } from '../../../main/files/reading.ts'
import type { DateOrder } from '../../../preload/contract/vocabulary/import.ts'
import { context, fixtures, looked, now, readFile, short } from './readFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const put = (text: string | Uint8Array, name = 'bestand.csv'): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const seen = (text: string | Uint8Array) => {
  const found = looked(put(text))
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  return found.value
}

describe('quotes', () => {
  it.each<[string, object, string[]]>([
    [
      `'mail','naam'\n'a@x.nl','Jan ''t Hooft, Delft'\n'b@x.nl','Bo "de Boer"'\n`,
      { quote: "'" },
      ['a@x.nl', "Jan 't Hooft, Delft"],
    ],
    ['mail;naam\na@x.nl;Thee "De Kan"\nb@x.nl;5" pijp\n', { quote: '' }, ['a@x.nl', 'Thee "De Kan"']],
    [`mail,naam\na@x.nl,"Bo, O'Brien"\nb@x.nl,'t Hart\n`, {}, ['a@x.nl', "Bo, O'Brien"]],
  ])('%j', (text, dialect, row) => {
    const file = seen(text)
    expect(file.dialect).toEqual({
      encoding: 'utf-8',
      delimiter: text.includes(';') ? ';' : ',',
      preamble: 0,
      ...dialect,
    })
    expect(file.sample[0]).toEqual(row)
  })

  it('that break inside a quoted file stay a problem: nothing is guessed', () => {
    expect(looked(put('mail,naam\n"a@x.nl","A"\n"b@x.nl","B" x\n'))).toMatchObject({
      error: { code: 'unbalanced-quotes', line: 3 },
    })
    expect(looked(put('mail,naam\na@x.nl,A\nb@x.nl,"B\n'))).toMatchObject({ error: { code: 'unbalanced-quotes' } })
  })

  it('a person may say that there are none', () => {
    const text = 'mail,naam\na@x.nl,"A\nb@x.nl,B\n'
    const { reads } = readFile(put(text), { encoding: 'utf-8', delimiter: ',', preamble: 0, quote: '' })
    expect(reads).toHaveLength(2)
  })

  it.each(["'", '', '"'] as const)('%j: pieces of any size give the same rows', (quote) => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ' ', 'é', quote === '' ? 'b' : quote, ',', '\n'),
      maxLength: 5,
    })
    const plain = fc.string({ unit: fc.constantFrom('a', '"', "'", ' '), maxLength: 5 })
    fc.assert(
      fc.property(
        fc.array(fc.array(quote === '' ? plain : cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 4 }),
        (rows, end, size) => {
          const written = rows
            .map(
              (cells) =>
                cells
                  .map((one) => (quote === '' ? one : quote + one.replaceAll(quote, quote + quote) + quote))
                  .join(',') + end,
            )
            .join('')
          const got: string[][] = []
          const machine = csvMachine({ delimiter: ',', quote }, null, (row) => void got.push(row.whole()))
          for (let at = 0; at < written.length; at += size) machine.write(written.slice(at, at + size), false)
          machine.write('', true)
          expect(got).toEqual(rows)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('lines above the table', () => {
  const table = 'mail;naam;stad\na@x.nl;A;Delft\nb@x.nl;B;Gouda\n'
  it.each([
    ['Export van "De Kan\n', 1],
    ['Rapport; "juni" 2026; van; alles; en; meer\nGemaakt door 5" Jan\n\n', 3],
    ['"a" b\r\n', 1],
  ])('%j', (above, preamble) => {
    const file = seen(above + table)
    expect(file.dialect).toMatchObject({ delimiter: ';', preamble })
    expect(readFile(put(above + table)).reads.map(({ line }) => line)).toEqual([preamble + 2, preamble + 3])
  })

  it('in pieces of any size', () => {
    const text = 'een "regel\r\nnog een\rdrie\nmail,naam\r\na@x.nl,A\r\n'
    for (let size = 1; size < text.length; size++) {
      const rows: [number, string[]][] = []
      const machine = csvMachine(
        { delimiter: ',', preamble: 3 },
        null,
        (row) => void rows.push([row.line, row.whole()]),
      )
      for (let at = 0; at < text.length; at += size) machine.write(text.slice(at, at + size), false)
      machine.write('', true)
      expect(rows).toEqual([
        [4, ['mail', 'naam']],
        [5, ['a@x.nl', 'A']],
      ])
    }
  })
})

it('line ends of every kind in one file', () => {
  const { reads } = readFile(put('mail,naam\r\na@x.nl,A\nb@x.nl,B\rc@x.nl,"C\r\nD"\r\nd@x.nl,D\n'))
  expect(reads.map(({ line }) => line)).toEqual([2, 3, 4, 6])
})

it.each([
  ['E-Mail-Adresse;Vorname;Nachname;Angemeldet am\na@x.de;Uwe;Groß;01.02.2025\n', 'a@x.de', 'consent-given'],
  ['Adresse e-mail;Prénom;Nom\na@x.fr;Zoé;Léger\n', 'a@x.fr'],
  ['Correo;Nombre\na@x.es;Íñigo\n', 'a@x.es'],
  ['メール;名前\na@x.jp;花子\n', 'a@x.jp'],
])('a header in any language: %j', (text, address, says = 'address-added') => {
  expect(readFile(put(text)).reads.map(short)[0]).toMatch(new RegExp(`^${address}: ${says}`, 'u'))
})

describe('day and month', () => {
  const list = (...dates: string[]) =>
    `mail,aangemeld op\n${dates.map((date, at) => `p${at}@x.nl,${date}`).join('\n')}\n`

  it('are told by one date of the whole column, however late it stands', () => {
    const late = seen(list(...Array<string>(3000).fill('03/04/2026'), '04/13/2026'))
    expect([late.mapping.dateOrder, late.ambiguousDates]).toEqual(['month-day-year', undefined])
    expect(seen(list('03-04-2026', '13-04-2026')).mapping.dateOrder).toBe('day-month-year')
  })

  it('are a question where every date can be read both ways, or where dates contradict each other', () => {
    expect(seen(list('03/04/2026', '05/06/2026')).ambiguousDates).toEqual(['aangemeld op'])
    expect(seen(list('13/04/2026', '04/13/2026')).ambiguousDates).toEqual(['aangemeld op'])
    expect(seen(list('05/05/2026')).ambiguousDates).toBeUndefined()
    expect(seen(list('2026-03-04')).ambiguousDates).toBeUndefined()
  })

  it('are never guessed: reading stops where nobody said which, and what was said was wrong', () => {
    const taken = (text: string, dateOrder?: DateOrder) => {
      const dialect = { encoding: 'utf-8', delimiter: ',', preamble: 0 } as const
      const columns = [
        { column: 'mail', field: 'email' },
        { column: 'aangemeld op', field: 'consent-time' },
      ] as const
      const words = { yes: [], no: [], cancelled: [] }
      const mapping = { name: 'Lijst', kind: 'members', dateOrder: 'day-month-year', ...words } as const
      const asked = dateOrder === undefined ? dialect : { ...dialect, dateOrder }
      const reader = openReading(put(text), asked, { mapping: { ...mapping, columns: [...columns] } }, context, now)
      if (!reader.ok) return reader.error
      try {
        return [...reader.value.batches()].flatMap(({ reads }) => reads.map(short))
      } catch (error) {
        return (error as UnreadableError).problem
      }
    }
    const problem = { kind: 'unreadable', code: 'dates-ambiguous', line: null, about: 'aangemeld op' }
    expect(taken(list('03/04/2026', '05/06/2026'))).toEqual(problem)
    expect(taken(list('03/04/2026', '04/13/2026'))).toEqual(problem)
    expect(taken(list('03/04/2026', '13/04/2026'))).toEqual(['p0@x.nl: consent-given 2026-04-02', expect.anything()])
    expect(taken(list('03/04/2026'), 'month-day-year')).toEqual(['p0@x.nl: consent-given 2026-03-03'])
    expect(taken(list('2026-03-04', '05/05/2026'))).toHaveLength(2)
  })

  it('are a question too where the first rows have none', () => {
    const late = list(...Array<string>(150).fill(''), '03/04/2026')
    expect(seen(late).ambiguousDates).toEqual(['aangemeld op'])
  })

  it('are as the person says, and then no question any more', () => {
    const path = put(list('03/04/2026', '05/06/2026'))
    const { seen: file, reads } = readFile(path, {
      encoding: 'utf-8',
      delimiter: ',',
      preamble: 0,
      dateOrder: 'month-day-year',
    })
    expect(file.ambiguousDates).toBeUndefined()
    expect(reads.map(short)).toEqual(['p0@x.nl: consent-given 2026-03-03', 'p1@x.nl: consent-given 2026-05-05'])
  })

  it('of a known shop are not swapped either', () => {
    const orders = (...dates: string[]) =>
      `Order Number,Order Status,Order Date,Email (Billing),Name\n${dates.map((date, at) => `${at + 1},completed,${date},p@x.nl,Kan`).join('\n')}\n`
    expect(seen(orders('03/04/2026 10:00', '05/06/2026 10:00')).ambiguousDates).toEqual(['Order Date'])
    const american = seen(orders('03/04/2026 10:00', '03/25/2026 10:00'))
    expect([american.dialect.dateOrder, american.ambiguousDates]).toEqual(['month-day-year', undefined])
    expect(readFile(put(orders('03/04/2026 10:00', '03/25/2026 10:00'))).reads.map(short)).toEqual([
      'p@x.nl: sale 2026-03-04',
      'p@x.nl: sale 2026-03-25',
    ])
    const dutch = seen(orders('03-04-2026 10:00', '25-03-2026 10:00'))
    expect([dutch.dialect.dateOrder, dutch.ambiguousDates]).toEqual([undefined, undefined])
  })

  it('of a system that always writes them one way are no question', () => {
    expect(looked(`${fixtures}etsy-orders.csv`)).toMatchObject({ ok: true, value: { profile: { key: 'etsy-orders' } } })
    expect(seen('Sale Date,Item Name,Buyer,Quantity,Order ID\n03/04/2026,Kan,a,1,7\n').ambiguousDates).toBeUndefined()
  })

  it('evidence never takes both orders at once', () => {
    const date = fc
      .tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 }))
      .map(([one, two]) => `${one}-${two}-2026`)
    fc.assert(
      fc.property(fc.array(date, { maxLength: 8 }), (dates) => {
        const evidence = dateEvidence([0])
        for (const one of dates) evidence.add(0, one)
        const { order, doubtful } = evidence.found()
        const fits = (day: number, month: number) =>
          dates.every((one) => Number(one.split('-')[month]) <= 12 || Number(one.split('-')[day]) > 12)
        if (order === 'day-month-year') expect(fits(0, 1)).toBe(true)
        if (order === 'month-day-year') expect(fits(1, 0)).toBe(true)
        if (order !== null) expect(doubtful).toEqual([])
      }),
    )
  })
})
