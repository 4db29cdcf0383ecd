/** Passes messages between a page and a register connection of its own, reading none of them. */
import { ipcMain, type WebContents } from 'electron'
import type { Connection } from '../host/outlive.ts'
import { type IsOurs, trusts } from './sender.ts'

/** Every page load opens a fresh connection and hangs up the one before: no reply reaches a page that did not ask. */
export function relay(contents: WebContents, isOurs: IsOurs, open: () => Promise<Connection>): void {
  const trusted = trusts(contents, isOurs)
  let connected: Promise<Connection> | null = null

  const hangUp = () => {
    void connected?.then(({ close }) => close(), noop)
    connected = null
  }
  const connect = () => {
    hangUp()
    const opening = open()
    connected = opening
    opening.then(({ listen }) => {
      listen((response) => {
        if (connected === opening && !contents.isDestroyed()) contents.send('register', response)
      })
    }, noop)
  }

  ipcMain.on('register:open', (event) => {
    if (trusted(event)) connect()
  })
  ipcMain.on('register', (event, request) => {
    if (trusted(event)) void connected?.then(({ post }) => post(request), noop)
  })
  contents.on('render-process-gone', hangUp)
  contents.once('destroyed', hangUp)
}

const noop = () => {}
