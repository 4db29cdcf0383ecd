import { expect, test } from 'vitest'
import { trusts } from '../../../main/shell/sender.ts'

const ours = {} as never
const trusted = trusts(ours, (url) => url.startsWith('mailbewijs://app/'))
const top = { parent: null, url: 'mailbewijs://app/#/contacts' }

test.each([
  ['our own page', { sender: ours, senderFrame: top }, true],
  ['another window', { sender: {}, senderFrame: top }, false],
  ['a frame in our page', { sender: ours, senderFrame: { ...top, parent: top } }, false],
  ['a page that is not ours', { sender: ours, senderFrame: { ...top, url: 'https://example.org/' } }, false],
  [
    'an address that begins like ours',
    { sender: ours, senderFrame: { ...top, url: 'mailbewijs://app.example.org/' } },
    false,
  ],
  ['a page that has gone', { sender: ours, senderFrame: null }, false],
])('a message from %s', (_who, event, expected) => {
  expect(trusted(event as never)).toBe(expected)
})
