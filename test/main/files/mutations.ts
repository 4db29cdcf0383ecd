/** Broken files, made from good ones: the same for the same seed, so that a failure can be seen again. */

export type Chance = (below: number) => number

/** Whole numbers below a bound (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const spice = [
  '"',
  '""',
  "'",
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\ufeff',
  '@',
  '=',
  'é',
  '€',
  '😀',
  ' ',
  '',
]
const letters = 'ab@.,;"\n\r\t|\' 0123-/é'

export const randomBytes = (next: Chance): Buffer => Buffer.from(Array.from({ length: next(300) }, () => next(256)))

/** Text of the letters that matter. */
export const randomText = (next: Chance): Buffer =>
  Buffer.from(Array.from({ length: next(400) }, () => letters[next(letters.length)]).join(''))

/** One to three changes: bytes, marks, cuts, lines doubled, swapped or taken from another file, another encoding or line end. */
export function mutated(next: Chance, seeds: readonly Buffer[]): Buffer {
  const seed = () => seeds[next(seeds.length)] as Buffer
  let bytes = seed()
  for (let changes = 1 + next(3); changes > 0; changes--) bytes = change(bytes, next, seed())
  return bytes
}

function change(bytes: Buffer, next: Chance, other: Buffer): Buffer {
  const at = next(bytes.length + 1)
  const lines = () => bytes.toString('latin1').split('\n')
  const joined = (some: readonly string[]) => Buffer.from(some.join('\n'), 'latin1')
  switch (next(10)) {
    case 0: {
      const copy = Buffer.from(bytes)
      if (at < copy.length) copy[at] = next(256)
      return copy
    }
    case 1:
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(spice[next(spice.length)] as string),
        bytes.subarray(at),
      ])
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + next(20))])
    case 3:
      return bytes.subarray(0, at)
    case 4: {
      const some = lines()
      const line = next(some.length)
      return joined(some.toSpliced(next(some.length), 0, some[line] as string))
    }
    case 5:
      return joined(lines().toSpliced(next(lines().length), 1))
    case 6: {
      const theirs = other.toString('latin1').split('\n')
      return joined(lines().toSpliced(next(lines().length), 0, theirs[next(theirs.length)] as string))
    }
    case 7:
      return Buffer.from(bytes.toString('latin1').replaceAll(/\r?\n/gu, next(2) === 0 ? '\r' : '\r\n'), 'latin1')
    case 8:
      return Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le')
    default:
      return Buffer.from(bytes.toString('latin1').replaceAll(',', next(2) === 0 ? ';' : '\t'), 'latin1')
  }
}
