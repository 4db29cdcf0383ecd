/** Evidence folders in a temporary place, and the tools that read them back. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EvidenceInput } from '../../../main/domain/evidenceInput.ts'
import { check, type Outcome } from '../../../main/report/check/check.ts'
import { rooted } from '../../../main/report/check/folder.ts'
import { jsonText, type Manifest } from '../../../main/report/folder.ts'
import { sha256Hex } from '../../../main/report/hash.ts'
import { verifyEvidence } from '../../../main/report/verifyEvidence.ts'
import type { VerifyReport } from '../../../main/report/verifyReport.ts'
import { type WriteOptions, writeEvidence } from '../../../main/report/writeEvidence.ts'
import { documentOf, inputOf, instant } from './fixture.ts'

export const made = instant('2026-03-10T09:05:00Z')
const places: string[] = []

export function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-report-'))
  places.push(folder)
  return folder
}

export function removePlaces(): void {
  for (const folder of places.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** Runs a job to its end. */
export function finish<T>(job: Generator<unknown, T, void>): T {
  let step = job.next()
  while (!step.done) step = job.next()
  return step.value
}

export function written(input: EvidenceInput = inputOf(), options: Partial<WriteOptions> = {}): string {
  const folder = join(place(), 'dossier')
  const result = finish(writeEvidence(folder, input, { now: made, language: 'nl', documentOf, ...options }))
  if (!result.ok) throw new Error(`not written: ${JSON.stringify(result.error)}`)
  return folder
}

export function checked(folder: string): VerifyReport {
  const result = finish(verifyEvidence(folder))
  if (!result.ok) throw new Error(`no evidence: ${JSON.stringify(result.error)}`)
  return result.value
}

/** What the page for a browser says of it. */
export async function paged(folder: string): Promise<Outcome> {
  const files = new Map(filesIn(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]))
  const gathered = rooted(files, [])
  if (gathered === null) throw new Error('no evidence')
  return check(gathered, () => Promise.resolve())
}

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

/** What a forger would do after changing a file: make the manifest fit again. */
export function refit(folder: string): void {
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest
  const files = filesIn(folder)
    .filter((name) => name !== 'manifest.json')
    .map((name) => {
      const bytes = readFileSync(join(folder, name))
      return { name, bytes: bytes.length, sha256: sha256Hex(bytes) }
    })
  writeFileSync(path, jsonText({ ...manifest, files }))
}

export const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined
export const output = (tool: string, ...args: string[]): string => {
  const { stdout, stderr, status } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`${tool} said: ${stdout}${stderr}`)
  return stdout
}

/** The text of a sound PDF, as foreign tools read it; null, and said aloud, where they are not installed. */
export function printed(pdf: string): string | null {
  if (!has('qpdf') || !has('pdftotext')) {
    console.warn('SKIPPED: qpdf and poppler-utils are not installed; a PDF is not read back by foreign tools.')
    return null
  }
  if (!output('qpdf', '--check', pdf).includes('No syntax or stream encoding errors')) throw new Error('no sound PDF')
  return output('pdftotext', '-layout', pdf, '-')
}
