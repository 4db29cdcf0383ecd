import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { folded } from '../../../main/store/folded.ts'
import { openStore } from '../../../main/store/index.ts'
import { desk } from '../../support/desk.ts'

const recorded = Date.UTC(2026, 2, 2)

interface Person {
  readonly id: number
  readonly name: string
  readonly address: string
}

function storeOf(people: readonly Person[]) {
  const opened = openStore(desk().path('register.db'), { now: () => recorded })
  if (!opened.ok) throw new Error(opened.error.problem)
  const store = opened.value
  onTestFinished(store.close)
  store.write.sqlite.begin()
  for (const { id, name, address } of people) {
    const narrow = address.toLowerCase()
    store.write.contactRows.add({ id, narrow, wide: null, address, name, marks: 0, last_sale: null }, recorded)
  }
  store.write.sqlite.commit()
  return store
}

function done<T>(steps: Generator<number, T, void>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

const found = ({ read }: ReturnType<typeof storeOf>, text: string): number[] => {
  const { marked, count } = done(read.contacts.found.search(text)) ?? { marked: new Uint8Array(0), count: 0 }
  const ids = [...marked.keys()].filter((id) => marked[id] === 1)
  expect(count).toBe(ids.length)
  const few = done(read.contacts.found.few(text, 5))
  expect(few).toHaveLength(Math.min(5, ids.length))
  expect(ids).toEqual(expect.arrayContaining(few))
  return ids
}

/** Everybody looked at, one by one. */
function lookingAtAll(people: readonly Person[]): (text: string) => number[] {
  const lines = people.map(({ id, name, address }) => {
    const german = `${name}\t${address}`.replace(/[äöü]/giu, (letter) => `${letter}e`)
    const line = folded(`${name}\t${address}\t${german}`).replaceAll('\n', ' ')
    return { id, line }
  })
  return (text) => {
    const words = folded(text)
      .split(/\s+/u)
      .filter((word) => word !== '')
    if (words.length === 0) return []
    const long = words.some((word) => [...word].length >= 3)
    return lines.flatMap(({ id, line }) =>
      (long ? words.every((word) => line.includes(word)) : `\t${line}`.includes(`\t${words.join(' ')}`)) ? [id] : [],
    )
  }
}

const first = ['Jo', 'Joost', 'Müzeyyen', 'Zoë', 'Anne-Marie', 'Łukasz', 'Zoe\u0308', 'Renée\nAnna', '']
const last = ['de Vries', 'Öztürk', 'van den Berg', 'Łęcka', 'Ng', '王']

test('everybody whose name or address holds what is looked for is found, and nobody else', () => {
  // Over several pages, with numbers missing here and there.
  const people = Array.from({ length: 9_000 }, (_, at) => ({
    id: at + 1,
    name: `${first[at % first.length]} ${last[at % last.length]}`.trim(),
    address: `${(at * 7919).toString(36)}.${at % 7 === 0 ? 'Post' : 'mail'}@winkel${at % 13}.example.org`,
  })).filter(({ id }) => id < 4_000 || id % 5 !== 0)
  const store = storeOf(people)
  const expected = lookingAtAll(people)
  const typed = fc.oneof(
    fc.constantFrom(
      'ozt',
      'oeztuerk',
      'MUZEYYEN',
      'zoë',
      'lecka',
      '王',
      'jo',
      'ng',
      'post@winkel12',
      'renee anna',
      'org',
    ),
    fc
      .tuple(fc.constantFrom(...people), fc.nat(30), fc.integer({ min: 1, max: 9 }))
      .map(([{ name, address }, from, length]) => `${name} ${address}`.slice(from, from + length)),
  )
  fc.assert(
    fc.property(typed, (text) => {
      expect(found(store, text)).toEqual(expected(text))
    }),
    { numRuns: 60 },
  )
})

test('so they are by any letters, and with any gaps, tabs and line ends', () => {
  const letters = fc.constantFrom(...'aaeeionnrrtsmjbqz.AEJ-0 1@\n\täöüÄßéøłıŞ’王\u0308\u{1f33b}')
  const some = (most: number) => fc.array(letters, { maxLength: most }).map((one) => one.join(''))
  const people = fc.array(fc.record({ gap: fc.constantFrom(0, 0, 0, 1, 5), name: some(12), address: some(8) }), {
    minLength: 1,
    maxLength: 60,
  })
  const pieces = fc.record({ who: fc.nat(), from: fc.nat(12), length: fc.integer({ min: 1, max: 9 }) })
  const typed = fc.oneof(some(3), some(6), pieces)
  const piece = (
    everybody: readonly Person[],
    { who, from, length }: { who: number; from: number; length: number },
  ) => {
    const { name = '', address = '' } = everybody[who % everybody.length] ?? {}
    return [...`${name}\t${address}`].slice(from, from + length).join('')
  }
  fc.assert(
    fc.property(people, fc.array(typed, { minLength: 20, maxLength: 20 }), (drawn, searches) => {
      let id = 0
      const everybody = drawn.map(({ gap, name, address }) => {
        id += 1 + gap
        return { id, name, address: `${address}${id}` }
      })
      const store = storeOf(everybody)
      const expected = lookingAtAll(everybody)
      for (const search of searches) {
        const text = typeof search === 'string' ? search : piece(everybody, search)
        expect(found(store, text)).toEqual(expected(text))
      }
    }),
    { numRuns: 40 },
  )
})

test('who came, or took another name, is found by it at the next search', () => {
  const store = storeOf([{ id: 1, name: 'Anna Bakker', address: 'anna@example.org' }])
  expect(found(store, 'bakker')).toEqual([1])
  const occurred = { from: '2026-03-02T00:00:00.000Z', to: '2026-03-02T00:00:00.000Z', precision: 'minute' } as never
  const about = { occurred, via: 'store', type: 'address-added', body: { by: 'staff' } } as const
  store.write.act('test', recorded, (act) => {
    store.write.sqlite.script('PRAGMA defer_foreign_keys = ON')
    for (const [contact, name, address] of [
      [1, 'Anna Smit', 'anna@example.org'],
      [2, 'Bo Bakker', 'bo@example.org'],
    ] as const) {
      const seq = store.write.append.append(act, { ...about, name, address }, contact)
      store.write.project(store.write.events.get(seq) as never)
    }
    expect(found(store, 'bakker')).toEqual([1])
  })
  expect(found(store, 'bakker')).toEqual([2])
  expect(found(store, 'smit')).toEqual([1])
})
