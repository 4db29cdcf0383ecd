/** The words about files: every message can be put together in both languages, and promises nothing. */
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { profiles } from '../../../main/files/profiles/profiles.ts'
import { enFiles } from '../../../preload/words/en/files.ts'
import { nlFiles } from '../../../preload/words/nl/files.ts'

const messages = (words: unknown): string[] =>
  typeof words === 'string' ? [words] : Object.values(words as object).flatMap(messages)

describe.each([
  ['nl', nlFiles],
  ['en', enFiles],
] as const)('%s', (language, words) => {
  it.each(messages(words))('%s', (message) => {
    for (const about of ['excel', 'zip', 'x']) {
      for (const count of [1, 2]) {
        const said = new IntlMessageFormat(message, language).format({ about, count, line: 7 }) as string
        expect(said.trim()).not.toBe('')
        expect(said).not.toMatch(/[{}]|undefined/u)
      }
    }
    expect(message).not.toMatch(/\blegal\b|legaal|AVG-proof|100 ?%|waterdicht/iu)
  })

  it('says of every known system what its file proves', () => {
    expect(Object.keys(words.profiles).toSorted()).toEqual(profiles.map(({ key }) => key).toSorted())
  })
})
