/** Finds the place of one thing among very many in a few bytes each: a hash table in typed arrays. */
import { giveBack } from './memory.ts'

export interface Places {
  /**
   * The place where what has this number (whole, 0 to 2^53) stands already; otherwise remembers `place` for it and
   * returns null. `isSame` tells whether what stands at a place really is what is sought: two can have the same number.
   */
  readonly findOrPut: (number: number, place: number, isSame: (place: number) => boolean) => number | null
  /** Gives the memory back; nothing is sought any more. */
  readonly close: () => void
}

export function places(): Places {
  let size = 1 << 10
  let count = 0
  /** Half of each number: another one with the same half is told apart by what stands there. */
  let marks = new Uint32Array(size)
  let stands = new Int32Array(size)

  const markOf = (number: number): number => (number ^ (number / 0x100000000)) >>> 0
  const grow = (): void => {
    const [formerMarks, formerStands] = [marks, stands]
    size *= 2
    marks = new Uint32Array(size)
    stands = new Int32Array(size)
    for (const [slot, stand] of formerStands.entries()) {
      if (stand === 0) continue
      const mark = formerMarks[slot] as number
      let to = mark & (size - 1)
      while (stands[to] !== 0) to = (to + 1) & (size - 1)
      marks[to] = mark
      stands[to] = stand
    }
  }

  return {
    findOrPut: (number, place, isSame) => {
      const mark = markOf(number)
      let slot = mark & (size - 1)
      for (; stands[slot] !== 0; slot = (slot + 1) & (size - 1)) {
        const stand = (stands[slot] as number) - 1
        if (marks[slot] === mark && isSame(stand)) return stand
      }
      marks[slot] = mark
      stands[slot] = place + 1
      if (++count * 3 > size * 2) grow()
      return null
    },
    close: () => giveBack([marks.buffer, stands.buffer]),
  }
}
