/** Every command of the terminal program, in the order of the help. */
import type { Command } from './command.ts'
import { checkpoint } from './commands/checkpoint.ts'
import { contact } from './commands/contact.ts'
import { contacts } from './commands/contacts.ts'
import { decide } from './commands/decide.ts'
import { evidence } from './commands/evidence.ts'
import { importFile } from './commands/import.ts'
import { imports } from './commands/imports.ts'
import { init } from './commands/init.ts'
import { list } from './commands/list.ts'
import { mailings } from './commands/mailings.ts'
import { object } from './commands/object.ts'
import { rebuild } from './commands/rebuild.ts'
import { setup } from './commands/setup.ts'
import { state } from './commands/state.ts'
import { tally } from './commands/tally.ts'
import { verify } from './commands/verify.ts'

export const commands: readonly Command[] = [
  init,
  setup,
  importFile,
  imports,
  object,
  contacts,
  contact,
  decide,
  tally,
  list,
  mailings,
  evidence,
  checkpoint,
  verify,
  rebuild,
  state,
]
