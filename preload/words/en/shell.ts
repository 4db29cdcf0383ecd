/** Words of what stands around the window: menu, dialogs, start, and what goes wrong before there is a window. */
import type { nlShell } from '../nl/shell.ts'

export const enShell = {
  'menu.file': 'File',
  'menu.edit': 'Edit',
  'menu.view': 'View',
  'menu.window': 'Window',
  'menu.about': 'About Mailbewijs',
  'menu.hide': 'Hide Mailbewijs',
  'menu.hideOthers': 'Hide Others',
  'menu.unhide': 'Show All',
  'menu.quit': 'Quit',
  'menu.close': 'Close window',
  'menu.undo': 'Undo',
  'menu.redo': 'Redo',
  'menu.cut': 'Cut',
  'menu.copy': 'Copy',
  'menu.paste': 'Paste',
  'menu.selectAll': 'Select all',
  'menu.reload': 'Reload',
  'menu.zoomIn': 'Zoom in',
  'menu.zoomOut': 'Zoom out',
  'menu.zoomReset': 'Actual size',
  'menu.fullScreen': 'Full screen',
  'menu.minimize': 'Minimize',
  'menu.folder': 'Show the folder of this register',
  'menu.developer': 'Developer tools',

  'kind.table': 'Tables and exports',
  'kind.setup': 'Settings of Mailbewijs',
  'kind.document': 'Documents and images',
  'kind.any': 'All files',
  'dialog.follow': 'Choose the folder in which your exports land',
  'dialog.openFolder': 'Choose a folder with evidence',
  'dialog.saveFolder': 'Choose where the folder goes',
  'dialog.folderTaken':
    'There already is a folder “{name}” with files in it. Choose another name, and the old folder stays as it is.',
  'dialog.fine': 'OK',

  'choose.title': 'What do you want to check?',
  'choose.folder': 'A folder',
  'choose.zip': 'A zip file',
  'choose.cancel': 'Cancel',

  'open.not-a-register': 'This file is no Mailbewijs register.',
  'open.not-a-register.do': 'Nothing in it was changed. Choose another file, or move this file and start afresh.',
  'open.newer-version': 'This register was made with a newer version of Mailbewijs.',
  'open.newer-version.do': 'Nothing in it was changed. Install the latest version and open the register with that.',
  'open.read-only': 'Mailbewijs may not write in this register.',
  'open.read-only.do':
    'Nothing in it was changed. Take the “read-only” mark off the file and its folder and try again.',
  'open.locked': 'This register is already open in another window or program.',
  'open.locked.do': 'Go to that window, or close it and try again. Nothing is lost.',
  'open.damaged': 'This register is damaged: part of the file can no longer be read.',
  'open.damaged.do': 'Nothing in it was changed. Keep a copy of the file as it is now and restore your last backup.',
  'open.no-space': 'There is not enough space on the disk to open the register.',
  'open.no-space.do': 'Your register is as it was. Make some space and try again.',
  'open.no-folder': 'The folder of the register is not there.',
  'open.no-folder.do': 'Is the register on an external disk or on the network? Connect it and try again.',
  'open.no-permission': 'You may not open this file or folder.',
  'open.no-permission.do': 'Ask whoever manages this computer for access, or choose another folder.',
  'open.where': 'This is about: {file}',
  'open.title': 'Mailbewijs cannot open your register',
  'open.again': 'Close this window and start Mailbewijs again once that is solved.',

  'broken.title': 'Mailbewijs could not start',
  'broken.do':
    'Your register is as it was. Restart the computer and try once more. If it keeps failing, send us this code: {ref}',

  'start.building': 'Building the window; this takes a moment …',
  'start.buildFailed': 'Building failed. Run “npm ci” and try again.',
  'start.fetching': 'Fetching Electron; this happens once …',
  'start.noRuntime': 'Electron cannot be had here, so Mailbewijs opens in your browser.',
  'start.asRoot': 'Electron does not start safely as root, so Mailbewijs opens in your browser.',
  'start.noDisplay': 'There is no display here, so Mailbewijs opens in your browser.',
  'start.windowFailed': 'The window could not start, so Mailbewijs opens in your browser.',
  'start.address': 'Open this address in your browser. It works once, and only on this computer:',
  'start.more': 'Enter gives a new address, Ctrl+C stops.',
  'start.stop': 'Ctrl+C stops.',
  'start.closed': 'Mailbewijs is closed.',
  'start.lost':
    'The register stopped unexpectedly. What was written is safe; the last action may not have succeeded. Reload the page.',
  'start.usage': `Starts Mailbewijs: in a window, or in your browser where that is not possible.

  npm start -- [--register FILE] [--web] [--port PORT]

  --register FILE  another register than your own
  --web            always in the browser
  --port PORT      port for the browser (otherwise a free one)
  --help           this help`,
  'start.unknown': 'There is no such option. See --help.',
  'dev.noRuntime': 'Electron cannot be had here. Developing needs the window; “npm start” opens your browser.',

  'closed.title': 'This address was used already',
  'closed.do':
    'An address of Mailbewijs works once. Press Enter in the terminal for a new address, or start Mailbewijs again.',
} as const satisfies Record<keyof typeof nlShell, string>
