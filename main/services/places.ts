/** Finds the place of one thing among very many in a few bytes each: a hash table in typed arrays. */

export interface Places {
  /**
   * The place where what has this number (whole, 0 to 2^53) stands already; otherwise remembers `place` for it and
   * returns null. `isSame` tells whether what stands at a place really is what is sought: two can have the same number.
   */
  readonly findOrPut: (number: number, place: number, isSame: (place: number) => boolean) => number | null
}

export function places(): Places {
  let size = 1 << 10
  let count = 0
  let numbers = new Float64Array(size)
  let stands = new Int32Array(size)

  const slotOf = (number: number): number => (number >>> 0) & (size - 1)
  const grow = (): void => {
    const [formerNumbers, formerStands] = [numbers, stands]
    size *= 2
    numbers = new Float64Array(size)
    stands = new Int32Array(size)
    for (const [slot, stand] of formerStands.entries()) {
      if (stand === 0) continue
      let to = slotOf(formerNumbers[slot] as number)
      while (stands[to] !== 0) to = (to + 1) & (size - 1)
      numbers[to] = formerNumbers[slot] as number
      stands[to] = stand
    }
  }

  return {
    findOrPut: (number, place, isSame) => {
      let slot = slotOf(number)
      for (; stands[slot] !== 0; slot = (slot + 1) & (size - 1)) {
        const stand = (stands[slot] as number) - 1
        if (numbers[slot] === number && isSame(stand)) return stand
      }
      numbers[slot] = number
      stands[slot] = place + 1
      if (++count * 3 > size * 2) grow()
      return null
    },
  }
}
