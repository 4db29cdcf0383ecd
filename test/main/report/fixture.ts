/** An invented customer of an invented shop, in a real log: events, tree, seal and proofs as the register makes them. */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { EvidenceInput, LoggedEvent, PersonEntry, SourceRow } from '../../../main/domain/evidenceInput.ts'
import { merkleTree, type ReadHash } from '../../../main/domain/log.ts'
import { checkpointText, signedNote, type Verifier, verifierKey, verifierOf } from '../../../main/domain/note.ts'
import type { Decision, Finding } from '../../../preload/contract/vocabulary/decision.ts'
import type { DocumentRef } from '../../../preload/contract/vocabulary/document.ts'
import { defaultPolicy } from '../../../preload/contract/vocabulary/emptySetup.ts'
import { type EventType, RegisterEvent } from '../../../preload/contract/vocabulary/event.ts'
import type { Mailing } from '../../../preload/contract/vocabulary/mailing.ts'
import type { FormVersion, Setup } from '../../../preload/contract/vocabulary/setup.ts'
import type { Instant, Occurred, Precision } from '../../../preload/contract/vocabulary/time.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const tree = merkleTree(sha256)
export const instant = (text: string) => new Date(text).toISOString() as Instant
export const occurred = (from: string, precision: Precision = 'second', to = from): Occurred => ({
  from: instant(from),
  to: instant(to),
  precision,
})

/** A small picture: a form with a box, in three colours, with transparent corners. */
export function screenshot(width = 640, height = 220): Buffer {
  const rows: Buffer[] = []
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(1 + width * 4)
    for (let x = 0; x < width; x += 1) {
      const border = x < 3 || y < 3 || x > width - 4 || y > height - 4
      const box = x > 40 && x < 64 && y > 120 && y < 144 && !(x > 44 && x < 60 && y > 124 && y < 140)
      const field = y > 50 && y < 84 && x > 40 && x < width - 40 && (y < 53 || y > 81 || x < 43 || x > width - 43)
      const [r, g, b] = border ? [40, 90, 150] : box || field ? [60, 70, 80] : [250, 250, 252]
      const corner = (x < 12 || x > width - 13) && (y < 12 || y > height - 13)
      row.set([r ?? 0, g ?? 0, b ?? 0, corner ? 0 : 255], 1 + x * 4)
    }
    rows.push(row)
  }
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), body])
    const size = Buffer.alloc(4)
    size.writeUInt32BE(body.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crcOf(named))
    return Buffer.concat([size, named, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const start = Buffer.from('89504e470d0a1a0a', 'hex')
  const data = deflateSync(Buffer.concat(rows))
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let n = 0; n < 8; n += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

export const picture = screenshot()
export const letter = Buffer.from(
  'From: zofia@example.org\nSubject: stop\n\nIk krijg nog steeds reclame. Stop daarmee.\n',
)
const reference = (bytes: Buffer, name: string, kind: DocumentRef['kind'], datedByOther: boolean): DocumentRef => ({
  sha256: hex(sha256(bytes)),
  name,
  kind,
  captured: instant('2025-01-06T09:30:00Z'),
  datedByOther,
})
export const pictureRef = reference(picture, 'kassa-2025.png', 'screenshot', false)
export const letterRef = reference(letter, 'bericht van klant.eml', 'message', true)
export const documentOf = (sha: string): Buffer | null =>
  sha === pictureRef.sha256 ? picture : sha === letterRef.sha256 ? letter : null

export const optInWording =
  'Ja, mail mij ongeveer één keer per maand over acties en nieuws van Rijwielhuis De Kade B.V. Afmelden kan altijd, met de link onder elke mail.'
export const optOutWording =
  'Wij mailen je over producten die lijken op wat je koopt. Vink aan als je dat niet wilt: nee, liever niet.'

const checkout: FormVersion = {
  key: 'kassa-5',
  liveFrom: instant('2024-12-31T23:00:00Z'),
  liveTo: null,
  language: 'nl',
  url: 'https://kade.example.org/kassa',
  boxes: [
    {
      key: 'verzet',
      kind: 'opt-out',
      wording: optOutWording,
      control: 'checkbox',
      default: 'unticked',
      placement: 'beside-address',
      categories: [],
      required: false,
      bundledWith: 'none',
    },
  ],
  names: { entity: true, labels: ['kade'] },
  shows: { purpose: true, withdrawal: true, privacy: 'privacy 7', frequency: false, misstatesPurpose: false },
  doi: false,
  thirdParties: [],
  documents: [pictureRef],
}
const newsletter: FormVersion = {
  ...checkout,
  key: 'nb-3',
  liveFrom: instant('2024-06-01T00:00:00Z'),
  liveTo: instant('2026-01-15T11:00:00Z'),
  url: 'https://kade.example.org/nieuwsbrief',
  boxes: [
    {
      key: 'acties',
      kind: 'opt-in',
      wording: optInWording,
      control: 'checkbox',
      default: 'unticked',
      placement: 'beside-address',
      categories: ['acties', 'nieuws'],
      required: false,
      bundledWith: 'none',
    },
  ],
  shows: { ...checkout.shows, frequency: true },
  doi: true,
  documents: [],
}

export const setup: Setup = {
  format: 'mailbewijs-setup/1',
  entities: [
    {
      key: 'kade',
      name: 'Rijwielhuis De Kade B.V.',
      kvk: '12345678',
      postalAddress: 'Kade 12, 1000 AA Voorbeeldstad',
      contact: 'stop@kade.example.org',
      labels: [{ key: 'kade', name: 'Rijwielhuis De Kade' }],
    },
  ],
  categories: [
    { key: 'acties', name: 'Acties', promise: 'acties' },
    { key: 'nieuws', name: 'Nieuwsbrief', promise: 'maandelijkse nieuwsbrief met tips en aanbiedingen' },
  ],
  families: [
    { key: 'fiets', name: 'Fietsen', matches: [] },
    { key: 'acc', name: 'Accessoires', matches: [] },
  ],
  similarity: [
    {
      from: 'fiets',
      to: 'acc',
      verdict: 'yes',
      reason: 'Wie een fiets koopt, verwacht daarbij tassen, sloten en lampen.',
    },
  ],
  points: [
    { key: 'kassa', name: 'Kassa van de webshop', kind: 'checkout', entity: 'kade', versions: [checkout] },
    { key: 'nieuwsbrief', name: 'Nieuwsbriefformulier', kind: 'web-form', entity: 'kade', versions: [newsletter] },
  ],
  policy: defaultPolicy,
}

export const mailing: Mailing = {
  name: 'Voorjaarsactie tassen en sloten',
  entity: 'kade',
  label: 'kade',
  category: 'acties',
  families: ['acc'],
  nature: 'commercial',
  kind: null,
  promotional: true,
  thirdParty: null,
  content: { unsubscribe: true, oneClick: true, identity: true, contactAddress: true, replyWorks: true },
  link: null,
  contentSha256: null,
}

export const person = { id: 7, address: 'zofia.wisniewska@example.org', name: 'Zofia Wiśniewska-Öztürk' }

type Body = {
  readonly [T in EventType]: Omit<
    Extract<RegisterEvent, { readonly type: T }>,
    'v' | 'seq' | 'salt' | 'recorded' | 'by' | 'action'
  >
}[EventType]
interface Planned {
  readonly recorded: string
  readonly by?: string
  readonly event: Body
  readonly extra?: Partial<Omit<PersonEntry, 'event' | 'text'>>
  readonly about: 'person' | 'setup' | 'stranger'
}

/** What happened, in the order in which the register learned of it. */
export function plan(): readonly Planned[] {
  const mine = { contact: person.id, address: person.address, name: person.name }
  const checkoutForm = { point: 'kassa', version: 'kassa-5' }
  const newsForm = { point: 'nieuwsbrief', version: 'nb-3' }
  const strangers: Planned[] = Array.from({ length: 40 }, (_, n) => ({
    recorded: '2025-06-12T08:00:00Z',
    about: 'stranger',
    event: {
      type: 'address-added',
      contact: 100 + n,
      address: `mens${n}@example.com`,
      occurred: occurred('2025-06-12T08:00:00Z'),
      via: 'webshop-import',
      body: { by: 'import' },
    },
  }))
  return [
    {
      recorded: '2025-01-06T10:00:00Z',
      about: 'setup',
      event: {
        type: 'point-set',
        occurred: occurred('2025-01-06T10:00:00Z'),
        via: 'system',
        body: { point: setup.points[0] as never },
      },
    },
    {
      recorded: '2025-01-06T10:00:00Z',
      about: 'setup',
      event: {
        type: 'point-set',
        occurred: occurred('2025-01-06T10:00:00Z'),
        via: 'system',
        body: { point: setup.points[1] as never },
      },
    },
    {
      recorded: '2025-01-06T10:05:00Z',
      about: 'setup',
      event: {
        type: 'similarity-set',
        occurred: occurred('2025-01-06T10:05:00Z'),
        via: 'system',
        body: { similarity: setup.similarity[0] as never },
      },
    },
    ...strangers.slice(0, 20),
    {
      recorded: '2025-06-12T08:00:04Z',
      about: 'person',
      event: {
        ...mine,
        type: 'sale',
        occurred: {
          ...occurred('2025-06-10T13:20:11Z'),
          text: '2025-06-10 15:20:11',
          zone: 'Europe/Amsterdam',
          zoneAssumed: true,
        },
        via: 'webshop-import',
        source: { import: 3, line: 118 },
        body: {
          order: '10482',
          entity: 'kade',
          label: 'kade',
          salesChannel: 'own-shop',
          lines: [{ sku: 'F-2210', title: 'Stadsfiets Noord 7', quantity: 1 }],
          amount: '849.00',
          currency: 'EUR',
          payment: 'paid',
          addressEntered: true,
          point: 'kassa',
          statement: 'none',
          boxes: { verzet: 'unticked' },
        },
      },
      extra: { form: checkoutForm, families: ['fiets'], file: 'orders-juni.csv' },
    },
    {
      recorded: '2025-06-12T08:00:04Z',
      about: 'person',
      event: {
        ...mine,
        type: 'objection-opportunity',
        occurred: occurred('2025-06-10T13:20:11Z'),
        via: 'webshop-import',
        source: { import: 3, line: 118 },
        body: {
          order: '10482',
          point: 'kassa',
          version: 'kassa-5',
          wording: null,
          placement: 'beside-address',
          boxDefault: 'unticked',
          outcome: 'not-used',
        },
      },
      extra: { grade: 'B', form: checkoutForm, file: 'orders-juni.csv' },
    },
    ...strangers.slice(20),
    {
      recorded: '2025-09-02T07:12:40Z',
      about: 'person',
      event: {
        ...mine,
        type: 'consent-given',
        occurred: occurred('2025-09-01T08:12:00Z'),
        via: 'mailing-tool-import',
        source: { import: 5, line: 44 },
        body: {
          entity: 'kade',
          categories: ['acties', 'nieuws'],
          point: 'nieuwsbrief',
          version: 'nb-3',
          box: 'acties',
          claim: null,
          machineRecorded: true,
          signed: false,
          collector: null,
          initiatedByPerson: true,
          ip: null,
          thirdParties: [],
        },
      },
      extra: { grade: 'A', form: newsForm, file: 'leden-augustus.csv' },
    },
    {
      recorded: '2025-09-02T07:12:40Z',
      about: 'person',
      event: {
        ...mine,
        type: 'consent-confirmed',
        occurred: occurred('2025-09-01T08:15:00Z'),
        via: 'mailing-tool-import',
        source: { import: 5, line: 44 },
        body: { confirms: null, ip: null },
      },
      extra: { file: 'leden-augustus.csv' },
    },
    {
      recorded: '2025-11-03T12:00:00Z',
      by: 'Joost',
      about: 'person',
      event: {
        ...mine,
        type: 'info-request',
        occurred: occurred('2025-10-31T23:00:00Z', 'day', '2025-11-01T22:59:59.999Z'),
        via: 'phone',
        body: { asked: 'Wanneer is de Noord 9 er?', answered: true },
        reason: 'belde zelf; naam uit bestelling 10482',
      },
    },
    {
      recorded: '2026-02-28T15:00:00Z',
      about: 'setup',
      event: {
        type: 'mailing-defined',
        occurred: occurred('2026-02-28T15:00:00Z'),
        via: 'system',
        body: { mailing, id: 12 },
      },
    },
    {
      recorded: '2026-03-02T09:01:30Z',
      about: 'setup',
      event: {
        type: 'sent-reported',
        occurred: occurred('2026-03-02T09:01:30Z'),
        via: 'mailing-tool-import',
        body: { mailing: 12, sent: 814, messageId: null },
      },
    },
    {
      recorded: '2026-03-03T08:40:12Z',
      by: 'Joost',
      about: 'person',
      event: {
        ...mine,
        type: 'objection',
        occurred: {
          ...occurred('2026-02-26T23:00:00Z', 'day', '2026-02-27T22:59:59.999Z'),
          text: 'vrijdag aan de telefoon',
        },
        via: 'phone',
        documents: [letterRef],
        reason: 'belde vrijdag, briefje gevonden op dinsdag',
        body: {
          scope: { kind: 'all' },
          atCollection: false,
          effective: instant('2026-03-03T08:40:12Z'),
          confirmationSent: true,
        },
      },
      extra: { late: true },
    },
    {
      recorded: '2026-03-09T10:00:00Z',
      by: 'Joost',
      about: 'person',
      event: {
        ...mine,
        type: 'authority-request',
        occurred: occurred('2026-03-08T23:00:00Z', 'day', '2026-03-09T22:59:59.999Z'),
        via: 'authority-letter',
        body: {
          authority: 'acm',
          reference: 'ACM/26/012345',
          answerBefore: instant('2026-03-23T22:00:00Z'),
          about: 'Klacht over een reclamemail op 2 maart 2026.',
        },
      },
    },
    {
      recorded: '2026-03-09T11:00:00Z',
      by: 'Joost',
      about: 'setup',
      event: {
        type: 'anchored',
        occurred: occurred('2026-03-09T11:00:00Z'),
        via: 'system',
        body: { size: 30, root: '', where: 'e-mail aan accountant Van Houten' },
      },
    },
  ]
}

const seed = Buffer.alloc(32, 7)
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
})
const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(12)
export const registerId = 'r-5f1c9a'
export const verifier = verifierOf(`mailbewijs/${registerId}`, publicKey, sha256) as Verifier
export const signing = (message: Uint8Array) => sign(null, message, privateKey)

/** Puts the planned events into a log, and takes out what the evidence of one person needs. */
export function inputOf(planned = plan(), change: Partial<EvidenceInput> = {}): EvidenceInput {
  const leaves: Uint8Array[] = []
  const read: ReadHash = (level, index) =>
    level === 0 ? (leaves[index] as Uint8Array) : tree.node(read(level - 1, index * 2), read(level - 1, index * 2 + 1))
  const entries: PersonEntry[] = []
  const related: LoggedEvent[] = []
  for (const [seq, { recorded, by = 'Mailbewijs', event, extra, about }] of planned.entries()) {
    const salt = sha256(Buffer.from(`salt ${seq}`))
      .subarray(0, 16)
      .toString('base64url')
    const body =
      event.type === 'anchored' ? { ...event.body, root: base64(tree.root(event.body.size, read)) } : event.body
    const whole = { v: 1, seq, salt, recorded: instant(recorded), by, action: seq, ...event, body }
    const text = JSON.stringify(whole)
    const logged: LoggedEvent = { event: RegisterEvent.parse(whole), text }
    leaves.push(tree.leaf(Buffer.from(text)))
    if (about === 'person') {
      entries.push({
        ...logged,
        grade: null,
        form: null,
        families: [],
        carried: null,
        late: false,
        corrected: false,
        file: null,
        ...extra,
      })
    }
    if (about === 'setup') related.push(logged)
  }
  const size = leaves.length
  const root = tree.root(size, read)
  const proofs = [...entries, ...related].map(({ event: { seq } }) => ({
    seq,
    leaf: hex(leaves[seq] as Uint8Array),
    hashes: tree.inclusion(seq, size, read).map(hex),
  }))
  const anchors = related.flatMap(({ event }) =>
    event.type === 'anchored'
      ? [
          {
            seq: event.seq,
            at: event.recorded,
            where: event.body.where,
            size: event.body.size,
            root: event.body.root,
            hashes: tree.consistency(event.body.size, size, read).map(hex),
          },
        ]
      : [],
  )
  const seqOf = (type: string) => entries.find(({ event }) => event.type === type)?.event.seq ?? -1
  const at = instant('2026-03-02T09:00:00Z')
  const known = instant('2026-03-10T09:00:00Z')
  const send = related.find(({ event }) => event.type === 'sent-reported')?.event.seq ?? 0
  const sources: SourceRow[] = entries.flatMap(({ event, file }) =>
    event.source === undefined
      ? []
      : [
          {
            seq: event.seq,
            import: event.source.import,
            line: event.source.line,
            file: file ?? '',
            fileSha256: hex(sha256(Buffer.from(file ?? ''))),
            header: 'Email;Name;Order;Created at',
            row: `${person.address};${person.name};10482;2025-06-10 15:20:11`,
            imported: event.recorded,
            by: 'Joost',
            profile: 'webwinkel',
          },
        ],
  )

  return {
    register: { id: registerId, program: 'Mailbewijs 0.1.0', sample: false },
    by: 'Joost Bakker',
    reference: 'ACM/26/012345',
    explanation:
      'Op vrijdag 27 februari belde mevrouw zelf.\n\nHet briefje bleef tot dinsdag op de balie liggen. Wij noteren telefoontjes nu meteen.',
    known,
    contact: {
      id: person.id,
      address: person.address,
      name: person.name,
      narrow: person.address,
      wide: person.address,
      addresses: [person.address],
      kin: [{ id: 61, address: 'zofia.wisniewska+fiets@example.org', name: 'Iemand Anders', how: 'wide-sibling' }],
      status: 'customer',
      since: entries[0]?.event.recorded ?? null,
    },
    question: { mailing, at, known: at },
    message: { mailing: 12, document: null },
    setup,
    entries,
    related,
    decisions: {
      atSending: decision({
        result: 'yes',
        basis: 'consent',
        bases: ['consent', 'customer'],
        grade: 'A',
        at,
        known: at,
        events: [seqOf('consent-given'), seqOf('consent-confirmed')],
      }),
      now: decision({
        result: 'no',
        at,
        known,
        reasons: ['OBJECTED'],
        events: [seqOf('objection')],
        findings: [
          {
            rule: 'G3',
            basis: null,
            outcome: 'fail',
            reason: 'OBJECTED',
            norms: [{ id: 'avg-21', cited: 'AVG art. 21' }],
            events: [seqOf('objection')],
            about: {},
          },
          {
            rule: 'V2',
            basis: 'consent',
            outcome: 'pass',
            reason: null,
            norms: [{ id: 'tw-consent', cited: 'Tw art. 11.7 lid 1' }],
            events: [seqOf('consent-given')],
            about: {},
          },
          {
            rule: 'K4',
            basis: 'customer',
            outcome: 'pass',
            reason: null,
            norms: [{ id: 'tw-customer', cited: 'Tw art. 11.7 lid 4' }],
            events: [seqOf('sale')],
            about: {},
          },
        ],
      }),
    },
    standing: [],
    sends: [
      {
        mailing: 12,
        name: mailing.name,
        category: 'acties',
        families: ['acc'],
        promotional: true,
        at: instant('2026-03-02T09:01:30Z'),
        how: 'reported',
        seq: send,
      },
    ],
    sources,
    proofs,
    erased: [],
    checkpoint: {
      size,
      root: base64(root),
      at: known,
      note: signedNote(checkpointText({ origin: verifier.name, size, root }), verifier, signing),
      verifierKey: verifierKey(verifier),
    },
    anchors,
    exports: [],
    ...change,
  }
}

export function decision(change: Partial<Decision>): Decision {
  const at = instant('2026-03-02T09:00:00Z')
  return {
    result: 'no',
    basis: null,
    bases: [],
    reasons: [],
    norms: [{ id: 'tw-consent', cited: 'Tw art. 11.7 lid 1' }],
    events: [],
    grade: null,
    findings: [] as Finding[],
    edition: '2026-01',
    policy: 0,
    at,
    known: at,
    ...change,
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
