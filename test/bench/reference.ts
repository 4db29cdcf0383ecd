/** What SQLite itself takes for the same work, measured in the same run. */
import { execFileSync, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import type { Made } from './shop.ts'

/** Stores the file as it is in a durable table: `.import`, WAL, synchronous FULL. Milliseconds. */
export function importByShell(made: Made, delimiter: string, folder: string): number {
  const database = `${folder}/reference.db`
  clean(database)
  const begun = performance.now()
  execFileSync('sqlite3', [
    database,
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;',
    '.mode csv',
    `.separator ${delimiter}`,
    `.import ${made.path} file`,
  ])
  const spent = performance.now() - begun
  clean(database)
  return spent
}

/** Looks for SQLite's own program; as root on Debian it is installed. False where there is none to be had. */
export function haveShell(say: (text: string) => void): boolean {
  const there = () => spawnSync('sqlite3', ['--version']).status === 0
  if (there()) return true
  if (process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('which', ['apt-get']).status === 0) {
    say('sqlite3 is not installed; installing Debian’s package …')
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'sqlite3'], { stdio: 'ignore' })
  }
  return there()
}

const clean = (database: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(database + end, { force: true })
}
