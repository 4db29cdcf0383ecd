/** Every command of the terminal program, in the order of the help. */
import type { Command } from './command.ts'
import { access, consents } from './commands/access.ts'
import { anchor } from './commands/anchor.ts'
import { attach } from './commands/attach.ts'
import { audit } from './commands/audit.ts'
import { backup, compact } from './commands/backup.ts'
import { checkpoint } from './commands/checkpoint.ts'
import { contact } from './commands/contact.ts'
import { contacts } from './commands/contacts.ts'
import { decide } from './commands/decide.ts'
import { doubles } from './commands/doubles.ts'
import { erase } from './commands/erase.ts'
import { evidence } from './commands/evidence.ts'
import { follow } from './commands/follow.ts'
import { importFile } from './commands/import.ts'
import { imports } from './commands/imports.ts'
import { init } from './commands/init.ts'
import { letters } from './commands/letters.ts'
import { list } from './commands/list.ts'
import { mailing } from './commands/mailing.ts'
import { mailings } from './commands/mailings.ts'
import { apart, merge, split } from './commands/merge.ts'
import { exportAll, importAll } from './commands/move.ts'
import { object } from './commands/object.ts'
import { original } from './commands/original.ts'
import { rebuild } from './commands/rebuild.ts'
import { record } from './commands/record.ts'
import { report } from './commands/report.ts'
import { retention } from './commands/retention.ts'
import { reviews } from './commands/reviews.ts'
import { rows } from './commands/rows.ts'
import { setup } from './commands/setup.ts'
import { state } from './commands/state.ts'
import { tally } from './commands/tally.ts'
import { undo } from './commands/undo.ts'
import { verify } from './commands/verify.ts'

export const commands: readonly Command[] = [
  init,
  setup,
  importFile,
  follow,
  imports,
  original,
  undo,
  object,
  record,
  attach,
  contacts,
  contact,
  rows,
  merge,
  split,
  doubles,
  apart,
  decide,
  tally,
  reviews,
  letters,
  list,
  mailings,
  mailing,
  evidence,
  access,
  consents,
  report,
  erase,
  retention,
  checkpoint,
  anchor,
  backup,
  verify,
  audit,
  rebuild,
  compact,
  exportAll,
  importAll,
  state,
]
