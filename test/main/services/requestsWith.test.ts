/** A complaint or a letter is found by its reference without going through everything that ever happened. */
import { expect, test } from 'vitest'
import { requestsWith } from '../../../main/services/collecting.ts'
import { requestsIn } from '../../../main/services/requests.ts'
import { openCopy, type Reading } from '../../../main/store/index.ts'
import { type Clocked, clocked, DAY, exactly, instant, monday } from '../../support/clocked.ts'

async function read<T>(shop: Clocked, from: (reading: Reading) => Generator<unknown, T, void>) {
  const copy = openCopy(shop.folder.path('register.mailbewijs'))
  const steps = from(copy.read)
  let taken = 0
  let step = steps.next()
  for (; !step.done; step = steps.next()) taken++
  copy.close()
  return { found: step.value, taken }
}
const withReference = (shop: Clocked, reference: string) => read(shop, (reading) => requestsWith(reading, reference))

const letter = (reference: string) =>
  ({
    occurred: exactly(monday),
    via: 'authority-letter',
    type: 'authority-request',
    body: { authority: 'acm', reference, answerBefore: null, about: 'Mailings' },
  }) as const
const complaint = (reference: string) =>
  ({ occurred: exactly(monday), via: 'e-mail', type: 'complaint', body: { reference, about: 'Reclame' } }) as const

test('by its reference, about a person or about nobody, spaces and capitals aside, the newest first', async () => {
  const shop = await clocked()
  const { contact } = await shop.sale('anna@example.org', monday - 30 * DAY)
  const about = await shop.record(letter('ACM/26/7'), contact)
  await shop.record(complaint('KL-1'), contact)
  shop.pass(DAY)
  const later = await shop.record(complaint('acm / 26 / 7'), contact)
  const search = { address: null, message: null, how: null }
  const asked = {
    from: 'acm',
    received: instant(monday + DAY),
    answerBefore: null,
    questions: '?',
    period: null,
  } as const
  const { request } = await shop.run('evidence.answer', {
    ...{ contact: null, question: null, address: false, mailing: null, process: true, full: false, explanation: null },
    ...{ language: 'nl', reference: 'ACM/26/7', by: 'test', request: { ...asked, search }, to: shop.target().grant },
  })
  const { found } = await withReference(shop, 'Acm/26/7')
  expect(found.map(({ seq }) => seq)).toEqual([request, later.seq, about.seq])
  expect((await withReference(shop, 'ACM/26/8')).found).toEqual([])
})

test('people are gone through in steps, and not at all where nobody ever asked', async () => {
  const shop = await clocked()
  const { contact } = await shop.sale('anna@example.org', monday - 30 * DAY)
  expect(await withReference(shop, 'KL-1')).toEqual({ found: [], taken: 0 })
  expect(await read(shop, requestsIn)).toEqual({ found: [], taken: 0 })
  await shop.record(complaint('KL-1'), contact)
  expect(await withReference(shop, 'KL-1')).toMatchObject({ found: [{ contact }], taken: 1 })
  expect(await read(shop, requestsIn)).toEqual({ found: [], taken: 0 })
})
