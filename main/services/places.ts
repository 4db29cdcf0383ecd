/** Finds the place of a text among very many in eight bytes and a bit each: a hash table in typed arrays. */
import { numberOf } from '../domain/identity.ts'

export interface Places {
  /**
   * The place where this text stands already; otherwise remembers `place` for it and returns null. `isSame` tells
   * whether what stands at a place really is this text: two texts can have the same number.
   */
  readonly findOrPut: (text: string, place: number, isSame: (place: number) => boolean) => number | null
}

export function places(): Places {
  let size = 1 << 16
  let count = 0
  let numbers = new Float64Array(size)
  let stands = new Int32Array(size)

  const slotOf = (number: number): number => number % size
  const grow = (): void => {
    const [formerNumbers, formerStands] = [numbers, stands]
    size *= 2
    numbers = new Float64Array(size)
    stands = new Int32Array(size)
    for (const [slot, stand] of formerStands.entries()) {
      if (stand === 0) continue
      let to = slotOf(formerNumbers[slot] as number)
      while (stands[to] !== 0) to = (to + 1) % size
      numbers[to] = formerNumbers[slot] as number
      stands[to] = stand
    }
  }

  return {
    findOrPut: (text, place, isSame) => {
      const number = numberOf(text)
      let slot = slotOf(number)
      for (; stands[slot] !== 0; slot = (slot + 1) % size) {
        const stand = (stands[slot] as number) - 1
        if (numbers[slot] === number && isSame(stand)) return stand
      }
      numbers[slot] = number
      stands[slot] = place + 1
      if (++count * 2 > size) grow()
      return null
    },
  }
}
