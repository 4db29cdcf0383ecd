/** Entry of the program with a window: starts the register's thread, opens the window, joins them. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app, type BrowserWindow } from 'electron'
import { appendDefect, defectOf } from './host/defect.ts'
import { type LastingRegister, openLasting } from './host/lasting.ts'
import { serveDesktop } from './shell/desktop.ts'
import { guard } from './shell/guard.ts'
import { createMemory, type Memory } from './shell/memory.ts'
import { setMenu } from './shell/menu.ts'
import { relay } from './shell/relay.ts'
import { claimScheme, HOME, serveScheme } from './shell/scheme.ts'
import { type Trouble, troublePage } from './shell/trouble.ts'
import { createWindow } from './shell/window.ts'

/** Set while developing: the address where the window's sources are served. */
const { ELECTRON_RENDERER_URL: developing = null } = process.env
const home = developing === null ? HOME : new URL(developing).href
const isOurs = (url: string) => url.startsWith(home)
/** Also what the sources' server says when one of them has changed. */
const isKnown = (url: string) =>
  isOurs(url) || url.startsWith(HOME) || (developing !== null && url.startsWith(home.replace(/^http/u, 'ws')))
const built = (path: string) => join(import.meta.dirname, '..', path)

claimScheme()
// Nothing of this program has business on a network.
for (const part of ['disable-background-networking', 'disable-component-update', 'no-pings']) {
  app.commandLine.appendSwitch(part)
}
const file = chooseRegister()

let window: BrowserWindow | null = null
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  // An await at the top level would never return: Electron waits for this module first.
  void app.whenReady().then(begin)
} else {
  app.quit()
}

async function begin(): Promise<void> {
  const memory = createMemory(join(app.getPath('userData'), 'window.json'))
  let trouble: Trouble | null = null
  serveScheme(built('renderer'), {
    '/trouble': () => troublePage(trouble ?? { kind: 'broken', ref: '' }, memory.get().language),
  })
  guard(isKnown)
  const speak = () => setMenu(memory.get().language, file, developing !== null)
  speak()

  window = createWindow(built('preload/index.cjs'), built('main/sign.png'), memory, developing !== null)
  const opened = await open()
  if ('close' in opened) {
    attach(window, opened, memory, speak)
    await window.loadURL(home)
  } else {
    trouble = opened
    await window.loadURL(`${HOME}trouble`)
  }
}

async function open(): Promise<LastingRegister | Trouble> {
  const defects = join(app.getPath('userData'), 'defects.log')
  try {
    const opened = await openLasting(new URL('./worker.js', import.meta.url), { file, defects })
    return opened.ok ? opened.value : { kind: 'problem', problem: opened.error, file }
  } catch (thrown) {
    const ref = randomUUID()
    appendDefect(defects)(defectOf(thrown, ref))
    return { kind: 'broken', ref }
  }
}

function attach(page: BrowserWindow, register: LastingRegister, memory: Memory, speak: () => void): void {
  relay(page.webContents, isOurs, register.open)
  serveDesktop(page, isOurs, register, memory, speak)
  register.onLost(appendDefect(join(app.getPath('userData'), 'defects.log')))
  holdQuit(register)
}

/** The program ends when the register is closed, and not before. */
function holdQuit(register: LastingRegister): void {
  let state: 'open' | 'closing' | 'closed' = 'open'
  app.on('before-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    void register.close().finally(() => {
      state = 'closed'
      app.quit()
    })
  })
}

/** The user's own register, or the one named; each has a window of its own, and no two the same. */
function chooseRegister(): string {
  const { values } = parseArgs({ options: { register: { type: 'string' } }, strict: false })
  const userData = app.getPath('userData')
  const own = join(userData, 'register.mailbewijs')
  const { register } = values
  const named = typeof register === 'string' ? resolve(register) : own
  if (named !== own) {
    const folder = join(userData, 'windows', createHash('sha256').update(named).digest('hex').slice(0, 16))
    app.setPath('userData', folder)
  }
  mkdirSync(app.getPath('userData'), { recursive: true })
  return named
}
