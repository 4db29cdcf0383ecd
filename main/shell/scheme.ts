/** The window's pages over a scheme of their own: an origin, headers and a policy, and no file outside their folder. */
import { protocol } from 'electron'
import { createPages, type Page } from '../host/web/pages.ts'

const SCHEME = 'mailbewijs'
export const HOME = `${SCHEME}://app/`

/** Before the app is ready; later is too late. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
}

/** `made` are pages that are no files, by their path. */
export function serveScheme(folder: string, made: Readonly<Record<string, () => Page>>): void {
  const pages = createPages(folder, "'none'")
  protocol.handle(SCHEME, async ({ url, method }) => {
    const { host, pathname } = new URL(url)
    if (host !== 'app' || method !== 'GET') return new Response(null, { status: 404 })
    const { status, headers, body } = await (made[pathname]?.() ?? pages(pathname))
    return new Response(body, { status, headers })
  })
}
