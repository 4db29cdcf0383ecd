/** One language for a report: its words, its dates and numbers, and messages with their values filled in. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { Instant, Occurred } from '../../preload/contract/vocabulary/time.ts'
import { enReport } from '../../preload/words/en/report.ts'
import { nlReport } from '../../preload/words/nl/report.ts'
import type { Elapsed } from '../domain/evidenceSheets.ts'
import { DAY, HOUR } from '../domain/time.ts'

export type Language = 'nl' | 'en'
type Spoken<T> = T extends string ? string : { readonly [K in keyof T]: Spoken<T[K]> }
export type ReportWords = Spoken<typeof nlReport>
type Values = Readonly<Record<string, string | number>>

export interface Voice {
  readonly language: Language
  readonly words: ReportWords
  /** Fills in an ICU message. */
  readonly say: (message: string, values?: Values) => string
  /** A whole number, with the thousands set apart. */
  readonly number: (n: number) => string
  /** `3 maart 2026` in Amsterdam. */
  readonly day: (at: Instant) => string
  /** `3 maart 2026 om 10:05` */
  readonly minute: (at: Instant) => string
  /** `03-03-2026 10:05:09`, for tables and records. */
  readonly exact: (at: Instant) => string
  /** When something happened, no more exact than the source. */
  readonly occurred: (occurred: Occurred) => string
  /** The same for a table: `03-03-2026`, `03-2026`, `2026`. */
  readonly occurredShort: (occurred: Occurred) => string
  /** A length of time in its largest fitting unit. */
  readonly duration: (millis: number) => string
  /** The same where only its bounds are known. */
  readonly elapsed: (elapsed: Elapsed) => string
  readonly list: (items: readonly string[]) => string
  readonly yesNo: (value: boolean | null) => string
}

const zone = 'Europe/Amsterdam'
const locales = { nl: 'nl-NL', en: 'en-GB' } as const

export function voiceOf(language: Language): Voice {
  const locale = locales[language]
  const words: ReportWords = language === 'nl' ? nlReport : enReport
  const parsed = new Map<string, IntlMessageFormat>()
  const say: Voice['say'] = (message, values = {}) => {
    let format = parsed.get(message)
    if (format === undefined) {
      format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
      parsed.set(message, format)
    }
    return String(format.format(values))
  }
  const dated = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
    return (at: string) => format.format(new Date(at))
  }
  const day = dated({ day: 'numeric', month: 'long', year: 'numeric' })
  const month = dated({ month: 'long', year: 'numeric' })
  const year = dated({ year: 'numeric' })
  const clock = dated({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const seconds = dated({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const short = (at: string) => parts.format(new Date(at)).split('-').reverse().join('-')
  const minute = (at: string) => `${day(at)}${language === 'nl' ? ' om ' : ' at '}${clock(at)}`
  const moment = (at: string) => `${day(at)}${language === 'nl' ? ' om ' : ' at '}${seconds(at)}`
  const wide = ({ from, to }: Occurred, unit: (at: string) => string) =>
    unit(from) === unit(to) ? unit(from) : say(words.occurred.between, { from: unit(from), to: unit(to) })

  return {
    language,
    words,
    say,
    number: (n) => new Intl.NumberFormat(locale).format(n),
    day,
    minute,
    exact: (at) => `${short(at)} ${seconds(at)}`,
    occurred: (occurred) => {
      const { precision, from, to } = occurred
      if (precision === 'second') return from === to ? moment(from) : wide(occurred, moment)
      if (precision === 'minute') return minute(from)
      if (precision === 'unknown') return unknownTime(occurred, say, words, day)
      return wide(occurred, precision === 'day' ? day : precision === 'month' ? month : year)
    },
    occurredShort: (occurred) => {
      const { precision, from } = occurred
      if (precision === 'second') return `${short(from)} ${seconds(from)}`
      if (precision === 'minute') return `${short(from)} ${clock(from)}`
      if (precision === 'unknown') return words.occurred.unknown
      return wide(occurred, precision === 'day' ? short : precision === 'month' ? (at) => short(at).slice(3) : year)
    },
    duration: (millis) => durationOf(millis, say, words),
    elapsed: ({ least, most }) => {
      const [short, long] = [least, most].map((millis) => durationOf(millis, say, words))
      return short === long || short === undefined || long === undefined
        ? (short ?? '')
        : say(words.durations.between, { least: short, most: long })
    },
    list: (items) => (items.length === 0 ? words.none : new Intl.ListFormat(locale).format(items)),
    yesNo: (value) => (value === null ? words.unknown : value ? words.yes : words.no),
  }
}

function unknownTime(
  { from, to }: Occurred,
  say: Voice['say'],
  words: ReportWords,
  day: (at: string) => string,
): string {
  // An open interval (from the beginning of time) says nothing; only a bounded one is told.
  return from < '1990' ? words.occurred.unknown : say(words.occurred.unknownBetween, { from: day(from), to: day(to) })
}

function durationOf(millis: number, say: Voice['say'], { durations }: ReportWords): string {
  const minutes = Math.round(millis / 60_000)
  if (minutes < 1) return durations.atOnce
  if (minutes < 120) return say(durations.minutes, { n: minutes })
  if (millis < 2 * DAY) return say(durations.hours, { n: Math.round(millis / HOUR) })
  if (millis < 62 * DAY) return say(durations.days, { n: Math.round(millis / DAY) })
  return say(durations.months, { n: Math.round(millis / (30.4375 * DAY)) })
}
