/** The edition of the rule book: part of every decision, so that an old one can be recomputed by the rules of its day. */

/** Goes up with every change that can change an answer. `2026.1` is the first. */
export const edition = '2026.1'
