/** Sample files that lie beside the project and are read where they lie; tests of them say so where they are absent. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const sharedData = fileURLToPath(new URL('../../../../shared/data/', import.meta.url))
export const sharedPresent = existsSync(sharedData)

if (!sharedPresent) console.warn('SKIPPED: the shared samples are not here; their tests do not run.')
