/** One of the things that a command can be asked to do, with the register open. */
import type { Call, Ended } from './command.ts'
import type { Session } from './session.ts'

export type Action = (call: Call, session: Session) => Promise<Ended>
