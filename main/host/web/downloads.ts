/** Sends what the register wrote: a file as it is, a folder as a zip that is made while it is sent. */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Zip, ZipDeflate } from 'fflate'
import { guardingHeaders } from './policy.ts'
import type { Placed } from './tray.ts'

/** False where nothing was written there. */
export async function send(response: ServerResponse, { path, name }: Placed): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  if (!found) return false
  const folder = found.isDirectory()
  response.writeHead(200, {
    ...guardingHeaders,
    'Content-Type': folder ? 'application/zip' : 'application/octet-stream',
    'Content-Disposition': attachment(folder ? `${name}.zip` : name),
    'Cache-Control': 'no-store',
    ...(folder ? {} : { 'Content-Length': found.size }),
  })
  await pipeline(folder ? Readable.from(zipOf(path, name)) : createReadStream(path), response)
  return true
}

/** The chunks of a zip with everything in the folder, under the folder's own name. */
export async function* zipOf(folder: string, name: string): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  for (const path of await filesIn(folder)) {
    const entry = new ZipDeflate(`${name}/${relative(folder, path).split(sep).join('/')}`, { level: 6 })
    zip.add(entry)
    for await (const chunk of createReadStream(path)) {
      entry.push(chunk as Uint8Array)
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}

/** Plain files only: a link could lead anywhere. In the order of their names. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** RFC 6266: plain letters for old readers, the whole name for all others. */
function attachment(name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${name.replace(/[^\w.-]/gu, '_')}"; filename*=UTF-8''${encoded}`
}
