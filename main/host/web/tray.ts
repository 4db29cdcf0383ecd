/** A private folder for what a browser uploads and what it may download; emptied when the register closes. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Grant, Target } from '../../../preload/contract/vocabulary/progress.ts'

export interface Placed {
  readonly path: string
  readonly name: string
}

export interface Tray {
  /** A path in a folder of its own, so that the file keeps its name; nothing is there yet. */
  readonly place: (name: string) => Placed
  /** Remembers where uploads of this grant go. */
  readonly fill: (grant: Grant, placed: Placed) => void
  readonly filling: (grant: string) => Placed | null
  /** Remembers what may be downloaded, once it is written. */
  readonly promise: (target: Target, placed: Placed) => void
  /** Gives it away: found no more from now on. Null for what was uploaded: that is not given back. */
  readonly take: (target: string) => Placed | null
  readonly remove: (placed: Placed) => void
  readonly close: () => void
}

const PREFIX = 'mailbewijs-'

export function createTray(): Tray {
  removeOrphans()
  // mkdtemp makes a folder that only this user may enter.
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  const filledByGrant = new Map<string, Placed>()
  const promisedByTarget = new Map<string, Placed>()
  let count = 0

  return {
    place: (wished) => {
      count += 1
      const place = join(folder, String(count))
      mkdirSync(place)
      const name = fileNameOf(wished)
      return { path: join(place, name), name }
    },
    fill: (grant, placed) => void filledByGrant.set(grant, placed),
    filling: (grant) => filledByGrant.get(grant) ?? null,
    promise: (target, placed) => void promisedByTarget.set(target, placed),
    take: (target) => {
      const placed = promisedByTarget.get(target) ?? null
      promisedByTarget.delete(target)
      return placed
    },
    remove: ({ path }) => rmSync(join(path, '..'), { recursive: true, force: true }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** One safe name: no folders, no control characters, nothing that a file system gives a meaning of its own. */
export function fileNameOf(wished: string): string {
  const name = ending(
    wished
      .normalize('NFC')
      .replace(/\p{C}|[/\\:*?"<>|]/gu, '_')
      .replace(/[.\s]+$/gu, ''),
  ).replace(/^[.\s]+/gu, '')
  if (name === '') return 'bestand'
  return isDevice(name) ? `_${name}` : name
}

/** Windows gives these names to devices, whatever extension follows. */
export const isDevice = (name: string): boolean =>
  /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/iu.test(name)

/** As much of its end as every file system takes (255 bytes) with room to spare: there the extension stands. */
function ending(name: string): string {
  const signs = [...name]
  while (Buffer.byteLength(signs.join('')) > 200) signs.shift()
  return signs.join('')
}

/** Folders of a program that was killed. */
function removeOrphans(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-\\w{6}$`, 'u').exec(name)?.[1]
    if (pid && !alive(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
