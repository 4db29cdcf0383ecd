/** A screen for a machine that has none. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

export interface Display {
  /** For DISPLAY; null where the machine's own screen is used. */
  readonly name: string | null
  readonly close: () => void
}

/** Null where there is neither a screen nor Xvfb. */
export async function openDisplay(): Promise<Display | null> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return { name: null, close: () => {} }
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await displayNumber(server)
  if (number === null) return null
  return { name: `:${number}`, close: () => void server.kill() }
}

function displayNumber(server: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(null))
    server.once('exit', () => resolve(null))
    ;(server.stdio[3] as Readable).once('data', (data: Buffer) => resolve(data.toString().trim()))
  })
}
