/** The special kinds of mail of RULES.md 2.8, row by row: what is advertising, whatever it is called. */
import { describe } from 'vitest'
import type { Mailing } from '../../../../preload/contract/vocabulary/mailing.ts'
import { type Row, table } from './answered.ts'
import { buys, confirms, consents, happening, mailings, objects } from './fixture.ts'

const { M1, M2, M4, M7, quote, ask } = mailings
const bicycle = buys('2025-06-10', { boxes: { nee: 'unticked' } })
const objected = objects('2025-08-01 12:00')
const about = (name: string, to: 'order' | 'contract' | 'legal-duty'): Mailing => ({
  ...M4,
  name,
  link: { to, families: [] },
})
const survey: Mailing = { ...about('Hoe beviel het?', 'order'), kind: 'survey' }
const asks = (type: 'freebie-request' | 'info-request' | 'quote-request', when: string, answered = false) =>
  happening(type, when, { answered })
const gift = happening(
  'donation',
  '2025-06-10 14:00',
  { entity: 'e1', label: null, addressEntered: true, point: 'co', statement: 'yes' },
  { via: 'webshop-import', imported: true, thread: 'gift 1' },
)
const charity: Mailing = { ...M1, nature: 'charitable', families: [] }

const rows: Readonly<Record<string, readonly Row[]>> = {
  'Order/shipping/invoice/recall/security/terms change': [
    [
      'an invoice, to who objected to all mail',
      [bicycle, objected],
      'yes service',
      { mailing: about('Factuur', 'order') },
    ],
    ['a recall', [bicycle, objected], 'yes service', { mailing: M4 }],
    ['new terms', [bicycle], 'yes service', { mailing: about('Nieuwe voorwaarden', 'contract') }],
    ['an invoice to who bought nothing', [], 'review service SERVICE_NO_LINK', { mailing: about('Factuur', 'order') }],
  ],
  'Service mail with any promotion': [
    [
      'a shipping notice with an offer, to a customer',
      [bicycle],
      'yes customer',
      { mailing: { ...about('Verzonden', 'order'), promotional: true, category: 'acties', families: ['acc'] } },
    ],
    [
      'the same, to who objected',
      [bicycle, objected],
      'no OBJECTED',
      { mailing: { ...about('Verzonden', 'order'), promotional: true } },
    ],
    [
      'the same, without a way to unsubscribe',
      [bicycle],
      'no MAILING_NO_UNSUBSCRIBE',
      {
        mailing: { ...about('Verzonden', 'order'), promotional: true, content: { ...M1.content, unsubscribe: false } },
      },
    ],
  ],
  'Newsletter, "informative"': [
    [
      'called informative, without an offer in it',
      [],
      'no NO_BASIS_PROSPECT',
      { mailing: { ...M2, promotional: false } },
    ],
    ['to who objected', [bicycle, objected], 'no OBJECTED', { mailing: { ...M2, promotional: false } }],
  ],
  'Review request': [
    ['about what was bought', [bicycle], 'yes customer', { mailing: M7 }],
    ['to who objected', [bicycle, objected], 'no OBJECTED', { mailing: M7 }],
  ],
  'Win-back, birthday voucher, Christmas greeting, abandoned cart, cross-sell, partner offer': [
    [
      'an abandoned cart',
      [happening('cart', '2026-02-28 10:00', {})],
      'no CART_ONLY',
      { mailing: { ...M1, name: 'Je mandje staat nog klaar' } },
    ],
    [
      '"we miss you"',
      [buys('2023-06-10', { boxes: { ja: 'unticked' } })],
      'no OBJECTED',
      { mailing: { ...M1, name: 'We missen je' } },
    ],
    [
      'a Christmas greeting to everyone',
      [objected],
      'no OBJECTED',
      { mailing: { ...M1, name: 'Fijne feestdagen', families: [] } },
    ],
    ['a partner offer', [bicycle], 'no NOT_OWN', { mailing: { ...M1, thirdParty: 'Buurman' } }],
  ],
  'Satisfaction survey': [
    ['without advertising, after an order', [bicycle], 'review service MAILING_SURVEY', { mailing: survey }],
    ['without advertising, to who bought nothing', [], 'no NO_BASIS_PROSPECT', { mailing: survey }],
    ['without advertising, to who objected', [bicycle, objected], 'no OBJECTED', { mailing: survey }],
    ['with an offer', [], 'no NO_BASIS_PROSPECT', { mailing: { ...survey, promotional: true } }],
  ],
  'Freebie/e-book delivery, back-in-stock alert, quote reply': [
    [
      'the e-book that was asked for',
      [asks('freebie-request', '2026-03-01 10:00')],
      'yes requested',
      { mailing: quote },
    ],
    ['"tell me when it is back"', [asks('info-request', '2026-02-01 10:00')], 'yes requested', { mailing: quote }],
    [
      'a second time',
      [asks('info-request', '2026-02-01 10:00'), asks('info-request', '2026-02-10 10:00', true)],
      'no REQUESTED_NONE_OPEN',
      { mailing: quote },
    ],
    [
      'a newsletter on the strength of an e-book',
      [asks('freebie-request', '2026-03-01 10:00')],
      'no NO_BASIS_PROSPECT',
      { mailing: M2 },
    ],
    [
      'the answer with an offer in it',
      [asks('quote-request', '2026-03-01 10:00')],
      'no QUOTE_ONLY',
      { mailing: { ...quote, promotional: true } },
    ],
  ],
  'Re-permission mail to contacts without basis': [
    [
      '"may we mail you?"',
      [happening('address-added', '2026-02-01 09:00', { by: 'staff' })],
      'no NO_BASIS_PROSPECT',
      { mailing: ask },
    ],
    ['to who unsubscribed', [objected], 'no OBJECTED', { mailing: ask }],
    ['to a subscriber', [consents('2025-09-01 10:12'), confirms('2025-09-01 10:15')], 'yes consent', { mailing: ask }],
  ],
  'Marketplace order (bol)': [
    ['advertising', [buys('2025-11-20', { salesChannel: 'marketplace', point: null })], 'no SALE_MARKETPLACE'],
    ['a recall', [buys('2025-11-20', { salesChannel: 'marketplace', point: null })], 'yes service', { mailing: M4 }],
  ],
  'Donation / idealistic mail': [
    ['to the own donor, who left "no mail" empty', [gift], 'yes donor', { mailing: charity }],
    ['to a donor who objected', [gift, objected], 'no OBJECTED', { mailing: charity }],
    ['to a customer who never gave', [bicycle], 'no NO_CONSENT', { mailing: charity }],
    ['an offer to a donor', [gift], 'no NO_BASIS_PROSPECT'],
    ['for the cause of another', [gift], 'no NOT_OWN', { mailing: { ...charity, thirdParty: 'Buurman' } }],
    [
      'without a way to unsubscribe',
      [gift],
      'no MAILING_NO_UNSUBSCRIBE',
      { mailing: { ...charity, content: { ...M1.content, unsubscribe: false } } },
    ],
  ],
}

for (const [kind, cases] of Object.entries(rows)) {
  describe(kind, () => {
    table(cases)
  })
}
