/** Who may come in: only this machine's browser, on this very address, with a token that it traded for a cookie. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface Gate {
  /** A token to put into an address, good for one visit. */
  readonly invite: () => string
  /** Spends the token. The value of a `Set-Cookie` header, or null for a token that was never given or is spent. */
  readonly admit: (token: string) => string | null
  /** Right host and right origin: not another site, and no name that was bent to this machine. */
  readonly addressed: (request: IncomingMessage) => boolean
  /** As `addressed`, and it carries a session; `origin: 'needed'` where a browser always names one. */
  readonly known: (request: IncomingMessage, origin?: 'needed') => boolean
}

/** `port` is asked late, because a random port is known only once the server listens. */
export function createGate(port: () => number): Gate {
  const tokens = new Set<string>()
  const sessions = new Set<string>()
  const here = () => `127.0.0.1:${port()}`
  // Cookies do not keep ports apart: the name does.
  const cookieName = () => `mailbewijs-${port()}`

  const addressed = ({ headers }: IncomingMessage): boolean =>
    headers.host === here() &&
    (headers.origin === undefined || headers.origin === `http://${here()}`) &&
    fromHere.has(headers['sec-fetch-site'])

  return {
    invite: () => {
      const token = secret()
      tokens.add(digest(token))
      return token
    },
    admit: (token) => {
      if (!spend(tokens, token)) return null
      const session = secret()
      sessions.add(digest(session))
      return `${cookieName()}=${session}; Path=/; HttpOnly; SameSite=Strict`
    },
    addressed,
    known: (request, origin) => {
      if (!addressed(request) || (origin === 'needed' && request.headers.origin === undefined)) return false
      const session = cookieOf(request, cookieName())
      return session !== null && find(sessions, session) !== null
    },
  }
}

/** `none`: typed into the address bar or opened from the terminal. Programs that are no browser say nothing. */
const fromHere: ReadonlySet<unknown> = new Set([undefined, 'none', 'same-origin'])

const secret = () => randomBytes(32).toString('base64url')
const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** Compares digests in constant time, so that answers tell nothing about how much of a guess was right. */
function find(digests: ReadonlySet<string>, text: string): string | null {
  const asked = digest(text)
  for (const known of digests) if (timingSafeEqual(Buffer.from(known), Buffer.from(asked))) return known
  return null
}

function spend(digests: Set<string>, text: string): boolean {
  const found = find(digests, text)
  return found !== null && digests.delete(found)
}

function cookieOf({ headers }: IncomingMessage, name: string): string | null {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value) return value
  }
  return null
}
