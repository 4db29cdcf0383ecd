/** `import`: looks at a file, shows exactly what it will do, and does it once. */
import { resolve } from 'node:path'
import { err, ok, type Result } from '../../../preload/contract/result.ts'
import type { Dialect, ImportContext, Inspection, Preview } from '../../../preload/contract/vocabulary/import.ts'
import type { Call, Command, Ended, OptionTable } from '../command.ts'
import { dialectOf, dialectOptions, noteTables } from '../dialect.ts'
import { exitCodes } from '../exit.ts'
import { contextOf } from '../importContext.ts'
import { type FileReading, keepMapping, readingOf } from '../importReading.ts'
import { printPreview } from '../preview.ts'
import { refuse, refuseTaken } from '../refuse.ts'
import { type Session, withRegister } from '../session.ts'

/** What a file cannot say itself, and how it is read. */
export const importOptions = {
  profile: { type: 'string', value: 'value.key', help: 'option.profile' },
  mapping: { type: 'string', value: 'value.json', help: 'option.import-mapping' },
  'save-mapping': { type: 'string', value: 'value.json', help: 'option.save-mapping' },
  'keep-mapping': { type: 'boolean', help: 'option.keep-mapping' },
  point: { type: 'string', value: 'value.key', help: 'option.point' },
  entity: { type: 'string', value: 'value.key', help: 'option.entity' },
  label: { type: 'string', value: 'value.key', help: 'option.import-label' },
  category: { type: 'string', multiple: true, value: 'value.key', help: 'option.import-category' },
  channel: { type: 'string', value: 'value.channel', help: 'option.channel' },
  status: { type: 'string', value: 'value.status', help: 'option.status' },
  zone: { type: 'string', value: 'value.zone', help: 'option.zone' },
  collector: { type: 'string', value: 'value.name', help: 'option.collector' },
  ...dialectOptions,
  'dry-run': { type: 'boolean', help: 'option.dry-run' },
  refused: { type: 'string', value: 'value.file', help: 'option.refused' },
} as const satisfies OptionTable

export const importFile: Command = {
  name: 'import',
  operands: [{ name: 'value.csv', required: true }],
  options: importOptions,
  summary: 'import.summary',
  more: 'import.more',
  run: (call) => withRegister(call, (session) => importOne(call, session, async () => true)),
}

/**
 * Brings in the file that the call names, once `agree` says yes to what was shown. `onlyNew` leaves a file alone that
 * was imported before.
 */
export async function importOne(
  call: Call,
  session: Session,
  agree: () => Promise<boolean>,
  onlyNew = false,
): Promise<Ended> {
  const taken = refuseTaken(call, call.text('refused')) ?? refuseTaken(call, call.text('save-mapping'))
  if (taken) return taken
  const prepared = await prepare(call, session)
  if (!prepared.ok) return prepared.error
  if (onlyNew && prepared.value.inspection.sameAs) return { exit: exitCodes.done, result: { summary: null } }
  return stageAndCommit(call, session, prepared.value, agree)
}

interface Prepared {
  readonly inspection: Inspection
  readonly dialect: Dialect
  readonly reading: FileReading
  readonly context: ImportContext
}

async function prepare(call: Call, session: Session): Promise<Result<Prepared, Ended>> {
  const { screen } = call
  const asked = dialectOf(call, null)
  if (!asked.ok) return asked
  const file = call.operand(0) ?? ''
  const first = await session.run('imports.inspect', { file: session.file(file), dialect: null })
  if (!first.ok) return err(refuse(call, first.error))
  const dialect = dialectOf(call, first.value.dialect)
  if (!dialect.ok) return dialect
  const overruled = JSON.stringify(dialect.value) !== JSON.stringify(first.value.dialect)
  const again = overruled
    ? await session.run('imports.inspect', { file: session.file(file), dialect: dialect.value })
    : first
  if (!again.ok) return err(refuse(call, again.error))
  const inspection = again.value
  const { sameAs } = inspection
  if (sameAs) screen.note(screen.say('import.same', { number: sameAs.import }))
  noteTables(screen, inspection)
  const reading = readingOf(call, inspection)
  if (!reading.ok) return reading
  const { ambiguousDates = [] } = inspection
  if (ambiguousDates.length > 0 && dialect.value.dateOrder === undefined)
    return err(refuseDates(call, ambiguousDates.join(', ')))
  const got = await session.call('setup.get', {})
  if (!got.ok) return err(refuse(call, got.error))
  const context = contextOf(call, inspection, got.value.setup)
  return context.ok
    ? ok({ inspection, dialect: dialect.value, reading: reading.value, context: context.value })
    : context
}

async function stageAndCommit(
  call: Call,
  session: Session,
  prepared: Prepared,
  agree: () => Promise<boolean>,
): Promise<Ended> {
  const { dialect, reading, context } = prepared
  const file = session.file(call.operand(0) ?? '')
  const kept = await keepMapping(call, session, prepared.inspection, reading)
  if (!kept.ok) return kept.error
  const staged = await session.run('imports.stage', { file, dialect, reading, context })
  if (!staged.ok) {
    const { error } = staged
    const isOfDates = error.kind === 'unreadable' && error.code === 'dates-ambiguous'
    return isOfDates ? refuseDates(call, error.about ?? '') : refuse(call, error)
  }
  const preview = staged.value
  printPreview(call.screen, preview)
  const saved = await saveRefused(call, session, preview)
  if (!saved.ok) return discard(session, preview, saved.error)

  if (call.flag('dry-run')) {
    call.screen.print(call.screen.say('import.dry-run'))
    return discard(session, preview, { exit: exitCodes.done, result: { preview, summary: null } })
  }
  if (!(await agree())) {
    call.screen.print(call.screen.say('import.left'))
    return discard(session, preview, { exit: exitCodes.done, result: { preview, summary: null } })
  }
  const committed = await session.run('imports.commit', { batch: preview.batch, by: call.by })
  if (!committed.ok) return discard(session, preview, refuse(call, committed.error))
  call.screen.print(
    call.screen.say('import.done', { number: committed.value.import, events: sum(committed.value.events) }),
  )
  return { exit: exitCodes.done, result: { preview, summary: committed.value } }
}

/** Day and month could be taken for one another: the person says which, and how to say it is told. */
function refuseDates(call: Call, columns: string): Ended {
  const ended = refuse(call, { kind: 'unreadable', code: 'dates-ambiguous', line: null, about: columns })
  call.screen.note(call.screen.say('import.ambiguous-dates'))
  return ended
}

/** Leaves nothing of the batch behind. */
async function discard(session: Session, { batch }: Preview, ended: Ended): Promise<Ended> {
  await session.call('imports.discard', { batch })
  return ended
}

async function saveRefused(call: Call, session: Session, { batch, refused }: Preview): Promise<Result<null, Ended>> {
  const to = call.text('refused')
  if (to === null || refused === 0) return ok(null)
  const saved = await session.call('imports.saveRefused', {
    batch,
    to: session.target(to),
    language: call.screen.language,
  })
  if (!saved.ok) return err(refuse(call, saved.error))
  call.screen.note(call.screen.say('import.refused-saved', { count: saved.value.rows, file: resolve(to) }))
  return ok(null)
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0)
