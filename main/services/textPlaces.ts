/** Numbers texts as they come, each once: very many of them, outside the heap that is searched for what can go. */
import { places } from './places.ts'

export interface TextPlaces {
  /**
   * The number of the text in these bytes (UTF-8), from 0 on; a new one where it was never there. `number` is that of the
   * text in `numberOf`.
   */
  readonly of: (number: number, bytes: Buffer, from: number, to: number) => number
  readonly count: () => number
}

export function textPlaces(): TextPlaces {
  const table = places()
  let kept = Buffer.allocUnsafeSlow(1 << 16)
  let ends = new Uint32Array(1 << 12)
  let count = 0

  const startOf = (place: number): number => (place === 0 ? 0 : (ends[place - 1] as number))
  const keep = (bytes: Buffer, from: number, to: number): void => {
    const start = startOf(count)
    if (start + to - from > kept.length) {
      const former = kept
      kept = Buffer.allocUnsafeSlow(Math.ceil(former.length * 1.5) + to - from)
      former.copy(kept, 0, 0, start)
    }
    if (count === ends.length) {
      const former = ends
      ends = new Uint32Array(Math.ceil(former.length * 1.5))
      ends.set(former)
    }
    bytes.copy(kept, start, from, to)
    ends[count++] = start + to - from
  }

  return {
    of: (number, bytes, from, to) => {
      const isSame = (place: number): boolean => kept.compare(bytes, from, to, startOf(place), ends[place]) === 0
      const known = table.findOrPut(number, count, isSame)
      if (known !== null) return known
      keep(bytes, from, to)
      return count - 1
    },
    count: () => count,
  }
}
