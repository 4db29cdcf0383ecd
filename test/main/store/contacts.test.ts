import { expect, onTestFinished, test } from 'vitest'
import { openInline } from '../../../main/host/inline.ts'
import type { Instant } from '../../../preload/contract/vocabulary/time.ts'
import { desk } from '../../support/desk.ts'
import { value } from '../../support/shop.ts'

const at = '2026-03-02T09:00:00.000Z' as Instant

async function registerOf(people: readonly (readonly [name: string, address: string])[]) {
  const opened = openInline(desk().path('register.db'), {
    now: () => Date.parse(at),
    report: (defect) => expect(defect).toBeNull(),
  })
  if (!opened.ok) throw new Error(opened.error)
  onTestFinished(opened.value.close)
  for (const [name, address] of people) {
    const draft = {
      type: 'address-added',
      via: 'store',
      address,
      name,
      occurred: { from: at, to: at, precision: 'minute' },
      body: { by: 'staff' },
    } as const
    value(await opened.value.call('events.record', { contact: null, draft, by: 'test' }))
  }
  const search = async (text: string, order: 'name' | 'address' | 'newest' = 'name') => {
    const list = value(await opened.value.call('contacts.open', { search: text, status: null, objected: null, order }))
    const rows = value(await opened.value.call('contacts.rows', { view: list.view, from: 0, count: 100 }))
    expect(rows).toHaveLength(list.count)
    return rows.map(({ name }) => name)
  }
  return { register: opened.value, search }
}

const people = [
  ['Jürgen Müller', 'j.mueller@example.org'],
  ['Müzeyyen Öztürk', 'm.ozturk@example.org'],
  ['Anneke van der Berg', 'anneke@winkel.example.nl'],
  ['Bo', 'bo@example.com'],
  ['', 'zonder-naam@example.com'],
] as const

test.each([
  ['muller', ['Jürgen Müller']],
  ['mueller', ['Jürgen Müller']],
  ['MÜLLER', ['Jürgen Müller']],
  ['ozt', ['Müzeyyen Öztürk']],
  ['van berg', ['Anneke van der Berg']],
  ['berg van', ['Anneke van der Berg']],
  ['winkel', ['Anneke van der Berg']],
  ['bo', ['Bo']],
  ['zonder-naam@', ['']],
  ['bergen', []],
  ['"', []],
  ['%', []],
  ['example.org', ['Jürgen Müller', 'Müzeyyen Öztürk']],
])('whoever looks for %s finds %j', async (text, found) => {
  const { search } = await registerOf(people)
  expect(await search(text)).toEqual(found)
})

test('a list is in the order that was asked for, and shows who came since', async () => {
  const { register, search } = await registerOf(people)
  expect(await search('')).toEqual(['Anneke van der Berg', 'Bo', 'Jürgen Müller', 'Müzeyyen Öztürk', ''])
  expect(await search('', 'newest')).toEqual(['', 'Bo', 'Anneke van der Berg', 'Müzeyyen Öztürk', 'Jürgen Müller'])
  const draft = {
    type: 'address-added',
    via: 'store',
    address: 'aad@example.org',
    name: 'Aad',
    occurred: { from: at, to: at, precision: 'minute' },
    body: { by: 'staff' },
  } as const
  value(await register.call('events.record', { contact: null, draft, by: 'test' }))
  expect((await search(''))[0]).toBe('Aad')
  expect(await search('example.org', 'newest')).toEqual(['Aad', 'Müzeyyen Öztürk', 'Jürgen Müller'])
})
