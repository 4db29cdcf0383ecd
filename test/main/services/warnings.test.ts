/** What the preview of an import warns of: everything that is so, and nothing that is not. */
import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { type InlineRegister, openInline } from '../../../main/host/inline.ts'
import type { ImportContext } from '../../../preload/contract/vocabulary/import.ts'
import { desk } from '../../support/desk.ts'
import { lanternShop, orderContext, run, value } from '../../support/shop.ts'
import { fixtures } from '../files/readFile.ts'

const now = Date.UTC(2026, 5, 2, 12)

async function shop(): Promise<InlineRegister> {
  const opened = openInline(desk().path('register.db'), {
    now: () => now,
    report: (defect) => {
      throw new Error(JSON.stringify(defect))
    },
  })
  if (!opened.ok) throw new Error(opened.error)
  onTestFinished(opened.value.close)
  value(await opened.value.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
  return opened.value
}

/** Read as the first look proposes; `3 no-point-chosen` for each warning. */
async function warnings(name: string, text: string | Buffer, context: Partial<ImportContext> = {}): Promise<string[]> {
  const register = await shop()
  const file = register.grant(desk().write(name, text))
  const look = await run(register, 'imports.inspect', { file, dialect: null } as never)
  const reading = look.profile === null ? { mapping: look.mapping } : { profile: look.profile.key }
  const asked = { ...orderContext, point: null, listStatus: look.listStatus, ...context }
  const preview = await run(register, 'imports.stage', {
    file,
    dialect: look.dialect,
    reading,
    context: asked,
  } as never)
  return preview.warnings.map(({ code, count, about }) => `${count} ${code}${about === '' ? '' : ` ${about}`}`).sort()
}

const list = 'E-mail;Status;Aangemeld op\na@x.nl;Actief;2026-02-13 10:00\nb@x.nl;Slapend;2026-02-14 10:00\n'

test('a sign-up for which no form or category was named, and a word that nobody knows', async () => {
  expect(await warnings('lijst.csv', list)).toEqual([
    '1 consent-without-category',
    '1 no-point-chosen',
    '1 words-unknown “Slapend”',
    '2 zone-assumed Europe/Amsterdam',
  ])
})

test('a sign-up of a time of which the form is not known', async () => {
  const old = 'E-mail;Status;Aangemeld op\na@x.nl;Actief;2009-02-13 10:00\n'
  const named = { point: 'kassa', categories: ['nieuws'] }
  expect(await warnings('lijst.csv', old, named)).toEqual(['1 form-version-missing', '1 zone-assumed Europe/Amsterdam'])
  expect(await warnings('lijst.csv', list.replace('Slapend', 'Afgemeld'), named)).not.toContain(
    '1 form-version-missing',
  )
})

test('a status in the file’s name is told where the file has no other, and there alone', async () => {
  const named = async (name: string) =>
    (await warnings(name, readFileSync(fixtures + name))).filter((one) => one.endsWith('status-from-file-name'))
  expect(await named('subscribed_email_audience_export_abc.csv')).toHaveLength(1)
  expect(await named('unsubscribed_email_audience_export_abc.csv')).toEqual([])
  expect(await named('klaviyo-suppressions.csv')).toEqual([])
})

test('a marketplace has no form of one’s own to choose', async () => {
  expect(await warnings('bol.csv', readFileSync(`${fixtures}bol-orders.csv`))).toEqual([
    '2 marketplace-addresses',
    '2 products-without-family',
    '2 zone-assumed Europe/Amsterdam',
  ])
})
