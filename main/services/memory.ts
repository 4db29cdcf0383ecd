/** Memory for very many: it grows where it stands, and is given back when it is said. */

/** Of addresses, not of memory: what is not used costs nothing. */
const MOST = 2 ** 30

/** Bytes taken at a time, at least. */
const STEP = 1 << 18

export interface Growing<T> {
  /** As long as what was asked for, or longer. */
  readonly array: T
  /** Makes room for so many; what is new is 0. */
  readonly reach: (length: number) => void
}

/** Copying to ever larger pieces would leave holes that the system does not get back, as large again as what is in use. */
export function growing<T extends { readonly length: number; readonly BYTES_PER_ELEMENT: number }>(
  type: new (buffer: ArrayBuffer) => T,
  length: number,
): Growing<T> {
  const buffer = new ArrayBuffer(STEP, { maxByteLength: MOST })
  const array = new type(buffer)
  const reach = (least: number): void => {
    if (least <= array.length) return
    const wanted = Math.max(least * array.BYTES_PER_ELEMENT, 1.25 * buffer.byteLength)
    // Not past the most for what is only to spare; what is asked for past it throws a RangeError.
    buffer.resize(Math.max(least * array.BYTES_PER_ELEMENT, Math.min(MOST, STEP * Math.ceil(wanted / STEP))))
  }
  reach(length)
  return { array, reach }
}

/** Gives memory back at once; what stood in it is gone. Left to itself V8 lets many megabytes of it gather first. */
export function giveBack(memory: readonly ArrayBuffer[]): void {
  for (const one of memory) one.transferToFixedLength(0)
}
