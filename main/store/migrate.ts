/** Brings a register's file to the version that this program knows, one transaction a step. */
import { sql as register } from './migrations/0001-register.ts'
import { applicationId, type Sqlite } from './sqlite.ts'

/** Migration n stands at index n − 1. */
export const migrations: readonly string[] = [register]

/** Applies what is missing. An existing file is first copied beside itself, so that a failed step loses nothing. */
export function migrate(sqlite: Sqlite, copyTo: string | null, upTo: number = migrations.length): void {
  const found = sqlite.pragma('user_version') as number
  if (found > migrations.length) throw new Error(`version ${found} is newer than this program`)
  if (found >= upTo) return
  if (found > 0 && copyTo !== null) sqlite.script(`VACUUM INTO '${copyTo.replaceAll("'", "''")}'`)
  for (const [index, sql] of migrations.entries()) {
    if (index < found || index >= upTo) continue
    sqlite.begin()
    try {
      sqlite.script(sql)
      sqlite.script(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${index + 1}`)
      sqlite.commit()
    } catch (problem) {
      sqlite.rollback()
      throw problem
    }
  }
}
