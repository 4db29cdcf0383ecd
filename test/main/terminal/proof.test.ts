/** Seals deposited, reports about a mailing and the process, and what a request needs: as a program calls them. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ask, here } from './program.ts'
import { shop } from './shop.ts'

const { path, copy } = shop()
const mailing = ['--category', 'aanbiedingen', '--family', 'thee']

test('a seal is deposited, listed, and not written over', async () => {
  const file = copy('anchor.mailbewijs')
  expect(await ask(file, 'anchor')).toMatchObject({ anchors: [], due: true })
  const to = path('zegel.pdf')
  const page = await ask(file, 'anchor', 'page', '--out', to, '--where', 'notulen van maart')
  expect(page).toMatchObject({ recorded: expect.any(Number) })
  expect(readFileSync(to).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await ask(file, 'anchor', 'list')).toMatchObject({
    anchors: [{ where: 'notulen van maart', kind: 'paper' }],
    newEvents: 0,
    due: false,
  })
  expect((await here('anchor', 'page', '--out', to, '--register', file)).exit).not.toBe(0)
  await ask(file, 'anchor', 'request', '--out', path('zegel.tsq'))
  expect(readFileSync(path('zegel.tsq'))[0]).toBe(0x30)
})

test('reports about a mailing and the process verify by themselves', async () => {
  const file = copy('report.mailbewijs')
  await ask(file, 'list', ...mailing, '--out', path('report.csv'))
  const [, row = ''] = readFileSync(path('report.csv'), 'utf8').split(/\r?\n/u)
  const address = row.split(/[,;]/u)[0] ?? ''
  await ask(file, 'report', 'mailing', '1', '--out', path('mailing.zip'))
  await ask(file, 'report', 'process', '--out', path('proces'))
  for (const proof of [path('mailing.zip'), path('proces')]) {
    expect(JSON.parse((await here('verify', proof, '--json')).stdout)).toMatchObject({
      exit: 0,
      result: { holds: true },
    })
  }
  const found = await ask(file, 'report', 'request', '--address', address)
  expect(found).toMatchObject({ contacts: [{ address }], mailings: [{ mailing: 1, how: 'listed' }] })
  expect(found).toMatchObject({ missing: expect.arrayContaining(['message-not-given']) })
  const answer = ['--reference', 'ACM/26/1', '--with-process', '--out', path('antwoord')]
  expect(await ask(file, 'report', 'request', '--address', address, ...answer)).toMatchObject({
    reports: [{ folder: 'adres' }, { folder: 'werkwijze' }],
  })
  const { stdout } = await here('verify', path('antwoord'), '--json')
  expect(JSON.parse(stdout)).toMatchObject({ exit: 0, result: { holds: true } })
})
