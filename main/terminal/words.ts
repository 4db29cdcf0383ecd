/** Fills in the words of the terminal, in the person's language. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { enTerminal } from '../../preload/words/en/terminal.ts'
import { nlTerminal, type TerminalKey } from '../../preload/words/nl/terminal.ts'
import { voiceOf } from '../report/voice.ts'

export type Language = 'nl' | 'en'
export type Values = Readonly<Record<string, string | number>>
export type Say = (key: TerminalKey, values?: Values) => string

const tables = { nl: nlTerminal, en: enTerminal } as const

export function sayIn(language: Language): Say {
  return (key, values = {}) => formatIn(language, tables[language][key], values)
}

const formats = new Map<string, IntlMessageFormat>()

/** Fills in any ICU message. */
export function formatIn(language: Language, message: string, values: Values): string {
  const name = `${language} ${message}`
  let format = formats.get(name)
  if (!format) {
    format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true })
    formats.set(name, format)
  }
  return String(format.format({ ...values }))
}

/** True where the table has this word: codes of the contract are looked up under a prefix. */
export const isKey = (key: string): key is TerminalKey => Object.hasOwn(nlTerminal, key)

export const numberIn = (language: Language, value: number): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)

/** A moment as people here write it: `3 maart 2026 om 11:00`. */
export const momentIn = (language: Language, instant: string): string => voiceOf(language).minute(instant as Instant)

/** A day for a column: `03-03-2026`. */
export const dayIn = (language: Language, instant: string): string =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'Europe/Amsterdam',
  }).format(Date.parse(instant))
