/** How a register that holds the sample shop is known: by who entered its setup. */
import type { Reading } from '../store/index.ts'

/** Who entered the invented shop and its people. */
export const sampleBy = 'voorbeeldgegevens'

export const isSample = ({ setups }: Reading): boolean => setups.changes().some(({ by }) => by === sampleBy)
