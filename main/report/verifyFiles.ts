/** The files of an evidence folder against its manifest. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { fileNames, jsonText, litter, type Manifest } from './folder.ts'
import { sha256Hex } from './hash.ts'
import type { Report } from './verifyReport.ts'

/** Every file by its path within the folder. */
export type Files = ReadonlyMap<string, Buffer>

/** Larger than any evidence; more than that is not read into memory. */
const LARGEST = 1024 ** 3

export interface Read {
  /** The dossier's folder within what was given; empty where that is the dossier itself. */
  readonly name: string
  readonly files: Files
  /** Names that a zip holds more than once. */
  readonly twice: readonly string[]
}

const known: readonly string[] = [fileNames.manifest, fileNames.events, fileNames.checkpoint, fileNames.evidence]

/** A folder, or a zip of one; several where dossiers lie side by side in it. Null where there is none. */
export function readEvidence(path: string): readonly Read[] | null {
  try {
    if (statSync(path).isFile()) return readZip(readFileSync(path))
    const files = new Map<string, Buffer>()
    collect(path, '', files)
    return dossiersIn(files, [])
  } catch {
    return null
  }
}

function readZip(zip: Buffer): readonly Read[] | null {
  const seen = new Set<string>()
  const twice: string[] = []
  let size = 0
  const entries = unzipSync(zip, {
    filter: ({ name, originalSize }) => {
      if (name.endsWith('/') || name.startsWith('__MACOSX/') || litter.has(name.split('/').at(-1) ?? '')) return false
      if (seen.has(name)) twice.push(name)
      seen.add(name)
      size += originalSize
      if (size > LARGEST) throw new RangeError('larger than any evidence')
      return true
    },
  })
  return dossiersIn(new Map(Object.entries(entries).map(([name, bytes]) => [name, Buffer.from(bytes)])), twice)
}

/**
 * Whoever zips a folder may zip what is in it, or the folder itself; and of several dossiers each has a folder of its
 * own. What lies beside them all is told with the first.
 */
function dossiersIn(files: Files, twice: readonly string[]): readonly Read[] | null {
  const found = [...files.keys()].flatMap((name) => {
    const at = name.lastIndexOf('/') + 1
    return known.includes(name.slice(at)) ? [name.slice(0, at)] : []
  })
  const roots = [...new Set(found)]
    .filter((root) => !found.some((other) => other !== root && root.startsWith(other)))
    .sort()
  if (roots.length === 0) return null
  return roots.map((root, at) => {
    const own = [...files].flatMap(([name, bytes]) => {
      if (name.startsWith(root)) return [[name.slice(root.length), bytes] as const]
      return at > 0 || roots.some((other) => name.startsWith(other)) ? [] : [[`../${name}`, bytes] as const]
    })
    return { name: roots.length > 1 ? root : '', files: new Map(own), twice: at === 0 ? twice : [] }
  })
}

function collect(folder: string, under: string, files: Map<string, Buffer>): void {
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
    const name = under === '' ? entry.name : `${under}/${entry.name}`
    if (litter.has(entry.name)) continue
    if (entry.isDirectory()) collect(folder, name, files)
    else files.set(name, entry.isFile() ? read(join(folder, name)) : Buffer.alloc(0))
  }
}

const read = (path: string): Buffer => (statSync(path).size > LARGEST ? Buffer.alloc(0) : readFileSync(path))

/** Reports what is altered, missing or not listed; null where the manifest cannot be read. */
export function checkFiles(files: Files, report: Report): Manifest | null {
  const text = files.get(fileNames.manifest)?.toString('utf8')
  if (text === undefined) report('file-missing', fileNames.manifest)
  const manifest = text === undefined ? null : parseManifest(text)
  if (manifest === null) {
    if (text !== undefined) report('unreadable', fileNames.manifest)
    return null
  }
  // Written in one way only, so that no byte of it is free.
  if (jsonText(manifest) !== text) report('file-altered', fileNames.manifest)
  const listed = new Set<string>([fileNames.manifest])
  for (const { name, bytes, sha256 } of manifest.files) {
    if (listed.has(name)) report('file-altered', fileNames.manifest)
    listed.add(name)
    const file = files.get(name)
    if (file === undefined) report('file-missing', name)
    else if (file.length !== bytes || sha256Hex(file) !== sha256) report('file-altered', name)
  }
  for (const name of files.keys()) if (!listed.has(name)) report('file-unlisted', name)
  return manifest
}

function parseManifest(text: string): Manifest | null {
  const manifest = parsed<Manifest>(text)
  if (manifest?.format !== 'mailbewijs-manifest/1' || !Array.isArray(manifest.files)) return null
  const entries: readonly unknown[] = manifest.files
  const sound = entries.every((entry) => {
    const { name, bytes, sha256 } = (entry ?? {}) as Record<string, unknown>
    return typeof name === 'string' && typeof bytes === 'number' && typeof sha256 === 'string'
  })
  return sound ? manifest : null
}

/** JSON as the type that the caller goes on to check; null where it is no JSON object. */
export function parsed<T extends object>(text: string | undefined): (Partial<T> & T) | null {
  if (text === undefined) return null
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as T) : null
  } catch {
    return null
  }
}
