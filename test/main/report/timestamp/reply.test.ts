/** Time stamps of an authority of our own, read and verified without it; and every spoilt one refused. */
import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readReply } from '../../../../main/report/timestamp/reply.ts'
import { timeStampRequest } from '../../../../main/report/timestamp/request.ts'
import { has, place, removePlaces } from '../folders.ts'
import { authorityIn } from './authority.ts'

afterAll(removePlaces)

const note = 'mailbewijs/proef\n7\nqqqq\n\n— mailbewijs/proef handtekening\n'
const imprint = hash('sha256', Buffer.from(note), 'hex')
const openssl = has('openssl')
if (!openssl) console.warn('No openssl here: time stamps are not tested.')

describe.skipIf(!openssl)('a time stamp', () => {
  it.each([
    { key: 'rsa:2048', digest: 'sha256' },
    { key: 'rsa:3072', digest: 'sha512' },
    { key: 'ec:P-256', digest: 'sha256' },
    { key: 'ec:P-384', digest: 'sha384' },
  ])('with $key and $digest is read and holds', ({ key, digest }) => {
    const authority = authorityIn(place(), { key, digest })
    const reply = authority.stamp(timeStampRequest(note))
    const { fault, stamp } = readReply(reply, null)
    expect(fault).toBeNull()
    expect(stamp).toMatchObject({
      imprint,
      policy: '1.3.6.1.4.1.99999.1',
      authority: 'Proef Stempel',
      trust: 'not-judged',
      chain: [
        { subject: 'CN=Proef Stempel, O=Proef', issuer: 'CN=Proef Root, O=Proef' },
        { subject: 'CN=Proef Root, O=Proef' },
      ],
    })
    expect(Math.abs(Date.now() - Date.parse(stamp?.time ?? ''))).toBeLessThan(60_000)
    expect(readReply(reply, readFileSync(authority.root))).toMatchObject({ fault: null, stamp: { trust: 'trusted' } })
  })

  it('is asked for as OpenSSL reads it', () => {
    const folder = place()
    writeFileSync(join(folder, 'q.tsq'), timeStampRequest(note))
    const told = execFileSync('openssl', ['ts', '-query', '-in', 'q.tsq', '-text'], { cwd: folder, encoding: 'utf8' })
    expect(told).toContain('Hash Algorithm: sha256')
    expect(told).toContain('Certificate required: yes')
  })

  it('of an authority that the given roots do not know is told apart', () => {
    const authority = authorityIn(place())
    const other = authorityIn(place())
    const reply = authority.stamp(timeStampRequest(note))
    expect(readReply(reply, readFileSync(other.root)).fault).toBe('untrusted')
    expect(readReply(reply, Buffer.from('geen certificaat')).fault).toBe('untrusted')
  })

  it('does not hold once any byte that counts is changed', () => {
    const authority = authorityIn(place())
    const reply = authority.stamp(timeStampRequest(note))
    const root = readFileSync(authority.root)
    const original = readReply(reply, root).stamp
    fc.assert(
      fc.property(fc.nat(reply.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const spoilt = Buffer.from(reply)
        spoilt[at] = (spoilt[at] ?? 0) ^ change
        const { fault, stamp } = readReply(spoilt, root)
        // Some bytes are nobody's (the status text, the order of certificates): then it says what it said.
        if (fault === null) expect({ ...stamp, chain: [] }).toEqual({ ...original, chain: [] })
      }),
      { numRuns: 400 },
    )
    const [first] = fc.sample(fc.nat(reply.length - 2), 1)
    expect(readReply(reply.subarray(0, first), root).fault).toBe('unreadable')
    expect(readReply(Buffer.from('geen stempel'), null).fault).toBe('unreadable')
    expect(readReply(Buffer.alloc(0), null).fault).toBe('unreadable')
  })

  it('that was refused says so', () => {
    const refused = Buffer.from('30053003020102', 'hex')
    expect(readReply(refused, null).fault).toBe('not-granted')
  })
})
