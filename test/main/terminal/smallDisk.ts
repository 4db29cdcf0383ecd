/** A disk of a few megabytes, in memory: only root may mount one. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface SmallDisk {
  /** True where this machine lets nobody mount one. */
  readonly missing: boolean
  /** Mounts it for the test that runs; its folder. */
  readonly mount: () => string
}

export function smallDisk(megabytes: number): SmallDisk {
  const missing = !possible()
  if (missing) console.warn('!!! NOT RUN: tests on a small disk need root and mount.')
  return {
    missing,
    mount: () => {
      const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-disk-'))
      mountAt(folder, megabytes)
      onTestFinished(() => unmount(folder))
      return folder
    },
  }
}

function possible(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-disk-'))
  try {
    mountAt(folder, 1)
    unmount(folder)
    return true
  } catch {
    rmSync(folder, { recursive: true, force: true })
    return false
  }
}

function mountAt(folder: string, megabytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
}

function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
  rmSync(folder, { recursive: true, force: true })
}
