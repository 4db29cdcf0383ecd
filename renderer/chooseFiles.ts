/** The browser's own file dialog; empty when it is dismissed. */
import { enShell } from '../preload/words/en/shell.ts'
import { nlShell } from '../preload/words/nl/shell.ts'

/** `accept` as in an `input` element; empty takes any file. */
export function chooseFiles(accept: string, several: boolean): Promise<File[]> {
  const input = fileInput()
  input.accept = accept
  input.multiple = several
  return chosenIn(input)
}

/** Asks which of the two first: a browser has no dialog that offers both. */
export async function chooseFolderOrZip(): Promise<{ files: File[] } | { zip: File } | null> {
  const what = await ask()
  if (what === null) return null
  if (what === 'folder') {
    const input = fileInput()
    input.webkitdirectory = true
    const files = await chosenIn(input)
    return files.length > 0 ? { files: files.filter(({ name }) => !desktopDroppings.has(name)) } : null
  }
  const [zip] = await chooseFiles('.zip,application/zip', false)
  return zip ? { zip } : null
}

/** What desktops leave in folders that they show. */
const desktopDroppings: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

function fileInput(): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'file'
  return input
}

function chosenIn(input: HTMLInputElement): Promise<File[]> {
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true })
    input.addEventListener('cancel', () => resolve([]), { once: true })
    input.click()
  })
}

function ask(): Promise<'folder' | 'zip' | null> {
  const words = document.documentElement.lang === 'en' ? enShell : nlShell
  const dialog = document.createElement('dialog')
  dialog.className = 'choose'
  const heading = document.createElement('h2')
  heading.id = 'choose-title'
  heading.textContent = words['choose.title']
  dialog.setAttribute('aria-labelledby', heading.id)
  const row = document.createElement('p')
  dialog.append(heading, row)
  for (const what of ['folder', 'zip', 'cancel'] as const) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = words[`choose.${what}`]
    button.addEventListener('click', () => dialog.close(what))
    row.append(button, ' ')
  }
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'folder' || dialog.returnValue === 'zip' ? dialog.returnValue : null)
    }),
  )
}
