/** Where a person's own register lives: the folder that the window uses too. */
import { homedir } from 'node:os'
import { join } from 'node:path'

interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

const here = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() })

/** The same folder as Electron's `userData` for this product name. */
export function userFolder({ platform, env, home }: Surroundings = here()): string {
  const { APPDATA, XDG_CONFIG_HOME } = env
  if (platform === 'win32') return join(APPDATA || join(home, 'AppData', 'Roaming'), 'Mailbewijs')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Mailbewijs')
  return join(XDG_CONFIG_HOME || join(home, '.config'), 'Mailbewijs')
}

export const ownRegister = (): string => join(userFolder(), 'register.mailbewijs')
