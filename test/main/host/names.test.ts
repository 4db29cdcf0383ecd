/** Names of files that came from elsewhere must do no harm on any system. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileNameOf } from '../../../main/host/web/tray.ts'
import { pathInside } from '../../../main/host/web/uploads.ts'

test.each([
  ['lijst: acties/mei?.csv', 'lijst_ acties_mei_.csv'],
  ['..\\..\\Windows', '_.._Windows'],
  ['CON', '_CON'],
  ['nul.csv', '_nul.csv'],
  ['com1.tar.gz', '_com1.tar.gz'],
  ['console.csv', 'console.csv'],
  ['lijst. ', 'lijst'],
  ['.profile', 'profile'],
  ['a\u0000\u202Eb.csv', 'a__b.csv'],
  ['...', 'bestand'],
])('%j is kept as %j', (wished, name) => {
  expect(fileNameOf(wished)).toBe(name)
})

test('a long name keeps its extension and fits every file system', () => {
  const name = fileNameOf(`${'📬'.repeat(120)}.csv`)
  expect(name.endsWith('📬.csv')).toBe(true)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
  expect(name.isWellFormed()).toBe(true)
})

test.each(['../x', 'a/../../x', 'a//b', './x', '/x', 'a\\b', 'c:x', 'a/NUL', 'lpt1.txt', 'a./b', 'a /b', ''])(
  'nothing is unpacked to %j',
  (path) => {
    expect(pathInside('/folder', path)).toBeNull()
  },
)

test('everything else stays inside', () => {
  expect(pathInside('/folder', 'bijlagen/é 1.pdf')).toBe(join('/folder', 'bijlagen', 'é 1.pdf'))
})
