/** Lines of kept files: found again whatever their ends, also where these fall between two pieces. */
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../main/store/index.ts'
import { desk } from '../../support/desk.ts'

test('a line is found by its number, in any pieces', () => {
  const opened = openStore(desk().path('register.mailbewijs'), { now: () => 0 })
  if (!opened.ok) throw new Error(opened.error.problem)
  onTestFinished(opened.value.close)
  const { documents, sqlite } = opened.value.write
  const text = fc.array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '\r\r'), { minLength: 1, maxLength: 30 })
  sqlite.begin()
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), fc.uuid(), (parts, sizes, name) => {
      const bytes = Buffer.from(parts.join(''))
      const id = documents.begin(name, bytes.length)
      for (let at = 0, idx = 0; at < bytes.length; idx++) {
        const size = sizes[idx % sizes.length] as number
        documents.addBytes(id, idx, bytes.subarray(at, at + size))
        at += size
      }
      const lines = parts.join('').split(/\r\n|\n|\r/u)
      for (const [at, line] of lines.entries()) {
        const found = documents.fromLine(id, at + 1, 1000)
        // What follows the last line end is a line only where something stands in it.
        if (at === lines.length - 1 && line === '') continue
        expect(found?.toString().split(/[\r\n]/u)[0]).toBe(line)
      }
    }),
    { numRuns: 300 },
  )
  sqlite.rollback()
})
