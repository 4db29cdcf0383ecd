/** A browser's part of the web host, played by Node: a visit, a cookie, requests, and the protocol over a socket. */
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { WebSocket } from 'ws'
import type { Register } from '../../preload/contract/contract.ts'
import { connect, type Response } from '../../preload/contract/wire.ts'

export interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}
export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'OPTIONS'
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Uint8Array
}

/** One request exactly as given: nothing is normalised, no header is added but `Host`. */
export function get(port: number, path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

export interface Visit {
  readonly port: number
  readonly origin: string
  readonly cookie: string
  readonly get: (path: string) => Promise<Got>
  readonly post: (path: string, body?: string | Uint8Array) => Promise<Got>
}

/** Spends an invitation. */
export async function visit(invitation: string): Promise<Visit> {
  const url = new URL(invitation)
  const port = Number(url.port)
  const { status, headers } = await get(port, `${url.pathname}${url.search}`)
  const cookie = headers['set-cookie']?.[0]?.split(';')[0]
  if (status !== 303 || !cookie) throw new Error(`not let in: ${status}`)
  return {
    port,
    origin: url.origin,
    cookie,
    get: (path) => get(port, path, { headers: { cookie } }),
    post: (path, body = '') => get(port, path, { method: 'POST', headers: { cookie, origin: url.origin }, body }),
  }
}

export interface Wired {
  readonly register: Register
  readonly socket: WebSocket
}

/** Rejects where the handshake is refused. */
export async function wire(port: number, headers: Record<string, string>, path = '/register'): Promise<Wired> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const register = connect({
    post: (message) => socket.send(JSON.stringify(message)),
    listen: (onMessage) => void socket.on('message', (data) => onMessage(JSON.parse(String(data)) as Response)),
  })
  return { register, socket }
}
