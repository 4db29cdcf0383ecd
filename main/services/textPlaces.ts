/** Numbers texts as they come, each once: very many of them, outside the heap that is searched for what can go. */
import { giveBack, growing } from './memory.ts'
import { places } from './places.ts'

export interface TextPlaces {
  /**
   * The number of the text in these bytes (UTF-8), from 0 on; a new one where it was never there. `number` is that of the
   * text in `numberOf`.
   */
  readonly of: (number: number, bytes: Buffer, from: number, to: number) => number
  readonly count: () => number
  /** Gives the memory back; nothing is sought any more. */
  readonly close: () => void
}

export function textPlaces(): TextPlaces {
  const table = places()
  const kept = growing(Uint8Array, 1)
  const ends = growing(Uint32Array, 1)
  let count = 0

  const startOf = (place: number): number => (place === 0 ? 0 : (ends.array[place - 1] as number))
  const keep = (bytes: Buffer, from: number, to: number): void => {
    const start = startOf(count)
    kept.reach(start + to - from)
    ends.reach(count + 1)
    bytes.copy(kept.array, start, from, to)
    ends.array[count++] = start + to - from
  }

  return {
    of: (number, bytes, from, to) => {
      const isSame = (place: number): boolean =>
        bytes.compare(kept.array, startOf(place), ends.array[place], from, to) === 0
      const known = table.findOrPut(number, count, isSame)
      if (known !== null) return known
      keep(bytes, from, to)
      return count - 1
    },
    count: () => count,
    close: () => {
      table.close()
      giveBack([kept.array.buffer, ends.array.buffer])
    },
  }
}
