/** Whether a workbook, or any other zip of texts, speaks of certain addresses. */
import { unzipSync } from 'fflate'

const LARGEST = 256 * 1024 * 1024

/** What cannot be unpacked, or is larger than any report, is taken to speak of them: what nobody can look into cannot stay. */
export function workbookMentions(bytes: Uint8Array, addresses: readonly string[]): boolean {
  let size = 0
  try {
    const entries = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize
        if (size > LARGEST) throw new RangeError('larger than any report')
        return true
      },
    })
    return Object.values(entries).some((entry) => {
      const text = Buffer.from(entry).toString('utf8').toLowerCase()
      return addresses.some((one) => text.includes(one.toLowerCase()))
    })
  } catch {
    return true
  }
}
