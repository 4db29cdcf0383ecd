/** Lists of people who must not be mailed, of tools that no profile knows: proposed as such, and nothing of them lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { memberStateOf } from '../../../main/files/statuses.ts'
import { type Stop, stopIn } from '../../../main/files/stopWords.ts'
import { fixtures, personAt, readFile, short } from './readFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const written = (name: string, ...rows: string[]): string => {
  const path = join(folder, name)
  writeFileSync(path, `${rows.join('\n')}\n`)
  return path
}
const signsOf = ({ stopSigns = [] }: { stopSigns?: readonly { at: string; text: string }[] | undefined }) =>
  stopSigns.map(({ at, text }) => `${at} ${text}`)

/** What each tool's list looks like, by what it is proposed as opt-outs, and what its rows come to. */
const tools: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'sendgrid-bounces',
    ['column reason', 'cell 5.1.1', 'cell 4.2.2', 'file sendgrid-bounces'],
    ['stuk@example.org: bounce 2025-05-06', 'vol@example.org: bounce 2025-05-07'],
  ],
  [
    'sendgrid-global-unsubscribes',
    ['file sendgrid-global-unsubscribes'],
    ['ivo@example.org: objection 2025-05-05', 'bo@example.org: objection 2025-05-06'],
  ],
  ['mailgun-bounces', ['file mailgun-bounces'], ['stuk@example.org: bounce 2025-05-02']],
  [
    'mandrill-denylist',
    ['column reason', 'file mandrill-denylist'],
    [
      'vol@example.org: bounce 2025-11-03',
      'stuk@example.org: bounce 2025-01-14',
      'klaagt@example.org: spam-complaint 2025-02-14',
      'ivo@example.org: objection 2025-03-14',
      'bo@example.org: objection 2025-04-14',
    ],
  ],
  [
    'sparkpost-suppressions',
    ['file sparkpost-suppressions'],
    ['ivo@example.org: objection 2025-05-05', 'stuk@example.org: objection 2025-05-06'],
  ],
  [
    'ses-suppressed',
    ['column Reason', 'file ses-suppressed'],
    ['stuk@example.org: bounce 2025-05-06', 'klaagt@example.org: spam-complaint 2025-05-07'],
  ],
  [
    'laposta-afgemeld',
    ['column Afgemeld op', 'cell Afgemeld', 'file laposta-afgemeld'],
    ['ivo@example.org: objection 2025-05-05', 'bo@example.org: objection 2025-05-13'],
  ],
  [
    'mailerlite-unsubscribed',
    ['column Unsubscribed', 'file mailerlite-unsubscribed'],
    ['ivo@example.org: objection 2025-05-05', 'bo@example.org: objection 2025-05-13'],
  ],
  [
    'campaign-monitor-suppression',
    ['column Suppression Reason', 'column Date Suppressed', 'file campaign-monitor-suppression'],
    [
      'ivo@example.org: objection 2025-05-05',
      'stuk@example.org: bounce 2025-05-06',
      'klaagt@example.org: spam-complaint 2025-05-07',
    ],
  ],
  [
    'constant-contact',
    ['column Confirmed Opt-Out Date', 'cell Unsubscribed'],
    ['ivo@example.org: objection 2025-05-24'],
  ],
  [
    'cleverreach-abgemeldet',
    ['column Abgemeldet am', 'cell abgemeldet', 'file cleverreach-abgemeldet'],
    ['ivo@example.org: objection 2025-05-25'],
  ],
  ['sperrliste', ['file sperrliste'], ['ivo@example.org: objection ?', 'bo@example.org: objection ?']],
  [
    'desabonnes',
    ['column Date de désinscription', 'file desabonnes'],
    ['ivo@example.org: objection 2025-05-24', 'bo@example.org: objection 2025-05-25'],
  ],
  [
    'bezwaren',
    ['column Bezwaar op'],
    ['ivo@example.org: objection 2025-05-24', 'bo@example.org: objection 2025-05-25'],
  ],
  [
    'niet-mailen',
    ['cell wil geen mail', 'cell niet mailen', 'file niet-mailen'],
    ['ivo@example.org: objection ?', 'bo@example.org: objection ?'],
  ],
]

describe('the list of a tool', () => {
  it.each(tools)('%s', (name, signs, rows) => {
    const { seen, reads } = readFile(`${fixtures}suppressions/${name}.csv`)
    expect([seen.profile, seen.mapping.kind]).toEqual([null, 'suppressions'])
    expect(signsOf(seen)).toEqual(signs)
    // The name of a file is a hint: where nothing in it says so too, a person must.
    expect(seen.kindUnsaid ?? false).toBe(signs.every((sign) => sign.startsWith('file ')))
    expect(reads.map(short)).toEqual(rows)
  })

  it('a soft bounce is no address that stopped working', () => {
    const { reads } = readFile(`${fixtures}suppressions/mandrill-denylist.csv`)
    const hard = ['vol@example.org', 'stuk@example.org'].map((who) => personAt(reads, who).drafts[0]?.body)
    expect(hard).toMatchObject([{ hard: false }, { hard: true }])
  })
})

describe('a status in the name of a file', () => {
  it('never hides why each row says itself that somebody left', () => {
    const path = written(
      'bounces.csv',
      'Email,Reason,Timestamp',
      'a@x.nl,UNSUBSCRIBED,2025-05-05',
      'b@x.nl,,2025-05-05',
    )
    expect(readFile(path).reads.map(short)).toEqual(['a@x.nl: objection 2025-05-04', 'b@x.nl: bounce 2025-05-04'])
  })

  it('is told as such of those rows alone that say nothing themselves', () => {
    const named = (name: string) =>
      readFile(fixtures + name).reads.flatMap((read) => (read.kind === 'person' ? [read.flags.named] : []))
    expect(new Set(named('subscribed_email_audience_export_abc.csv'))).toEqual(new Set([true]))
    expect(new Set(named('unsubscribed_email_audience_export_abc.csv'))).toEqual(new Set([false]))
    expect(new Set(named('klaviyo-suppressions.csv'))).toEqual(new Set([false]))
  })
})

describe('an unknown list', () => {
  it.each([
    ['addresses alone', 'lijst.csv', ['E-mail', 'ivo@example.org']],
    ['addresses with names', 'klanten.csv', ['Naam;E-mail;Plaats', 'Ivo;ivo@example.org;Delft']],
    ['a reason that not everybody has', 'lijst.csv', ['E-mail;Reden', 'ivo@example.org;te veel', 'bo@example.org;']],
    ['a name that only seems to say it', 'Blokker klanten.csv', ['E-mail', 'ivo@example.org']],
    [
      'a name that says it, and reasons in part',
      'afmeldingen.csv',
      ['E-mail;Reden', 'ivo@example.org;druk', 'b@x.nl;'],
    ],
  ])('%s: a person must say who they are', (_, name, rows) => {
    expect(readFile(written(name, ...rows)).seen.kindUnsaid).toBe(true)
  })

  it.each([
    ['of answers', 'E-mail;Nieuwsbrief', 'ivo@example.org;ja', 'contacts'],
    ['of sign-ups', 'E-mail;Aangemeld op', 'ivo@example.org;13-05-2025', 'members'],
    ['of statuses, both ways', 'E-mail;Status', 'ivo@example.org;Afgemeld\nbo@example.org;Aangemeld', 'members'],
  ])('%s says by itself who they are', (_, header, rows, kind) => {
    const { seen } = readFile(written('lijst.csv', header, rows))
    expect([seen.mapping.kind, seen.kindUnsaid, seen.stopSigns]).toEqual([kind, undefined, undefined])
  })

  it('called a list of opt-outs is none where somebody in it wants mail', () => {
    const { reads } = readFile(written('afmeldingen.csv', 'E-mail;Status', 'a@x.nl;Afgemeld', 'b@x.nl;Aangemeld'))
    expect(reads.map(short)).toEqual(['a@x.nl: consent-withdrawn ?', 'b@x.nl: consent-given ?'])
  })

  it('keeps consent and its withdrawal apart, as dates and as answers', () => {
    const dates = readFile(
      written(
        'beide.csv',
        'E-mail;Toestemming gegeven op;Toestemming ingetrokken op',
        'a@x.nl;25-05-2024;26-05-2025',
        'b@x.nl;25-05-2024;',
      ),
    )
    expect(dates.reads.map(short)).toEqual([
      'a@x.nl: consent-given 2024-05-24, consent-withdrawn 2025-05-25',
      'b@x.nl: consent-given 2024-05-24',
    ])
    const answers = readFile(
      written('beide.csv', 'E-mail;Toestemming;Toestemming ingetrokken', 'a@x.nl;ja;ja', 'b@x.nl;ja;nee'),
    )
    expect(answers.reads.map(short)).toEqual(['a@x.nl: consent-given ?, objection ?', 'b@x.nl: consent-given ?'])
  })

  it('of orders keeps the objections that stand beside them', () => {
    const header = 'Bestelnummer;Besteldatum;E-mail;Product;Geen reclame'
    const { reads } = readFile(
      written('eigen.csv', header, '1;13-05-2025;a@x.nl;Bel;ja', '2;14-05-2025;b@x.nl;Bel;nee'),
    )
    expect(reads.map(short)).toEqual(['a@x.nl: sale 2025-05-12, objection ?', 'b@x.nl: sale 2025-05-13'])
  })

  it('names the words about mail that it does not know', () => {
    const { reads } = readFile(
      written('lijst.csv', 'E-mail;Status', 'a@x.nl;Afgemeld', 'b@x.nl;Aangemeld', 'c@x.nl;slapend'),
    )
    expect(reads.map((read) => read.kind === 'person' && read.flags.unread)).toEqual([null, null, 'slapend'])
  })
})

describe('words that stop mail', () => {
  it.each<[Stop, string]>([
    ['left', 'Afgemeld, uitgeschreven, opgezegd, ingetrokken, Unsubscribed, Opt-out, opted out, opt_out, withdrawn'],
    ['left', 'abgemeldet, ausgetragen, abbestellt, widerrufen, désabonné, désinscrit, desinscription'],
    ['objection', 'bezwaar, verzet, niet mailen, niet meer benaderen, geen reclame, zwarte lijst, geblokkeerd'],
    ['objection', 'do not contact, don’t mail, do-not-mail, DNC, blocklisted, blacklist, USER_SUPPRESSED, never mail'],
    [
      'objection',
      'Widerspruch, gesperrt, Sperrliste, keine Werbung, nicht kontaktieren, liste noire, ne pas contacter',
    ],
    ['complaint', 'SPAM_COMPLAINT, spam, abuse, klacht, Beschwerde, plainte'],
    ['bounce', 'hard-bounce, Bounced, onbestelbaar, ongeldig, unzustellbar, invalid, 550 5.1.1 unknown, 5.1.1'],
  ])('%s: %s', (stop, words) => {
    for (const word of words.split(', ')) expect([word, stopIn(word.replace('’', "'"))]).toEqual([word, stop])
  })

  it('are none where they are denied, or look alike', () => {
    const others = [
      'niet afgemeld',
      'never unsubscribed',
      'not blocked',
      'nicht abgemeldet',
      'Blokker',
      'exclusief',
      '',
    ]
    expect(others.filter((word) => stopIn(word) !== null)).toEqual([])
  })

  it('say how somebody stands on a list', () => {
    const states = [
      'afgemeld',
      'geblokkeerd',
      'onbestelbaar',
      'spam complaint',
      'niet afgemeld',
      'nooit aangemeld',
      'aktiv',
    ]
    expect(states.map(memberStateOf)).toEqual([
      'unsubscribed',
      'unsubscribed',
      'cleaned',
      null,
      null,
      'non-subscribed',
      'subscribed',
    ])
  })
})
