/** A folder of its own for a test, gone when the test is. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface Desk {
  readonly folder: string
  readonly path: (name: string) => string
  /** Writes a file, lines joined by line feeds, and gives its path. */
  readonly write: (name: string, content: string | readonly string[] | Uint8Array) => string
}

export function desk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = (name: string) => join(folder, name)
  const write = (name: string, content: string | readonly string[] | Uint8Array) => {
    writeFileSync(
      path(name),
      typeof content === 'string' || content instanceof Uint8Array ? content : content.join('\n'),
    )
    return path(name)
  }
  return { folder, path, write }
}
