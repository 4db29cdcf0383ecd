import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openInline } from '../../../main/host/inline.ts'
import type { Register } from '../../../preload/contract/contract.ts'
import type { Desktop } from '../../../preload/contract/desktop.ts'
import { desk } from '../../support/desk.ts'
import { isHere, launch, startProgram } from './program.ts'

declare global {
  interface Window {
    readonly register: Register
    readonly desktop: Desktop
  }
}

const manners = { now: Date.now, report: () => {} }
/** Beside the build, to be looked at. */
const shot = (name: string) => `out/journeys/${name}.png`
const journey = test.skipIf(!isHere)

journey('opens a register, answers the page, and closes it', async () => {
  const folder = desk()
  const file = folder.path('r.mailbewijs')
  const { app, page, complaints } = await startProgram(folder.folder, file)
  const state = await page.evaluate(() => window.register.call('register.state', {}))
  expect(state).toMatchObject({ ok: true, value: { name: 'r.mailbewijs', contacts: 0 } })
  expect(await page.evaluate(() => window.register.start('register.verify', {}).done)).toMatchObject({
    ok: true,
    value: { holds: true },
  })
  expect(await page.evaluate(() => window.desktop.info())).toMatchObject({ kind: 'window', platform: process.platform })
  await page.waitForSelector('#root > *')
  await page.screenshot({ path: shot('first-screen') })
  expect(complaints).toEqual([])
  await app.close()
  const again = openInline(file, manners)
  expect(again.ok, 'it let go of the file').toBe(true)
  if (again.ok) await again.value.close()
})

journey('a page has no Node, no way out, no network and no permissions', async () => {
  const folder = desk()
  const { app, page } = await startProgram(folder.folder, folder.path('r.mailbewijs'))
  const home = page.url()
  expect(await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis))).toEqual([])
  expect(await page.evaluate(() => window.open('https://example.org') === null)).toBe(true)
  expect(
    await page.evaluate(() =>
      fetch('https://example.org').then(
        () => 'reached',
        () => 'refused',
      ),
    ),
  ).toBe('refused')
  await page.evaluate(() => {
    location.href = 'https://example.org'
  })
  await page
    .evaluate(() => {
      location.href = 'file:///etc/passwd'
    })
    .catch(() => {})
  expect(page.url()).toBe(home)
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
  expect(app.windows()).toHaveLength(1)
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.broken = true'
    const frame = document.createElement('iframe')
    frame.src = 'https://example.org/'
    const breaches: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => breaches.push(event.effectiveDirective))
    document.body.append(script, frame)
    await new Promise((resolve) => setTimeout(resolve, 200))
    frame.remove()
    return { breaches: breaches.sort(), broken: 'broken' in window }
  })
  expect(ran).toEqual({ breaches: ['frame-src', 'script-src-elem'], broken: false })
  const odd = await page.evaluate(async () => {
    const call = window.register.call as (name: string, input?: unknown) => Promise<object>
    return [
      await call('contacts.drop', {}),
      await call('contacts.get', { contact: 'Jan' }),
      await call('register.state'),
    ]
  })
  expect(odd).toEqual(
    odd.map(() => expect.objectContaining({ ok: false, error: expect.objectContaining({ kind: 'invalid' }) })),
  )
  const settings = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const contents = window?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
    const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, smallest: window?.getMinimumSize() }
  })
  expect(settings).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, smallest: [1024, 700] })
})

journey('files go by dialog and by grant', async () => {
  const folder = desk()
  const setup = folder.write('setup.json', 'no setup')
  const { app, page } = await startProgram(folder.folder, folder.path('r.mailbewijs'))
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [path] })) as never
    dialog.showSaveDialog = (async () => ({ canceled: true, filePath: '' })) as never
  }, setup)
  const [file] = await page.evaluate(() => window.desktop.open({ kinds: ['setup'], several: false }))
  expect(file).toEqual({ grant: expect.stringMatching(/^read-[\w-]{22}$/u), name: 'setup.json', bytes: 8 })
  const read = await page.evaluate(
    (grant) => window.register.call('setup.read', { file: grant }),
    file?.grant as string,
  )
  expect(read).toMatchObject({ ok: false, error: { kind: 'unreadable', code: 'not-json' } })
  expect(await page.evaluate(() => window.desktop.save('x.csv'))).toBeNull()
  const over = await page.evaluate((to) => window.register.call('setup.save', { to }), file?.grant as string)
  expect(over).toMatchObject({ ok: false, error: { kind: 'invalid' } })
  expect(readFileSync(setup, 'utf8')).toBe('no setup')
  expect(await page.evaluate(() => window.desktop.drop([new File(['x'], 'made-by-script.csv')]))).toEqual([])
  expect(await page.evaluate(() => window.desktop.drop([{ name: '/etc/passwd', size: 1 }]).catch(() => []))).toEqual([])
})

journey('a file dropped from the desktop becomes a grant', async () => {
  const folder = desk()
  const file = folder.write('orders.csv', 'a,b')
  const { page } = await startProgram(folder.folder, folder.path('r.mailbewijs'))
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<input type="file" id="try">'))
  await page.setInputFiles('#try', file)
  const granted = await page.evaluate(() =>
    window.desktop.drop([...((document.querySelector('#try') as HTMLInputElement).files ?? [])]),
  )
  expect(granted).toEqual([{ grant: expect.any(String), name: 'orders.csv', bytes: 3 }])
})

journey('a register that cannot be opened is explained, and left alone', async () => {
  const folder = desk()
  const file = folder.write('letter.txt', 'Dear all, this is no database. '.repeat(300))
  const { page } = await startProgram(folder.folder, file)
  await page.waitForSelector('h1')
  expect(await page.textContent('h1')).toContain('kan je register niet openen')
  expect(await page.textContent('main')).toContain('geen register van Mailbewijs')
  expect(await page.textContent('main')).toContain('Er is niets aan veranderd')
  await page.screenshot({ path: shot('no-register') })
})

journey('when the register dies what is asked is answered, and a fresh page has it back', async () => {
  const folder = desk()
  const { app, page } = await startProgram(folder.folder, folder.path('r.mailbewijs'))
  await page.waitForSelector('h1')
  await app.evaluate(() => {
    const { Worker } = process.getBuiltinModule('node:worker_threads')
    const { postMessage } = Worker.prototype
    // The next thing that is said to the thread ends it.
    Worker.prototype.postMessage = function (...said) {
      Worker.prototype.postMessage = postMessage
      postMessage.apply(this, said)
      void this.terminate()
    }
  })
  const state = () => page.evaluate(() => window.register.call('register.state', {}))
  await page.reload()
  expect(await state()).toMatchObject({ ok: false, error: { kind: 'defect' } })
  await page.reload()
  expect(await state()).toMatchObject({ ok: true })
})

journey('a second program on the same register leaves it to the first', async () => {
  const folder = desk()
  const file = folder.path('r.mailbewijs')
  const { page } = await startProgram(folder.folder, file)
  const second = await launch(folder.folder, file).catch(() => null)
  if (second) await new Promise((resolve) => second.process().once('exit', resolve))
  expect(await page.evaluate(() => window.register.call('register.state', {}))).toMatchObject({ ok: true })
})

journey('the window stands where it stood, and its menu speaks the language of the page', async () => {
  const folder = desk()
  const file = folder.path('r.mailbewijs')
  const first = await startProgram(folder.folder, file)
  const labels = () => first.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
  expect(await labels()).toEqual(['Bestand', 'Bewerken', 'Beeld', 'Venster'])
  // The page sets its language itself as it is drawn.
  await first.page.getByRole('heading').first().waitFor()
  await first.page.evaluate(() => {
    document.documentElement.lang = 'en'
  })
  await expect.poll(labels).toEqual(['File', 'Edit', 'View', 'Window'])
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1100, height: 720 }),
  )
  await first.app.close()
  const second = await startProgram(folder.folder, file)
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  expect(bounds).toMatchObject({ width: 1100, height: 720 })
  expect(existsSync(file)).toBe(true)
})
