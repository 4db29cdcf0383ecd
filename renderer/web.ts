/** The register and the desktop in a browser: the protocol over a WebSocket, files by upload and download. */
import type { Register } from '../preload/contract/contract.ts'
import type { Desktop, DroppedFile, GrantedFile, GrantedTarget } from '../preload/contract/desktop.ts'
import { err } from '../preload/contract/result.ts'
import { connect, type Port, type Request, type Response } from '../preload/contract/wire.ts'
import { chooseFiles, chooseFolderOrZip } from './chooseFiles.ts'

type Info = Awaited<ReturnType<Desktop['info']>>

/** Rejects where the page has no session, or the register is closed. */
export async function connectWeb(): Promise<{ register: Register; desktop: Desktop }> {
  const [info, socket] = await Promise.all([fetchInfo(), openSocket()])
  return { register: connect(portOf(socket)), desktop: desktopOf(info, socket) }
}

async function fetchInfo(): Promise<Info> {
  const response = await fetch('/desktop')
  if (!response.ok) throw new Error('no session')
  return response.json()
}

function openSocket(): Promise<WebSocket> {
  const socket = new WebSocket(`ws://${location.host}/register`)
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(socket), { once: true })
    socket.addEventListener('close', () => reject(new Error('the register is closed')), { once: true })
  })
}

/** What waits for a reply when the connection ends is answered as a defect, and so is what is asked later. */
function portOf(socket: WebSocket): Port<Request, Response> {
  const waiting = new Set<number>()
  const listeners: ((message: Response) => void)[] = []
  const tell = (message: Response) => {
    for (const listener of listeners) listener(message)
  }
  const answerLost = (id: number) =>
    queueMicrotask(() => tell({ id, reply: err({ kind: 'defect', ref: 'connection' }) }))

  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data) as Response
    if ('reply' in message) waiting.delete(message.id)
    tell(message)
  })
  socket.addEventListener('close', () => {
    for (const id of waiting) answerLost(id)
    waiting.clear()
  })
  return {
    post: (message) => {
      const open = socket.readyState === WebSocket.OPEN
      if (open) socket.send(JSON.stringify(message))
      if (!('id' in message)) return
      if (open) waiting.add(message.id)
      else answerLost(message.id)
    },
    listen: (onMessage) => void listeners.push(onMessage),
  }
}

const desktopOf = (info: Info, socket: WebSocket): Desktop => ({
  info: async () => info,
  open: async ({ kinds, several }) => uploadAll(await chooseFiles(acceptOf(kinds), several)),
  drop: (files: readonly DroppedFile[]) => uploadAll(files.filter((file) => file instanceof File)),
  openFolder: async () => {
    const chosen = await chooseFolderOrZip()
    if (chosen === null) return null
    return 'zip' in chosen ? post('/zip', { name: chosen.zip.name }, chosen.zip) : uploadFolder(chosen.files)
  },
  save: (name) => post<GrantedTarget>('/save', { name }),
  saveFolder: (name) => post<GrantedTarget>('/save', { name }),
  deliver: async ({ grant }) => {
    const link = document.createElement('a')
    link.href = `/download/${grant}`
    link.download = ''
    link.click()
  },
  onLost: (listener) => socket.addEventListener('close', listener, { once: true }),
})

function acceptOf(kinds: Parameters<Desktop['open']>[0]['kinds']): string {
  if (kinds.includes('document')) return ''
  const tables = kinds.includes('table') ? ['.csv', '.tsv', '.txt', '.xlsx', '.zip', 'text/csv'] : []
  const setups = kinds.includes('setup') ? ['.json', 'application/json'] : []
  return [...tables, ...setups].join(',')
}

async function uploadAll(files: readonly File[]): Promise<GrantedFile[]> {
  const granted: GrantedFile[] = []
  for (const file of files) granted.push(await post('/upload', { name: file.name }, file))
  return granted
}

/** Files of a folder carry their path, which begins with the folder's own name. */
async function uploadFolder(files: readonly File[]): Promise<GrantedFile | null> {
  const [first] = files
  if (!first) return null
  const folder = await post('/folder', { name: first.webkitRelativePath.split('/')[0] ?? first.name })
  for (const file of files) {
    const path = file.webkitRelativePath.split('/').slice(1).join('/')
    await post('/upload', { folder: folder.grant, path }, file)
  }
  return folder
}

async function post<Granted = GrantedFile>(
  path: string,
  query: Record<string, string>,
  body: File | null = null,
): Promise<Granted> {
  const response = await fetch(`${path}?${new URLSearchParams(query)}`, { method: 'POST', body })
  if (!response.ok) throw new Error(`not taken: ${response.status}`)
  return response.json()
}
