/** The built window as files with their headers; nothing outside its folder is ever read. */
import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { contentPolicy, createNonce, guardingHeaders } from './policy.ts'

export interface Page {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer>
}

const typesByExtension: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** `connect` is what the page may connect to, as in a content policy: `'none'` in the window. */
export const createPages =
  (folder: string, connect: string) =>
  async (pathname: string): Promise<Page> => {
    const file = fileOf(folder, pathname)
    const type = file && typesByExtension[extname(file)]
    if (!type) return notFound
    const bytes = await readFile(file).catch(() => null)
    if (!bytes) return notFound
    if (extname(file) === '.html') return document(bytes.toString('utf8'), connect)
    const headers = { ...guardingHeaders, 'Content-Type': type, 'Cache-Control': cachingOf(pathname) }
    return { status: 200, headers, body: new Uint8Array(bytes) }
  }

/** A whole page of HTML with its policy. Its own nonce stands where the page's scripts can read it. */
export function document(html: string, connect: string): Page {
  const nonce = createNonce()
  const headers = {
    ...guardingHeaders,
    'Content-Security-Policy': contentPolicy(nonce, connect),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  }
  const body = html
    .replace('<head>', `<head><meta name="style-nonce" content="${nonce}">`)
    .replaceAll('<style>', `<style nonce="${nonce}">`)
  return { status: 200, headers, body }
}

/** Null for what is not inside the folder. */
function fileOf(folder: string, pathname: string): string | null {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const root = resolve(folder)
  const file = join(root, path === '/' ? 'index.html' : path)
  return file.startsWith(root + sep) ? file : null
}

/** Built files carry a hash of their content in their name. */
const cachingOf = (pathname: string) =>
  pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store'

const notFound: Page = {
  status: 404,
  headers: { ...guardingHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  body: 'Not found',
}
