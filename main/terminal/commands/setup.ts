/** `setup`: reads, checks, applies and exports what the owner set up. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { DocumentRef } from '../../../preload/contract/vocabulary/document.ts'
import { emptyProcess } from '../../../preload/contract/vocabulary/emptySetup.ts'
import { ProcessPart, type Setup } from '../../../preload/contract/vocabulary/setup.ts'
import { documentsOfProcess } from '../../domain/processReport.ts'
import type { Call, Command, Ended } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { refuse, refuseTaken } from '../refuse.ts'
import { type Session, withRegister } from '../session.ts'
import { tableOf } from '../table.ts'

export const setup: Command = {
  name: 'setup',
  operands: [{ name: 'value.json', required: false }],
  options: {
    export: { type: 'string', value: 'value.file', help: 'option.setup-export' },
    'dry-run': { type: 'boolean', help: 'option.dry-run' },
    reason: { type: 'string', value: 'value.text', help: 'option.reason' },
  },
  summary: 'setup.summary',
  more: 'setup.more',
  run: (call) =>
    withRegister(call, async (session) => {
      const to = call.text('export')
      const taken = refuseTaken(call, to)
      if (taken) return taken
      const file = call.operand(0)
      const applied = file === null ? null : await apply(call, session, file)
      if (applied && applied.problem !== undefined) return applied
      if (to !== null) return exportTo(call, session, to)
      return applied ?? show(call, session)
    }),
}

async function apply(call: Call, session: Session, file: string): Promise<Ended> {
  const { say, print, note } = call.screen
  const read = await session.call('setup.read', { file: session.file(file) })
  if (!read.ok) return refuse(call, read.error)
  const { setup, flaws, changes } = read.value
  if (flaws.length > 0) return refuse(call, { kind: 'setup', flaws })
  if (call.flag('dry-run')) {
    print(say('setup.would', { count: changes.length }))
    for (const change of changes) print(`  ${change}`)
    return { exit: exitCodes.done, result: { applied: false, changes: changes.length, documents: 0, missing: [] } }
  }

  const documents = await keepDocuments(call, session, setup, dirname(resolve(file)))
  if (documents.problem) return documents.problem
  for (const name of documents.missing) note(say('setup.document-missing', { name }))
  const applied = await session.call('setup.apply', { setup, by: call.by, reason: call.text('reason') })
  if (!applied.ok) return refuse(call, applied.error)
  print(say('setup.applied', { count: applied.value.changes }))
  if (documents.kept > 0) print(say('setup.documents', { count: documents.kept }))
  const { kept, missing } = documents
  return { exit: exitCodes.done, result: { applied: true, changes: applied.value.changes, documents: kept, missing } }
}

interface Kept {
  readonly kept: number
  readonly missing: readonly string[]
  readonly problem?: Ended
}

/** Screenshots lie beside the setup file; one is kept only where its bytes are those that the setup speaks of. */
async function keepDocuments(call: Call, session: Session, setup: Setup, folder: string): Promise<Kept> {
  const missing: string[] = []
  let kept = 0
  for (const { sha256, name, kind, captured, datedByOther } of documentsOf(setup)) {
    const path = join(folder, name)
    const there = existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256
    if (!there) {
      const known = await session.call('documents.get', { sha256 })
      if (!known.ok) missing.push(name)
      continue
    }
    const added = await session.call('documents.add', { file: session.file(path), kind, captured, datedByOther })
    if (!added.ok) return { kept, missing, problem: refuse(call, added.error) }
    kept++
  }
  return { kept, missing }
}

const documentsOf = ({ points, successions = [], process = emptyProcess }: Setup): readonly DocumentRef[] => [
  ...points.flatMap(({ versions }) => versions.flatMap(({ documents }) => documents)),
  ...successions.flatMap(({ documents }) => documents),
  ...documentsOfProcess(process),
]

async function exportTo(call: Call, session: Session, to: string): Promise<Ended> {
  const saved = await session.call('setup.save', { to: session.target(to) })
  if (!saved.ok) return refuse(call, saved.error)
  call.screen.print(call.screen.say('setup.exported', { file: resolve(to) }))
  return { exit: exitCodes.done, result: { file: resolve(to), sha256: saved.value.sha256 } }
}

async function show(call: Call, session: Session): Promise<Ended> {
  const { say, print } = call.screen
  const got = await session.call('setup.get', {})
  if (!got.ok) return refuse(call, got.error)
  const { setup } = got.value
  const rows = [
    ...setup.entities.map(({ key, name, labels }) => [
      say('setup.entity'),
      key,
      [name, ...labels.map((label) => label.name)].join(' · '),
    ]),
    ...(setup.successions ?? []).map(({ from, to, how, on }) => [
      say('setup.succession'),
      `${from}→${to}`,
      say(`setup.${how}`, { on: on.slice(0, 10) }),
    ]),
    ...setup.categories.map(({ key, name }) => [say('setup.category'), key, name]),
    ...setup.families.map(({ key, name }) => [say('setup.family'), key, name]),
    ...setup.points.map(({ key, name, versions }) => [
      say('setup.point'),
      key,
      say('setup.versions', { name, count: versions.length }),
    ]),
    ...partsOf(setup).map((part) => [say('setup.process'), part, say(`setup.process.${part}`)]),
  ]
  if (rows.length === 0) print(say('setup.empty'))
  for (const line of tableOf([{ head: '' }, { head: '' }, { head: '' }], rows)) print(line)
  return { exit: exitCodes.done, result: setup }
}

/** What is stated about the way of working: the parts that say something. */
const partsOf = ({ process = emptyProcess }: Setup): readonly ProcessPart[] =>
  ProcessPart.options.filter((part) => JSON.stringify(process[part]) !== JSON.stringify(emptyProcess[part]))
