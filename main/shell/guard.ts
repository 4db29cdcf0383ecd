/** What no page may do, whatever happens in it: leave, open windows, ask for permissions, reach a network. */
import { app, session } from 'electron'

/** Text that a person copies goes to the clipboard; nothing else is allowed. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** `isOurs` knows the addresses of our own pages and of what they load. */
export function guard(isOurs: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed.has(permission)))
  defaultSession.setPermissionCheckHandler((_contents, permission) => allowed.has(permission))
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) && !isLocal(url) }))
  // A document that the page holds may be saved, by the system's own dialog; nothing may be fetched.
  defaultSession.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:')) event.preventDefault()
  })
}

/** What never leaves the program. */
const isLocal = (url: string) => /^(?:data|blob|devtools|chrome-extension):/u.test(url)
