/** By what the terminal reads a file: a known system, a mapping given as a file, or one that was kept before. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { err, ok, type Result } from '../../preload/contract/result.ts'
import { type Inspection, Mapping, MappingFile, mappingFormat } from '../../preload/contract/vocabulary/import.ts'
import type { Call, Ended } from './command.ts'
import { exitCodes } from './exit.ts'
import { profileName } from './fileWords.ts'
import { readJson } from './json.ts'
import { refuse } from './refuse.ts'
import type { Session } from './session.ts'

export type FileReading = { readonly profile: string } | { readonly mapping: Mapping }

/** What reads the file: the mapping that was given or kept, or the system that its header shows. */
export function readingOf(call: Call, inspection: Inspection): Result<FileReading, Ended> {
  const { profile, mapping, header, stopSigns = [], kindUnsaid } = inspection
  const { screen } = call
  const save = call.text('save-mapping')
  if (save !== null) {
    try {
      writeFileSync(save, `${JSON.stringify({ format: mappingFormat, mapping, header }, null, 2)}\n`, { flag: 'wx' })
    } catch {
      return err(refuse(call, { kind: 'unwritable', code: 'failed' }))
    }
    screen.note(screen.say('import.mapping-saved', { file: resolve(save) }))
    if (kindUnsaid) screen.note(screen.say('import.kind-unsaid'))
  }
  const file = call.text('mapping')
  if (file !== null) {
    const given = mappingIn(call, file)
    const signs = stopSigns.map(({ text }) => `“${text}”`).join(', ')
    if (given.ok && 'mapping' in given.value && given.value.mapping.kind !== 'suppressions' && signs !== '')
      screen.note(screen.say('import.stop-signs', { signs }))
    return given
  }
  const { saved } = inspection
  if (saved && call.text('profile') === null) return keptMapping(call, mapping, saved)
  const asked = call.text('profile') ?? profile?.key ?? null
  if (asked !== null) {
    if (profile && profile.key === asked)
      screen.note(screen.say('import.recognised', { name: profileName(screen.language, profile.key) }))
    return ok({ profile: asked })
  }
  screen.note(screen.say('import.unrecognised'))
  return err({
    exit: exitCodes.unreadable,
    problem: { kind: 'unreadable', code: 'wrong-columns', line: null, about: null },
  })
}

function mappingIn(call: Call, file: string): Result<FileReading, Ended> {
  const read = readJson(call, file, z.union([MappingFile, Mapping]))
  if (!read.ok) return read
  return ok({ mapping: 'format' in read.value ? read.value.mapping : read.value })
}

/** One that was kept for files like this; never used in part without a word. */
function keptMapping(
  call: Call,
  mapping: Mapping,
  { name, missing, fresh }: NonNullable<Inspection['saved']>,
): Result<FileReading, Ended> {
  const { say, note } = call.screen
  if (missing.length > 0) {
    note(say('import.saved-lacks', { name }))
    return err(refuse(call, { kind: 'unreadable', code: 'wrong-columns', line: null, about: missing.join(', ') }))
  }
  note(say('import.saved', { name }))
  if (fresh.length > 0) note(say('import.saved-fresh', { columns: fresh.join(', ') }))
  return ok({ mapping })
}

/** Keeps the mapping for files with this header, where that was asked. */
export async function keepMapping(
  call: Call,
  session: Session,
  { header }: Inspection,
  reading: FileReading,
): Promise<Result<null, Ended>> {
  if (!call.flag('keep-mapping') || !('mapping' in reading)) return ok(null)
  const kept = await session.call('imports.saveMapping', { mapping: reading.mapping, header })
  if (!kept.ok) return err(refuse(call, kept.error))
  call.screen.note(call.screen.say('import.mapping-kept', { name: reading.mapping.name }))
  return ok(null)
}
