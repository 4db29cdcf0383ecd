/** Gathers the files that somebody drops or chooses: a folder, a zip, or loose files. */
import { unzipSync } from 'fflate'

export type Files = ReadonlyMap<string, Uint8Array>

export interface Gathered {
  readonly files: Files
  /** Names that a zip holds more than once. */
  readonly twice: readonly string[]
  /** The folder within what was dropped; empty where that is the dossier itself. */
  readonly name: string
  /** Other dossiers that lie beside it. */
  readonly others: readonly { readonly name: string; readonly open: () => Gathered | null }[]
}

/** What operating systems add by themselves. */
const litter = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$|^__MACOSX\//u
const marks = ['manifest.json', 'events.jsonl', 'checkpoint.txt', 'evidence.json']

/** Null where nothing of an evidence folder is among them. */
export async function gather(
  found: readonly { readonly path: string; readonly file: File }[],
): Promise<Gathered | null> {
  const [only] = found
  if (found.length === 1 && only !== undefined && /\.zip$/iu.test(only.file.name)) {
    return unpacked(new Uint8Array(await only.file.arrayBuffer()))
  }
  const files = new Map<string, Uint8Array>()
  for (const { path, file } of found) files.set(path, new Uint8Array(await file.arrayBuffer()))
  return rooted(files, [])
}

export function unpacked(zip: Uint8Array): Gathered | null {
  const seen = new Set<string>()
  const twice: string[] = []
  try {
    const entries = unzipSync(zip, {
      filter: ({ name }) => {
        if (seen.has(name)) twice.push(name)
        seen.add(name)
        return !name.endsWith('/')
      },
    })
    return rooted(new Map(Object.entries(entries)), twice)
  } catch {
    return null
  }
}

/**
 * Whoever drops the folder above, or a zip of the folder, means the folder. Where several dossiers lie side by side it
 * is the first, or the `wanted` one; what lies beside them all belongs to none.
 */
export function rooted(files: Files, twice: readonly string[], wanted?: string): Gathered | null {
  const kept = [...files].filter(([path]) => !litter.test(path))
  const found = kept.flatMap(([path]) => {
    const at = path.lastIndexOf('/') + 1
    return marks.includes(path.slice(at)) ? [path.slice(0, at)] : []
  })
  const roots = [...new Set(found)]
    .filter((root) => !found.some((other) => other !== root && root.startsWith(other)))
    .sort()
  const root = wanted ?? roots[0]
  if (root === undefined) return null
  const others = roots.filter((other) => other !== root)
  const own = kept.flatMap(([path, bytes]) => {
    if (path.startsWith(root)) return [[path.slice(root.length), bytes] as const]
    return others.some((other) => path.startsWith(other)) ? [] : [[`../${path}`, bytes] as const]
  })
  return {
    files: new Map(own),
    twice,
    name: nameOf(root),
    others: others.map((other) => ({ name: nameOf(other), open: () => rooted(files, twice, other) })),
  }
}

const nameOf = (root: string): string => root.replace(/\/$/u, '')

/** All files under what was dropped. */
export async function dropped(items: DataTransferItemList): Promise<{ path: string; file: File }[]> {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const found: { path: string; file: File }[] = []
  for (const entry of entries) await walk(entry, '', found)
  return found
}

async function walk(entry: FileSystemEntry, under: string, found: { path: string; file: File }[]): Promise<void> {
  const path = `${under}${entry.name}`
  if (entry.isFile) {
    const file = await new Promise<File>((settle, fail) => (entry as FileSystemFileEntry).file(settle, fail))
    found.push({ path, file })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    // A browser hands over a hundred at a time, and nothing when all are told.
    const some = await new Promise<FileSystemEntry[]>((settle, fail) => reader.readEntries(settle, fail))
    if (some.length === 0) return
    for (const one of some) await walk(one, `${path}/`, found)
  }
}
