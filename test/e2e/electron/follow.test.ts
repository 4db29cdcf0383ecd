/** A folder that is followed in the real window: what lands there waits, and is recorded after a yes. */
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openInline } from '../../../main/host/inline.ts'
import { desk } from '../../support/desk.ts'
import { lanternShop } from '../../support/shop.ts'
import { isHere, startProgram } from './program.ts'

const shot = (name: string) => `out/journeys/${name}.png`
const header = 'Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Accepts Marketing\n'
const row = '#1,koper@example.org,paid,2025-06-10 10:00:00 +0200,1,Lantaarn,L-1,no\n'

test.skipIf(!isHere)('a file that lands in the followed folder is shown, and recorded after a yes alone', async () => {
  const here = desk()
  const landing = desk()
  const file = here.path('r.mailbewijs')
  const made = openInline(file, { now: Date.now, report: () => {} })
  if (!made.ok) throw new Error(made.error)
  await made.value.call('setup.apply', { setup: lanternShop, by: 'test', reason: null })
  await made.value.close()

  const { app, page, complaints } = await startProgram(here.folder, file)
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [path] })) as never
  }, landing.folder)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => {
    location.hash = '#/imports'
  })
  await page.getByRole('button', { name: 'Kies een map' }).click()
  await page.getByText('Er wacht niets.').waitFor()
  writeFileSync(landing.path('orders.csv'), header + row)
  await page.getByText('Er wacht 1 bestand op je ja.').waitFor({ timeout: 15_000 })
  await page.screenshot({ path: shot('followed-folder') })
  await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click()
  await page.getByRole('button', { name: 'Opslaan in het register' }).click()
  await page.getByRole('heading', { name: 'Het bestand staat in het register' }).waitFor()
  await page.getByRole('button', { name: 'Nog een bestand' }).click()
  await page.getByText('Er wacht niets.').waitFor()
  await page.getByRole('button', { name: 'Niet meer volgen' }).click()
  await page.getByRole('button', { name: 'Kies een map' }).waitFor()
  expect(complaints).toEqual([])
})
