/** The window in Chromium over the web host, for journeys: the built pages, a real register, nothing stubbed. */
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, onTestFinished } from 'vitest'
import { desk } from './desk.ts'
import { openWeb } from './hosts.ts'

export interface Opened {
  readonly page: Page
  /** What the page complained of: console errors, exceptions, breaches of its policy. Should stay empty. */
  readonly complaints: readonly string[]
  /** The address that was spent. */
  readonly invitation: string
  /** Ends the host under the page. */
  readonly close: () => Promise<void>
}

const pages = fileURLToPath(new URL('../../out/renderer/', import.meta.url))
const builtWorker = new URL('../../out/main/worker.js', import.meta.url)

/** Still, so that a click need not wait until what it meets has slid into place. */
const usual = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const

let browser: Promise<Browser> | undefined
afterAll(async () => (await browser)?.close())

/** One for a file of tests: what keeps visits apart is their context. */
function launch(): Promise<Browser> {
  const { MAILBEWIJS_CHROMIUM: path } = process.env
  return chromium.launch({
    ...(path ? { executablePath: path } : {}),
    // As root a Chromium starts only without its sandbox: for these tests, never for the product.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}

/** A register of its own, unless `file` names one. Needs the program to be built; test/run.ts sees to that. */
export async function openWindow(options: BrowserContextOptions & { readonly file?: string } = {}): Promise<Opened> {
  const { file = desk().path('register.mailbewijs'), ...context } = options
  browser ??= launch()
  const { web } = await openWeb(file, pages, builtWorker)
  const visit = await (await browser).newContext({ ...usual, ...context })
  onTestFinished(() => visit.close())
  const page = await visit.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  const invitation = web.invite()
  await page.goto(invitation)
  return { page, complaints, invitation, close: web.close }
}
