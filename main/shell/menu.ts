/** The menu, in the language of the page. Shown where a system has a menu bar; its keys work everywhere. */
import { Menu, type MenuItemConstructorOptions, shell } from 'electron'
import type { Language } from './memory.ts'
import { type ShellWords, wordsIn } from './words.ts'

/** `register` is the file that "show the folder" shows. */
export function setMenu(language: Language, register: string, developing: boolean): void {
  const words = wordsIn(language)
  const own = process.platform === 'darwin' ? [appleMenu(words)] : []
  const menus = [...own, fileMenu(words, register), editMenu(words), viewMenu(words, developing), windowMenu(words)]
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus))
}

type Template = MenuItemConstructorOptions
const separator: Template = { type: 'separator' }

const appleMenu = (words: ShellWords): Template => ({
  label: 'Mailbewijs',
  submenu: [
    { role: 'about', label: words['menu.about'] },
    separator,
    { role: 'hide', label: words['menu.hide'] },
    { role: 'hideOthers', label: words['menu.hideOthers'] },
    { role: 'unhide', label: words['menu.unhide'] },
    separator,
    { role: 'quit', label: words['menu.quit'] },
  ],
})

const fileMenu = (words: ShellWords, register: string): Template => ({
  label: words['menu.file'],
  submenu: [
    { label: words['menu.folder'], click: () => shell.showItemInFolder(register) },
    separator,
    process.platform === 'darwin'
      ? { role: 'close', label: words['menu.close'] }
      : { role: 'quit', label: words['menu.quit'], accelerator: 'Ctrl+Q' },
  ],
})

const editMenu = (words: ShellWords): Template => ({
  label: words['menu.edit'],
  submenu: [
    { role: 'undo', label: words['menu.undo'] },
    { role: 'redo', label: words['menu.redo'] },
    separator,
    { role: 'cut', label: words['menu.cut'] },
    { role: 'copy', label: words['menu.copy'] },
    { role: 'paste', label: words['menu.paste'] },
    { role: 'selectAll', label: words['menu.selectAll'] },
  ],
})

const viewMenu = (words: ShellWords, developing: boolean): Template => ({
  label: words['menu.view'],
  submenu: [
    { role: 'zoomIn', label: words['menu.zoomIn'], accelerator: 'CmdOrCtrl+=' },
    { role: 'zoomOut', label: words['menu.zoomOut'] },
    { role: 'resetZoom', label: words['menu.zoomReset'] },
    separator,
    { role: 'togglefullscreen', label: words['menu.fullScreen'] },
    { role: 'reload', label: words['menu.reload'] },
    ...(developing ? [{ role: 'toggleDevTools', label: words['menu.developer'] } as const] : []),
  ],
})

const windowMenu = (words: ShellWords): Template => ({
  label: words['menu.window'],
  submenu: [
    { role: 'minimize', label: words['menu.minimize'] },
    { role: 'close', label: words['menu.close'] },
  ],
})
