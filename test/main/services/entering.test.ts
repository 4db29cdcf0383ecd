/** Entering by hand: what an entry would be worth is told beforehand, and is what it is worth afterwards. */
import { expect, test } from 'vitest'
import type { HandDraft } from '../../../preload/contract/vocabulary/event.ts'
import type { Policy } from '../../../preload/contract/vocabulary/setup.ts'
import { clocked, DAY, exactly, instant, monday } from '../../support/clocked.ts'
import { lampMailing, lanternShop, value } from '../../support/shop.ts'

const document = {
  ...{ sha256: 'e'.repeat(64), name: 'stuk.png', kind: 'scan', captured: null, datedByOther: true },
} as const
const address = 'nieuw@example.org'
const at = exactly(monday - DAY)

const claim = {
  ...{ wording: 'Mail mij over acties', control: 'paper-box', boxDefault: 'unticked', act: 'signed' },
  ...{ requiredForOther: false, bundledWith: 'none', names: { entity: true, labels: ['lantaarn'] } },
  shows: { purpose: true, withdrawal: true, privacy: 'v3' },
} as const
const consent = (changes: object = {}) => ({
  ...{ entity: 'lantaarn-bv', categories: ['acties'], point: null, version: null, box: null, claim },
  ...{ machineRecorded: false, signed: true, collector: null, initiatedByPerson: true, ip: null, thirdParties: [] },
  ...changes,
})
const designation = {
  ...{ url: null, wording: 'Aanbiedingen voor lampen: inkoop@', purpose: 'lampen', categories: ['acties'] },
  ...{ legalForm: 'legal-person', kvk: null, forOffers: true, noAcquisition: false },
  ...{ namesPerson: false, sourceNoticeGiven: false, outsideEea: false },
} as const
const given = { order: 'b-1', entity: 'lantaarn-bv', label: 'lantaarn', addressEntered: true, point: 'kassa' } as const
const lamp = [{ family: 'lampen' }]

const entries: readonly (readonly [string, object, string | null, string, string | null])[] = [
  ['a signed card, scanned', { type: 'consent-given', documents: [document], body: consent() }, 'B', 'yes', null],
  [
    'a signed card of which no scan is kept',
    { type: 'consent-given', body: consent() },
    'C',
    'review',
    'CONSENT_EVIDENCE_INCOMPLETE',
  ],
  ['somebody said so', { type: 'consent-given', body: consent({ signed: false }) }, 'D', 'no', 'CONSENT_UNPROVEN'],
  [
    'a card that was also an entry form for a contest',
    { type: 'consent-given', documents: [document], body: consent({ claim: { ...claim, bundledWith: 'contest' } }) },
    'X',
    'no',
    'CONSENT_BUNDLED',
  ],
  [
    'a card of which it is not known whether it was tied to something',
    {
      type: 'consent-given',
      documents: [document],
      body: consent({ claim: { ...claim, bundledWith: null, requiredForOther: null } }),
    },
    'C',
    'review',
    'CONSENT_EVIDENCE_INCOMPLETE',
  ],
  [
    'a membership with the no box left empty',
    { type: 'membership', documents: [document], body: { ...given, statement: 'yes', lines: lamp } },
    'B',
    'yes',
    null,
  ],
  [
    'a gift',
    { type: 'donation', documents: [document], body: { ...given, amount: '25', currency: 'EUR', statement: 'yes' } },
    'B',
    'yes',
    null,
  ],
  [
    'a designated business address',
    { type: 'b2b-designation', documents: [document], body: designation },
    null,
    'review',
    'B2B_REVIEW',
  ],
  ['one without a picture', { type: 'b2b-designation', body: designation }, null, 'no', 'B2B_NOT_DESIGNATED'],
]

test.each(entries)('%s', async (_, what, grade, result, reason) => {
  const policy: Policy = { ...lanternShop.policy, b2b_basis: true }
  const shop = await clocked({ ...lanternShop, policy })
  const draft = { address, occurred: at, via: 'paper', ...what } as HandDraft
  const told = value(await shop.register.call('events.grade', { draft }))
  expect([told.grade, told.alone?.result, told.alone?.reasons[0] ?? null]).toEqual([grade, result, reason])

  const saved = await shop.record(draft)
  expect(saved.grade).toBe(grade)
  shop.pass(1000)
  const nature = draft.type === 'donation' ? 'charitable' : 'commercial'
  const mailing = { ...lampMailing, nature } as const
  const question = { mailing, at: instant(shop.now()), known: instant(shop.now()) }
  const decided = value(await shop.register.call('contacts.decide', { contact: saved.contact, question }))
  expect([decided.result, decided.reasons[0] ?? null]).toEqual([result, reason])
})

test('an opportunity to object, entered with its order, carries the customer basis that the order alone did not', async () => {
  const shop = await clocked()
  const { contact } = await shop.sale(address, monday - 5 * DAY, { order: 'bon-7', point: null })
  const question = () => ({ mailing: lampMailing, at: instant(shop.now()), known: instant(shop.now()) })
  const answer = async () => value(await shop.register.call('contacts.decide', { contact, question: question() }))
  expect(await answer()).toMatchObject({ result: 'no', reasons: ['NO_OBJECTION_OPPORTUNITY'] })
  const body = {
    ...{ order: 'bon-7', point: null, version: null, wording: 'Liever geen mail over lampen? Zeg het dan nu.' },
    ...{ placement: 'beside-address', boxDefault: 'unticked', outcome: 'not-used' },
  } as const
  const draft = {
    ...{ address, occurred: exactly(monday - 5 * DAY), via: 'store', documents: [document] },
    ...{ type: 'objection-opportunity', body },
  } as const
  expect(value(await shop.register.call('events.grade', { draft: draft as never }))).toEqual({
    grade: 'B',
    alone: null,
  })
  await shop.record(draft as never, contact)
  shop.pass(1000)
  expect(await answer()).toMatchObject({ result: 'yes', basis: 'customer' })
})

test('a sign-up asks for its confirmation, and the confirmation names it', async () => {
  const shop = await clocked()
  const asked = exactly(monday - 2 * DAY)
  const { contact, seq } = await shop.record({
    ...{ address, occurred: asked, via: 'web-form', documents: [document], type: 'consent-given' },
    body: consent({ signed: false }),
  } as never)
  const question = () => ({ mailing: lampMailing, at: instant(shop.now()), known: instant(shop.now()) })
  const answer = async () => value(await shop.register.call('contacts.decide', { contact, question: question() }))
  const sent = { template: 'bevestiging v2', messageId: '<1@example.org>' }
  await shop.record({ address, occurred: asked, via: 'e-mail', type: 'doi-request-sent', body: sent }, contact)
  shop.pass(1000)
  expect((await answer()).reasons[0]).toBe('DOI_PENDING')
  const clicked = exactly(monday - DAY)
  const body = { confirms: seq, ip: null }
  await shop.record({ address, occurred: clicked, via: 'link', type: 'consent-confirmed', body }, contact)
  shop.pass(1000)
  expect(await answer()).toMatchObject({ result: 'yes', basis: 'consent' })
})

test('a further address is judged with the first, and an objection on one holds for both', async () => {
  const shop = await clocked()
  const { contact } = await shop.sale(address, monday - 5 * DAY)
  await shop.record(
    { address: 'ook@example.org', occurred: at, via: 'e-mail', type: 'address-added', body: { by: 'contact' } },
    contact,
  )
  const card = value(await shop.register.call('contacts.get', { contact }))
  expect(card.addresses.toSorted()).toEqual([address, 'ook@example.org'])
  await shop.object('ook@example.org', shop.now())
  shop.pass(1000)
  const question = { mailing: lampMailing, at: instant(shop.now()), known: instant(shop.now()) }
  expect(value(await shop.register.call('contacts.decide', { contact, question })).result).toBe('no')
})
