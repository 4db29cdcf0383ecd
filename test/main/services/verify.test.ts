/** A register whose file was changed behind its back: whatever was done, verification tells, and where. */

import { hash } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyRegister, verifyTogether } from '../../../main/services/verify.ts'
import { checkLogOf } from '../../../main/services/verifyLog.ts'
import { openCopy, openStore } from '../../../main/store/index.ts'
import { leafOfText } from '../../../main/store/merkle.ts'
import { openSqlite, type Sqlite } from '../../../main/store/sqlite.ts'
import { desk } from '../../support/desk.ts'

const now = Date.UTC(2026, 2, 2, 9)
const EVENTS = 700
const occurred = { from: '2026-03-01T10:00:00.000Z', to: '2026-03-01T10:00:59.999Z', precision: 'minute' } as const
const [from, to] = [Date.parse(occurred.from), Date.parse(occurred.to)]

const sale = (of: number) =>
  ({
    type: 'sale',
    via: 'store',
    address: `klant${of}@example.org`,
    occurred,
    body: {
      ...{ order: `nr-${of}`, entity: 'fietsen-bv', label: 'fietsen', salesChannel: 'own-shop' },
      lines: [{ sku: `BEL-${of % 3}`, title: `Bel ${of % 3}`, quantity: 1 }],
      ...{ amount: null, currency: null, payment: 'paid', addressEntered: true, point: 'kassa' },
      ...{ statement: 'none', boxes: [{ box: 'nieuws', ticked: of % 2 === 0 }] },
    },
  }) as never

const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-test-'))
const whole = join(folder, 'register.db')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeAll(() => {
  const opened = openStore(whole, { now: () => now })
  if (!opened.ok) throw new Error(opened.error.problem)
  const { write, close } = opened.value
  for (let first = 0; first < EVENTS; first += 100) {
    write.act('test', now + first, (act) => {
      write.sqlite.script('PRAGMA defer_foreign_keys = ON')
      for (let at = first; at < first + 100; at++) {
        const seq = write.append.append(act, sale(at), at + 1)
        write.project(write.events.get(seq) as never)
      }
      if (first === 0) write.documents.keep(Buffer.from('een bewaard stuk'))
    })
  }
  close()
})

/** What is found must be the same when the hashes are computed beside it. */
async function verified(tamper: (sqlite: Sqlite) => void) {
  const file = desk().path('copy.db')
  copyFileSync(whole, file)
  const sqlite = openSqlite(file)
  const triggers = sqlite.select<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'", [
    'name',
  ])
  for (const name of triggers.pluck<string>()) sqlite.script(`DROP TRIGGER ${name}`)
  sqlite.script('PRAGMA foreign_keys = OFF')
  tamper(sqlite)
  sqlite.close()
  const copy = openCopy(file)
  const steps = verifyRegister(copy.read, copy.identity)
  let step = steps.next()
  while (!step.done) step = steps.next()
  const beside = verifyTogether(copy.read, (size) => checkLogOf(file, size))
  let other = await beside.next()
  while (!other.done) other = await beside.next()
  copy.close()
  expect(other.value).toEqual(step.value)
  return step.value
}

const sql = (text: string) => (sqlite: Sqlite) => sqlite.script(text)
const payload = (sqlite: Sqlite, seq: number): string =>
  sqlite.select<[number], { payload: string }>('SELECT payload FROM event WHERE seq = ?', ['payload']).one(seq)
    ?.payload as string
const setPayload = (sqlite: Sqlite, seq: number, text: string): void =>
  void sqlite.write<[string, number]>('UPDATE event SET payload = ? WHERE seq = ?')(text, seq)
const setHash = (sqlite: Sqlite, level: number, at: number, value: Buffer): void => {
  const idx = Math.floor(at / 256)
  const tile = sqlite.select<[number, number], { data: Buffer }>('SELECT data FROM tile WHERE level = ? AND idx = ?', [
    'data',
  ])
  const data = Buffer.from(tile.one(level, idx)?.data as Buffer)
  value.copy(data, (at % 256) * 32)
  sqlite.write<[Buffer, number, number]>('UPDATE tile SET data = ? WHERE level = ? AND idx = ?')(data, level, idx)
}
const otherPoint = (text: string): string => text.replace('"kassa"', '"markt"')

test('a register that nobody touched holds', async () => {
  expect(await verified(() => undefined)).toMatchObject({
    ...{ holds: true, events: EVENTS, size: EVENTS, checkpoints: 7, documents: 1, erased: 0, flaws: [] },
  })
})

describe('what was changed is told, and where', () => {
  test.each<[string, (sqlite: Sqlite) => void, readonly [code: string, where: string][]]>([
    [
      'a letter of an event',
      (sqlite) => setPayload(sqlite, 300, payload(sqlite, 300).replace('klant300', 'klant301')),
      [['event-altered', '300']],
    ],
    [
      'an event that is no JSON any more',
      sql("UPDATE event SET payload = '{' WHERE seq = 699"),
      [['event-altered', '699']],
    ],
    [
      'an event and its leaf',
      (sqlite) => {
        const text = otherPoint(payload(sqlite, 300))
        setPayload(sqlite, 300, text)
        setHash(sqlite, 0, 300, Buffer.from(leafOfText(text), 'hex'))
      },
      [
        ['copy-differs', '300'],
        ['tile-altered', '0/1'],
        ['checkpoint-mismatch', '400'],
      ],
    ],
    [
      'two events that changed places',
      (sqlite) => {
        const [one, other] = [payload(sqlite, 20), payload(sqlite, 21)]
        setPayload(sqlite, 20, other)
        setPayload(sqlite, 21, one)
      },
      [
        ['event-altered', '20'],
        ['event-altered', '21'],
      ],
    ],
    [
      'a leaf',
      (sqlite) => setHash(sqlite, 0, 5, Buffer.alloc(32)),
      [
        ['event-altered', '5'],
        ['tile-altered', '0/0'],
      ],
    ],
    ['a hash above the leaves', (sqlite) => setHash(sqlite, 1, 1, Buffer.alloc(32)), [['tile-altered', '0/1']]],
    ['a tile that is gone', sql('DELETE FROM tile WHERE level = 0 AND idx = 2'), [['event-altered', '512']]],
    ['an event that is gone', sql('DELETE FROM event WHERE seq = 256'), [['event-missing', '256']]],
    ['the last events', sql('DELETE FROM event WHERE seq >= 650'), [['log-cut', '700']]],
    [
      'an erasure that nobody did',
      sql('UPDATE event SET payload = NULL, erased_by = 3 WHERE seq = 4'),
      [['event-unnamed-gap', '4']],
    ],
    ['whose event it is', sql('UPDATE event SET contact = 8 WHERE seq = 400'), [['copy-differs', '400']]],
    [
      'when it happened',
      sql(`UPDATE event SET occurred_from = ${from - 1} WHERE seq = 400`),
      [['copy-differs', '400']],
    ],
    ['until when', sql(`UPDATE event SET occurred_to = ${to + 1} WHERE seq = 400`), [['copy-differs', '400']]],
    ['that it took a while', sql('UPDATE event SET occurred_to = NULL WHERE seq = 400'), [['copy-differs', '400']]],
    ['when it was learned of', sql(`UPDATE event SET recorded = ${now} WHERE seq = 400`), [['copy-differs', '400']]],
    ['which order', sql("UPDATE event SET thread = 'nr-1' WHERE seq = 400"), [['copy-differs', '400']]],
    ['that it had an order', sql('UPDATE event SET thread = NULL WHERE seq = 400'), [['copy-differs', '400']]],
    [
      'what the rules see, to that of another event',
      sql('UPDATE event SET shape = (SELECT shape FROM event WHERE seq = 401) WHERE seq = 400'),
      [['copy-differs', '400']],
    ],
    [
      'what the rules see, to nothing known',
      sql('UPDATE event SET shape = 999 WHERE seq = 400'),
      [['copy-differs', '400']],
    ],
    [
      'a value of what the rules see',
      sql(`UPDATE detail SET text = replace(text, '"paid"', '"void"') WHERE text LIKE '%"ticked":true%'`),
      [['copy-differs', '0']],
    ],
    [
      'a value within a value of what the rules see',
      sql(`UPDATE detail SET text = replace(text, '"ticked":true', '"ticked":null')`),
      [['copy-differs', '0']],
    ],
    [
      'something more in what the rules see',
      sql(
        `UPDATE detail SET text = replace(text, '"point"', '"refused":true,"point"') WHERE text LIKE '%"ticked":true%'`,
      ),
      [['copy-differs', '0']],
    ],
    ['a product', sql("UPDATE product SET title = 'Slot' WHERE sku = 'BEL-1'"), [['copy-differs', '1']]],
    ['products more', sql("UPDATE shape SET products = '1,2' WHERE products = '1'"), [['copy-differs', '0']]],
    ['products less', sql("UPDATE shape SET products = '' WHERE products = '1'"), [['copy-differs', '0']]],
    [
      'the root of a checkpoint',
      sql('UPDATE checkpoint SET root = zeroblob(32) WHERE size = 300'),
      [
        ['checkpoint-mismatch', '300'],
        ['checkpoint-signature', '300'],
      ],
    ],
    [
      'a checkpoint by another key',
      sql("UPDATE checkpoint SET note = replace(note, '— ', '— x') WHERE size = 700"),
      [['checkpoint-signature', '700']],
    ],
    [
      'a kept document',
      (sqlite) =>
        void sqlite.write<[Buffer]>('UPDATE document_piece SET data = ?')(
          deflateRawSync(Buffer.from('een ander stuk')),
        ),
      [['document-altered', hash('sha256', 'een bewaard stuk', 'hex')]],
    ],
    [
      'what a kept document is called',
      sql(`UPDATE document SET sha256 = '${hash('sha256', 'ander', 'hex')}'`),
      [['document-altered', hash('sha256', 'ander', 'hex')]],
    ],
    [
      'a kept document that is gone',
      sql('DELETE FROM document_piece'),
      [['document-altered', hash('sha256', 'een bewaard stuk', 'hex')]],
    ],
  ])('%s', async (_, tamper, expected) => {
    const { holds, flaws } = await verified(tamper)
    expect(holds).toBe(false)
    expect(flaws).toEqual(expect.arrayContaining(expected.map(([code, where]) => ({ code, where }))))
  })
})
