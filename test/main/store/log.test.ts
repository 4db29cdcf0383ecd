import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openNote, parseCheckpointText, parseVerifierKey } from '../../../main/domain/note.ts'
import { signatureHolds } from '../../../main/services/verifyTree.ts'
import { openBeside, openStore } from '../../../main/store/index.ts'
import { type HashTexts, TILE } from '../../../main/store/log.ts'
import { hashesOf, leafOfText, sha256, tree } from '../../../main/store/merkle.ts'
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

test('hashes that another thread computes give the same log, and none of them outlives what was given up', async () => {
  const late: (() => void)[] = []
  const slowly: HashTexts = async (texts) => {
    await new Promise<void>((resolve) => late.push(resolve))
    return hashesOf(texts, TILE)
  }
  const answer = () => {
    for (const one of late.splice(0)) one()
  }
  const portion = fc.record({ count: fc.integer({ min: 1, max: 700 }), kept: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(portion, { minLength: 1, maxLength: 4 }), async (portions) => {
      const store = opened()
      const beside = openBeside(store.file, slowly)
      for (const { count, kept } of portions) {
        const { write } = beside
        const act = write.beginLarge('test', now())
        const before = write.log.size()
        for (let n = 0; n < count; n++) write.append.append(act, complaint(`nummer ${n}`) as never, null)
        if (kept) {
          const committing = write.commitLarge(now(), before)
          while (late.length > 0) {
            answer()
            await new Promise((resolve) => setImmediate(resolve))
          }
          await committing
        } else {
          write.rollback()
          answer()
          await new Promise((resolve) => setImmediate(resolve))
        }
      }
      beside.close()
      const size = store.read.events.size()
      expect(size).toBe(portions.reduce((sum, { count, kept }) => sum + (kept ? count : 0), 0))
      const head = tree.head()
      for (const text of store.read.events.texts(0, size)) head.add(Buffer.from(leafOfText(text as string), 'hex'))
      if (size > 0) expect(store.read.records.checkpoint()?.root.toString('hex')).toBe(toHex(head.root()))
    }),
    { numRuns: 12 },
  )
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
