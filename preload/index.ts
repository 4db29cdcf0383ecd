/** Puts the register and the desktop on `window`; the page knows nothing of Electron, and no path. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { Desktop, GrantedFile } from './contract/desktop.ts'
import { connect, type Response } from './contract/wire.ts'

ipcRenderer.send('register:open')
const register = connect({
  post: (request) => ipcRenderer.send('register', request),
  listen: (onMessage) => void ipcRenderer.on('register', (_: IpcRendererEvent, reply: Response) => onMessage(reply)),
})

const ask = (verb: string, asked?: unknown) => ipcRenderer.invoke(`desktop:${verb}`, asked)
const desktop: Desktop = {
  info: () => ask('info'),
  open: (what) => ask('open', what),
  openFolder: () => ask('openFolder'),
  // A file that a script made has no path: it is no file of this machine.
  drop: async (files) =>
    ask(
      'drop',
      files.map((file) => webUtils.getPathForFile(file as File)).filter((path) => path !== ''),
    ),
  save: (suggestedName) => ask('save', suggestedName),
  saveFolder: (suggestedName) => ask('saveFolder', suggestedName),
  deliver: (file) => ask('deliver', file),
  follow: () => ask('follow'),
  followed: () => ask('followed'),
  unfollow: () => ask('unfollow'),
  onLanded: (listener) => {
    ipcRenderer.removeAllListeners('desktop:landed')
    ipcRenderer.on('desktop:landed', (_: IpcRendererEvent, file: GrantedFile) => listener(file))
    ipcRenderer.send('desktop:landing')
  },
  onLost: (listener) => void ipcRenderer.on('desktop:lost', () => listener()),
}
contextBridge.exposeInMainWorld('register', register)
contextBridge.exposeInMainWorld('desktop', desktop)

// The menu speaks the language of the page.
const tellLanguage = () => ipcRenderer.send('desktop:language', document.documentElement.lang)
window.addEventListener('DOMContentLoaded', () => {
  new MutationObserver(tellLanguage).observe(document.documentElement, { attributeFilter: ['lang'] })
})
