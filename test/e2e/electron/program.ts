/** Starts the built program in the real Electron, with a folder of its own for what it keeps. */
import { join } from 'node:path'
import { type ElectronApplication, _electron as electron, type Page } from 'playwright'
import { onTestFinished } from 'vitest'

const { MAILBEWIJS_ELECTRON: runtime } = process.env
/** False where there is no runtime or no screen: then these journeys are not run, and test/run.ts says so. */
export const isHere = Boolean(runtime)

const root = join(import.meta.dirname, '../../..')

export interface Program {
  readonly app: ElectronApplication
  readonly page: Page
  readonly complaints: readonly string[]
}

/** `home` keeps its settings; `register` is the file it opens. Quit by itself when the test ends. */
export async function startProgram(home: string, register: string): Promise<Program> {
  const app = await launch(home, register)
  const page = await app.firstWindow()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { app, page, complaints }
}

/** The program alone; it may end without ever opening a window. */
export async function launch(home: string, register: string): Promise<ElectronApplication> {
  const app = await electron.launch({
    executablePath: runtime as string,
    // As root Electron starts only without its sandbox: for these tests, never for the product.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, `--register=${register}`],
    cwd: root,
    env: {
      ...(process.env as Record<string, string>),
      XDG_CONFIG_HOME: home,
      ELECTRON_USER_DATA_DIR: join(home, 'Mailbewijs'),
    },
  })
  const child = app.process()
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) await app.close()
  })
  return app
}
