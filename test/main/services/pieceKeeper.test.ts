import { randomBytes } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pieceDeflater } from '../../../main/services/pieceKeeper.ts'

test.each([
  ['text', Buffer.from('jonas@voorbeeld.example;ja;2026-01-05\r\n'.repeat(1_500))],
  // Larger deflated than it was, and than what the compressor holds at a time.
  ['bytes that nothing makes smaller', randomBytes(300_000)],
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from('\r')],
])('each piece can be read without any other: %s', async (_, bytes) => {
  const deflater = pieceDeflater()
  const other = Buffer.from('a line before\r')
  deflater.add(other)
  for (let time = 0; time < 10; time++) deflater.add(bytes)
  const early = await deflater.take(4)
  const pieces = [...early, ...(await deflater.take(0))]
  deflater.close()

  expect(early).toHaveLength(7)
  expect(pieces.map(({ data }) => inflateRawSync(data).equals(bytes))).toEqual([false, ...Array(10).fill(true)])
  expect(inflateRawSync((pieces[0] as (typeof pieces)[0]).data).equals(other)).toBe(true)
})

test('what is added is copied: its memory may be used again at once', async () => {
  const deflater = pieceDeflater()
  const memory = Buffer.from('first')
  deflater.add(memory)
  memory.write('later')
  deflater.add(memory)
  const pieces = await deflater.take(0)
  deflater.close()
  expect(pieces.map(({ data }) => inflateRawSync(data).toString())).toEqual(['first', 'later'])
})
