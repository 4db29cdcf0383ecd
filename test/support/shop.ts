/** A small shop for tests of the register: two forms, three families, and files written to order. */
import type { Answer, JobName, Name, Register, Reply } from '../../preload/contract/contract.ts'
import { defaultPolicy } from '../../preload/contract/vocabulary/emptySetup.ts'
import type { ImportContext } from '../../preload/contract/vocabulary/import.ts'
import type { Mailing } from '../../preload/contract/vocabulary/mailing.ts'
import type { Box, FormVersion, Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import type { Hosted } from './hosts.ts'

/** The value, or a failed test that shows the problem. */
export function value<N extends Name>(reply: Reply<N>): Answer<N> {
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.value
}

const instant = (text: string) => text as Instant

const box = (changes: Partial<Box>): Box => ({
  key: 'vakje',
  kind: 'opt-out',
  wording: 'Wij mailen je over vergelijkbare producten. Nee, liever niet',
  control: 'checkbox',
  default: 'unticked',
  placement: 'beside-address',
  categories: [],
  required: false,
  bundledWith: 'none',
  ...changes,
})

const version = (key: string, from: string, to: string | null, boxes: readonly Box[]): FormVersion => ({
  key,
  liveFrom: instant(from),
  liveTo: to === null ? null : instant(to),
  language: 'nl',
  url: 'https://winkel.example.org/kassa',
  boxes: [...boxes],
  names: { entity: true, labels: ['lantaarn'] },
  shows: { purpose: true, withdrawal: true, privacy: 'v3', frequency: true, misstatesPurpose: false },
  doi: false,
  thirdParties: [],
  documents: [{ sha256: 'a'.repeat(64), name: 'kassa.png', kind: 'screenshot', captured: null, datedByOther: false }],
})

export const lanternShop: Setup = {
  format: 'mailbewijs-setup/1',
  entities: [
    {
      key: 'lantaarn-bv',
      name: 'De Lantaarn B.V.',
      kvk: '12345678',
      postalAddress: 'Kade 1, 0000 AA Nergenshuizen',
      contact: 'stop@lantaarn.example.org',
      labels: [{ key: 'lantaarn', name: 'De Lantaarn' }],
    },
  ],
  categories: [
    { key: 'nieuws', name: 'Nieuwsbrief', promise: 'Elke maand nieuws en aanbiedingen' },
    { key: 'acties', name: 'Acties', promise: 'Af en toe een actie' },
  ],
  families: [
    { key: 'lampen', name: 'Lampen', matches: [{ field: 'title', test: 'contains', value: 'lamp' }] },
    { key: 'kaarsen', name: 'Kaarsen', matches: [{ field: 'title', test: 'contains', value: 'kaars' }] },
  ],
  similarity: [{ from: 'lampen', to: 'kaarsen', verdict: 'review', reason: 'Licht, maar geen lamp' }],
  points: [
    {
      key: 'kassa',
      name: 'Kassa',
      kind: 'checkout',
      entity: 'lantaarn-bv',
      versions: [
        version('oud', '2020-01-01T00:00:00.000Z', '2024-12-31T23:00:00.000Z', []),
        version('nieuw', '2024-12-31T23:00:00.000Z', null, [box({})]),
      ],
    },
  ],
  policy: defaultPolicy,
}

export const orderContext: ImportContext = {
  entity: 'lantaarn-bv',
  label: 'lantaarn',
  point: 'kassa',
  categories: [],
  salesChannel: 'own-shop',
  zone: 'Europe/Amsterdam',
  listStatus: null,
  collector: null,
}

export const lampMailing: Mailing = {
  name: 'Lampen in de actie',
  entity: 'lantaarn-bv',
  label: 'lantaarn',
  category: 'acties',
  families: ['lampen'],
  nature: 'commercial',
  kind: null,
  promotional: true,
  thirdParty: null,
  content: { unsubscribe: true, oneClick: true, identity: true, contactAddress: true, replyWorks: true },
  link: null,
  contentSha256: null,
}

export interface Order {
  readonly name: string
  readonly email: string
  /** `2025-06-10 10:00:00 +0200` */
  readonly at: string
  readonly item?: string
  readonly wants?: 'yes' | 'no' | ''
}

/** A Shopify order export with the columns that matter. */
export const shopifyOrders = (orders: readonly Order[]): string =>
  [
    'Name,Email,Financial Status,Accepts Marketing,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Billing Name,Cancelled at,Vendor',
    ...orders.map(
      ({ name, email, at, item = 'Bureaulamp', wants = 'yes' }) =>
        `${name},${email},paid,${wants},EUR,49.95,${at},1,${item},SKU-${item},Koper ${name.slice(1)},,De Lantaarn`,
    ),
  ].join('\n')

export const run = async <N extends JobName>(register: Register, name: N, input: Parameters<Register['start']>[1]) =>
  value(await (register.start(name, input as never).done as Promise<Reply<N>>))

/** Sets the shop up. */
export async function setUp(register: Hosted, setup: Setup = lanternShop): Promise<void> {
  value(await register.call('setup.apply', { setup, by: 'test', reason: null }))
}

export const commas = { encoding: 'utf-8', delimiter: ',', preamble: 0 } as const

/** Stages and commits a file; returns the preview and the summary. */
export async function bring(
  register: Hosted,
  path: string,
  profile = 'shopify-orders',
  context: ImportContext = orderContext,
) {
  const file = await register.grant(path)
  const preview = await run(register, 'imports.stage', {
    file,
    dialect: commas,
    reading: { profile },
    context,
  } as never)
  const summary = await run(register, 'imports.commit', { batch: preview.batch, by: 'test' } as never)
  return { preview, summary }
}
