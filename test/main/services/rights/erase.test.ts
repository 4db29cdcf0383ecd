import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type InlineRegister, openInline } from '../../../../main/host/inline.ts'
import type { Instant } from '../../../../preload/contract/vocabulary/time.ts'
import { desk } from '../../../support/desk.ts'
import { bring, lampMailing, lanternShop, run, value } from '../../../support/shop.ts'

const start = Date.UTC(2026, 2, 2, 12)
const jan = 'jan.wisman@example.org'
const traces = [jan, 'JAN.Wisman@Example.org', 'Wisman', 'Graveerlamp: lieve Anneke', '#88101', 'W1SM4N-42']

interface Shop extends InlineRegister {
  readonly file: string
  clock: number
}

async function shop(file = desk().path('register.db')): Promise<Shop> {
  const shop = { file, clock: start } as Shop
  const opened = openInline(file, {
    now: () => shop.clock,
    report: (defect) => {
      throw new Error(JSON.stringify(defect))
    },
    checkAnswers: true,
  })
  if (!opened.ok) throw new Error(opened.error)
  onTestFinished(opened.value.close)
  Object.assign(shop, opened.value)
  value(await shop.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
  return shop
}

const header =
  'Name,Email,Financial Status,Accepts Marketing,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Billing Name,Cancelled at,Vendor'
const row = (name: string, email: string, who: string, item = 'Bureaulamp', at = '2026-01-10 10:00:00 +0100') =>
  `${name},${email},paid,yes,EUR,49.95,${at},1,${item},SKU-1,${who},,De Lantaarn`
const orders = [
  header,
  row('#88100', 'els@example.org', 'Els Anders'),
  row('#88101', 'JAN.Wisman@Example.org', '"Jan ""de lamp""\nWisman"', 'Graveerlamp: lieve Anneke'),
  `#88101,,,,,,,1,Kaars W1SM4N-42,SKU-2,,,`,
  row('#88102', 'piet-jan.wisman@example.org', 'Piet Ander'),
  row('#88103', 'mo@example.org', 'Mo Anders', 'Kaars'),
]

const signedCard = {
  occurred: { from: '2026-05-02T10:00:00.000Z', to: '2026-05-02T10:00:00.000Z', precision: 'second' },
  via: 'paper',
  type: 'consent-given',
  body: {
    entity: 'lantaarn-bv',
    categories: ['acties'],
    point: null,
    version: null,
    box: null,
    claim: {
      wording: 'Ja, mail mij',
      control: 'paper-box',
      boxDefault: 'unticked',
      act: 'ticked',
      requiredForOther: false,
      bundledWith: 'none',
      names: { entity: true, labels: ['lantaarn'] },
      shows: { purpose: true, withdrawal: true, privacy: 'v3' },
    },
    machineRecorded: false,
    signed: true,
    collector: null,
    initiatedByPerson: true,
    ip: null,
    thirdParties: [],
  },
}

const asHosted = (register: InlineRegister) => ({ ...register, grant: async (path: string) => register.grant(path) })

async function fill(register: Shop, lines: readonly string[] = orders) {
  return bring(asHosted(register) as never, desk().write('orders.csv', lines))
}

const idOf = async (register: Shop, address: string) => value(await register.call('contacts.byAddress', { address })).id

const erasing = (contacts: number[], more: object = {}) => ({
  contacts,
  keep: 'nothing',
  confirm: 'WISSEN',
  reason: 'op verzoek',
  by: 'test',
  ...more,
})

/** Every byte beside the register, and every deflated piece in it. */
function bytesOf(file: string): Buffer[] {
  const folder = dirname(file)
  const found: Buffer[] = []
  const walk = (path: string): void => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) walk(join(path, name))
    else found.push(readFileSync(path))
  }
  walk(folder)
  const db = new Database(file, { readonly: true })
  for (const { data } of db.prepare('SELECT data FROM document_piece').all() as { data: Buffer }[]) {
    found.push(inflateRawSync(data))
  }
  for (const { record } of db.prepare('SELECT record FROM decision').all() as { record: Buffer }[]) {
    found.push(inflateRawSync(record))
  }
  db.close()
  return found
}

function tracesIn(file: string, sought: readonly string[] = traces): string[] {
  const bytes = bytesOf(file)
  // The other man's address ends like the one that is sought.
  const own = bytes.map((one) => Buffer.from(one.toString('latin1').replaceAll('piet-jan.wisman', ''), 'latin1'))
  return sought.filter((trace) => own.some((one) => one.includes(Buffer.from(trace))))
}

const holds = async (register: Shop) => {
  const report = await run(register, 'register.verify', {} as never)
  expect(report).toMatchObject({ holds: true, flaws: [] })
  const rebuilt = await run(register, 'register.rebuild', {} as never)
  expect(rebuilt).toMatchObject({ differences: [] })
  return report
}

describe('an erasure', () => {
  test('leaves no trace of the person in any byte, and everybody else as they were', async () => {
    const register = await shop()
    await fill(register)
    const card = register.grant(desk().write('kaart.txt', `Kaart van ${jan}, W1SM4N-42`))
    const kept = value(
      await register.call('documents.add', { file: card, kind: 'scan', captured: null, datedByOther: false }),
    )
    const contact = await idOf(register, jan)
    const els = await idOf(register, 'els@example.org')
    const occurred = { from: '2026-02-01T10:00:00.000Z', to: '2026-02-01T10:00:00.000Z', precision: 'second' } as never
    value(
      await register.call('events.record', {
        contact,
        by: 'test',
        draft: {
          occurred,
          via: 'letter',
          address: jan,
          name: 'Jan Wisman',
          documents: [kept],
          type: 'erasure-requested',
          body: { identityChecked: true },
        },
      } as never),
    )
    expect(tracesIn(register.file)).toEqual(traces)
    const before = value(await register.call('contacts.timeline', { contact: els, at: null, known: null }))
    const preview = value(await register.call('rights.previewErasure', { contact, keep: 'nothing' }))
    expect(preview).toMatchObject({
      contacts: [contact],
      whole: true,
      holds: [],
      files: [{ file: 'orders.csv', rows: 2 }],
      documents: { removed: 1, shared: 0 },
    })

    register.clock += 60_000
    const done = await run(register, 'rights.erase', erasing([contact]) as never)
    expect(done).toMatchObject({ people: 1, rows: 2, documents: 1, compacted: true, mentions: [], stayed: 0 })

    expect(tracesIn(register.file)).toEqual([])
    expect(await holds(register)).toMatchObject({ erased: preview.removed })
    expect(value(await register.call('contacts.timeline', { contact: els, at: null, known: null }))).toEqual(before)
    expect(await register.call('contacts.get', { contact })).toMatchObject({ error: { kind: 'missing' } })
    expect(await register.call('contacts.byAddress', { address: jan })).toMatchObject({ error: { kind: 'missing' } })
    expect(value(await register.call('rights.suppressed', { address: 'JAN.wisman@example.org' }))).toMatchObject({
      matches: 'narrow',
    })
    expect(value(await register.call('rights.erasures', {}))).toMatchObject([
      { contact, reason: 'op verzoek', events: preview.removed, rows: 2, whole: true },
    ])
    await register.close()
    expect(tracesIn(register.file)).toEqual([])
  })

  test('takes the person out of kept send reports and messages, and leaves the rest of them', async () => {
    const register = await shop()
    await fill(register)
    const message = [
      'From: De Lantaarn <info@example.org>',
      'To: "Jan Wisman" <JAN.Wisman@Example.org>',
      'Subject: Lampen',
      'Content-Type: multipart/alternative; boundary="grens"',
      '',
      '--grens',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Afmelden: https://example.org/uit?e=3Djan.wis=',
      'man=40example.org en tot ziens, Jan =',
      'Wisman.',
      '--grens',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      ...(Buffer.from(`<p>Beste Jan Wisman, deze mail is voor ${jan}. Lampen in de aanbieding.</p>`)
        .toString('base64')
        .match(/.{1,60}/gu) ?? []),
      '--grens--',
    ].join('\r\n')
    const { entity, label, nature } = lampMailing
    const file = register.grant(desk().write('proef.eml', message))
    const looked = { of: { file }, mailing: { entity, label, nature }, keep: true }
    const { document } = (await run(register, 'content.read', looked as never)) as { document: { sha256: string } }
    const mailing = { ...lampMailing, contentSha256: document.sha256 }
    const { mailing: id } = value(await register.call('mailings.define', { mailing, by: 'test' } as never))
    const at = new Date(register.clock).toISOString() as Instant
    const { decision } = (await run(register, 'mailings.freeze', { mailing: id, at, by: 'test' } as never)) as {
      decision: number
    }
    const report = ['Email;Name;Status', `${jan};Jan Wisman;sent`, 'els@example.org;Els Anders;sent']
    const reconciling = { decision, write: true, by: 'test', sent: null, zone: 'Europe/Amsterdam', messageId: null }
    await run(register, 'sending.reconcile', {
      ...{ ...reconciling, file: register.grant(desk().write('verzonden.csv', report)) },
      ...{ mapping: null, as: null, dateOrder: null },
    } as never)
    const contact = await idOf(register, jan)
    const preview = value(await register.call('rights.previewErasure', { contact, keep: 'nothing' }))
    expect(preview).toMatchObject({ reports: 1, whole: true })

    const done = await run(register, 'rights.erase', erasing([contact]) as never)
    expect(done).toMatchObject({ compacted: true, mentions: [] })
    const hidden = ['jan.wis=', 'man=40example', Buffer.from('Jan Wisman').toString('base64').slice(0, 10)]
    expect(tracesIn(register.file, [...traces, ...hidden])).toEqual([])
    const left = bytesOf(register.file).map((one) => one.toString('latin1'))
    expect(left.some((one) => one.includes('els@example.org;Els Anders;sent'))).toBe(true)
    expect(left.some((one) => one.includes('Subject: Lampen') && one.includes('tot ziens'))).toBe(true)
    await holds(register)

    // The proof about somebody else goes on holding, and hands over what is left of the message.
    const els = await idOf(register, 'els@example.org')
    const folder = desk().path('bewijs')
    await run(register, 'evidence.export', {
      ...{ contact: els, question: { mailing, at, known: at, mailingId: id }, language: 'nl', by: 'test' },
      ...{ reference: null, explanation: null, to: register.target(folder) },
    } as never)
    expect(await run(register, 'evidence.verify', { folder: register.grant(folder) } as never)).toMatchObject({
      holds: true,
    })
    const kept = readdirSync(join(folder, 'bronnen')).filter((name) => name.endsWith('.eml'))
    expect(kept).toHaveLength(1)
    expect(readFileSync(join(folder, 'bronnen', kept[0] ?? ''), 'latin1')).not.toContain('isman')
  })

  test('keeps lists and counts of people the same everywhere', async () => {
    const register = await shop()
    await fill(register)
    const contact = await idOf(register, jan)
    await run(register, 'rights.erase', erasing([contact]) as never)
    const opened = { search: '', status: null, objected: null, order: 'name' } as const
    const at = new Date(register.clock).toISOString() as Instant
    const state = value(await register.call('register.state', {}))
    const overview = await run(register, 'register.overview', { at } as never)
    const tally = await run(register, 'mailings.tally', { question: { mailing: lampMailing, at, known: at } } as never)
    expect(state.contacts).toBe(3)
    for (const order of ['name', 'address', 'newest', 'last-sale'] as const) {
      expect(value(await register.call('contacts.open', { ...opened, order })).count).toBe(3)
    }
    expect(overview).toMatchObject({ contacts: 3 })
    expect(tally).toMatchObject({ asked: 3 })
    for (const search of ['wis', 'er', 'erased 2']) {
      const found = value(await register.call('contacts.open', { ...opened, search }))
      const rows = value(await register.call('contacts.rows', { view: found.view, from: 0, count: 10 }))
      expect(rows).toHaveLength(found.count)
    }
  })

  test('is not undone by importing the file again, or another that tells of the time before', async () => {
    const register = await shop()
    await fill(register)
    await run(register, 'rights.erase', erasing([await idOf(register, jan)]) as never)
    register.clock += 60_000
    const again = await fill(register)
    expect(again.preview).toMatchObject({ people: { fresh: 0, suppressed: 1 } })
    const other = await fill(register, [...orders, row('#88104', 'ada@example.org', 'Ada Anders')])
    expect(other.preview).toMatchObject({ people: { fresh: 1, suppressed: 1 } })
    expect(await register.call('contacts.byAddress', { address: jan })).toMatchObject({ error: { kind: 'missing' } })
    expect(await holds(register)).toMatchObject({ documents: 2 })
    expect(tracesIn(register.file)).toEqual([])
  })

  test('TC57: a sale after it is kept for service mail and gets no advertising; a fresh consent clears it', async () => {
    const register = await shop()
    await fill(register)
    await run(register, 'rights.erase', erasing([await idOf(register, jan)]) as never)
    register.clock = Date.UTC(2026, 4, 2, 12)
    const { preview } = await fill(register, [
      header,
      row('#88101', jan, 'Jan Wisman', 'Graveerlamp: lieve Anneke'),
      row('#88190', jan, 'Jan Wisman', 'Bureaulamp', '2026-05-01 10:00:00 +0200'),
    ])
    expect(preview).toMatchObject({ people: { fresh: 1, suppressed: 1 }, events: { sale: 1 } })
    expect(tracesIn(register.file, ['Graveerlamp', '#88101'])).toEqual([])
    const contact = await idOf(register, jan)
    const decide = async (at: number, changes: object) => {
      const moment = new Date(at).toISOString() as Instant
      const question = { mailing: { ...lampMailing, ...changes }, at: moment, known: moment }
      const { result, reasons } = value(await register.call('contacts.decide', { contact, question }))
      return [result, ...reasons][0] === 'yes' ? 'yes' : `${result} ${reasons[0]}`
    }
    expect(await decide(register.clock, {})).toBe('no ADDRESS_ERASED')
    const service = { nature: 'service', kind: null, promotional: false, link: { to: 'order', families: [] } }
    expect(await decide(register.clock, service)).toBe('yes')
    const card = register.grant(desk().write('kaart.txt', 'Ja, mail mij'))
    const paper = { file: card, kind: 'scan', captured: null, datedByOther: true } as const
    const signed = value(await register.call('documents.add', paper))
    value(
      await register.call('events.record', {
        contact,
        by: 'test',
        draft: { ...signedCard, documents: [signed] },
      } as never),
    )
    expect(await decide(register.clock + 60_000, {})).toBe('yes')
    await holds(register)
  })

  test('is refused while a dispute is on hold, and where the word is not typed', async () => {
    const register = await shop()
    await fill(register)
    const contact = await idOf(register, jan)
    const hold = async (lifted: boolean) =>
      value(
        await register.call('events.record', {
          contact,
          by: 'test',
          draft: {
            occurred: {
              from: new Date(register.clock).toISOString(),
              to: new Date(register.clock).toISOString(),
              precision: 'second',
            },
            via: 'letter',
            type: 'hold',
            body: { lifted },
          },
        } as never),
      )
    await hold(false)
    expect(value(await register.call('rights.previewErasure', { contact, keep: 'proof' })).holds).toHaveLength(1)
    const start = (input: object) => register.start('rights.erase', input as never).done
    expect(await start(erasing([contact]))).toMatchObject({ error: { kind: 'refused', code: 'held' } })
    await hold(true)
    expect(await start(erasing([contact], { confirm: 'wis' }))).toMatchObject({ error: { kind: 'invalid' } })
    expect(await start(erasing([contact]))).toMatchObject({ ok: true })
  })

  test('leaves the proof of mail that was sent, as long as the policy says, and takes the rest', async () => {
    const register = await shop()
    await fill(register)
    const contact = await idOf(register, jan)
    const mailing = value(await register.call('mailings.define', { mailing: lampMailing, by: 'test' })).mailing
    const at = new Date(register.clock).toISOString() as Instant
    const occurred = { from: at, to: at, precision: 'second' } as const
    const bounced = { occurred, via: 'system', type: 'bounce', body: { hard: false, code: null } } as const
    value(await register.call('events.record', { contact, draft: bounced, by: 'test' } as never))
    const frozen = await run(register, 'mailings.freeze', { mailing, at, by: 'test' } as never)
    const list = register.target(desk().path('lijst.csv'))
    const sent = await register.start('mailings.export', {
      decision: (frozen as { decision: number }).decision,
      to: list,
      by: 'test',
    }).done
    const preview = value(await register.call('rights.previewErasure', { contact, keep: 'proof' }))
    if (!sent.ok) throw new Error(JSON.stringify(sent.error))
    expect(preview.lists).toBe(1)
    expect(preview.stays.map(({ why }) => why)).toContain('customer')
    expect(preview.stays.every(({ until }) => until.startsWith('2031'))).toBe(true)
    register.clock += 60_000
    await run(register, 'rights.erase', erasing([contact], { keep: 'proof' }) as never)
    const timeline = value(await register.call('contacts.timeline', { contact, at: null, known: null }))
    expect(timeline.map(({ event }) => event.type)).toEqual(expect.arrayContaining(['sale', 'erased']))
    const now = new Date(register.clock).toISOString() as Instant
    const question = { mailing: lampMailing, at: now, known: now }
    expect(value(await register.call('contacts.decide', { contact, question })).result).toBe('no')
    await holds(register)
    // A frozen list that was not written yet holds the person back.
    const late = register.target(desk().path('laat.csv'))
    const held = await run(register, 'mailings.export', {
      decision: (frozen as { decision: number }).decision,
      to: late,
      by: 'test',
    } as never)
    expect(held).toMatchObject({ heldBack: 1 })
    // When the years are over, all of it goes.
    register.clock = Date.UTC(2031, 5, 1)
    expect(value(await register.call('rights.previewErasure', { contact, keep: 'proof' }))).toMatchObject({
      whole: true,
    })
    await run(register, 'rights.erase', erasing([contact], { keep: 'proof' }) as never)
    expect(tracesIn(register.file)).toEqual([])
    await holds(register)
    expect(value(await register.call('rights.erasures', {}))).toMatchObject([{ whole: true }, { whole: false }])
  })

  test('offers to renew the copies that still hold what was erased', async () => {
    const register = await shop()
    await fill(register)
    await run(register, 'register.backup', { to: null } as never)
    const contact = await idOf(register, jan)
    expect(value(await register.call('rights.previewErasure', { contact, keep: 'nothing' })).copies).toHaveLength(1)
    register.clock += 60_000
    const done = await run(register, 'rights.erase', erasing([contact], { renewCopies: true }) as never)
    expect(done).toMatchObject({ copies: { removed: 1, remaining: [] } })
    expect(value(await register.call('register.copies', {}))).toHaveLength(1)
    expect(tracesIn(register.file)).toEqual([])
  })
})
