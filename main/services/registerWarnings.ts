/** What a register's place on the disk means for it: a folder that a cloud keeps in step, a copy that is missing. */
import { dirname, resolve } from 'node:path'
import type { RegisterWarning } from '../../preload/contract/endpoints/register.ts'
import { DAY, millisOf } from '../domain/time.ts'
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
  const newest = copiesOf(file)[0]
  const copyDue = read.events.size() > 0 && (newest === undefined || now - millisOf(newest.at) > DAY)
  return [
    ...(service === null ? [] : [{ code: 'synchronised-folder' as const, about: service }]),
    ...(write.erasing.due() ? [{ code: 'compact-due' as const, about: null }] : []),
    ...(copyDue ? [{ code: 'copy-due' as const, about: newest?.at ?? null }] : []),
  ]
}
