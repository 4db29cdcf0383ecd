import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openNote, parseCheckpointText, parseVerifierKey } from '../../../main/domain/note.ts'
import { signatureHolds } from '../../../main/services/verifyTree.ts'
import { textMaker } from '../../../main/store/eventTexts.ts'
import { openStore } from '../../../main/store/index.ts'
import { leafOfText, sha256, tree } from '../../../main/store/merkle.ts'
import { desk } from '../../support/desk.ts'

const now = () => Date.UTC(2026, 2, 2, 9)

const opened = (file = desk().path('register.db')) => {
  const store = openStore(file, { now })
  if (!store.ok) throw new Error(store.error.problem)
  onTestFinished(() => store.value.close())
  return store.value
}

const complaint = (about: string) =>
  ({
    type: 'complaint',
    via: 'letter',
    occurred: { from: '2026-03-01T10:00:00.000Z', to: '2026-03-01T10:00:00.000Z', precision: 'minute' },
    body: { reference: null, about },
  }) as const

test('the tiles give the same root as the tree over all texts, whatever the portions', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 }), (portions) => {
      const store = opened()
      for (const count of portions) {
        store.write.act('test', now(), (act) => {
          for (let n = 0; n < count; n++) store.write.append.append(act, complaint(`nummer ${n}`) as never, null)
        })
      }
      const size = store.read.events.size()
      const head = tree.head()
      for (const text of store.read.events.texts(0, size)) head.add(Buffer.from(leafOfText(text as string), 'hex'))
      const root = Buffer.from(head.root()).toString('hex')
      expect(Buffer.from(tree.root(size, store.read.tiles)).toString('hex')).toBe(root)
      expect(store.read.records.checkpoint()?.root.toString('hex')).toBe(root)
    }),
    { numRuns: 8 },
  )
})

test('texts that were made with their hashes before give the same log, and none of them outlives what was given up', () => {
  const portion = fc.record({
    counts: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 4 }),
    kept: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(portion, { minLength: 1, maxLength: 4 }), (portions) => {
      const store = opened()
      const { write } = store
      const maker = textMaker()
      const shape = () => write.shapes.shapeId(write.shapes.detailId('spam-complaint', '{}'), [])
      for (const { counts, kept } of portions) {
        const act = write.beginLarge('test', now())
        const before = write.log.size()
        for (const count of counts) {
          maker.begin(act, write.log.size())
          for (let n = 0; n < count; n++) {
            const more = Buffer.from(`"naam":"Zoë ${n}"}`)
            maker.add(n + 1, '"type":"spam-complaint",', Buffer.concat([Buffer.from('..'), more]), 2, 2 + more.length)
          }
          const columns = { from: now(), to: now(), shape: shape(), thread: null }
          let contact = 0
          for (const _ of write.append.appendMade(act, maker.made(), () => ({ contact: ++contact, ...columns })));
          // One by one in between, as the end of an import is.
          write.append.append(act, complaint('tussendoor') as never, null)
        }
        if (kept) write.commitLarge(now(), before)
        else write.rollback()
      }
      const size = store.read.events.size()
      const kept = portions.filter((one) => one.kept).flatMap(({ counts }) => counts)
      expect(size).toBe(kept.reduce((sum, count) => sum + count + 1, 0))
      const head = tree.head()
      for (const [seq, text] of store.read.events.texts(0, size).entries()) {
        expect(JSON.parse(text as string)).toMatchObject({ seq, by: 'test' })
        head.add(Buffer.from(leafOfText(text as string), 'hex'))
      }
      if (size > 0) expect(store.read.records.checkpoint()?.root.toString('hex')).toBe(toHex(head.root()))
    }),
    { numRuns: 12 },
  )
})

test('texts that were made for another place in the log are not taken', () => {
  const { write } = opened()
  const act = write.beginLarge('test', now())
  const maker = textMaker()
  maker.begin(act, 1)
  const made = maker.made()
  const appending = write.append.appendMade(act, made, () => ({ contact: 1, from: 0, to: 0, shape: 0, thread: null }))
  expect(() => appending.next()).toThrow(RangeError)
  write.rollback()
})

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('a leaf is SHA-256 over a zero byte and the text, as anyone can compute it', () => {
  const text = '{"v":1,"naam":"Zoë"}'
  expect(leafOfText(text)).toBe(createHash('sha256').update(`\0${text}`, 'utf8').digest('hex'))
})

test('every act ends in a checkpoint signed with the key that the register names', () => {
  const store = opened()
  store.write.act('test', now(), (act) => store.write.append.append(act, complaint('een') as never, null))
  const checkpoint = store.read.records.checkpoint()
  const verifier = parseVerifierKey(store.identity.verifierKey, sha256)
  const text = verifier && openNote(checkpoint?.note ?? '', verifier, signatureHolds)
  expect(text && parseCheckpointText(text)).toMatchObject({ origin: store.identity.origin, size: 1 })
})

test('what a failed act appended is forgotten, and the next act goes on from before it', () => {
  const file = desk().path('register.db')
  const store = opened(file)
  store.write.act('test', now(), (act) => store.write.append.append(act, complaint('een') as never, null))
  expect(() =>
    store.write.act('test', now(), (act) => {
      for (let n = 0; n < 400; n++) store.write.append.append(act, complaint(`weg ${n}`) as never, null)
      throw new Error('halverwege')
    }),
  ).toThrow('halverwege')
  expect(store.write.log.size()).toBe(1)
  store.write.act('test', now(), (act) => store.write.append.append(act, complaint('twee') as never, null))
  expect(store.read.events.size()).toBe(2)
  expect(store.read.events.get(1)).toMatchObject({ seq: 1, body: { about: 'twee' } })
})

test('nothing in the log can be changed or removed, not even by SQL', () => {
  const store = opened()
  store.write.act('test', now(), (act) => store.write.append.append(act, complaint('een') as never, null))
  const { script } = store.write.sqlite
  expect(() => script("UPDATE event SET payload = '{}'")).toThrow('an event is final')
  expect(() => script('UPDATE event SET recorded = 0')).toThrow('an event is final')
  expect(() => script('UPDATE event SET payload = NULL')).toThrow('an event is final')
  expect(() => script('DELETE FROM event')).toThrow('an event is forever')
  expect(() => script("UPDATE tile SET data = x'00'")).toThrow('a tile only grows')
  expect(() => script('DELETE FROM tile')).toThrow('a tile is forever')
  expect(() => script("UPDATE checkpoint SET note = ''")).toThrow('a checkpoint is final')
  expect(() => script('DELETE FROM checkpoint')).toThrow('a checkpoint is forever')
})

test('what is read in the hot paths comes through its index', () => {
  const { plan } = opened().read.sqlite
  const outline = plan(
    `SELECT contact, occurred_from, occurred_to, recorded, shape, seq FROM event
      WHERE contact > 1 AND contact <= 2 AND recorded <= 3 ORDER BY contact, occurred_from, occurred_to, recorded, shape`,
  )
  expect(outline).toEqual([expect.stringContaining('COVERING INDEX event_of_contact')])
  expect(plan('SELECT id FROM contact ORDER BY sort, id')).toEqual([expect.stringContaining('contact_by_sort')])
  expect(plan("SELECT id FROM contact WHERE narrow = 'a'")).toEqual([expect.stringContaining('contact_of_narrow')])
})
