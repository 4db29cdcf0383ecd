/** What pdfkit writes in crumbs, gathered: a page's instructions, and the objects of the file. There are thousands. */
import type { Doc } from './doc.ts'

type Inside = Record<'addPage' | 'end' | 'push', (...given: readonly unknown[]) => unknown> & {
  readonly page: { readonly write: (text: string) => void }
  addContent: (text: string) => unknown
  /** What its types leave out: every part of the file goes through here. */
  _write: (data: string | Uint8Array) => void
  _offset: number
}

const PIECE = 1 << 16

export function gather(doc: Doc): void {
  const inside = doc as unknown as Inside
  gatherPages(inside)
  const push = inside.push.bind(doc)
  let text = ''
  const hand = (): void => {
    if (text !== '') push(Buffer.from(text, 'latin1'))
    text = ''
  }
  inside._write = (data) => {
    if (typeof data === 'string') {
      text += `${data}\n`
      inside._offset += data.length + 1
      if (text.length >= PIECE) hand()
      return
    }
    hand()
    push(data)
    inside._offset += data.length
  }
  inside.push = (chunk) => {
    hand()
    return push(chunk)
  }
}

function gatherPages(inside: Inside): void {
  const drawn: string[] = []
  inside.addContent = (text) => {
    drawn.push(text)
    return inside
  }
  for (const name of ['addPage', 'end'] as const) {
    const own = inside[name].bind(inside)
    inside[name] = (...given) => {
      if (drawn.length > 0) inside.page.write(drawn.join('\n'))
      drawn.length = 0
      return own(...given)
    }
  }
}
