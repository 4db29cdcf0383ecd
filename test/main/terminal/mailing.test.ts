/** One mailing from message to send report, as somebody types it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ask, here } from './program.ts'
import { shop } from './shop.ts'

const { path, register } = shop()
const tea = ['--category', 'aanbiedingen', '--family', 'thee']
const act = (...args: string[]) => ask(register, 'mailing', ...args)
const json = (name: string, value: unknown) => {
  writeFileSync(path(name), JSON.stringify(value))
  return path(name)
}
/** The answer of one action, so that its members can be reached. */
async function answer<A extends Awaited<ReturnType<typeof act>>['action']>(action: A, ...args: string[]) {
  const given = await act(action, ...args)
  if (given.action !== action) throw new Error(`not ${action}`)
  return given as Extract<typeof given, { readonly action: A }>
}

test('define, tally with a filter, compare, freeze, export, reconcile, explain', async () => {
  const { mailing } = await answer('define', ...tea, '--name', 'Thee in maart')
  const whole = await answer('tally', ...tea)
  const filter = json('filter.json', { families: ['thee'], status: ['customer'] })
  const narrowed = await answer('tally', ...tea, '--filter', filter)
  expect(narrowed.yes).toBeLessThanOrEqual(whole.yes)
  expect(narrowed.leftOut?.map(({ by }) => by)).toEqual(['families', 'status'])

  const suppose = json('suppose.json', [{ kind: 'policy', policy: { customer_recency_months: 6 } }])
  const compared = await answer('compare', ...tea, '--suppose', suppose)
  expect(compared).toMatchObject({ gained: 0, one: { yes: whole.yes } })
  expect(compared.other.yes).toBe(whole.yes - compared.lost)

  const { decision, yes } = await answer('freeze', String(mailing))
  expect(yes).toBe(whole.yes)
  const first = path('thee.csv')
  const exported = await answer('export', String(decision), '--out', first, '--format', 'laposta')
  expect(exported).toMatchObject({ format: 'laposta', voids: [] })
  const [header, row = ''] = readFileSync(first, 'utf8').split('\r\n')
  expect(header).toBe('E-mailadres;Voornaam;Achternaam')
  const address = row.split(';')[0] ?? ''

  await ask(register, 'object', address)
  const again = await answer('export', String(decision), '--out', path('thee.xlsx'))
  expect(again).toMatchObject({ format: 'xlsx', rows: exported.rows - 1, voids: [exported.sha256] })
  const stop = await answer('suppression', String(mailing), '--out', path('stop.csv'))
  expect(readFileSync(path('stop.csv'), 'utf8').split('\r\n')).toContain(address)
  expect(stop.rows).toBeGreaterThan(0)
  const { mailing: entry } = await answer('report', String(mailing))
  const tooLate = await here('--register', register, 'mailing', 'change', String(mailing), ...tea, '--name', 'x')
  expect(tooLate.exit).toBe(1)
  expect(entry.decisions[0]?.exports).toMatchObject([{ voided: true }, { voided: false, objectedSince: 0 }])

  const [head, ...sentTo] = readFileSync(first, 'utf8').trim().split('\r\n')
  const expiry = new Date(Date.now() + 3 * 86_400_000).toISOString()
  const late = sentTo.map((line) => `${line};${expiry}`)
  writeFileSync(path('sent.csv'), [`${head};Verzonden op`, ...late, ''].join('\r\n'))
  const asked = [path('sent.csv'), '--decision', String(decision)]
  const held = await answer('reconcile', ...asked, '--dry-run')
  expect(held).toMatchObject({ written: false, counts: { sent: exported.rows, afterObjection: 1, notOnList: 0 } })
  expect((await answer('reconcile', ...asked)).events).toMatchObject({
    'sent-reported': 1,
  })
  const { incidents, open } = await answer('incidents', String(mailing), '--open')
  expect(incidents.map((one) => one.kind)).toContain('sent-after-objection')
  expect(open).toBe(incidents.length)
  const expired = incidents.find(({ kind }) => kind === 'sent-after-expiry')
  expect(expired?.people).toBe(exported.rows)
  expect(await answer('late', String(expired?.seq), '--limit', '2')).toMatchObject({
    count: exported.rows,
    rows: [{ contact: expect.any(Number) }, { contact: expect.any(Number) }],
  })
  const said = ['--cause', 'Oude lijst', '--measure', 'Lijst gewist']
  expect(await answer('explain', String(expired?.seq), ...said)).toMatchObject({ explained: 1 })
  expect(await answer('explain', 'all', ...said)).toMatchObject({ explained: open - 1 })
  expect((await answer('incidents')).incidents.every(({ cause }) => cause === 'Oude lijst')).toBe(true)
  expect((await answer('attention')).items.map(({ code }) => code)).not.toContain('incidents-open')
  expect((await answer('calendar', ...tea, '--months', '3')).months).toHaveLength(3)
  expect(await ask(register, 'verify')).toMatchObject({ holds: true, exit: 0 })
})

test('figures open into people, mailings return, and stops are measured', async () => {
  const whole = await answer('tally', ...tea)
  const page = await answer('people', ...tea, '--result', 'yes', '--limit', '3')
  expect(page).toMatchObject({ count: whole.yes })
  expect(page.rows).toHaveLength(3)
  const [first] = whole.byReason
  const behind = await answer('people', ...tea, '--reason', String(first?.reason), '--result', String(first?.result))
  expect(behind.count).toBe(first?.contacts)

  const suppose = json('short.json', [{ kind: 'policy', policy: { customer_recency_months: 6 } }])
  const compared = await answer('compare', ...tea, '--suppose', suppose, '--move', 'all', '--limit', '500')
  expect(compared.people?.count).toBe(compared.moves.reduce((sum, { contacts }) => sum + contacts, 0))
  const ahead = await answer('calendar', ...tea, '--months', '36')
  const month = ahead.months.findIndex(({ lost }) => lost > 0) + 1
  const lost = await answer('calendar', ...tea, '--months', '36', '--month', String(month))
  expect(lost.people?.count).toBe(ahead.months[month - 1]?.lost)

  const message = path('nieuws.txt')
  writeFileSync(message, 'Nieuws van de ketel. Afmelden: https://ketel.example.org/af')
  const { mailing } = await answer('define', ...tea, '--name', 'Thee elke maand', '--content', message)
  await answer('mark', String(mailing))
  expect((await answer('templates')).templates.map(({ id }) => id)).toEqual([mailing])
  const made = await answer('copy', String(mailing), '--name', 'Thee in april')
  const { mailing: entry } = await answer('report', String(made.mailing))
  expect(entry.mailing).toMatchObject({
    name: 'Thee in april',
    contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
  })
  await answer('change', String(made.mailing), ...tea, '--name', 'Thee in mei')
  const { mailing: changed } = await answer('report', String(made.mailing))
  expect(changed.mailing).toEqual({ ...entry.mailing, name: 'Thee in mei' })
  await act('unmark', String(mailing))
  expect((await answer('templates')).templates).toEqual([])

  expect((await answer('filters')).parts).toContain('families')
  expect((await answer('overview')).categories.length).toBeGreaterThan(0)
  expect((await answer('lead-times')).manual.measured).toBeGreaterThan(0)
})

test('a message is looked through, and kept only where asked', async () => {
  const file = path('bericht.txt')
  writeFileSync(file, 'De Gouden Ketel: nu 20% korting! https://ketel.example.org/afmelden')
  const looked = await answer('check', file)
  expect(looked.document).toBeNull()
  expect(looked.findings.find(({ part }) => part === 'unsubscribe')?.seen).toBe('found')
  expect((await answer('check', file, '--keep')).document?.kind).toBe('content')
  const { stdout } = await here('--register', register, 'mailing', 'check', file)
  expect(stdout).toContain('? ')
})

test.each([
  ['an action that is not there', ['mailing', 'send']],
  ['a list without a place', ['mailing', 'export', '1']],
  ['a report without its decision', ['mailing', 'reconcile', 'x.csv']],
  ['a number that is none', ['mailing', 'freeze', 'thee']],
  ['an unknown form', ['mailing', 'export', '1', '--out', path('x.csv'), '--format', 'word']],
  ['a cause without a measure', ['mailing', 'explain', '1', '--cause', 'x']],
])('%s is a usage error', async (_, args) => {
  expect((await here('--register', register, ...args)).exit).toBe(2)
  expect(existsSync(path('x.csv'))).toBe(false)
})
