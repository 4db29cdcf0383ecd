/** The page that checks evidence, in a browser, from a file, without a network. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { zipSync } from 'fflate'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInline } from '../../../main/host/inline.ts'
import { inputOf, plan } from '../../main/report/fixture.ts'
import { filesIn, has, place, removePlaces, written } from '../../main/report/folders.ts'
import { copyOf, tamperings } from '../../main/report/tampering.ts'
import { authorityIn } from '../../main/report/timestamp/authority.ts'
import { findChromium } from '../../run/chromium.ts'
import { value } from '../../support/shop.ts'
import { writeLarge } from './large.ts'

const shots = 'out/journeys/check'
let browser: Browser
let whole = ''
let other = ''

beforeAll(async () => {
  mkdirSync(shots, { recursive: true })
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  whole = written()
  const elsewhere = plan().map((one) =>
    one.about === 'person' ? { ...one, event: { ...one.event, name: 'Zofia W.' } } : one,
  ) as ReturnType<typeof plan>
  other = written(inputOf(elsewhere))
})
afterAll(async () => {
  await browser.close()
  removePlaces()
})

interface Opened {
  readonly page: Page
  readonly complaints: string[]
}

/** The page as it lies in the folder, with every network request counted as a complaint. */
async function opened(options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
  const context = await browser.newContext({ offline: true, locale: 'nl-NL', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => void complaints.push(message.text()))
  page.on('pageerror', (error) => void complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) complaints.push(request.url())
  })
  await page.goto(pathToFileURL(join(whole, 'controle.html')).href)
  return { page, complaints }
}

const folderPicker = 'input[webkitdirectory]'

async function verdictOf(page: Page): Promise<string | null> {
  const verdict = page.locator('[data-holds]')
  await verdict.waitFor()
  return verdict.getAttribute('data-holds')
}

test('a good folder holds, offline and without a word in the console', async () => {
  const { page, complaints } = await opened()
  await page.screenshot({ path: `${shots}/waiting.png` })
  await page.setInputFiles(folderPicker, whole)
  expect(await verdictOf(page)).toBe('true')
  await page.locator('textarea').fill(readFileSync(join(whole, 'checkpoint.txt'), 'utf8'))
  await page.getByRole('button', { name: 'Vergelijken' }).click()
  expect(await page.locator('[data-comparison]').getAttribute('data-comparison')).toBe('same')
  await page.screenshot({ path: `${shots}/holds-nl.png`, fullPage: true })
  await page.getByRole('button', { name: 'English' }).click()
  await page.screenshot({ path: `${shots}/holds-en.png`, fullPage: true })
  expect(complaints).toEqual([])
  await page.context().close()
})

test('so does its zip', async () => {
  const zip = join(place(), 'dossier.zip')
  const files = filesIn(whole).map((name) => [`dossier/${name}`, new Uint8Array(readFileSync(join(whole, name)))])
  writeFileSync(zip, zipSync(Object.fromEntries(files)))
  const { page } = await opened()
  await page.setInputFiles('input[accept=".zip"]', zip)
  expect(await verdictOf(page)).toBe('true')
  await page.context().close()
})

test('something else is no evidence, and the page says what to choose', async () => {
  const elsewhere = place()
  writeFileSync(join(elsewhere, 'vakantie.txt'), 'x')
  const { page } = await opened()
  await page.setInputFiles(folderPicker, elsewhere)
  await page.getByText('Hier is geen dossier gevonden').waitFor()
  await page.context().close()
})

test('every way of changing a folder is found', async () => {
  const { page, complaints } = await opened()
  for (const { what, change, found } of tamperings(whole, other)) {
    const folder = copyOf(whole)
    change(folder)
    await page.setInputFiles(folderPicker, folder)
    expect(await verdictOf(page), what).toBe('false')
    const flaws = await page
      .locator('[data-code]')
      .evaluateAll((items) =>
        items.map((item) => ({ code: item.getAttribute('data-code'), where: item.getAttribute('data-where') })),
      )
    for (const flaw of found) expect(flaws, what).toContainEqual(expect.objectContaining(flaw))
    if (what === 'an event changed everywhere at once') {
      await page.screenshot({ path: `${shots}/fails-nl.png`, fullPage: true })
    }
    await page.getByRole('button', { name: 'Een ander dossier controleren' }).click()
  }
  expect(complaints).toEqual([])
  await page.context().close()
}, 180_000)

/** A register with one seal that an authority of our own stamped, and the report about its process. */
async function stampedFolder(): Promise<string> {
  const desk = place()
  const at = (name: string) => join(desk, name)
  const opened = openInline(at('r.mailbewijs'), { now: Date.now, report: console.error, checkAnswers: true })
  if (!opened.ok) throw new Error(opened.error)
  const register = opened.value
  value(await register.call('anchors.request', { to: register.target(at('zegel.tsq')) }))
  writeFileSync(at('antwoord.tsr'), authorityIn(place(), { key: 'ec:P-256' }).stamp(readFileSync(at('zegel.tsq'))))
  const reply = { file: register.grant(at('antwoord.tsr')), roots: null, by: 'test' }
  expect(value(await register.call('anchors.reply', reply)).fault).toBeNull()
  const asked = { language: 'nl', reference: null, explanation: null, by: 'test', to: register.target(at('proces')) }
  value(await register.start('evidence.process', asked as never).done)
  await register.close()
  return at('proces')
}

test.skipIf(!has('openssl'))(
  'a time stamp is verified, and told with who signed it and what is not judged',
  async () => {
    const folder = await stampedFolder()
    const { page, complaints } = await opened()
    await page.setInputFiles(folderPicker, folder)
    expect(await verdictOf(page)).toBe('true')
    expect(await page.locator('[data-stamp]').getAttribute('data-stamp')).toBe('holds')
    expect(await page.locator('[data-stamp]').textContent()).toContain(
      'Volgens Proef Stempel, die het stempel ondertekende',
    )
    await page.getByText('Niet nagerekend is of deze dienst te vertrouwen is').waitFor()
    await page.screenshot({ path: `${shots}/stamp-nl.png`, fullPage: true })
    expect(complaints).toEqual([])

    // Without cryptography of the browser's own, it says so.
    await page.evaluate(() => Object.defineProperty(crypto, 'subtle', { value: undefined }))
    await page.getByRole('button', { name: 'Een ander dossier controleren' }).click()
    await page.setInputFiles(folderPicker, folder)
    expect(await verdictOf(page)).toBe('true')
    expect(await page.locator('[data-stamp]').getAttribute('data-stamp')).toBe('not-here')
    await page.getByText('LEESMIJ.txt, stap 4').first().waitFor()
    await page.context().close()
  },
)

test('ten thousand events take a second or two', async () => {
  const folder = join(place(), 'groot')
  writeLarge(folder, 10_000)
  const { page } = await opened()
  const begun = performance.now()
  await page.setInputFiles(folderPicker, folder)
  expect(await verdictOf(page)).toBe('true')
  const whileReading = (performance.now() - begun) / 1000
  const told = await page.locator('.verdict .soft').textContent()
  console.log(`10,000 events: ${told} ${whileReading.toFixed(1)} s from choosing to verdict`)
  expect(whileReading).toBeLessThan(10)
  await page.context().close()
})

test.each(['light', 'dark'] as const)('everyone can read it: %s', async (colorScheme) => {
  const { page } = await opened({ colorScheme, locale: 'en-GB', viewport: { width: 1024, height: 700 } })
  const axe = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])
  expect(await axe()).toEqual([])
  await page.setInputFiles(folderPicker, whole)
  await verdictOf(page)
  expect(await axe()).toEqual([])
  await page.screenshot({ path: `${shots}/${colorScheme}.png`, fullPage: true })
  await page.setViewportSize({ width: 360, height: 700 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(wide).toBe(false)
  await page.screenshot({ path: `${shots}/${colorScheme}-narrow.png`, fullPage: true })
  await page.context().close()
})
