/** What a page may do, said in headers: in the window and in a browser alike. */
import { randomBytes } from 'node:crypto'

/**
 * Scripts and connections only from the page's own origin; styles also where they carry this load's nonce, because
 * the window's parts write their colours and sizes into style elements. `connect` lists what may be connected to.
 */
export function contentPolicy(nonce: string, connect: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `connect-src ${connect}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

export const createNonce = (): string => randomBytes(16).toString('base64url')

/** For every answer, whatever it holds. */
export const guardingHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
} as const
