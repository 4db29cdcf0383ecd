/** RULES.md 3.6: when two written addresses are one, and what can be mailed at all. */
import { readFileSync } from 'node:fs'
import { domainToASCII } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKeys, relayKind } from '../../../main/domain/address.ts'
import { sharedData, sharedPresent } from '../files/shared.ts'

const { read } = addressKeys(domainToASCII)
const keys = (written: string) => {
  const reading = read(written)
  return reading.valid ? [reading.written, reading.narrow, reading.wide] : reading.why
}

describe('the keys of an address', () => {
  it.each([
    ['jan@voorbeeld.nl', 'jan@voorbeeld.nl', 'jan@voorbeeld.nl', 'jan@voorbeeld.nl'],
    ['  Jan.Jansen@Voorbeeld.NL ', 'Jan.Jansen@Voorbeeld.NL', 'jan.jansen@voorbeeld.nl', 'jan.jansen@voorbeeld.nl'],
    ['jan+winkel@voorbeeld.nl', 'jan+winkel@voorbeeld.nl', 'jan+winkel@voorbeeld.nl', 'jan@voorbeeld.nl'],
    ['+31@voorbeeld.nl', '+31@voorbeeld.nl', '+31@voorbeeld.nl', '+31@voorbeeld.nl'],
    ['J.a.n+x@GoogleMail.com', 'J.a.n+x@GoogleMail.com', 'j.a.n+x@googlemail.com', 'jan@gmail.com'],
    ['j.an@gmail.com', 'j.an@gmail.com', 'j.an@gmail.com', 'jan@gmail.com'],
    [
      'jan@gmail.com.voorbeeld.nl',
      'jan@gmail.com.voorbeeld.nl',
      'jan@gmail.com.voorbeeld.nl',
      'jan@gmail.com.voorbeeld.nl',
    ],
    ['Jan de Vries <jan@voorbeeld.nl>', 'jan@voorbeeld.nl', 'jan@voorbeeld.nl', 'jan@voorbeeld.nl'],
    ['"Vries, Jan de" <Jan@voorbeeld.nl> ', 'Jan@voorbeeld.nl', 'jan@voorbeeld.nl', 'jan@voorbeeld.nl'],
    ['mailto:jan@voorbeeld.nl', 'jan@voorbeeld.nl', 'jan@voorbeeld.nl', 'jan@voorbeeld.nl'],
    ["'jan@voorbeeld.nl'", 'jan@voorbeeld.nl', 'jan@voorbeeld.nl', 'jan@voorbeeld.nl'],
    ["'jan@voorbeeld.nl", 'jan@voorbeeld.nl', 'jan@voorbeeld.nl', 'jan@voorbeeld.nl'],
    ['\u00a0jan\u200b@voorbeeld.nl\ufeff', 'jan@voorbeeld.nl', 'jan@voorbeeld.nl', 'jan@voorbeeld.nl'],
    ['jan@Müller.example', 'jan@Müller.example', 'jan@xn--mller-kva.example', 'jan@xn--mller-kva.example'],
    [
      'jan@xn--mller-kva.example',
      'jan@xn--mller-kva.example',
      'jan@xn--mller-kva.example',
      'jan@xn--mller-kva.example',
    ],
    ['Rene\u0301@voorbeeld.nl', 'René@voorbeeld.nl', 'rené@voorbeeld.nl', 'rené@voorbeeld.nl'],
    ["o'brien@voorbeeld.nl", "o'brien@voorbeeld.nl", "o'brien@voorbeeld.nl", "o'brien@voorbeeld.nl"],
  ])('%s', (text, written, narrow, wide) => {
    expect(keys(text)).toEqual([written, narrow, wide])
  })

  it.each([
    ['', 'empty'],
    [' \u200b ', 'empty'],
    ['jan', 'no-at'],
    ['jan\uff20voorbeeld.nl', 'no-at'],
    ['@voorbeeld.nl', 'local-part'],
    ['jan@@voorbeeld.nl', 'local-part'],
    ['jan @voorbeeld.nl', 'local-part'],
    ['jan..j@voorbeeld.nl', 'local-part'],
    ['"jan de vries"@voorbeeld.nl', 'local-part'],
    ['jan@voorbeeld', 'domain'],
    ['jan@voorbeeld.n', 'domain'],
    ['jan@-voorbeeld.nl', 'domain'],
    ['jan@voorbeeld-.nl', 'domain'],
    ['jan@mijn_winkel.nl', 'domain'],
    ['jan@192.168.1.1', 'domain'],
    ['jan@[192.168.1.1]', 'domain'],
    ['jan@voorbeeld.nl.', 'domain'],
    ['jan@voorbeeld.nl, piet@voorbeeld.nl', 'local-part'],
    [`${'a'.repeat(65)}@voorbeeld.nl`, 'too-long'],
    [`${'é'.repeat(33)}@voorbeeld.nl`, 'too-long'],
    [`jan@${'a'.repeat(64)}.nl`, 'domain'],
  ])('%s is no address: %s', (text, why) => {
    expect(keys(text)).toBe(why)
  })

  it('reads a plain address the same by the short way and by the long way', () => {
    const near = fc.stringMatching(/^[a-zA-Z0-9.+_'@-]{0,14}@?[a-zA-Z0-9.-]{0,12}(?:\.nl|\.n|\.com)?$/u)
    fc.assert(
      fc.property(fc.oneof(near, fc.emailAddress()), (text) => {
        expect(keys(text)).toEqual(keys(`${text} `))
      }),
      { numRuns: 2000 },
    )
  })

  it('gives keys that are addresses with the same keys, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string({ unit: 'binary', maxLength: 20 }).map((text) => `${text}@voorbeeld.nl`),
        ),
        (text) => {
          const first = read(text)
          if (!first.valid) return
          const second = read(first.narrow)
          expect(second).toMatchObject({ valid: true, narrow: first.narrow, wide: first.wide })
          expect(read(first.wide)).toMatchObject({ narrow: first.wide, wide: first.wide })
          expect(read(text.toUpperCase())).toSatisfy(
            (other: ReturnType<typeof read>) => !other.valid || other.narrow.length > 0,
          )
        },
      ),
    )
  })
})

describe.skipIf(!sharedPresent)('addresses that others have collected', () => {
  /**
   * What of isemail's diagnoses can be mailed: valid addresses, and those that only failed a look in the DNS, which is
   * not asked here. Not what a mailing tool takes: quoted local parts, comments and folding blanks, address literals,
   * numbers as top-level domain, bare top-level domains, top-level domains of one letter (there are none), what RFC 5321
   * calls too long.
   */
  const mailable = new Set(['ISEMAIL_VALID', 'ISEMAIL_DNSWARN_NO_MX_RECORD', 'ISEMAIL_DNSWARN_NO_RECORD'])
  /** `test@io`: a mail server for a whole top-level domain is no customer's. `test@iana.a`: no such domain can be. */
  const bareTop = /@[^.]+$|\.[a-z]$/u
  /** The suite's own addresses with blanks or line ends round them, which an export may add and we take off. */
  const cases = () => {
    const xml = readFileSync(`${sharedData}email/isemail/test/tests.xml`, 'utf8')
    return [...xml.matchAll(/<test id="(\d+)">([\s\S]*?)<\/test>/gu)].map(([, id, body = '']) => {
      const address = unescaped(/<address>([\s\S]*?)<\/address>/u.exec(body)?.[1] ?? '')
      return { id, address, diagnosis: /<diagnosis>(.*?)<\/diagnosis>/u.exec(body)?.[1] ?? '' }
    })
  }

  it('agrees with isemail on what can be mailed', () => {
    const all = cases()
    expect(all.length).toBeGreaterThan(150)
    const wrong = all.filter(({ address, diagnosis }) => {
      const bare = address.trim() === address
      const expected = mailable.has(diagnosis) && !bareTop.test(address)
      return bare && read(address).valid !== expected
    })
    expect(wrong).toEqual([])
  })

  it.each(['email', 'idn-email'])(
    'agrees with the JSON Schema suite (%s) but for what no mailing tool takes',
    (name) => {
      const suites = JSON.parse(readFileSync(`${sharedData}email/json-schema/${name}.json`, 'utf8')) as {
        tests: { description: string; data: unknown; valid: boolean }[]
      }[]
      const tests = suites.flatMap(({ tests }) => tests).filter(({ data }) => typeof data === 'string')
      const unmailable = /quoted|IPv[46]|literal|control|noncharacter|address-literal|label/iu
      const differing = tests.filter(({ data, valid }) => read(data as string).valid !== valid)
      expect(differing.filter(({ description, valid }) => !valid || !unmailable.test(description))).toEqual([])
    },
  )
})

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/[\u2400-\u241f]/gu, (symbol) => String.fromCharCode(symbol.charCodeAt(0) - 0x2400))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

describe('addresses that are no plain mailbox', () => {
  it.each([
    ['2abc@verkopen.bol.com', 'marketplace'],
    ['x1y2@marketplace.amazon.nl', 'marketplace'],
    ['x1y2@marketplace.amazon.co.uk', 'marketplace'],
    ['koper@members.ebay.com', 'marketplace'],
    ['abc@privaterelay.appleid.com', 'private-relay'],
    ['no-reply@voorbeeld.nl', 'no-reply'],
    ['noreply@voorbeeld.nl', 'no-reply'],
    ['donotreply@voorbeeld.nl', 'no-reply'],
    ['info@voorbeeld.nl', 'role'],
    ['klantenservice@voorbeeld.nl', 'role'],
    ['jan@voorbeeld.nl', null],
    ['info.jansen@voorbeeld.nl', null],
    ['jan@mijnbol.com', null],
    ['jan@bol.com', null],
  ])('%s: %s', (narrow, kind) => {
    expect(relayKind(narrow)).toBe(kind)
  })
})
