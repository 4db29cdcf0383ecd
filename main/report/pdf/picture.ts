/** Pictures as the PDF can take them in one go: JPEG and opaque PNG as they are, other PNG laid on white paper. */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

export interface Picture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** More dots than this would take too much memory to draw. */
const MOST_DOTS = 60_000_000

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Null where the bytes are no picture that can be drawn; `too-large` where it has too many dots. */
export function pictureOf(bytes: Uint8Array): Picture | 'too-large' | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (data.subarray(0, 8).equals(pngStart)) return pngPicture(data)
    if (data.readUInt16BE(0) === 0xffd8) return jpegPicture(data)
  } catch {
    return null
  }
  return null
}

function jpegPicture(data: Buffer): Picture | 'too-large' | null {
  for (let at = 2; at + 9 < data.length; ) {
    if (data[at] !== 0xff) return null
    const marker = data[at + 1] ?? 0
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) return sized(data, data.readUInt16BE(at + 7), data.readUInt16BE(at + 5))
    at += 2 + data.readUInt16BE(at + 2)
  }
  return null
}

function sized(bytes: Uint8Array, width: number, height: number): Picture | 'too-large' | null {
  if (width === 0 || height === 0) return null
  return width * height > MOST_DOTS ? 'too-large' : { bytes, width, height }
}

interface Png {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly type: number
  readonly interlaced: boolean
  readonly palette: Buffer
  readonly transparency: Buffer | null
  readonly data: Buffer
}

function pngPicture(bytes: Buffer): Picture | 'too-large' | null {
  const png = chunksOf(bytes)
  const size = sized(bytes, png.width, png.height)
  if (size === null || size === 'too-large') return size
  const plain = (png.type === 0 || png.type === 2 || png.type === 3) && png.transparency === null && !png.interlaced
  // Even a plain one is read once, so that a broken file is found here and not while drawing.
  const dots = onWhite(png)
  return plain ? size : { ...size, bytes: pngOf(dots, png.width, png.height) }
}

function chunksOf(bytes: Buffer): Png {
  const data: Buffer[] = []
  let palette = Buffer.alloc(0)
  let transparency: Buffer | null = null
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'IDAT') data.push(body)
    if (type === 'PLTE') palette = Buffer.from(body)
    if (type === 'tRNS') transparency = Buffer.from(body)
    at += 12 + length
  }
  const [depth = 0, type = 0, , , interlace = 0] = bytes.subarray(24, 29)
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    depth,
    type,
    interlaced: interlace === 1,
    palette,
    transparency,
    data: Buffer.concat(data),
  }
}

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** First column and row, and the steps, of the passes of an interlaced PNG (Adam7). */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Red, green and blue of every dot, what is transparent let through to white. */
function onWhite(png: Png): Buffer {
  const channels = channelsOf[png.type]
  if (channels === undefined) throw new Error('no colour type of PNG')
  const raw = inflateSync(png.data, { maxOutputLength: MOST_DOTS * 9 })
  const dots = Buffer.alloc(png.width * png.height * 3, 255)
  const passes = png.interlaced ? adam7 : ([[0, 0, 1, 1]] as const)
  let at = 0
  for (const [x0, y0, dx, dy] of passes) {
    const columns = Math.ceil((png.width - x0) / dx)
    const rows = Math.ceil((png.height - y0) / dy)
    if (columns <= 0 || rows <= 0) continue
    const stride = Math.ceil((columns * channels * png.depth) / 8)
    let above = Buffer.alloc(stride)
    for (let row = 0; row < rows; row += 1) {
      const line = Buffer.from(raw.subarray(at + 1, at + 1 + stride))
      if (line.length < stride) throw new Error('a PNG that is cut off')
      unfilter(line, above, raw[at] ?? 0, Math.max(1, (channels * png.depth) >> 3))
      for (let column = 0; column < columns; column += 1) {
        paint(png, line, column, channels, dots, ((y0 + row * dy) * png.width + x0 + column * dx) * 3)
      }
      at += 1 + stride
      above = line
    }
  }
  return dots
}

/** PNG specification, section 9. */
function unfilter(line: Buffer, above: Buffer, filter: number, back: number): void {
  if (filter === 0) return
  for (let n = 0; n < line.length; n += 1) {
    const left = n < back ? 0 : (line[n - back] ?? 0)
    const up = above[n] ?? 0
    const corner = n < back ? 0 : (above[n - back] ?? 0)
    const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner)
    line[n] = ((line[n] ?? 0) + guess) & 255
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

function paint(png: Png, line: Buffer, column: number, channels: number, dots: Buffer, to: number): void {
  const { depth, type, palette, transparency } = png
  const raw = (channel: number): number => {
    const index = column * channels + channel
    if (depth === 8) return line[index] ?? 0
    if (depth === 16) return line.readUInt16BE(index * 2)
    const bit = index * depth
    return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
  }
  const scaled = (channel: number) => (depth === 16 ? raw(channel) >> 8 : (raw(channel) * 255) / ((1 << depth) - 1))
  const colors = type === 2 || type === 6 ? 3 : 1
  let alpha = 255
  if (type === 4 || type === 6) alpha = scaled(colors)
  else if (type === 3) alpha = transparency?.[raw(0)] ?? 255
  else if (transparency !== null) {
    let clear = true
    for (let channel = 0; channel < colors; channel += 1) {
      if (transparency.readUInt16BE(channel * 2) !== raw(channel)) clear = false
    }
    if (clear) alpha = 0
  }
  for (let channel = 0; channel < 3; channel += 1) {
    const color = type === 3 ? (palette[raw(0) * 3 + channel] ?? 0) : scaled(colors === 1 ? 0 : channel)
    dots[to + channel] = Math.round((color * alpha + 255 * (255 - alpha)) / 255)
  }
}

function pngOf(dots: Buffer, width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const lines = Buffer.alloc(height * (width * 3 + 1))
  for (let row = 0; row < height; row += 1) {
    dots.copy(lines, row * (width * 3 + 1) + 1, row * width * 3, (row + 1) * width * 3)
  }
  return Buffer.concat([
    pngStart,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(named))
  return Buffer.concat([head, named, tail])
}
