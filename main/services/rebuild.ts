/** Derives everything anew from the events, in a fresh place, and says where what is stored differs. */
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import type { Store } from '../store/index.ts'

const PORTION = 500
const MOST = 50
const tables = ['contact', 'address', 'kin', 'merger', 'suppression', 'mailing'] as const

/**
 * Rebuilds the tables of contacts inside one transaction and keeps the new ones only where they differ: what is
 * derived is never more true than the events.
 */
export function* rebuild({ read, write }: Store): Generator<Progress, { events: number; differences: string[] }, void> {
  const { sqlite } = write
  const size = write.log.size()
  const differences: string[] = []
  let committed = false
  // Events refer to contacts: while these are made anew the references hang loose, and hold again at the end.
  sqlite.script('PRAGMA foreign_keys = OFF')
  sqlite.begin()
  try {
    for (const table of tables) {
      sqlite.script(`CREATE TEMP TABLE former_${table} AS SELECT * FROM main.${table}; DELETE FROM main.${table}`)
    }
    for (let from = 0; from < size; from += PORTION) {
      for (const text of write.events.texts(from, Math.min(from + PORTION, size))) {
        if (text !== null) write.project(JSON.parse(text) as RegisterEvent)
      }
      yield { step: 'rebuilding', done: Math.min(from + PORTION, size), total: size }
    }
    for (const table of tables) differences.push(...differing(table))
    for (const table of tables) sqlite.script(`DROP TABLE former_${table}`)
    sqlite.commit()
    committed = true
    read.contacts.found.forget()
  } finally {
    if (!committed) sqlite.rollback()
    sqlite.script('PRAGMA foreign_keys = ON')
  }
  return { events: size, differences: differences.slice(0, MOST) }

  function differing(table: (typeof tables)[number]): string[] {
    const key = keyOf(table)
    // The number of a further address is only its place: erasing somebody leaves a hole.
    const columns = table === 'address' ? 'contact, narrow, wide, written' : '*'
    const rows = sqlite.select<[], { id: number }>(
      `SELECT ${key} AS id FROM (SELECT ${columns} FROM main.${table} EXCEPT SELECT ${columns} FROM former_${table})
       UNION SELECT ${key} AS id FROM (SELECT ${columns} FROM former_${table} EXCEPT SELECT ${columns} FROM main.${table}) LIMIT ${MOST}`,
      ['id'],
    )
    return rows.pluck<number>().map((id) => `${table} ${id}`)
  }
}

const keyOf = (table: string): string =>
  table === 'merger' || table === 'kin' || table === 'address' ? 'contact' : table === 'suppression' ? 'seq' : 'id'
