/** The register served to this machine's browser: the same pages and the same protocol, for nobody else. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Desktop } from '../../preload/contract/desktop.ts'
import type { LastingRegister } from './lasting.ts'
import { send } from './web/downloads.ts'
import { createGate, type Gate } from './web/gate.ts'
import { createIntake, type Intake } from './web/intake.ts'
import { createPages, document, type Page } from './web/pages.ts'
import { guardingHeaders } from './web/policy.ts'
import { LOST, serveSockets } from './web/socket.ts'
import { createTray, type Tray } from './web/tray.ts'

export interface WebOptions {
  /** The built window: out/renderer. */
  readonly pages: string
  /** 0 takes any free port. */
  readonly port: number
  readonly info: Awaited<ReturnType<Desktop['info']>>
  /** A whole page of HTML for who comes without a session: how to get in. See `sheet`. */
  readonly closedPage: string
}

export interface WebHost {
  /** An address with a new token, good for one visit. */
  readonly invite: () => string
  readonly port: number
  /** Ends every connection, removes what was uploaded, and frees the port. The register stays open. */
  readonly close: () => Promise<void>
}

/** Bound to 127.0.0.1 only. Rejects where the port is taken. */
export async function serveWeb(register: LastingRegister, options: WebOptions): Promise<WebHost> {
  const server = createServer({ requestTimeout: 0, headersTimeout: 10_000 })
  const port = () => (server.address() as AddressInfo).port
  const gate = createGate(port)
  const tray = createTray()
  const sockets = serveSockets(server, gate, register.open)
  register.onLost(() => sockets.drop(LOST))

  server.listen(options.port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    tray.close()
    throw error
  }
  const pages = createPages(options.pages, `'self' ws://127.0.0.1:${port()}`)
  const house: House = { gate, tray, pages, intake: createIntake(tray, register), options }
  server.on('request', (request, response) => {
    answer(house, request, response).catch(() => {
      // Whoever asked went away, or the disk failed halfway: either way this answer is over.
      response.destroy()
    })
  })

  return {
    invite: () => `http://127.0.0.1:${port()}/?token=${gate.invite()}`,
    port: port(),
    close: async () => {
      sockets.drop(1001)
      const closed = once(server, 'close')
      server.close()
      setTimeout(() => server.closeAllConnections(), 500).unref()
      server.closeIdleConnections()
      await closed
      tray.close()
    },
  }
}

interface House {
  readonly gate: Gate
  readonly tray: Tray
  readonly pages: (pathname: string) => Promise<Page>
  readonly intake: Intake
  readonly options: WebOptions
}

async function answer(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { gate, pages, intake, options } = house
  if (!gate.addressed(request)) return plain(response, 403)
  // Only a path, as a browser asks: no other form can name another place.
  const url = request.url?.startsWith('/') ? new URL(`http://127.0.0.1${request.url}`) : null
  if (!url) return plain(response, 400)
  const token = url.searchParams.get('token')
  if (request.method === 'GET' && url.pathname === '/' && token !== null) {
    const cookie = gate.admit(token)
    if (cookie) return plain(response, 303, { Location: '/', 'Set-Cookie': cookie })
  }
  if (request.method === 'POST') {
    if (!gate.known(request, 'needed')) return plain(response, 403)
    const reply = await intake(request, url)
    return typeof reply === 'number' ? plain(response, reply) : json(response, reply)
  }
  if (request.method !== 'GET') return plain(response, 405)
  if (!gate.known(request)) return page(response, document(options.closedPage, "'none'"), 403)
  if (url.pathname === '/desktop') return json(response, options.info)
  if (url.pathname.startsWith('/download/')) return download(house, url.pathname.slice('/download/'.length), response)
  page(response, await pages(url.pathname))
}

/** Once only; what was sent is removed. */
async function download({ tray }: House, grant: string, response: ServerResponse): Promise<void> {
  const placed = tray.take(grant)
  if (!placed) return plain(response, 404)
  try {
    if (!(await send(response, placed))) plain(response, 404)
  } finally {
    tray.remove(placed)
  }
}

function page(response: ServerResponse, { status, headers, body }: Page, instead?: number): void {
  response.writeHead(instead ?? status, headers).end(body)
}

function json(response: ServerResponse, value: unknown): void {
  const headers = { ...guardingHeaders, 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }
  response.writeHead(200, headers).end(JSON.stringify(value))
}

function plain(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  // A body that nobody will read would keep the connection open.
  if (status >= 400) response.setHeader('Connection', 'close')
  response.writeHead(status, { ...guardingHeaders, 'Cache-Control': 'no-store', ...headers }).end()
}
