/** What the machine offers a page: dialogs, drops, "show in folder". Paths stay here; the page gets grants. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog, type FileFilter, ipcMain, type OpenDialogOptions, shell } from 'electron'
import { z } from 'zod'
import type { Desktop, GrantedFile, GrantedTarget } from '../../preload/contract/desktop.ts'
import { Target } from '../../preload/contract/vocabulary/progress.ts'
import type { LastingRegister } from '../host/lasting.ts'
import { fileNameOf } from '../host/web/tray.ts'
import { serveLanding } from './landing.ts'
import { languageOf, type Memory } from './memory.ts'
import { type IsOurs, trusts } from './sender.ts'
import { type ShellWords, wordsIn } from './words.ts'

const Open = z.strictObject({ kinds: z.array(z.enum(['table', 'setup', 'document'])).min(1), several: z.boolean() })
type Kind = z.output<typeof Open>['kinds'][number]
const Paths = z.array(z.string().min(1)).max(100)
const Named = z.string().max(255)

type Verb = Exclude<keyof Desktop, 'onLost' | 'onLanded'>

/** Answers `desktop:<verb>` of the window's own page, and of nobody else. */
export function serveDesktop(
  window: BrowserWindow,
  isOurs: IsOurs,
  register: LastingRegister,
  memory: Memory,
  onLanguage: () => void,
): void {
  const trusted = trusts(window.webContents, isOurs)
  const granted = grantsBy(register)
  const target = async (path: string): Promise<GrantedTarget> => ({
    grant: await register.target(path),
    name: basename(path),
  })
  const words = () => wordsIn(memory.get().language)
  let folder = app.getPath('documents')
  const used = (path: string) => {
    folder = dirname(path)
    return path
  }

  const choose = async (options: OpenDialogOptions): Promise<GrantedFile[]> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { defaultPath: folder, ...options })
    return canceled ? [] : granted(filePaths.map(used))
  }
  const place = async (name: string, title?: string): Promise<string | null> => {
    const options = {
      defaultPath: join(folder, fileNameOf(name)),
      filters: filtersFor(name),
      ...(title ? { title } : {}),
    }
    const { canceled, filePath } = await dialog.showSaveDialog(window, options)
    return canceled || !filePath ? null : used(filePath)
  }

  const landing = serveLanding(window, trusted, granted, memory)
  const verbs: { readonly [V in Verb]: (asked: unknown) => ReturnType<Required<Desktop>[V]> } = {
    info: async () => ({ version: app.getVersion(), kind: 'window', platform: process.platform, user: userName() }),
    open: (asked) => {
      const { kinds, several } = Open.parse(asked)
      return choose({
        properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: filters(kinds, words()),
      })
    },
    openFolder: async () => {
      const [chosen] = await choose({ properties: ['openDirectory'], title: words()['dialog.openFolder'] })
      return chosen ?? null
    },
    drop: async (asked) => granted(Paths.parse(asked)),
    save: async (asked) => {
      const path = await place(Named.parse(asked))
      return path === null ? null : target(path)
    },
    saveFolder: async (asked) => {
      const name = Named.parse(asked)
      for (;;) {
        const path = await place(name, words()['dialog.saveFolder'])
        if (path === null) return null
        if (isFree(path)) return target(path)
        const message = words()['dialog.folderTaken'].replace('{name}', basename(path))
        await dialog.showMessageBox(window, { type: 'warning', message, buttons: [words()['dialog.fine']] })
      }
    },
    follow: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        defaultPath: folder,
        properties: ['openDirectory'],
        title: words()['dialog.follow'],
      })
      const [chosen] = filePaths
      if (canceled || chosen === undefined) return null
      landing.follow(chosen)
      return { folder: basename(chosen) }
    },
    followed: async () => {
      const { follows } = memory.get()
      return follows === null ? null : { folder: basename(follows) }
    },
    unfollow: async () => landing.follow(null),
    deliver: async (asked) => {
      const path = register.pathOf(z.looseObject({ grant: Target }).parse(asked).grant)
      if (path !== null && existsSync(path)) shell.showItemInFolder(path)
    },
  }
  for (const [verb, answer] of Object.entries(verbs)) {
    ipcMain.handle(`desktop:${verb}`, (event, asked: unknown) => {
      if (!trusted(event)) throw new Error('not our page')
      return answer(asked)
    })
  }
  ipcMain.on('desktop:language', (event, language: unknown) => {
    if (!trusted(event) || memory.get().language === languageOf(language)) return
    memory.keep({ language: languageOf(language) })
    onLanguage()
  })
  register.onLost(() => {
    if (!window.isDestroyed()) window.webContents.send('desktop:lost')
  })
}

const grantsBy =
  (register: LastingRegister) =>
  (paths: readonly string[]): Promise<GrantedFile[]> =>
    Promise.all(
      paths.map(async (path) => {
        const found = statSync(path, { throwIfNoEntry: false })
        const bytes = found?.isFile() ? found.size : null
        return { grant: await register.grant(path), name: basename(path), bytes }
      }),
    )

const extensionsByKind: Readonly<Record<Kind, readonly string[]>> = {
  table: ['csv', 'tsv', 'txt', 'xlsx', 'zip'],
  setup: ['json'],
  document: ['png', 'jpg', 'jpeg', 'webp', 'pdf', 'html', 'eml', 'txt', 'mp3', 'm4a', 'wav'],
}

const filters = (kinds: readonly Kind[], words: ShellWords): FileFilter[] => [
  ...kinds.map((kind) => ({ name: words[`kind.${kind}`], extensions: [...extensionsByKind[kind]] })),
  { name: words['kind.any'], extensions: ['*'] },
]

function filtersFor(name: string): FileFilter[] {
  const extension = /\.(\w{1,8})$/u.exec(name)?.[1]
  return extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : []
}

/** Not there yet, or an empty folder. */
function isFree(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return !found || (found.isDirectory() && readdirSync(path).length === 0)
}

/** Some systems know no user: then there is no guess to make. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
