/** Watches a folder in which exports land: a file is handed on once it is whole. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Following {
  /** Looks now; what is there for the second time and did not change meanwhile is handed on. */
  readonly look: () => void
  readonly close: () => void
}

/** Older files are left alone when the following begins: they were there long before. */
const NEWEST = 20
const isTable = /\.(?:csv|tsv|txt|xlsx|zip)$/iu

/**
 * Looks every `every` milliseconds: folders on a network or of a synchronising program tell nobody what lands in them.
 * A folder that is not there (any more) is looked for again. Each file is handed on once, and again when it changed.
 */
export function followFolder(folder: string, onFile: (path: string) => void, every = 2000): Following {
  const seen = new Map<string, { readonly mark: string; readonly given: boolean }>()
  let isFirst = true
  const look = (): void => {
    const files = filesIn(folder)
    const old = isFirst ? files.slice(NEWEST) : []
    for (const { name, mark } of old) seen.set(name, { mark, given: true })
    isFirst = isFirst && files.length === 0
    for (const { name, mark } of files.toReversed()) {
      const known = seen.get(name)
      if (known?.mark !== mark) seen.set(name, { mark, given: false })
      else if (!known.given) {
        seen.set(name, { mark, given: true })
        onFile(join(folder, name))
      }
    }
  }
  look()
  const timer = setInterval(look, every)
  timer.unref()
  return { look, close: () => clearInterval(timer) }
}

/** Tables in the folder, the newest first; `mark` changes when the file does. */
function filesIn(folder: string): readonly { readonly name: string; readonly mark: string }[] {
  try {
    return readdirSync(folder)
      .filter((name) => isTable.test(name) && !/^[.~]/u.test(name))
      .flatMap((name) => {
        const found = statSync(join(folder, name), { throwIfNoEntry: false })
        return found?.isFile() && found.size > 0
          ? [{ name, at: found.mtimeMs, mark: `${found.size}/${found.mtimeMs}` }]
          : []
      })
      .sort((one, other) => other.at - one.at)
  } catch {
    return []
  }
}
