/** The one window: isolated, in the colours of the system, and where it was the last time. */
import { app, BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron'
import type { Memory } from './memory.ts'

/** `preload` is the built preload's path, `sign` that of a picture for the task bar. Nothing is loaded yet. */
export function createWindow(preload: string, sign: string, memory: Memory, developing: boolean): BrowserWindow {
  const { bounds, maximized } = memory.get()
  app.dock?.setIcon(sign)
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...(bounds && isVisible(bounds) ? bounds : {}),
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Mailbewijs',
    icon: sign,
    backgroundColor: ground(),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // A spell checker fetches its dictionaries.
      spellcheck: false,
      devTools: developing,
    },
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  window.on('close', () => memory.keep({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }))
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(ground())
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.reload()
  })
  return window
}

const ground = () => (nativeTheme.shouldUseDarkColors ? '#0f1013' : '#f6f6f4')

/** A display may be gone since: enough of the window must be on one that is there. */
function isVisible({ x, y, width, height }: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching({ x, y, width, height })
  const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
  const down = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y)
  return across >= 200 && down >= 100
}
