/** Numbers texts as they come, each once: very many of them, outside the heap that is searched for what can go. */
import { numberOf } from '../domain/identity.ts'
import { places } from './places.ts'

export interface TextPlaces {
  /** The text's number, from 0 on; a new one where it was never there. */
  readonly of: (text: string) => number
  readonly count: () => number
}

export function textPlaces(): TextPlaces {
  const table = places()
  let bytes = Buffer.allocUnsafeSlow(1 << 16)
  let ends = new Uint32Array(1 << 12)
  let count = 0

  const startOf = (place: number): number => (place === 0 ? 0 : (ends[place - 1] as number))
  const keep = (text: string): void => {
    const start = startOf(count)
    if (start + text.length * 3 > bytes.length) {
      const former = bytes
      bytes = Buffer.allocUnsafeSlow(Math.ceil(former.length * 1.5) + text.length * 3)
      former.copy(bytes, 0, 0, start)
    }
    if (count === ends.length) {
      const former = ends
      ends = new Uint32Array(Math.ceil(former.length * 1.5))
      ends.set(former)
    }
    ends[count++] = start + bytes.write(text, start)
  }

  return {
    of: (given) => {
      // Half a surrogate pair cannot be kept as it is.
      const text = given.isWellFormed() ? given : given.toWellFormed()
      const isSame = (place: number): boolean => bytes.toString('utf8', startOf(place), ends[place]) === text
      const known = table.findOrPut(numberOf(text), count, isSame)
      if (known !== null) return known
      keep(text)
      return count - 1
    },
    count: () => count,
  }
}
