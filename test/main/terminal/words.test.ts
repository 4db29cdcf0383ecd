import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { enTerminal } from '../../../preload/words/en/terminal.ts'
import { nlTerminal } from '../../../preload/words/nl/terminal.ts'

const tables = [
  ['nl', nlTerminal],
  ['en', enTerminal],
] as const

test.each(tables)('every message in %s can be formatted', (language, table) => {
  for (const message of Object.values(table)) new IntlMessageFormat(message, language, undefined, { ignoreTag: true })
})

test('both languages fill in the same values', () => {
  const values = (message: string) => new Set(message.match(/\{\w+(?=[,}])/gu))
  for (const [key, message] of Object.entries(nlTerminal))
    expect([key, values(enTerminal[key as keyof typeof enTerminal])]).toEqual([key, values(message)])
})

test.each(tables)('nothing in %s promises what no program can', (_, table) => {
  for (const message of Object.values(table)) expect(message).not.toMatch(/\blegal\b|AVG-proof|GDPR-proof|100 ?%/iu)
})
