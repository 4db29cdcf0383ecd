/** Dutch or English, at once and everywhere; and how days, moments and numbers are written in each. */
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { createIntl, createIntlCache, type IntlShape } from 'react-intl'
import { enWindow } from '../../preload/words/en/window.ts'
import { nlWindow } from '../../preload/words/nl/window.ts'
import { remembered, useRemembered } from './remember.ts'

export type Language = 'nl' | 'en'
export type WordId = keyof typeof nlWindow
type Values = Readonly<Record<string, string | number | boolean | Date | null | undefined>>
type RichValues = Readonly<Record<string, ReactNode | ((chunks: ReactNode[]) => ReactNode)>>

export interface Text {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  readonly t: (id: WordId, values?: Values) => string
  readonly rich: (id: WordId, values: RichValues) => ReactNode
  /** `3 maart 2026` */
  readonly day: (instant: string) => string
  /** `03-03-2026`, for tables. */
  readonly dayShort: (instant: string) => string
  /** `3 maart 2026 om 14:05` */
  readonly moment: (instant: string) => string
  /** `03-03-2026 14:05` */
  readonly momentShort: (instant: string) => string
  /** `1.204` */
  readonly number: (n: number) => string
  readonly bytes: (n: number) => string
}

const all = { nl: nlWindow, en: enWindow } as const
const cache = createIntlCache()
const TextContext = createContext<Text | null>(null)

export const storedLanguage = (): Language => (remembered('language') === 'en' ? 'en' : 'nl')

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [stored, keep] = useRemembered('language')
  const language: Language = stored === 'en' ? 'en' : 'nl'
  const text = useMemo(() => textIn(language, keep), [language, keep])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <TextContext.Provider value={text}>{children}</TextContext.Provider>
}

export function useText(): Text {
  const text = useContext(TextContext)
  if (!text) throw new Error('no language around this part')
  return text
}

/** Legal days are Dutch days, whatever the machine's clock is set to. */
const timeZone = 'Europe/Amsterdam'

function textIn(language: Language, setLanguage: (language: Language) => void): Text {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
  const intl: IntlShape = createIntl({ locale, messages: all[language], timeZone, onError: complain }, cache)
  const long = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone })
  const short = new Intl.DateTimeFormat('nl-NL', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone })
  const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone })
  const figures = new Intl.NumberFormat(locale)
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const t = (id: WordId, values?: Values) => intl.formatMessage({ id }, values)
  const day = (instant: string) => long.format(new Date(instant))
  return {
    language,
    setLanguage,
    t,
    rich: (id, values) => intl.formatMessage({ id }, values as never),
    day,
    dayShort: (instant) => short.format(new Date(instant)),
    moment: (instant) => t('moment', { day: day(instant), clock: clock.format(new Date(instant)) }),
    momentShort: (instant) => `${short.format(new Date(instant))} ${clock.format(new Date(instant))}`,
    number: (n) => figures.format(n),
    bytes: (n) =>
      n < 1_000_000 ? `${size.format(n === 0 ? 0 : Math.max(n / 1000, 0.1))} kB` : `${size.format(n / 1_000_000)} MB`,
  }
}

/** A missing or broken message is a fault of ours; tests fail on it. */
function complain(error: Error): void {
  console.error(error)
}
