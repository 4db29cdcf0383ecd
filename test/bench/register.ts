/** A register on its own thread, as the window has it, set up with the sample shop. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RegisterThread, startThread } from '../../main/host/thread.ts'
import { unpackSample } from '../../main/sample/index.ts'
import type { Answer } from '../../preload/contract/contract.ts'
import type { Problem, Result } from '../../preload/contract/result.ts'
import type { ImportContext } from '../../preload/contract/vocabulary/import.ts'

/** The program as it is built; `--source` measures the sources instead, which bring the compiler into memory. */
function entry(): URL {
  const { MAILBEWIJS_BENCH_SOURCE } = process.env
  return new URL(MAILBEWIJS_BENCH_SOURCE ? '../../main/worker.ts' : '../../out/main/worker.js', import.meta.url)
}

export async function openOnThread(file: string): Promise<RegisterThread> {
  const opened = await startThread(entry(), { file, defects: null })
  if (!opened.ok) throw new Error(`the register does not open: ${opened.error}`)
  return opened.value
}

/** Applies the sample shop's setup, without its screenshots. */
export async function setUp(register: RegisterThread): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-bench-shop-'))
  const shop = unpackSample(folder, Date.UTC(2026, 9, 31))
  const read = value(await register.call('setup.read', { file: await register.grant(shop.setup) }))
  value(await register.call('setup.apply', { setup: read.setup, by: 'bench', reason: null }))
  rmSync(folder, { recursive: true })
}

const context: ImportContext = {
  entity: 'gouden-ketel-bv',
  label: 'gouden-ketel',
  point: 'kassa-webshop',
  categories: [],
  salesChannel: 'own-shop',
  zone: 'Europe/Amsterdam',
  listStatus: null,
  collector: null,
}
export const contexts = {
  orders: context,
  members: {
    ...context,
    point: 'ketelpost-site',
    categories: ['ketelpost', 'aanbiedingen'] as ImportContext['categories'],
    listStatus: 'subscribed' as const,
  },
}

/** Looks, stages and commits, as a person does. */
export async function bringIn(
  register: RegisterThread,
  path: string,
  about: ImportContext,
): Promise<Answer<'imports.commit'>> {
  const file = await register.grant(path)
  const { dialect, profile } = value(await register.start('imports.inspect', { file, dialect: null }).done)
  if (profile === null) throw new Error('the file is not recognised')
  const reading = { profile: profile.key }
  const { batch } = value(await register.start('imports.stage', { file, dialect, reading, context: about }).done)
  return value(await register.start('imports.commit', { batch, by: 'bench' }).done)
}

export function value<T>(reply: Result<T, Problem>): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.value
}
