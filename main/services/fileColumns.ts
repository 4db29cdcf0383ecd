/** What stands where in the packed rows of a file. */

/** Numbers of a person; from `id` on they are set aside. `id` is for who knows the register. */
export const personNumber = { line: 0, rows: 1, events: 2, flags: 3, narrow: 4, name: 5, id: 6 } as const
/** `wide` is empty where it equals `narrow`. */
export const personText = { narrow: 0, wide: 1, address: 2, name: 3 } as const
/** Numbers of an event; from `person` on they are set aside. */
export const eventNumber = { identity: 0, kind: 1, marks: 2, person: 3, line: 4, from: 5, to: 6, detail: 7 } as const
/** Product numbers and further lines with commas between; a thread with `=` before it. */
export const eventText = { identity: 0, products: 1, thread: 2, more: 3, tail: 4 } as const
/** Numbers of an event that are set aside. */
export const stagedNumber = { person: 0, line: 1, from: 2, to: 3, detail: 4 } as const
