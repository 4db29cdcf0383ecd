/** The protocol over one WebSocket a page: text frames of JSON, of limited size, passed on unread. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Request } from '../../../preload/contract/wire.ts'
import type { Connection } from '../outlive.ts'
import type { Gate } from './gate.ts'

const MESSAGE_LIMIT = 16 * 1024 ** 2
const PAGE_LIMIT = 32

/** The register's thread died: the page must say so. */
export const LOST = 4001

export interface Sockets {
  /** Closes every connection that there is. */
  readonly drop: (code: number) => void
}

export function serveSockets(server: Server, gate: Gate, open: () => Promise<Connection>): Sockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_LIMIT, perMessageDeflate: false })

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const welcome = request.url === '/register' && gate.known(request, 'needed')
    if (!welcome || sockets.clients.size >= PAGE_LIMIT) return refuse(stream)
    sockets.handleUpgrade(request, stream, head, (socket) => join(socket, open()))
  })

  return {
    drop: (code) => {
      for (const socket of sockets.clients) socket.close(code)
    },
  }
}

function join(socket: WebSocket, opening: Promise<Connection>): void {
  const connected = opening.then((connection) => {
    connection.listen((response) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(response))
    })
    return connection
  })
  connected.catch(() => socket.close(LOST))
  socket.on('message', (data, binary) => {
    if (binary) return socket.close(1003)
    const request = parsed(data.toString())
    if (request === undefined) return socket.close(1007)
    void connected.then(({ post }) => post(request as Request), noop)
  })
  // What is wrong with a frame ends the connection; the page sees it close.
  socket.on('error', () => socket.terminate())
  socket.on('close', () => void connected.then(({ close }) => close(), noop))
}

const noop = () => {}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refuse(stream: Duplex): void {
  stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}
