/** A message as a file: MIME (.eml), a page (.html) or plain text, read to what a person would see of it. */
import { Parser } from 'htmlparser2'
import PostalMime, { type Email } from 'postal-mime'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { ContentParts } from '../domain/content.ts'
import { decoderOf } from './source.ts'
import { UnreadableError } from './unreadable.ts'

/** Larger than any message that a mailing tool takes; beyond it a wrong file was chosen. */
export const longestMessage = 40 * 1024 * 1024

type Unreadable = Extract<Problem, { kind: 'unreadable' }>

/** `name` is the file's name: its ending helps where the bytes leave room. */
export async function readMessage(name: string, bytes: Uint8Array): Promise<Result<ContentParts, Unreadable>> {
  const refuse = (code: Unreadable['code'], about: string | null = null) =>
    err(new UnreadableError(code, null, about).problem)
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > longestMessage) return refuse('too-big')
  // An Outlook message (.msg) or an older Word file: a compound file, which holds no readable text.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refuse('no-text', 'msg')
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (head.includes('\0') && !isUtf16(bytes)) return refuse('no-text')
  if (isMessage(name, head)) {
    try {
      return ok(partsOf(await PostalMime.parse(bytes)))
    } catch {
      return refuse('damaged')
    }
  }
  const text = textOf(bytes, head)
  if (!/\.html?$/iu.test(name) && !/<(?:!doctype html|html|body|table|div|p|a)\b/iu.test(head)) {
    return ok({ ...bare, kind: 'text', text, links: linksIn(text) })
  }
  return ok({ ...bare, kind: 'page', ...page(text) })
}

const bare = {
  subject: null,
  from: null,
  replyTo: [],
  listUnsubscribe: null,
  listUnsubscribePost: null,
} as const satisfies Partial<ContentParts>

/** Two header lines at least, of those that every message has. */
function isMessage(name: string, head: string): boolean {
  const lines = head.replace(/^\ufeff|^ï»¿/u, '').split(/\r?\n\r?\n/u)[0] ?? ''
  const known = lines.match(
    /^(?:from|to|subject|date|message-id|mime-version|received|return-path|content-type|delivered-to|reply-to|x-[\w-]+):/gimu,
  )
  return /\.(?:eml|mht|mhtml)$/iu.test(name) ? (known?.length ?? 0) > 0 : (known?.length ?? 0) > 2
}

function partsOf({ headers, subject, from, replyTo, html, text = '' }: Email): ContentParts {
  const header = (key: string) => headers.find((one) => one.key === key)?.value ?? null
  const shown = html === undefined ? null : page(html)
  return {
    kind: 'message',
    subject: subject ?? null,
    from: from?.address === undefined ? null : { name: from.name, address: from.address },
    replyTo: (replyTo ?? []).flatMap(({ address }) => address ?? []),
    listUnsubscribe: header('list-unsubscribe'),
    listUnsubscribePost: header('list-unsubscribe-post'),
    text: shown === null || shown.text.trim() === '' ? text : shown.text,
    links: shown === null ? linksIn(text) : shown.links,
  }
}

const unseen: ReadonlySet<string> = new Set(['script', 'style', 'head', 'template', 'noscript', 'title'])
const blocks =
  /^(?:p|div|br|tr|td|th|li|ul|ol|table|h[1-6]|header|footer|section|article|blockquote|hr|address|center)$/u

/** What is read on a page, and its links with their words; the words of a linked picture are its alternative text. */
function page(html: string): { readonly text: string; readonly links: ContentParts['links'] } {
  let text = ''
  let depth = 0
  let link: { href: string; text: string } | null = null
  const links: { href: string; text: string }[] = []
  const add = (words: string) => {
    if (depth > 0) return
    text += words
    if (link) link.text += words
  }
  const parser = new Parser(
    {
      onopentag: (name, { href, alt }) => {
        if (unseen.has(name)) depth++
        if (blocks.test(name)) text += '\n'
        if (name === 'img' && alt) add(` ${alt} `)
        if (name === 'a' && href) {
          link = { href, text: '' }
          links.push(link)
        }
      },
      ontext: add,
      onclosetag: (name) => {
        if (unseen.has(name)) depth--
        if (blocks.test(name)) text += '\n'
        if (name === 'a') link = null
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(html)
  parser.end()
  return {
    text: text
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/\s*\n\s*/gu, '\n')
      .trim(),
    links: links.map(({ href, text: words }) => ({ href: href.trim(), text: words.replace(/\s+/gu, ' ').trim() })),
  }
}

const linksIn = (text: string): ContentParts['links'] =>
  (text.match(/(?:https?:\/\/|mailto:)[^\s<>"]+/giu) ?? []).map((href) => ({ href, text: '' }))

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

/** By its byte order mark, as UTF-8 where it is that, by what the page says of itself, or as Windows text. */
function textOf(bytes: Uint8Array, head: string): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1]
    return decoderNamed(named)(bytes)
  }
}

function decoderNamed(name: string | undefined): (bytes: Uint8Array) => string {
  if (name !== undefined && !/^utf-?8|^windows-1252|^iso-8859-1$/iu.test(name)) {
    try {
      const decoder = new TextDecoder(name)
      return (bytes) => decoder.decode(bytes)
    } catch {
      // An encoding that nobody knows: read as Windows text.
    }
  }
  return (bytes) => decoderOf('windows-1252').decode(bytes, true)
}
