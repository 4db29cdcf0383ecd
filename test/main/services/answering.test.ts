/** Answering a request: what lacks is said first, the request is on record, and each report holds by itself. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rooted, unpacked } from '../../../main/report/check/folder.ts'
import { verifyEvidence } from '../../../main/report/verifyEvidence.ts'
import { type SentShop, sentShop } from '../../support/sentShop.ts'
import { value } from '../../support/shop.ts'
import { checked, filesIn, finish, place, removePlaces } from '../report/folders.ts'

const desk = place()
let shop: SentShop
beforeAll(async () => {
  shop = await sentShop(desk)
}, 120_000)
afterAll(async () => {
  await shop.register.close()
  removePlaces()
})

const request = {
  from: 'acm',
  answerBefore: null,
  questions: 'Waarop berust de toestemming?\nHoe kon men zich afmelden?',
  period: { from: '2026-01-01T00:00:00.000Z', to: '2026-12-31T22:59:59.000Z' },
} as const
const common = { language: 'nl', explanation: null, full: false, by: 'test' } as const
const received = () => new Date().toISOString()
const events = async (contact: number) =>
  value(await shop.register.call('contacts.timeline', { contact, at: null, known: null })).map(({ event }) => event)

test('what lacks is said before anything is exported', async () => {
  const contact = await shop.contactOf(shop.addresses[0] ?? '')
  const { question } = await shop.run('evidence.collect', {
    ...{ address: shop.addresses[0], message: null, reference: null },
  })
  const lacking = await shop.run('evidence.lacking', { contact, question, mailing: shop.mailing, process: true })
  expect(lacking.address).toEqual(expect.arrayContaining(['message-not-kept', 'nothing-deposited']))
  expect(lacking.mailing).toEqual(['content-not-kept', 'never-reported', 'nothing-deposited'])
  expect(lacking.process).toContain('sending-unreported')
  const none = await shop.run('evidence.lacking', { contact, question: null, mailing: null, process: false })
  expect(none).toMatchObject({ mailing: null, process: null })
})

test('three reports stand side by side, each sealed by itself, and the request is on record once', async () => {
  const address = shop.addresses[1] ?? ''
  const contact = await shop.contactOf(address)
  const { question } = await shop.run('evidence.collect', { address, message: null, reference: null })
  const search = { address, message: null, how: 'listed' } as const
  const asked = { ...common, contact, question, mailing: shop.mailing, process: true, reference: 'ACM/26/7' }
  const folder = join(desk, 'antwoord')
  const first = await shop.run('evidence.answer', {
    ...{ ...asked, request: { ...request, received: received(), search }, to: shop.register.target(folder) },
  })
  expect(first.reports.map(({ folder: name }) => name)).toEqual(['adres', 'mailing', 'werkwijze'])
  expect(checked(folder)).toMatchObject({ holds: true, flaws: [] })
  for (const name of readdirSync(folder)) expect(checked(join(folder, name)).holds).toBe(true)

  const zip = join(desk, 'antwoord.zip')
  const again = await shop.run('evidence.answer', {
    ...{ ...asked, mailing: null, request: { ...request, received: received(), search } },
    ...{ to: shop.register.target(zip), pack: 'zip' },
  })
  expect(again.request).toBe(first.request)
  const gathered = unpacked(new Uint8Array(readFileSync(zip)))
  expect(gathered?.others.map(({ name }) => name)).toEqual(['werkwijze'])
  expect(finish(verifyEvidence(zip))).toMatchObject({ ok: true, value: { holds: true } })
  expect((await events(contact)).filter(({ type }) => type === 'authority-request')).toHaveLength(1)

  const told = (name: string) => JSON.parse(readFileSync(join(folder, name, 'evidence.json'), 'utf8'))
  expect(told('adres').request).toMatchObject({ from: 'acm', search: { address }, inRegister: true })
  expect(told('adres').afterComplaint).toContain(first.request)
  for (const name of ['mailing', 'werkwijze']) {
    expect(told(name).request.search).toMatchObject({ address: null, message: null })
    const texts = filesIn(join(folder, name)).filter((file) => /\.(?:json|jsonl|csv|txt)$/u.test(file))
    for (const file of texts) expect(readFileSync(join(folder, name, file), 'utf8')).not.toContain(address)
  }

  // A letter changed in one of them, or a file laid beside them, is found and placed.
  const changed = join(folder, 'mailing', 'events.jsonl')
  writeFileSync(changed, readFileSync(changed, 'utf8').replace('Wintertheeën', 'Wintertheeen'))
  writeFileSync(join(folder, 'erbij.txt'), 'x')
  expect(checked(folder).flaws.map(({ where }) => where)).toEqual(
    expect.arrayContaining(['mailing/events.jsonl', 'adres/../erbij.txt']),
  )
  const bytes = filesIn(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const)
  const dropped = rooted(new Map(bytes), [])
  expect(dropped?.name).toBe('adres')
  expect([...(dropped?.files.keys() ?? [])]).toContain('../erbij.txt')
})

test('an address that is not in the register is said to be unknown, with what was searched for', async () => {
  const folder = join(desk, 'onbekend')
  const message = { from: 'x@elders.example.org', subject: 'Aanbieding', sent: null, messageId: null }
  const search = { address: 'niemand@example.com', message, how: null }
  const answer = await shop.run('evidence.answer', {
    ...{ ...common, contact: null, question: null, mailing: null, process: true, reference: null },
    ...{ request: { ...request, from: 'person', received: received(), search }, to: shop.register.target(folder) },
  })
  expect(answer.reports).toMatchObject([{ what: 'process', folder: '' }])
  expect(checked(folder).holds).toBe(true)
  const told = JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8'))
  expect(told.request).toMatchObject({ inRegister: false, search: { address: 'niemand@example.com' } })
  expect(await shop.run('register.verify', {})).toMatchObject({ holds: true })
  expect(await shop.run('register.rebuild', {})).toMatchObject({ differences: [] })
})

test('a folder that is in use is left alone, and a cancelled answer leaves nothing', async () => {
  const folder = join(desk, 'half')
  const contact = await shop.contactOf(shop.addresses[2] ?? '')
  const search = { address: null, message: null, how: null }
  const asked = {
    ...{ ...common, contact, question: null, mailing: shop.mailing, process: true, reference: 'R1' },
    request: { ...request, received: received(), search },
  }
  let cancel = (): void => undefined
  const running = shop.register.start(
    'evidence.answer',
    { ...asked, to: shop.register.target(folder) } as never,
    ({ step }) => {
      if (step === 'drawing') cancel()
    },
  )
  cancel = running.cancel
  expect(await running.done).toEqual({ ok: false, error: { kind: 'cancelled' } })
  expect(existsSync(folder)).toBe(false)
  const full = await shop.register.start('evidence.answer', { ...asked, to: shop.register.target(desk) } as never).done
  expect(full).toEqual({ ok: false, error: { kind: 'unwritable', code: 'exists' } })
})
