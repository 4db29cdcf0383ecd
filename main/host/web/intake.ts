/** What a page posts: files, folders and zips to read, and places to write to. Each answer is a grant. */
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { dirname, join } from 'node:path'
import type { GrantedFile, GrantedTarget } from '../../../preload/contract/desktop.ts'
import type { LastingRegister } from '../lasting.ts'
import type { Placed, Tray } from './tray.ts'
import { pathInside, receiveFile, receiveZip, UploadRefused } from './uploads.ts'

/** A grant, or the status of a refusal. */
export type Intake = (request: IncomingMessage, url: URL) => Promise<GrantedFile | GrantedTarget | number>

/**
 * `POST /upload?name=` a file; `POST /upload?folder=&path=` a file of a folder made before; `POST /folder?name=` a new
 * folder to fill; `POST /zip?name=` a zip, unpacked; `POST /save?name=` a place for a new file or folder.
 */
export function createIntake(tray: Tray, register: Pick<LastingRegister, 'grant' | 'target'>): Intake {
  const granted = async (placed: Placed, bytes: number | null): Promise<GrantedFile> => {
    const token = await register.grant(placed.path)
    tray.fill(token, placed)
    return { grant: token, name: placed.name, bytes }
  }

  const upload: Intake = async (request, url) => {
    const folder = url.searchParams.get('folder')
    if (folder !== null) return into(tray.filling(folder), request, url.searchParams.get('path') ?? '', folder)
    const placed = tray.place(nameIn(url))
    return granted(placed, await receiveFile(request, placed.path))
  }

  const folder: Intake = async (_request, url) => {
    const placed = tray.place(nameIn(url))
    mkdirSync(placed.path, { mode: 0o700 })
    return granted(placed, null)
  }

  const zip: Intake = async (request, url) => {
    const placed = tray.place(nameIn(url).replace(/\.zip$/iu, ''))
    try {
      await receiveZip(request, placed.path)
    } catch (error) {
      tray.remove(placed)
      throw error
    }
    return granted({ ...placed, path: innermost(placed.path) }, null)
  }

  const save: Intake = async (_request, url) => {
    const placed = tray.place(nameIn(url))
    const token = await register.target(placed.path)
    tray.promise(token, placed)
    return { grant: token, name: placed.name }
  }

  const intakesByPath: Readonly<Record<string, Intake>> = {
    '/upload': upload,
    '/folder': folder,
    '/zip': zip,
    '/save': save,
  }
  return async (request, url) => {
    const intake = Object.hasOwn(intakesByPath, url.pathname) ? intakesByPath[url.pathname] : undefined
    if (!intake) return 404
    try {
      return await intake(request, url)
    } catch (error) {
      return statusOf(error)
    }
  }
}

async function into(
  placed: Placed | null,
  request: IncomingMessage,
  relative: string,
  grant: string,
): Promise<GrantedFile | number> {
  const path = placed && pathInside(placed.path, relative)
  if (!placed || !path) return placed ? 400 : 404
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const bytes = await receiveFile(request, path)
  return { grant: grant as GrantedFile['grant'], name: placed.name, bytes }
}

const nameIn = (url: URL) => url.searchParams.get('name') ?? ''

/** A zip often holds one folder and nothing beside it: that folder is meant. */
function innermost(folder: string): string {
  const [only, ...others] = readdirSync(folder)
  const inner = join(folder, only ?? '')
  return only !== undefined && others.length === 0 && statSync(inner).isDirectory() ? inner : folder
}

function statusOf(error: unknown): number {
  if (error instanceof UploadRefused) return error.status
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC') return 507
  if (code === 'EEXIST') return 409
  throw error
}
