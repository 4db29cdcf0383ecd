/** What no evidence needs: hashes of passwords, reset tokens, payment data, notes. Never shown, never kept. */
import { headerKey } from './cells.ts'

const secret =
  /password|passwd|wachtwoord|rp[ _]token|secret|api[ _]?key|\biban\b|card[ _]?(?:number|nr)|\bcv[cv]\b|\bbsn\b|burgerservice/iu
const hash = /[0-9a-f]{32,}|\$2[aby]\$|\$argon2|\$P\$/iu

export interface Veil {
  /** The cells with secret ones blank. */
  readonly over: (cells: readonly string[]) => string[]
  /** Names of the columns that are blanked. */
  readonly columns: readonly string[]
  /** Where they stand, in ascending order; 0 is the first. */
  readonly places: readonly number[]
}

/**
 * By the columns' names, and by those that a system is known to fill with such (`known`). A row of another length
 * than the header may have slid: there, whatever looks like a hash is blanked too.
 */
export function veilOf(header: readonly string[], known: readonly string[] = []): Veil {
  const names = new Set(known.map(headerKey))
  const secrets = new Set(
    header.flatMap((name, column) => (secret.test(name) || names.has(headerKey(name)) ? [column] : [])),
  )
  return {
    columns: [...secrets].map((column) => header[column] as string),
    places: [...secrets],
    over: (cells) =>
      secrets.size === 0
        ? [...cells]
        : cells.map((cell, column) => {
            const slid = cells.length !== header.length && hash.test(cell)
            return secrets.has(column) || slid ? '' : cell
          }),
  }
}
