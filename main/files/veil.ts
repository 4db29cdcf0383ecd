/** What no export should hold and some do: hashes of passwords and reset tokens (Magento). They are not shown or kept. */

const secret = /password|passwd|wachtwoord|rp[ _]token|secret|api[ _]?key/iu
const hash = /[0-9a-f]{32,}|\$2[aby]\$|\$argon2|\$P\$/iu

/**
 * Blanks the secret cells of a row, by their column's name. A row of another length than the header may have slid:
 * there, whatever looks like a hash is blanked too.
 */
export function veilOf(header: readonly string[]): (cells: readonly string[]) => string[] {
  const secrets = new Set(header.flatMap((name, column) => (secret.test(name) ? [column] : [])))
  return (cells) =>
    cells.map((cell, column) => {
      const slid = secrets.size > 0 && cells.length !== header.length && hash.test(cell)
      return secrets.has(column) || slid ? '' : cell
    })
}
