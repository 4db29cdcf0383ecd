/** A folder that is followed: a file is handed on once, when it is whole. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { followFolder } from '../../../main/host/followFolder.ts'
import { desk } from '../../support/desk.ts'

test('files are handed on when they stopped growing, once, and again when they changed', () => {
  const here = desk()
  const found: string[] = []
  here.write('oud.csv', 'a')
  const following = followFolder(here.folder, (path) => found.push(basename(path)), 60_000)
  onTestFinished(following.close)
  here.write('nieuw.csv', 'mail\n')
  for (const name of ['brief.pdf', '.verborgen.csv', '~$open.xlsx']) here.write(name, 'x')
  here.write('leeg.csv', '')
  mkdirSync(here.path('map.csv'))
  following.look()
  expect(found).toEqual(['oud.csv'])
  appendFileSync(here.path('nieuw.csv'), 'a@example.org\n')
  following.look()
  expect(found).toEqual(['oud.csv'])
  following.look()
  following.look()
  expect(found).toEqual(['oud.csv', 'nieuw.csv'])
  writeFileSync(here.path('oud.csv'), 'een heel ander bestand')
  following.look()
  following.look()
  expect(found).toEqual(['oud.csv', 'nieuw.csv', 'oud.csv'])
})

test('a folder that is not there yet is followed when it comes', () => {
  const here = desk()
  const found: string[] = []
  const following = followFolder(here.path('stick'), (path) => found.push(basename(path)), 60_000)
  onTestFinished(following.close)
  mkdirSync(here.path('stick'))
  here.write('stick/a.csv', 'mail\n')
  following.look()
  following.look()
  expect(found).toEqual(['a.csv'])
})
