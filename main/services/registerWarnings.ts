/** What a register's place on the disk means for it: a folder that a cloud keeps in step, a copy that is missing. */
import { dirname, resolve } from 'node:path'
import type { RegisterWarning } from '../../preload/contract/endpoints/register.ts'
import { DAY, instantOf, millisOf } from '../domain/time.ts'
import type { Store } from '../store/index.ts'
import { copiesOf } from './copies.ts'

/** Folders that these services keep in step, by a part of the path, in lower case. */
const services: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( - .+)?$/u, 'OneDrive'],
  [/^dropbox( \(.+\))?$/u, 'Dropbox'],
  [/^(icloud ?drive|com~apple~clouddocs|mobile documents)$/u, 'iCloud'],
  [/^(google ?drive(-.+)?|my drive|mijn drive)$/u, 'Google Drive'],
]

/** The service that keeps this file's folder in step elsewhere; null where none is known to. */
export function synchronisedBy(file: string): string | null {
  const parts = dirname(resolve(file))
    .split(/[/\\]/u)
    .map((part) => part.toLowerCase())
  return services.find(([pattern]) => parts.some((part) => pattern.test(part)))?.[1] ?? null
}

/** A copy of two programs' halves loses what was written last: a synchronised folder is told first. `now` in milliseconds. */
export function warningsOf({ file, read, write }: Store, now: number): RegisterWarning[] {
  const service = synchronisedBy(file)
  const failed = write.copyNotes.get('copy-failed')
  const newest = newestCopy(file, write)
  return [
    ...(service === null ? [] : [{ code: 'synchronised-folder' as const, about: service }]),
    ...(write.erasing.due() ? [{ code: 'compact-due' as const, about: null }] : []),
    ...(failed ? [{ code: 'copy-failed' as const, about: instantOf(failed.at) }] : []),
    ...(!failed && isCopyDue(newest, read.events.size(), write, now)
      ? [{ code: 'copy-due' as const, about: newest === null ? null : instantOf(newest) }]
      : []),
  ]
}

/** Milliseconds; the planned folder is not looked into, as it may be on a disk that is slow or away. */
function newestCopy(file: string, { copyNotes }: Store['write']): number | null {
  const beside = copiesOf(file)[0]
  const times = [beside ? millisOf(beside.at) : null, copyNotes.get('copy-last')?.at ?? null].filter(
    (at) => at !== null,
  )
  return times.length === 0 ? null : Math.max(...times)
}

/** Without a plan after a day; with one a day after it should have been made, and never while nothing has changed. */
function isCopyDue(newest: number | null, events: number, { copyNotes }: Store['write'], now: number): boolean {
  if (events === 0) return false
  const plan = copyNotes.get('copy-plan')
  if (plan && copyNotes.get('copy-last')?.events === events) return false
  return newest === null || now - newest > (plan === null ? DAY : plan.every === 'day' ? 2 * DAY : 8 * DAY)
}
