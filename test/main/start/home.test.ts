import { join } from 'node:path'
import { expect, test } from 'vitest'
import { userFolder } from '../../../main/start/home.ts'

test.each([
  ['win32', { APPDATA: 'D:/Roaming' }, ['D:/Roaming', 'Mailbewijs']],
  ['win32', {}, ['/home/jan', 'AppData', 'Roaming', 'Mailbewijs']],
  ['darwin', { XDG_CONFIG_HOME: '/elsewhere' }, ['/home/jan', 'Library', 'Application Support', 'Mailbewijs']],
  ['linux', { XDG_CONFIG_HOME: '/elsewhere' }, ['/elsewhere', 'Mailbewijs']],
  ['linux', {}, ['/home/jan', '.config', 'Mailbewijs']],
] as const)('on %s with %o the register lives where the window keeps its own', (platform, env, expected) => {
  expect(userFolder({ platform, env, home: '/home/jan' })).toBe(join(...expected))
})
