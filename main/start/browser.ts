/** Serves the register to this machine's browser until it is told to stop. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { appendDefect } from '../host/defect.ts'
import { openLasting } from '../host/lasting.ts'
import { sheet } from '../host/web/sheet.ts'
import { serveWeb, type WebHost } from '../host/web.ts'
import type { StartWords } from './words.ts'

export interface Served {
  readonly root: string
  readonly register: string
  /** Null takes a usual one, or any where that is taken. */
  readonly port: number | null
  /** Where defects are kept. */
  readonly defects: string
  readonly language: 'nl' | 'en'
  readonly words: StartWords
}

/** The port that is tried first, so that a browser finds what it remembered of this window. */
const USUAL_PORT = 47_365

/** The exit code: 0 when it was closed, 1 where the register cannot be opened. */
export async function serveBrowser({ root, register, port, defects, language, words }: Served): Promise<number> {
  const opened = await openLasting(new URL('../worker.ts', import.meta.url), { file: register, defects })
  if (!opened.ok) {
    const { error } = opened
    console.error(`${words[`open.${error}`]}\n${words[`open.${error}.do`]}`)
    console.error(words['open.where'].replace('{file}', register))
    return 1
  }
  const closedPage = sheet(language, words['closed.title'], [words['closed.do']])
  const options = { pages: join(root, 'out/renderer'), info: infoOf(root), closedPage }
  const serve = (wished: number) => serveWeb(opened.value, { ...options, port: wished })
  const web = port === null ? await serve(USUAL_PORT).catch(() => serve(0)) : await serve(port)
  opened.value.onLost((defect) => {
    appendDefect(defects)(defect)
    console.error(words['start.lost'])
  })

  const address = web.invite()
  console.log(`${words['start.address']}\n\n  ${address}\n`)
  console.log(process.stdin.isTTY ? words['start.more'] : words['start.stop'])
  openBrowser(address)
  await untilStopped(web)
  await web.close()
  await opened.value.close()
  console.log(words['start.closed'])
  return 0
}

function infoOf(root: string) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { version, kind: 'browser', platform: process.platform, user: userName() } as const
}

/** Enter, where there is a keyboard, gives another address. */
function untilStopped(web: WebHost): Promise<void> {
  return new Promise((resolve) => {
    const lines = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : null
    lines?.on('line', () => console.log(`  ${web.invite()}\n`))
    const stop = () => {
      lines?.close()
      resolve()
    }
    lines?.on('SIGINT', stop)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  })
}

/** Where there is a screen. The address is printed all the same. */
function openBrowser(address: string): void {
  const { platform } = process
  if (platform === 'linux' && !hasDisplay()) return
  const [program, ...before] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  const opening: ChildProcess = spawn(program as string, [...before, address], { stdio: 'ignore', detached: true })
  opening.on('error', () => {})
  opening.unref()
}

export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return Boolean(DISPLAY || WAYLAND_DISPLAY)
}

/** Some systems know no user: then there is no guess to make. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
