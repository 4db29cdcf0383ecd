/** What a command is made of, and what it gets when it is called. */
import type { TerminalKey } from '../../preload/words/nl/terminal.ts'
import type { Exit } from './exit.ts'
import type { Screen } from './screen.ts'
import type { Values } from './words.ts'

export interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  /** Word that stands for the value in the help: FILE, ADDRESS … */
  readonly value?: TerminalKey
  readonly help: TerminalKey
}
export type OptionTable = Readonly<Record<string, Option>>

export interface Command {
  readonly name: string
  readonly operands: readonly { readonly name: TerminalKey; readonly required: boolean }[]
  readonly options: OptionTable
  /** One sentence for the list of commands. */
  readonly summary: TerminalKey
  /** More, below the usage line. */
  readonly more?: TerminalKey
  readonly run: (call: Call) => Promise<Ended>
}

export interface Call {
  readonly operand: (at: number) => string | null
  readonly text: (option: string) => string | null
  readonly texts: (option: string) => readonly string[]
  readonly flag: (option: string) => boolean
  readonly register: string | null
  readonly by: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly screen: Screen
}

/** How a command ended: with its answer, which `--json` prints, or with the reason it could not. */
export interface Ended {
  readonly exit: Exit
  readonly result?: unknown
  readonly problem?: unknown
}

/** What was typed does not make sense. */
export interface Misuse {
  readonly key: TerminalKey
  readonly values: Values
}
