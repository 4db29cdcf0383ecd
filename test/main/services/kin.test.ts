/** Who is judged together: mergers and shared addresses, one after the other. Wide for no, narrow for yes (P9, 3.6). */
import { expect, test } from 'vitest'
import { type Clocked, clocked, DAY, exactly, instant, monday } from '../../support/clocked.ts'
import { lampMailing, value } from '../../support/shop.ts'

/** A step in the life of a shop, said in words. */
type Step = readonly ['sale' | 'objects' | 'erased', string] | readonly ['merged' | 'moved', string, string]

const lives: readonly (readonly [string, readonly Step[], string, 'yes' | 'no'])[] = [
  [
    'a sibling of the other address of a merged person objects',
    [
      ['sale', 'anna@example.org'],
      ['sale', 'bram@example.org'],
      ['sale', 'bram+lamp@example.org'],
    ],
    'bram+lamp@example.org',
    'no',
  ],
  [
    'somebody else behind the other address of a merged person, under a third merged one, objects',
    [
      ['sale', 'anna@example.org'],
      ['sale', 'bram@example.org'],
      ['sale', 'bram+lamp@example.org'],
      ['sale', 'cas@example.org'],
      ['merged', 'bram+lamp@example.org', 'cas@example.org'],
    ],
    'cas@example.org',
    'no',
  ],
  [
    'somebody with an address of their own objects',
    [
      ['sale', 'anna@example.org'],
      ['sale', 'bram@example.org'],
      ['sale', 'cas@example.org'],
    ],
    'cas@example.org',
    'yes',
  ],
  [
    'a sibling of the address that the person used before objects',
    [
      ['sale', 'bram@example.org'],
      ['sale', 'bram+lamp@example.org'],
      ['moved', 'bram@example.org', 'anna@example.org'],
      ['sale', 'anna@example.org'],
    ],
    'bram+lamp@example.org',
    'no',
  ],
]

test.each(lives)('%s', async (_, steps, objector, answer) => {
  const shop = await clocked()
  for (const step of steps) await live(shop, step)
  if (!steps.some(([kind]) => kind === 'moved')) await live(shop, ['merged', 'anna@example.org', 'bram@example.org'])
  const anna = await contactOf(shop, 'anna@example.org')
  expect(await answerFor(shop, anna)).toBe('yes')

  await live(shop, ['objects', objector])
  expect(await answerFor(shop, anna)).toBe(answer)
  // And the other way round: everyone who bears on me, I bear on.
  const { kin } = value(await shop.register.call('contacts.get', { contact: anna }))
  for (const { id } of kin) {
    const card = value(await shop.register.call('contacts.get', { contact: id }))
    expect(card.kin.map((one) => one.id)).toContain(anna)
  }

  const who = await contactOf(shop, objector)
  await shop.run('rights.erase', {
    ...{ contacts: [who], keep: 'nothing', confirm: 'WISSEN', reason: 'verzoek', by: 'test' },
  })
  expect(await answerFor(shop, anna), 'erasing makes nobody mailable').toBe(answer)
  const tally = await shop.tally()
  expect(tally.yes).toBeLessThanOrEqual(answer === 'yes' ? 2 : 0)
})

async function live(shop: Clocked, [kind, address, other]: Step): Promise<void> {
  shop.pass(60_000)
  if (kind === 'sale') await shop.sale(address, monday - 30 * DAY)
  if (kind === 'objects') await shop.object(address, shop.now())
  if (kind === 'merged') {
    const contact = await contactOf(shop, address)
    const second = await contactOf(shop, other ?? '')
    value(await shop.register.call('contacts.merge', { contact, with: second, reason: 'zelfde', by: 'test' }))
  }
  if (kind === 'moved') {
    const body = { by: 'contact', proven: true, to: other ?? '' } as const
    const occurred = exactly(monday - 40 * DAY)
    await shop.record(
      { address, occurred, via: 'e-mail', type: 'address-changed', body },
      await contactOf(shop, address),
    )
  }
}

const contactOf = async (shop: Clocked, address: string): Promise<number> =>
  value(await shop.register.call('contacts.byAddress', { address })).id

async function answerFor(shop: Clocked, contact: number) {
  const now = instant(shop.now())
  const question = { mailing: lampMailing, at: now, known: now }
  return value(await shop.register.call('contacts.decide', { contact, question })).result
}
