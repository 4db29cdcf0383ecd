/** The folder in which exports land, followed for the page: each file that is whole is told to it once. */
import type { BrowserWindow, IpcMainEvent } from 'electron'
import { ipcMain } from 'electron'
import type { GrantedFile } from '../../preload/contract/desktop.ts'
import { type Following, followFolder } from '../host/followFolder.ts'
import type { Memory } from './memory.ts'

export interface Landing {
  /** Follows this folder from now on, also after the next start; null: none. */
  readonly follow: (folder: string | null) => void
}

/** What landed before the page listens is kept for it; a page that loads again hears of everything again. */
export function serveLanding(
  window: BrowserWindow,
  trusted: (event: IpcMainEvent) => boolean,
  granted: (paths: readonly string[]) => Promise<GrantedFile[]>,
  memory: Memory,
): Landing {
  let following: Following | null = null
  let isHeard = false
  const begin = (): void => {
    following?.close()
    const { follows } = memory.get()
    following = follows === null || !isHeard ? null : followFolder(follows, (path) => void tell(path))
  }
  const tell = async (path: string): Promise<void> => {
    const [file] = await granted([path])
    if (file && !window.isDestroyed()) window.webContents.send('desktop:landed', file)
  }
  ipcMain.on('desktop:landing', (event) => {
    if (!trusted(event)) return
    isHeard = true
    begin()
  })
  window.on('closed', () => following?.close())
  return {
    follow: (folder) => {
      memory.keep({ follows: folder })
      begin()
    },
  }
}
