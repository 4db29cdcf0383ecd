/** Every command on the sample shop, as a program calls them. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ask, fail, here } from './program.ts'
import { shop } from './shop.ts'
import { signedCard } from './signedCard.ts'

const { path, sample, register, copy } = shop()
const [orders] = sample.files
const mailing = ['--category', 'aanbiedingen', '--family', 'thee']
const addressesOn = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split(/\r?\n/u)
    .slice(1)
    .map((row) => row.split(/[,;]/u)[0] ?? '')

test('init makes a register once, and says so the second time', async () => {
  const file = path('new.mailbewijs')
  expect(await ask(file, 'init')).toMatchObject({ made: true, exit: 0 })
  const before = readFileSync(file)
  expect(await ask(file, 'init')).toMatchObject({ made: false, exit: 0 })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('setup applies a file with its screenshots, and changes nothing the second time', async () => {
  const file = path('setup.mailbewijs')
  await ask(file, 'init')
  expect(await ask(file, 'setup', sample.setup, '--dry-run')).toMatchObject({ applied: false, changes: 17 })
  expect(await ask(file, 'setup', sample.setup)).toMatchObject({
    applied: true,
    changes: 17,
    documents: 3,
    missing: [],
  })
  expect(await ask(file, 'setup', sample.setup)).toMatchObject({ applied: true, changes: 0 })
})

test('setup exports what it was given, byte for byte the same when read again', async () => {
  const to = path('exported.json')
  await ask(register, 'setup', '--export', to)
  expect(JSON.parse(readFileSync(to, 'utf8'))).toEqual(JSON.parse(readFileSync(sample.setup, 'utf8')))
})

test('setup says which screenshots it did not find', async () => {
  const file = path('alone.mailbewijs')
  const folder = path('alone')
  mkdirSync(folder)
  writeFileSync(`${folder}/setup.json`, readFileSync(sample.setup))
  writeFileSync(`${folder}/kassa-opt-in.png`, 'another picture')
  await ask(file, 'init')
  const applied = await ask(file, 'setup', `${folder}/setup.json`)
  expect(applied).toMatchObject({ missing: ['kassa-opt-in.png', 'kassa-opt-out.png', 'nieuwsbrief-form.png'] })
})

test('the preview is what the commit does', async () => {
  const { imports } = await ask(register, 'imports')
  expect(imports.map(({ file }) => file).toReversed()).toEqual(
    sample.files.map(({ path: file }) => file.split('/').at(-1)),
  )
  const file = path('preview.mailbewijs')
  await ask(file, 'init')
  await ask(file, 'setup', sample.setup)
  const context = ['--label', 'gouden-ketel', '--point', 'kassa-webshop']
  const { preview, summary } = await ask(file, 'import', orders?.path ?? '', ...context)
  expect(preview.events).toEqual(summary?.events)
  expect(preview).toMatchObject({ rows: 217, refused: summary?.refused })
  expect((await ask(file, 'contacts')).count).toBe(preview.people.fresh)
})

test('the same file again adds nothing', async () => {
  const file = copy('again.mailbewijs')
  const before = await ask(file, 'state')
  const again = await ask(file, 'import', orders?.path ?? '', '--label', 'gouden-ketel', '--point', 'kassa-webshop')
  expect(again.preview).toMatchObject({ events: {}, people: { fresh: 0 } })
  expect((await ask(file, 'state')).contacts).toBe(before.contacts)
})

test('a dry run writes nothing, and can save the refused rows', async () => {
  const file = copy('dry.mailbewijs')
  const before = await ask(file, 'state')
  const to = path('refused.csv')
  const other = path('other.csv')
  writeFileSync(other, readFileSync(orders?.path ?? '', 'utf8').replaceAll('#20', '#30'))
  const { preview, summary } = await ask(file, 'import', other, '--label', 'gouden-ketel', '--dry-run', '--refused', to)
  expect(summary).toBeNull()
  expect(preview.refused).toBeGreaterThan(0)
  expect(readFileSync(to, 'utf8')).toContain('#3061')
  expect(await ask(file, 'state')).toMatchObject({ events: before.events, imports: before.imports })
})

test('a file of an unknown kind is read by a mapping that was proposed and saved', async () => {
  const file = copy('mapping.mailbewijs')
  const table = path('klanten.csv')
  const rows = [
    'e-mail;naam;bestelnummer;datum;product',
    'piet@example.nl;Piet Proef;A-1;03-02-2026 10:00;Sencha thee - 50 g',
  ]
  writeFileSync(table, rows.join('\r\n'))
  const proposed = path('mapping.json')
  const { exit, problem } = await fail('--register', file, 'import', table, '--save-mapping', proposed)
  expect({ exit, problem }).toMatchObject({ exit: 4, problem: { kind: 'unreadable', code: 'wrong-columns' } })
  const said = ['--label', 'gouden-ketel', '--date-order', 'day-month-year']
  const { summary } = await ask(file, 'import', table, '--mapping', proposed, '--keep-mapping', ...said)
  expect(summary).toMatchObject({ rows: 1, refused: 0 })
  // Next month it is found again by its columns.
  writeFileSync(table, `${rows[0]};extra\r\nals@example.nl;Als Proef;A-2;05-03-2026 10:00;Sencha thee - 50 g;x`)
  expect((await ask(file, 'import', table, ...said)).summary).toMatchObject({ rows: 1, refused: 0 })
  writeFileSync(table, 'e-mail;naam;bestelnummer;datum\r\nals@example.nl;Als Proef;A-3;05-03-2026 10:00')
  expect(await fail('--register', file, 'import', table, ...said)).toMatchObject({
    exit: 4,
    problem: { about: 'product' },
  })
  expect((await ask(file, 'contact', 'piet@example.nl')).card.name).toBe('Piet Proef')
})

test('an objection takes effect at once, and no import brings its owner back', async () => {
  const file = copy('objection.mailbewijs')
  const before = path('before.csv')
  await ask(file, 'list', ...mailing, '--out', before)
  const [address = ''] = addressesOn(before)
  expect(await ask(file, 'decide', address, ...mailing)).toMatchObject({ decision: { result: 'yes' }, exit: 0 })

  expect(await ask(file, 'object', address.toUpperCase(), '--via', 'phone')).toMatchObject({ known: true })
  expect(await ask(file, 'decide', address, ...mailing)).toMatchObject({
    decision: { result: 'no', reasons: expect.arrayContaining(['OBJECTED']) },
    exit: 1,
  })
  for (const { path: export_, context } of sample.files)
    await ask(file, 'import', export_, '--label', context.label ?? '', '--zone', context.zone)
  expect((await ask(file, 'decide', address, ...mailing)).decision.result).toBe('no')
  const after = path('after.csv')
  await ask(file, 'list', ...mailing, '--out', after)
  expect(addressesOn(after)).toEqual(addressesOn(before).filter((other) => other !== address))
})

test('an objection for one category leaves the others as they were', async () => {
  const file = copy('category.mailbewijs')
  const list = path('category.csv')
  await ask(file, 'list', '--category', 'ketelpost', '--family', 'thee', '--out', list)
  const [address = ''] = addressesOn(list)
  await ask(file, 'object', address, '--scope', 'category:aanbiedingen')
  expect((await ask(file, 'decide', address, ...mailing)).decision.result).toBe('no')
  expect((await ask(file, 'decide', address, '--category', 'ketelpost', '--family', 'thee')).decision.result).toBe(
    'yes',
  )
})

test('an objection is kept with its letter, on the day it came in', async () => {
  const file = copy('letter.mailbewijs')
  const letter = path('brief.txt')
  writeFileSync(letter, 'Stop met mailen, alsjeblieft.')
  const args = [
    '--via',
    'letter',
    '--when',
    '2026-01-12',
    '--document',
    letter,
    '--document-kind',
    'letter',
    '--dated-by-other',
  ]
  expect(await ask(file, 'object', 'nieuw@example.org', ...args)).toMatchObject({ known: false })
  const { timeline } = await ask(file, 'contact', 'nieuw@example.org')
  const sha256 = createHash('sha256').update(readFileSync(letter)).digest('hex')
  expect(timeline.at(-1)?.event).toMatchObject({
    type: 'objection',
    via: 'letter',
    occurred: { precision: 'day', from: '2026-01-11T23:00:00.000Z', to: '2026-01-12T22:59:59.999Z' },
    documents: [{ sha256, name: 'brief.txt', kind: 'letter', datedByOther: true }],
  })
})

test('a card filled in by hand counts once its scan is attached', async () => {
  const file = copy('card.mailbewijs')
  const card = path('card.json')
  const scan = path('kaart.txt')
  writeFileSync(card, JSON.stringify(signedCard))
  writeFileSync(scan, 'de ingescande kaart')
  const { seq, known } = await ask(file, 'record', 'beurs@example.org', card)
  expect(known).toBe(false)
  expect((await ask(file, 'decide', 'beurs@example.org', ...mailing)).decision.result).not.toBe('yes')
  const kind = ['--document', scan, '--document-kind', 'scan', '--dated-by-other']
  expect(await ask(file, 'attach', '--to', String(seq), ...kind)).toMatchObject({ contacts: 1, events: 1 })
  expect((await ask(file, 'decide', 'beurs@example.org', ...mailing)).decision).toMatchObject({
    result: 'yes',
    basis: 'consent',
    grade: 'B',
  })
})

test('an import is undone as a whole, and its objections stay', async () => {
  const file = copy('undo.mailbewijs')
  const { imports } = await ask(file, 'imports')
  const numberOf = (start: string) => String(imports.find(({ file: name }) => name.startsWith(start))?.import)
  const { count } = await ask(file, 'contacts', '--objected')
  for (const one of ['subscribed', 'unsubscribed', 'shopify', 'woocommerce'])
    await ask(file, 'undo', numberOf(one), '--reason', 'Proef')
  expect((await here('--register', file, 'imports')).stdout).toMatch(/shopify-orders\.csv.+ \d{4} om \d\d:\d\d$/mu)
  expect(await ask(file, 'tally', ...mailing)).toMatchObject({ yes: 0 })
  expect((await ask(file, 'contacts', '--objected')).count).toBe(count)
  expect(await ask(file, 'verify')).toMatchObject({ holds: true })
})

test('an objection of one binds the other, once they are known to be one person', async () => {
  const file = copy('merge.mailbewijs')
  const list = path('merge.csv')
  await ask(file, 'list', ...mailing, '--out', list)
  const [one = '', other = ''] = addressesOn(list)
  await ask(file, 'object', one)
  expect((await ask(file, 'decide', other, ...mailing)).decision.result).toBe('yes')
  await ask(file, 'merge', one, other, '--reason', 'Zelfde persoon')
  expect((await ask(file, 'decide', other, ...mailing)).decision.result).toBe('no')
  await ask(file, 'split', one, other, '--reason', 'Toch niet')
  expect((await ask(file, 'decide', other, ...mailing)).decision.result).toBe('yes')
})

test('what needs a look is counted as the tally counts it', async () => {
  const { review } = await ask(register, 'tally', ...mailing)
  const { reviews } = await ask(register, 'reviews')
  const here = reviews.filter(({ category, family }) => category === 'aanbiedingen' && family === 'thee')
  expect(here.reduce((sum, { contacts }) => sum + contacts, 0)).toBe(review)
  const { settling } = await ask(register, 'reviews', '--settle')
  for (const { people, yes } of settling?.actions ?? []) {
    expect(people).toBeLessThanOrEqual(settling?.waiting ?? 0)
    expect(yes).toBeLessThanOrEqual(people)
  }
})

test('a tally is the sum of its answers, and the list holds the addresses it counts', async () => {
  const tally = await ask(register, 'tally', ...mailing)
  expect(tally.yes + tally.no + tally.review).toBe(tally.asked)
  expect(tally.byBasis.reduce((sum, { contacts }) => sum + contacts, 0)).toBe(tally.yes)
  expect(tally.byReason.reduce((sum, { contacts }) => sum + contacts, 0)).toBe(tally.no + tally.review)
  const file = copy('tally.mailbewijs')
  const to = path('tally.csv')
  const list = await ask(file, 'list', ...mailing, '--out', to)
  expect(list).toMatchObject({ yes: tally.yes, no: tally.no, review: tally.review, rows: tally.addresses, heldBack: 0 })
  expect(new Set(addressesOn(to)).size).toBe(list.rows)
  expect(createHash('sha256').update(readFileSync(to)).digest('hex')).toBe(list.sha256)
})

test('the past is answered with what was known then', async () => {
  const early = await ask(register, 'tally', ...mailing, '--known', '2026-01-01')
  expect(early.yes).toBe(0)
  const past = await ask(register, 'tally', ...mailing, '--at', '2025-06-01 10:00')
  const today = await ask(register, 'tally', ...mailing)
  expect(past.yes).not.toBe(today.yes)
})

test('a mailing that lacks what the law asks for goes to nobody', async () => {
  const tally = await ask(register, 'tally', ...mailing, '--without', 'unsubscribe')
  expect(tally).toMatchObject({ yes: 0, review: 0, byReason: [{ reason: 'MAILING_NO_UNSUBSCRIBE' }] })
})

test('a list is frozen: who objects later is held back when it is written again', async () => {
  const file = copy('frozen.mailbewijs')
  const first = await ask(file, 'list', ...mailing, '--out', path('frozen-1.csv'))
  const [address = ''] = addressesOn(path('frozen-1.csv'))
  await ask(file, 'object', address)
  const again = await ask(file, 'list', '--decision', String(first.decision), '--out', path('frozen-2.csv'))
  expect(again).toMatchObject({ rows: first.rows - 1, heldBack: 1 })
  expect(addressesOn(path('frozen-2.csv'))).not.toContain(address)
  const { mailings } = await ask(file, 'mailings')
  expect(mailings[0]?.decisions[0]).toMatchObject({ id: first.decision, objectedSince: 1, exports: [{}, {}] })
})

test('the proof for one address is a folder that verifies by itself, and no longer once a letter is altered', async () => {
  const file = copy('proof.mailbewijs')
  const folder = path('proof')
  await ask(file, 'list', ...mailing, '--out', path('proof.csv'))
  const [address = ''] = addressesOn(path('proof.csv'))
  const proof = await ask(file, 'evidence', address, ...mailing, '--out', folder, '--reference', 'ACM/26/012345')
  for (const { name, bytes, sha256 } of proof.files) {
    const content = readFileSync(`${folder}/${name}`)
    expect({ name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }).toEqual({
      name,
      bytes,
      sha256,
    })
  }
  expect(readFileSync(`${folder}/dossier.pdf`).subarray(0, 5).toString()).toBe('%PDF-')

  const zip = path('proof.zip')
  await ask(file, 'evidence', address, ...mailing, '--out', zip)
  expect(JSON.parse((await here('verify', zip, '--json')).stdout)).toMatchObject({ exit: 0, result: { holds: true } })
  expect(readdirSync(path('.')).filter((name) => name.startsWith('.mailbewijs-'))).toEqual([])

  const alone = await here('verify', folder, '--json')
  expect(JSON.parse(alone.stdout)).toMatchObject({ exit: 0, result: { what: 'evidence', holds: true, flaws: [] } })
  const events = `${folder}/events.jsonl`
  writeFileSync(events, readFileSync(events, 'utf8').replace('"paid"', '"void"'))
  const broken = await here('verify', folder, '--json')
  expect(JSON.parse(broken.stdout)).toMatchObject({ exit: 5, result: { holds: false } })
  const said = await here('verify', folder)
  expect(said).toMatchObject({ exit: 5, stdout: expect.stringMatching(/^Het dossier klopt niet: /u) })
})

test('a checkpoint is a signed note, on the screen or in a file', async () => {
  const file = copy('checkpoint.mailbewijs')
  const to = path('zegel.txt')
  const { note, size } = await ask(file, 'checkpoint', '--out', to)
  expect(readFileSync(to, 'utf8')).toBe(note)
  expect(note.split('\n')[1]).toBe(String(size))
  expect((await here('--register', file, 'checkpoint')).stdout).toMatch(/\n— .+\n$/u)
})

test('the register holds, is derived again without a difference, and says what is in it', async () => {
  const file = copy('verify.mailbewijs')
  expect(await ask(file, 'verify')).toMatchObject({ what: 'register', holds: true, flaws: [], exit: 0 })
  expect(await ask(file, 'rebuild')).toMatchObject({ differences: [], exit: 0 })
  expect(await ask(file, 'state')).toMatchObject({
    imports: 5,
    setUp: { sender: true, categories: true, families: true, points: true },
  })
  const { stdout } = await here('--register', file, 'verify')
  expect(stdout).toMatch(/^Het register klopt: \d+ gebeurtenissen/u)
})

test('people are found by a few letters, and their history is told in order', async () => {
  const { rows } = await ask(register, 'contacts', 'example', '--limit', '3')
  expect(rows).toHaveLength(3)
  const { card, timeline } = await ask(register, 'contact', rows[0]?.address ?? '')
  expect(card.id).toBe(rows[0]?.id)
  const times = timeline.map(({ event }) => event.occurred.from)
  expect([times, times.toReversed()]).toContainEqual(times.toSorted())
  const objected = await ask(register, 'contacts', '--objected', '--limit', '500')
  expect(objected.rows.every((row) => row.objected)).toBe(true)
  expect(objected.count).toBeGreaterThan(0)
})

test('nothing that is there already is overwritten', async () => {
  const file = copy('taken.mailbewijs')
  const taken = path('taken.csv')
  writeFileSync(taken, 'mine')
  for (const args of [
    ['list', ...mailing, '--out', taken],
    ['checkpoint', '--out', taken],
    ['setup', '--export', taken],
  ])
    expect(await fail('--register', file, ...args)).toMatchObject({
      exit: 6,
      problem: { kind: 'unwritable', code: 'exists' },
    })
  expect(readFileSync(taken, 'utf8')).toBe('mine')
  expect((await ask(file, 'mailings')).mailings).toEqual([])
})

test('a list is not written where it cannot be, and leaves no half behind', async () => {
  const file = copy('nowhere.mailbewijs')
  const to = path('no/such/folder/list.csv')
  const { exit, problem } = await fail('--register', file, 'list', ...mailing, '--out', to)
  expect({ exit, problem }).toMatchObject({ exit: 6, problem: { kind: 'unwritable' } })
  expect(existsSync(to)).toBe(false)
})

test.each([
  ['an address that is not there', ['decide', 'niemand@example.org', ...mailing], 7],
  ['a category that is not there', ['tally', '--category', 'mode'], 2],
  ['a family that is not there', ['tally', '--category', 'aanbiedingen', '--family', 'fietsen'], 2],
  ['no category', ['tally'], 2],
  ['a form that is not there', ['import', orders?.path ?? '', '--point', 'balie'], 2],
  ['a moment that is none', ['tally', ...mailing, '--at', 'morgen'], 2],
  ['a scope that is none', ['object', 'a@example.org', '--scope', 'alles'], 2],
  ['an objection from the future', ['object', 'a@example.org', '--when', '2099-01-01'], 2],
  ['a decision that is not there', ['list', '--decision', '99', '--out', path('none.csv')], 7],
  ['a folder that is no proof', ['verify', sample.setup], 4],
] as const)('%s is said so', async (_, args, exit) => {
  const ran = await here('--register', register, ...args)
  expect(ran.exit).toBe(exit)
  expect(ran.stderr).not.toBe('')
  expect(ran.stdout).toBe('')
})
