/** Files that cannot be read: said so, with the reason, and nothing imported. */
import { writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { nlFiles } from '../../../preload/words/nl/files.ts'
import { ask, fail } from './program.ts'
import { shop } from './shop.ts'

const { path, sample, register } = shop(0)
const header = 'Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Accepts Marketing\n'
const row = '#1,jan@example.org,paid,2026-02-03 10:00:00 +0100,1,Thee,THEE-1,no\n'
const quoted = '#2,piet@example.org,paid,2026-02-03 10:00:00 +0100,1,"Thee,THEE-1,no\n'
let before = 0
beforeAll(async () => {
  before = (await ask(register, 'state')).events
})

test.each([
  ['is not there', null, 'not-found'],
  ['is empty', '', 'empty'],
  ['is a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'no-text'],
  ['is half a workbook of Excel', Buffer.from('504b03040a0000000000', 'hex'), 'damaged'],
  ['is a PDF', '%PDF-1.7 and what follows', 'no-text'],
  ['has a header and nothing below it', header, 'no-rows'],
  ['has a quote that is never closed', header + row.repeat(5) + quoted + row.repeat(5), 'unbalanced-quotes'],
  ['has a cell of ten megabytes', `${header}${row}#2,${'x'.repeat(10_000_000)},paid,,,,,\n`, 'cell-too-long'],
  ['ends in the middle of a row', header + row.repeat(400) + row.slice(0, 30), 'cut-off'],
] as const)('a file that %s', async (what, content, code) => {
  const file = path(`${what.replaceAll(' ', '-')}.csv`)
  if (content !== null) writeFileSync(file, content)
  const { exit, problem, stderr } = await fail('--register', register, 'import', file)
  expect({ exit, problem }).toMatchObject({ exit: 4, problem: { kind: 'unreadable', code } })
  expect(stderr).toContain(nlFiles.unreadable[code].means.split('{')[0])
  expect((await ask(register, 'state')).events).toBe(before)
})

test('a file with other columns than the profile needs', async () => {
  const file = path('other.csv')
  writeFileSync(file, 'kleur,maat\nrood,3\nblauw,4\n')
  const { exit, problem } = await fail('--register', register, 'import', file, '--profile', 'shopify-orders')
  expect({ exit, problem }).toMatchObject({ exit: 4, problem: { kind: 'unreadable', code: 'wrong-columns' } })
})

test('a file whose dates can be read two ways is read once it was said which', async () => {
  const file = path('dates.csv')
  const [told, mapping] = [path('mapping.json'), '--mapping']
  writeFileSync(file, 'mail,aangemeld op\na@example.org,03/04/2025\nb@example.org,05/06/2025\n')
  await fail('--register', register, 'import', file, '--save-mapping', told)
  const { exit, problem, stderr } = await fail('--register', register, 'import', file, mapping, told)
  expect({ exit, problem }).toMatchObject({ exit: 4, problem: { code: 'dates-ambiguous', about: 'aangemeld op' } })
  expect(stderr).toContain('--date-order')
  const said = ['--date-order', 'month-day-year', '--dry-run']
  const { preview } = await ask(register, 'import', file, mapping, told, ...said)
  expect(preview).toMatchObject({ rows: 2, refused: 0, span: { from: '2025-03-03T23:00:00.000Z' } })
})

test('a file with names in another encoding than was said', async () => {
  const file = path('latin.csv')
  writeFileSync(file, Buffer.from(header + row.replace('Thee', 'Thé'), 'latin1'))
  const { exit, problem } = await fail('--register', register, 'import', file, '--encoding', 'utf-8')
  expect({ exit, problem }).toMatchObject({ exit: 4, problem: { kind: 'unreadable', code: 'wrong-encoding' } })
  const { summary } = await ask(register, 'import', file, '--dry-run')
  expect(summary).toBeNull()
})

test.each([
  ['no JSON', 'geen json', 'not-json'],
  ['another kind of JSON', '{"format":"iets-anders"}', 'not-a-setup'],
] as const)('a setup file that is %s', async (what, content, code) => {
  const file = path(`${what.replaceAll(' ', '-')}.json`)
  writeFileSync(file, content)
  const { exit, problem } = await fail('--register', register, 'setup', file)
  expect({ exit, problem }).toMatchObject({ exit: 4, problem: { kind: 'unreadable', code } })
})

test('a setup file that contradicts itself says where', async () => {
  const file = path('contradicts.json')
  const { readFileSync } = await import('node:fs')
  writeFileSync(
    file,
    readFileSync(sample.setup, 'utf8').replaceAll('"entity": "gouden-ketel-bv"', '"entity": "niemand"'),
  )
  const { exit, problem, stderr } = await fail('--register', register, 'setup', file)
  expect({ exit, problem }).toMatchObject({ exit: 4, problem: { kind: 'setup' } })
  expect(stderr).toContain('deze verzender is er niet')
  expect((await ask(register, 'state')).events).toBe(before)
})

test.each(['--mapping', '--mailing'])('%s with a file that is not what it should be', async (option) => {
  const file = path(`bad${option}.json`)
  const args = option === '--mapping' ? ['import', sample.files[0]?.path ?? ''] : ['tally']
  expect((await fail('--register', register, ...args, option, file)).exit).toBe(4)
  writeFileSync(file, '{')
  expect((await fail('--register', register, ...args, option, file)).problem).toMatchObject({ code: 'not-json' })
  writeFileSync(file, '{"name":"x"}')
  expect((await fail('--register', register, ...args, option, file)).problem).toMatchObject({ kind: 'invalid' })
})

test.each([
  ['--encoding', 'ebcdic'],
  ['--delimiter', 'x'],
  ['--skip-lines', 'een'],
  ['--date-order', 'zomaar'],
  ['--channel', 'markt'],
  ['--status', 'actief'],
] as const)('%s with a value that is none of its own', async (option, value) => {
  const { exit, stderr } = await fail('--register', register, 'import', sample.files[0]?.path ?? '', option, value)
  expect(exit).toBe(2)
  expect(stderr).not.toBe('')
})
