/** Messages as tools send them, looked through for what belongs in them. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Answer } from '../../../preload/contract/contract.ts'
import { desk } from '../../support/desk.ts'
import { hosts } from '../../support/hosts.ts'
import { lanternShop, run, setUp } from '../../support/shop.ts'

const sender = { entity: 'lantaarn-bv', label: 'lantaarn', nature: 'commercial' } as const

async function reading(name: string, content: string | readonly string[] | Uint8Array, mailing: object = sender) {
  const register = await hosts.inline()
  await setUp(register)
  const path = desk().write(name, content)
  const file = await register.grant(path)
  const answer = (await run(register, 'content.read', {
    of: { file },
    mailing,
    keep: true,
  } as never)) as Answer<'content.read'>
  return { register, path, answer, part: partsOf(answer) }
}
type Finding = Answer<'content.read'>['findings'][number]
const partsOf = ({ findings }: Answer<'content.read'>) =>
  Object.fromEntries(findings.map((finding) => [finding.part, finding])) as Record<Finding['part'], Finding>

const message = (headers: readonly string[], body: readonly string[]) => [
  'From: =?utf-8?Q?De_Lantaarn?= <post@lantaarn.example.org>',
  'To: anna@example.org',
  'Date: Mon, 02 Mar 2026 10:00:00 +0100',
  'MIME-Version: 1.0',
  ...headers,
  '',
  ...body,
]

test('a newsletter with everything in it leaves nothing to ask, and is kept as it is', async () => {
  const html = [
    '<html><head><title>Tot 20% korting</title><style>.afmelden{}</style></head><body>',
    '<p>Nieuwe lampen bij <b>De Lantaarn&nbsp;B.V.</b></p>',
    '<p>Kade 1, 0000&nbsp;AA Nergenshuizen</p>',
    '<a href="https://lantaarn.example.org/x?id=9"><img alt="Schrijf je uit" src="u.png"></a>',
    '</body></html>',
  ].join('\r\n')
  const { register, path, answer, part } = await reading(
    'nieuws.eml',
    message(
      [
        'Subject: =?iso-8859-1?Q?Zomerse_id=E9eën?=',
        'Reply-To: vragen@lantaarn.example.org',
        'List-Unsubscribe: <mailto:stop@lantaarn.example.org>,',
        ' <https://lantaarn.example.org/uit/9>',
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
        'Content-Type: multipart/alternative; boundary="grens"',
      ],
      [
        '--grens',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Bekijk dit bericht in je browser',
        '--grens',
        'Content-Type: text/html; charset=utf-8',
        'Content-Transfer-Encoding: base64',
        '',
        ...(Buffer.from(html)
          .toString('base64')
          .match(/.{1,76}/gu) ?? []),
        '--grens--',
      ],
    ),
  )
  expect(answer).toMatchObject({ kind: 'message', from: 'post@lantaarn.example.org' })
  expect(answer.subject).toContain('Zomerse idé')
  expect(answer.findings.filter(({ ask }) => ask)).toEqual([])
  expect(part).toMatchObject({
    unsubscribe: { seen: 'found', quotes: ['Schrijf je uit'] },
    'one-click': { seen: 'found', quotes: ['https://lantaarn.example.org/uit/9'] },
    reply: { quotes: ['vragen@lantaarn.example.org'] },
  })
  expect(Object.values(answer.proposed)).toEqual([true, true, true, true, true])
  const bytes = readFileSync(path)
  expect(answer.document?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  const again = await run(register, 'content.read', {
    of: { sha256: answer.document?.sha256 },
    mailing: sender,
    keep: false,
  } as never)
  expect(again).toMatchObject({ findings: answer.findings, document: null })
})

test('a bare mail is asked about, part by part', async () => {
  const { answer, part } = await reading(
    'kaal.eml',
    message(
      [
        'Subject: Hallo',
        'Reply-To: no-reply@example.org',
        'Content-Type: text/plain; charset=windows-1252',
        'Content-Transfer-Encoding: quoted-printable',
      ],
      ['Kijk eens, alles voor =80 10.', ''],
    ).map((line) => line.replace('=?utf-8?Q?De_Lantaarn?=', 'Winkel')),
  )
  expect(answer.findings.filter(({ ask }) => ask).map((one) => one.part)).toEqual([
    'unsubscribe',
    'one-click',
    'identity',
    'contact-address',
    'reply',
  ])
  expect(part.promotion).toMatchObject({ seen: 'not-found', ask: false })
  expect(Object.values(answer.proposed)).toEqual([false, false, false, false, false])
})

test('advertising in service mail is asked about, in a newsletter it is not', async () => {
  const text = 'De Lantaarn: je bestelling is onderweg.\nMisschien vind je dit ook leuk: nu met 20% korting!'
  const service = await reading('track.txt', text, { ...sender, nature: 'service' })
  expect(service.part.promotion).toMatchObject({ seen: 'found', ask: true })
  expect(service.part.promotion?.quotes.join(' ')).toContain('20% korting')
  expect(service.part.unsubscribe?.ask).toBe(false)
  expect((await reading('track.txt', text)).part.promotion?.ask).toBe(false)
})

test('a page tells nothing of headers, and merge tags count as links', async () => {
  const { part, answer } = await reading(
    'nieuws.html',
    Buffer.from(
      '<meta charset="windows-1252"><p>De Lantaarn \x96 bel 020-1234567</p><a href="*|UNSUB|*">klik</a>',
      'latin1',
    ),
  )
  expect(answer.kind).toBe('page')
  expect(part).toMatchObject({
    'one-click': { seen: 'hidden', ask: true },
    reply: { seen: 'hidden' },
    unsubscribe: { seen: 'found' },
    identity: { seen: 'found', ask: false, quotes: ['De Lantaarn – bel 020-1234567 klik'] },
    'contact-address': { seen: 'found' },
  })
})

test('names of others are shown: partners by their words, and those whom the forms name', async () => {
  const setup = structuredClone(lanternShop) as typeof lanternShop
  const version = setup.points[0]?.versions[1]
  version?.thirdParties.push('Kaarsenfabriek Zuid')
  const register = await hosts.inline()
  await setUp(register, setup)
  const path = desk().write('partner.txt', 'De Lantaarn, in samenwerking met Tuinweelde. Ook bij kaarsenfabriek  ZUID!')
  const answer = await run(register, 'content.read', {
    of: { file: await register.grant(path) },
    mailing: sender,
    keep: false,
  } as never)
  const third = partsOf(answer as Answer<'content.read'>)['third-party']
  expect(third).toMatchObject({ seen: 'found', ask: true })
  expect(third?.quotes).toHaveLength(2)
})

test.each([
  ['leeg.eml', new Uint8Array(0), 'empty'],
  ['bericht.msg', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'no-text'],
  ['plaatje.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1), 'no-text'],
])('%s cannot be read, and says why', async (name, bytes, code) => {
  const register = await hosts.inline()
  const file = await register.grant(desk().write(name, bytes))
  const reply = await register.start('content.read', { of: { file }, mailing: sender, keep: true } as never).done
  expect(reply).toMatchObject({ ok: false, error: { kind: 'unreadable', code } })
})
