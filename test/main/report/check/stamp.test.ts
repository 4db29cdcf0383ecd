/** Time stamps in the page: made with OpenSSL, verified with nothing of the program's own reader, and spoilt ones found. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { checkStamp } from '../../../../main/report/check/stamp.ts'
import { readReply } from '../../../../main/report/timestamp/reply.ts'
import { timeStampRequest } from '../../../../main/report/timestamp/request.ts'
import { has, place, removePlaces } from '../folders.ts'
import { authorityIn } from '../timestamp/authority.ts'

afterAll(removePlaces)
afterEach(() => void vi.unstubAllGlobals())

const note = 'mailbewijs/proef\n7\nqqqq\n\n— mailbewijs/proef handtekening\n'
const openssl = has('openssl')
if (!openssl) console.warn('No openssl here: time stamps are not tested.')

const stampedBy = (how: Parameters<typeof authorityIn>[1] = {}) => {
  const folder = place()
  const reply = authorityIn(folder, how).stamp(timeStampRequest(note))
  return { folder, reply, time: readReply(reply, null).stamp?.time ?? '' }
}

/** The same statement, signed with RSA-PSS, as a bare token: as `ts` of OpenSSL does not make it. */
function signedAgain(folder: string): Buffer {
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  run('ts', '-reply', '-in', 'reply.tsr', '-token_out', '-out', 'token.der')
  run('cms', '-verify', '-noverify', '-inform', 'DER', '-in', 'token.der', '-binary', '-out', 'info.der')
  const pss = ['rsa_padding_mode:pss', 'rsa_pss_saltlen:-1'].flatMap((option) => ['-keyopt', option])
  run(
    ...['cms', '-sign', '-in', 'info.der', '-binary', '-nodetach', '-econtent_type', '1.2.840.113549.1.9.16.1.4'],
    ...['-signer', 'signer.pem', '-inkey', 'signer.key', ...pss, '-md', 'sha256', '-cades'],
    ...['-outform', 'DER', '-out', 'again.der'],
  )
  return readFileSync(join(folder, 'again.der'))
}

describe.skipIf(!openssl)('a time stamp in the page', () => {
  it.each([
    { key: 'rsa:2048', digest: 'sha256' },
    { key: 'rsa:3072', digest: 'sha512' },
    { key: 'ec:P-256', digest: 'sha256' },
    { key: 'ec:P-384', digest: 'sha384' },
    { key: 'ec:P-521', digest: 'sha512' },
  ])('with $key and $digest holds, and tells who signed what time', async (how) => {
    const { reply, time } = stampedBy(how)
    expect(await checkStamp(reply, note, time)).toEqual({
      state: 'holds',
      time,
      authority: 'Proef Stempel',
      issuer: 'Proef Root',
    })
  })

  it('with RSA-PSS holds, also as a bare token', async () => {
    const { folder, time } = stampedBy()
    const token = signedAgain(folder)
    expect(await checkStamp(token, note, time)).toMatchObject({ state: 'holds', authority: 'Proef Stempel' })
    token[token.length - 1] = (token.at(-1) ?? 0) ^ 1
    expect(await checkStamp(token, note, time)).toMatchObject({ state: 'fails' })
  })

  it('of another text, or with another time than was written down, fails', async () => {
    const { reply, time } = stampedBy()
    expect((await checkStamp(reply, `${note} `, time)).state).toBe('fails')
    expect((await checkStamp(reply, note, '2020-01-01T00:00:00.000Z')).state).toBe('fails')
    expect((await checkStamp(reply, note, undefined)).state).toBe('fails')
    const refused = Buffer.from('30053003020102', 'hex')
    for (const nothing of [refused, Buffer.from('geen stempel'), Buffer.alloc(0)]) {
      expect((await checkStamp(nothing, note, time)).state).toBe('fails')
    }
  })

  it('by somebody whose certificate is not for stamping fails', async () => {
    const { folder, reply, time } = stampedBy()
    // The certificate for stamping takes the place of one for signing mail, with the same key.
    writeFileSync(join(folder, 'mail.cnf'), '[m]\nextendedKeyUsage = emailProtection\n')
    execFileSync(
      'openssl',
      [
        ...['x509', '-req', '-in', 'signer.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-days', '9'],
        ...['-extfile', 'mail.cnf', '-extensions', 'm', '-out', 'signer.pem'],
      ],
      { cwd: folder, stdio: 'pipe' },
    )
    expect(await checkStamp(signedAgain(folder), note, time)).toMatchObject({
      state: 'fails',
      authority: 'Proef Stempel',
    })
    expect((await checkStamp(reply, note, time)).state).toBe('holds')
  })

  it('does not hold once any byte that counts is changed', async () => {
    const { reply, time } = stampedBy({ key: 'ec:P-256' })
    const whole = await checkStamp(reply, note, time)
    await fc.assert(
      fc.asyncProperty(fc.nat(reply.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const spoilt = Buffer.from(reply)
        spoilt[at] = (spoilt[at] ?? 0) ^ change
        const found = await checkStamp(spoilt, note, time)
        // Some bytes are nobody's (the status text, the root beside the signer): then it says what it said.
        if (found.state === 'holds') expect(found).toEqual(whole)
      }),
      { numRuns: 400 },
    )
  })

  it('is told as not verified here where the browser cannot, and as failing where that can be seen all the same', async () => {
    const { reply, time } = stampedBy()
    vi.stubGlobal('crypto', {})
    expect(await checkStamp(reply, note, time)).toMatchObject({ state: 'not-here', time })
    expect((await checkStamp(reply, `${note} `, time)).state).toBe('fails')
  })
})
