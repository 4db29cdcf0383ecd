/** Takes a request's body to a file, and a zip's or folder's files to a folder, with limits on all of it. */
import { createWriteStream, mkdirSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { dirname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { isDevice } from './tray.ts'

export const UPLOAD_LIMIT = 4 * 1024 ** 3
const ENTRY_LIMIT = 20_000

/** The body is larger than allowed, or no zip. The status is HTTP's. */
export class UploadRefused extends Error {
  readonly status: 400 | 413
  constructor(status: 400 | 413) {
    super(`upload refused: ${status}`)
    this.status = status
  }
}

/** Writes the body to a new file and gives its size. A file that could not be finished is removed. */
export async function receiveFile(request: IncomingMessage, path: string, limit = UPLOAD_LIMIT): Promise<number> {
  let bytes = 0
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new UploadRefused(413)
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > limit) throw new UploadRefused(413)
      yield chunk
    }
  }
  try {
    await pipeline(request, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return bytes
  } catch (error) {
    if (!isExisting(error)) await rm(path, { force: true })
    throw error
  }
}

/** Also what ends in a dot or a space: the folders above, and names that Windows would shorten. */
const notInNames = /[\p{C}\\:*?"<>|]|[. ]$/u

/** What desktops leave in folders and zips. */
const droppings = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/u

/** A path of several parts inside a folder; null for one that leads out of it. */
export function pathInside(folder: string, relative: string): string | null {
  const parts = relative.split('/')
  if (parts.some((part) => part === '' || notInNames.test(part) || isDevice(part))) return null
  const path = join(folder, ...parts)
  return path.startsWith(folder + sep) ? path : null
}

/** Unpacks the body into a new folder. Refused: what is no zip, leads out of the folder, or grows beyond the limit. */
export async function receiveZip(request: IncomingMessage, folder: string, limit = UPLOAD_LIMIT): Promise<void> {
  mkdirSync(folder, { mode: 0o700 })
  const pending: { path: string; chunk: Uint8Array }[] = []
  let entries = 0
  let bytes = 0
  let refused: UploadRefused | null = null

  const unzip = new Unzip((file: UnzipFile) => {
    entries += 1
    if (file.name.endsWith('/') || droppings.test(file.name)) return
    const path = pathInside(folder, file.name)
    if (!path || entries > ENTRY_LIMIT) {
      refused = new UploadRefused(path ? 413 : 400)
      return
    }
    pending.push({ path, chunk: new Uint8Array() })
    file.ondata = (error, chunk) => {
      bytes += chunk?.length ?? 0
      if (error) refused = new UploadRefused(400)
      else if (bytes > limit) refused = new UploadRefused(413)
      else pending.push({ path, chunk })
    }
    file.start()
  })
  unzip.register(UnzipInflate)

  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    push(unzip, chunk, false)
    if (refused) throw refused
    await append(pending.splice(0))
  }
  push(unzip, new Uint8Array(), true)
  if (refused || entries === 0) throw refused ?? new UploadRefused(400)
  await append(pending.splice(0))
}

/** fflate throws at bytes that are no zip. */
function push(unzip: Unzip, chunk: Uint8Array, final: boolean): void {
  try {
    unzip.push(chunk, final)
  } catch {
    throw new UploadRefused(400)
  }
}

async function append(pieces: readonly { readonly path: string; readonly chunk: Uint8Array }[]): Promise<void> {
  const piecesByPath = Map.groupBy(pieces, ({ path }) => path)
  for (const [path, its] of piecesByPath) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(path, 'a', 0o600)
    try {
      for (const { chunk } of its) await file.writeFile(chunk)
    } finally {
      await file.close()
    }
  }
}

const isExisting = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST'
