/** A mailing may be defined anew while nothing rests on it; what it was stays in the register. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Clocked, clocked, DAY, instant, monday } from '../../support/clocked.ts'
import { lampMailing, value } from '../../support/shop.ts'
import { checked, has, removePlaces } from '../report/folders.ts'

afterAll(removePlaces)
const renamed = { ...lampMailing, name: 'Lampen in de lente' }
const silent = { ...lampMailing, content: { ...lampMailing.content, unsubscribe: false } }

const change = (shop: Clocked, mailing: number, to: typeof lampMailing) =>
  shop.register.call('mailings.change', { mailing, to, by: 'Wil' })
const entryOf = async (shop: Clocked, mailing: number) => value(await shop.register.call('mailings.get', { mailing }))

test('what was said last counts for the list, and the mailing keeps its number', async () => {
  const shop = await clocked()
  await shop.sale('anna@example.org', monday - 30 * DAY)
  const mailing = await shop.define(silent)
  shop.pass(DAY)
  expect(value(await change(shop, mailing, renamed))).toEqual({ mailing })
  expect(await entryOf(shop, mailing)).toMatchObject({
    mailing: renamed,
    defined: instant(monday),
    changes: [
      {
        at: instant(monday + DAY),
        by: 'Wil',
        was: { name: lampMailing.name, content: silent.content },
        became: { name: renamed.name, content: lampMailing.content },
      },
    ],
    changeable: true,
  })
  expect(value(await shop.register.call('mailings.list', {}))).toHaveLength(1)
  // As it was before, nobody might have had it: it had no unsubscribe link.
  const { yes, decision } = await shop.freeze(mailing)
  expect(yes).toBe(1)
  expect((await shop.list(decision)).addresses).toEqual(['anna@example.org'])
})

test('both definitions are in the proof, which names the last and holds', async () => {
  const shop = await clocked()
  await shop.sale('anna@example.org', monday - 30 * DAY)
  const mailing = await shop.define()
  value(await change(shop, mailing, renamed))
  const { decision } = await shop.freeze(mailing)
  await shop.list(decision)
  const { path, grant } = shop.target()
  const asked = { mailing, reference: null, explanation: null, language: 'nl', full: false, by: 'test' } as const
  await shop.run('evidence.mailing', { ...asked, to: grant })
  expect(checked(path)).toMatchObject({ holds: true, flaws: [] })
  expect(JSON.parse(readFileSync(join(path, 'evidence.json'), 'utf8')).mailing).toMatchObject({ name: renamed.name })
  const events = readFileSync(join(path, 'events.jsonl'), 'utf8')
  for (const { name } of [lampMailing, renamed]) expect(events).toContain(name)
  expect(await shop.run('register.verify', {})).toMatchObject({ holds: true })
})

test.each([
  { language: 'nl', said: [/Gewijzigd voordat er iets op berustte/u, /ontbreekt: afmeldlink/u, /Mailing gewijzigd/u] },
  { language: 'en', said: [/Changed before anything rested on it/u, /absent: unsubscribe link/u, /Mailing changed/u] },
] as const)('the proof says when, by whom and from what to what a mailing was changed ($language)', async (spoken) => {
  const shop = await clocked()
  await shop.sale('anna@example.org', monday - 30 * DAY)
  const mailing = await shop.define(silent)
  shop.pass(DAY)
  value(await change(shop, mailing, { ...silent, families: ['lampen', 'kaarsen'] }))
  shop.pass(DAY)
  value(await change(shop, mailing, renamed))
  const { path, grant } = shop.target()
  const asked = { mailing, reference: null, explanation: null, full: false, by: 'test' } as const
  await shop.run('evidence.mailing', { ...asked, language: spoken.language, to: grant })
  const { changes, defined } = JSON.parse(readFileSync(join(path, 'evidence.json'), 'utf8'))
  const [first, second, third] = [defined.seq, defined.seq + 1, defined.seq + 2]
  expect(defined).toMatchObject({ at: instant(monday), by: 'test' })
  expect(changes).toEqual([
    {
      ...{ seq: second, replaces: first, at: instant(monday + DAY), by: 'Wil' },
      ...{ was: { families: ['lampen'] }, became: { families: ['lampen', 'kaarsen'] } },
    },
    {
      ...{ seq: third, replaces: second, at: instant(monday + 2 * DAY), by: 'Wil' },
      was: { name: lampMailing.name, families: ['lampen', 'kaarsen'], content: silent.content },
      became: { name: renamed.name, families: ['lampen'], content: lampMailing.content },
    },
  ])
  const events = readFileSync(join(path, 'events.jsonl'), 'utf8')
  for (const seq of [first, second, third]) expect(events).toContain(`"seq":${seq},`)
  if (!has('pdftotext')) return
  const printed = execFileSync('pdftotext', ['-layout', join(path, 'dossier.pdf'), '-'], { encoding: 'utf8' })
  for (const text of [
    ...spoken.said,
    /03-03-2026/u,
    /Wil/u,
    /Lampen in de actie/u,
    /Lampen, Kaarsen|Lampen (?:en|and) Kaarsen/u,
  ])
    expect(printed).toMatch(text)
})

test('what a person was sent is called as it was last', async () => {
  const shop = await clocked()
  const { contact } = await shop.sale('anna@example.org', monday - 30 * DAY)
  const mailing = await shop.define()
  value(await change(shop, mailing, renamed))
  const { decision } = await shop.freeze(mailing)
  await shop.list(decision)
  const { path, grant } = shop.target()
  const asked = { contact, question: null, reference: null, explanation: null, language: 'nl', by: 'test' } as const
  await shop.run('evidence.export', { ...asked, to: grant })
  expect(checked(path)).toMatchObject({ holds: true, flaws: [] })
  expect(JSON.parse(readFileSync(join(path, 'evidence.json'), 'utf8')).sends).toMatchObject([{ name: renamed.name }])
})

test('once something rests on it, a mailing stays what it is', async () => {
  const shop = await clocked()
  await shop.sale('anna@example.org', monday - 30 * DAY)
  const refused = { ok: false, error: { kind: 'refused', code: 'mailing-relied' } }
  const listed = await shop.define()
  await shop.freeze(listed)
  const blocked = await shop.define()
  await shop.run('mailings.suppressionList', { mailing: blocked, to: shop.target().grant, by: 'test' })
  for (const mailing of [listed, blocked]) {
    expect(await change(shop, mailing, renamed)).toMatchObject(refused)
    expect(await entryOf(shop, mailing)).toMatchObject({ mailing: lampMailing, changeable: false })
  }
})

test('nothing is recorded of a change that changes nothing, or that names what is not there', async () => {
  const shop = await clocked()
  const mailing = await shop.define()
  value(await change(shop, mailing, lampMailing))
  expect(await entryOf(shop, mailing)).toMatchObject({ changes: [] })
  expect(await change(shop, mailing, { ...lampMailing, category: 'bestaat-niet' })).toMatchObject({
    error: { kind: 'invalid', issues: [{ path: 'mailing.category' }] },
  })
  expect(await change(shop, 99, renamed)).toMatchObject({ error: { kind: 'missing', what: 'mailing' } })
})

test('a copy that is changed is still one use of its template', async () => {
  const shop = await clocked()
  const mailing = await shop.define()
  value(await shop.register.call('mailings.mark', { mailing, template: true, by: 'test' }))
  const copied = value(await shop.register.call('mailings.copy', { mailing, name: 'Lampen in april', by: 'test' }))
  value(await change(shop, copied.mailing, renamed))
  expect(value(await shop.register.call('mailings.templates', {}))).toMatchObject([{ id: mailing, uses: 1 }])
})
