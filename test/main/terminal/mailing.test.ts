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
  expect(entry.decisions[0]?.exports).toMatchObject([{ voided: true }, { voided: false, objectedSince: 0 }])

  writeFileSync(path('sent.csv'), readFileSync(first, 'utf8'))
  const asked = [path('sent.csv'), '--decision', String(decision)]
  const held = await answer('reconcile', ...asked, '--dry-run', '--sent', '2099-01-01 10:00')
  expect(held).toMatchObject({ written: false, counts: { sent: exported.rows, afterObjection: 1, notOnList: 0 } })
  expect((await answer('reconcile', ...asked, '--sent', '2099-01-01 10:00')).events).toMatchObject({
    'sent-reported': 1,
  })
  const { incidents } = await answer('incidents')
  expect(incidents.map((one) => one.kind)).toContain('sent-after-objection')
  for (const { seq } of incidents) {
    await answer('explain', String(seq), '--cause', 'Oude lijst', '--measure', 'Lijst gewist')
  }
  expect((await answer('incidents')).incidents.every(({ cause }) => cause === 'Oude lijst')).toBe(true)
  expect((await answer('attention')).items.map(({ code }) => code)).not.toContain('incidents-open')
  expect((await answer('calendar', ...tea, '--months', '3')).months).toHaveLength(3)
  expect(await ask(register, 'verify')).toMatchObject({ holds: true, exit: 0 })
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
