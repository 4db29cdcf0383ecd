/** Seals deposited elsewhere: written, stamped, on record, told in evidence, and missed when they are not there. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import decodeQR from 'qr/decode.js'
import { afterAll, describe, expect, test } from 'vitest'
import { anchorPage } from '../../../main/report/anchorPage.ts'
import { timeStampRequest } from '../../../main/report/timestamp/request.ts'
import { voiceOf } from '../../../main/report/voice.ts'
import type { Target } from '../../../preload/contract/vocabulary/progress.ts'
import type { Instant } from '../../../preload/contract/vocabulary/time.ts'
import { desk } from '../../support/desk.ts'
import { type Hosted, hosts } from '../../support/hosts.ts'
import { bring, run, setUp, shopifyOrders, value } from '../../support/shop.ts'
import { checked, has, paged, place, removePlaces } from '../report/folders.ts'
import { authorityIn } from '../report/timestamp/authority.ts'

afterAll(removePlaces)

const recently = new Date(Date.now() - 90 * 86_400_000).toISOString()

async function shop(): Promise<{ register: Hosted; folder: ReturnType<typeof desk> }> {
  const register = await hosts.inline()
  const folder = desk()
  await setUp(register)
  await bring(
    register,
    folder.write('een.csv', shopifyOrders([{ name: '#1', email: 'eva@example.org', at: recently }])),
  )
  return { register, folder }
}

async function dossierOf(register: Hosted, to: string) {
  const eva = value(await register.call('contacts.byAddress', { address: 'eva@example.org' }))
  const asked = { contact: eva.id, question: null, language: 'nl', reference: null, explanation: null, by: 'test' }
  await run(register, 'evidence.export', { ...asked, to: await register.target(to) } as never)
  return run(register, 'evidence.verify', { folder: await register.grant(to) } as never)
}

describe('a seal', () => {
  test('is missed until it is deposited, and covers what came before it', async () => {
    const { register, folder } = await shop()
    const before = value(await register.call('anchors.list', {}))
    expect(before).toMatchObject({ anchors: [], last: null, due: true })
    expect(before.newEvents).toBeGreaterThan(3)
    const to = folder.path('zegel.txt')
    const saved = value(
      await register.call('anchors.save', { to: await register.target(to), where: 'accountant', by: 'test' }),
    )
    expect(readFileSync(to, 'utf8')).toBe(saved.checkpoint.note)
    expect(value(await register.call('anchors.list', {}))).toMatchObject({
      anchors: [{ seq: saved.recorded, size: saved.checkpoint.size, where: 'accountant', kind: 'sent', time: null }],
      newEvents: 0,
      due: false,
    })
    const dossier = folder.path('bewijs')
    expect(await dossierOf(register, dossier)).toMatchObject({ holds: true, checkpoints: 2 })
    const { anchors } = JSON.parse(readFileSync(join(dossier, 'proofs.json'), 'utf8'))
    expect(anchors).toMatchObject([{ kind: 'sent', where: 'accountant', note: saved.checkpoint.note }])
  })

  test('that nobody was given can be recorded later, and only a seal that was made', async () => {
    const { register, folder } = await shop()
    const to = (await register.target(folder.path('zegel.txt'))) as Target
    const { checkpoint } = value(await register.call('anchors.save', { to, where: null, by: 'test' }))
    expect(value(await register.call('anchors.list', {})).anchors).toEqual([])
    const asked = { kind: 'paper', where: 'notulen', by: 'test' } as const
    expect(await register.call('anchors.record', { ...asked, size: checkpoint.size + 1 })).toMatchObject({ ok: false })
    value(await register.call('anchors.record', { ...asked, size: checkpoint.size }))
    expect(value(await register.call('anchors.list', {})).anchors).toMatchObject([{ kind: 'paper', where: 'notulen' }])
  })

  test('fits on one page, whose code a scanner reads back as the note', async () => {
    const { register, folder } = await shop()
    const to = folder.path('zegel.pdf')
    const made = await run(register, 'anchors.page', {
      to: await register.target(to),
      language: 'nl',
      where: 'notulen',
      by: 'test',
    } as never)
    expect(made.recorded).not.toBeNull()
    if (!has('pdftoppm')) return console.warn('No pdftoppm here: the code on the page was not scanned.')
    const pages = execFileSync('pdfinfo', [to], { encoding: 'utf8' })
    expect(pages).toMatch(/Pages:\s+1\n/u)
    const pixels = execFileSync('pdftoppm', ['-r', '200', '-gray', to], { maxBuffer: 1 << 26 })
    const [, width = '', height = ''] = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(pixels.toString('latin1', 0, 40)) ?? []
    const gray = pixels.subarray(pixels.length - Number(width) * Number(height))
    const data = new Uint8Array(gray.length * 4)
    for (const [at, shade] of gray.entries()) data.set([shade, shade, shade, 255], at * 4)
    expect(decodeQR({ width: Number(width), height: Number(height), data })).toBe(made.checkpoint.note)
  })

  test.each(['nl', 'en'] as const)('is the same page for the same seal: %s', (language) => {
    const at = '2026-03-10T09:05:00.000Z' as Instant
    const note = `mailbewijs/proef\n53\n${'q'.repeat(43)}=\n\n— mailbewijs/proef ${'q'.repeat(92)}\n`
    const page = {
      checkpoint: { size: 53, root: `${'q'.repeat(43)}=`, at, note },
      verifierKey: `mailbewijs/proef+01234567+${'q'.repeat(44)}`,
      sender: 'De Lantaarn B.V.',
      made: at,
      by: 'Joost Bakker',
    }
    const first = anchorPage(page, voiceOf(language))
    expect(anchorPage(page, voiceOf(language)).equals(first)).toBe(true)
    const to = join(place(), 'zegel.pdf')
    writeFileSync(to, first)
    if (has('qpdf')) expect(execFileSync('qpdf', ['--check', to], { encoding: 'utf8' })).toContain('No syntax')
  })
})

describe.skipIf(!has('openssl'))('a time stamp', () => {
  test('of any authority is verified, kept, told, and verified again in the evidence', async () => {
    const { register, folder } = await shop()
    const authority = authorityIn(place())
    const query = folder.path('zegel.tsq')
    const { checkpoint } = value(await register.call('anchors.request', { to: await register.target(query) }))
    const reply = authority.stamp(readFileSync(query))
    // The log goes on in the meantime.
    value(await register.call('anchors.save', { to: await register.target(folder.path('z')), where: 'x', by: 'test' }))
    const answer = folder.path('antwoord.tsr')
    writeFileSync(answer, reply)
    const file = await register.grant(answer)
    const read = value(await register.call('anchors.reply', { file, roots: null, by: 'test' }))
    expect(read).toMatchObject({
      fault: null,
      stamp: { size: checkpoint.size, authority: 'Proef Stempel', trust: 'not-judged' },
    })
    // The same answer twice is one deposit.
    const roots = await register.grant(authority.root)
    expect(value(await register.call('anchors.reply', { file, roots, by: 'test' }))).toMatchObject({
      fault: null,
      recorded: read.recorded,
      stamp: { trust: 'trusted' },
    })
    const { anchors } = value(await register.call('anchors.list', {}))
    expect(anchors[0]).toMatchObject({ kind: 'timestamp', size: checkpoint.size, time: read.stamp?.time })

    const dossier = folder.path('bewijs')
    expect(await dossierOf(register, dossier)).toMatchObject({ holds: true, flaws: [], checkpoints: 3 })
    const kept = join(dossier, 'bronnen', `document-${anchors[0]?.document?.sha256.slice(0, 16)}.tsr`)
    expect(readFileSync(kept).equals(reply)).toBe(true)

    // In a browser too, and a stamp of something else in its place is found.
    expect(await paged(dossier)).toMatchObject({
      holds: true,
      anchors: [
        { kind: 'sent', stamps: [] },
        { kind: 'timestamp', stamps: [{ state: 'holds', authority: 'Proef Stempel', issuer: 'Proef Root' }] },
      ],
    })
    writeFileSync(kept, authority.stamp(timeStampRequest('iets anders')))
    const flaw = { code: 'stamp-fails', where: `checkpoint ${checkpoint.size}` }
    expect((await paged(dossier)).flaws).toContainEqual(flaw)
    expect(checked(dossier).flaws).toContainEqual(flaw)
    writeFileSync(kept, reply)

    // By hand, as LEESMIJ.txt says.
    const steps = readFileSync(join(dossier, 'LEESMIJ.txt'), 'utf8')
    const [python] = /python3 -c "[^"]+"/u.exec(steps) ?? ['']
    const stamped = folder.path('gestempeld.txt')
    const inShell = (command: string) =>
      execFileSync('sh', ['-c', command], { cwd: dossier, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    if (!has('python3')) return console.warn('No python3 here: the stamp was not verified by hand.')
    inShell(`${python.replaceAll(/\n\s+/gu, ' ')} > ${stamped}`)
    const verified = inShell(`openssl ts -verify -data ${stamped} -in ${kept} -CAfile ${authority.root} 2>&1`)
    expect(verified).toContain('Verification: OK')
  })

  test('for something else, or spoilt, or of a stranger, is not recorded', async () => {
    const { register, folder } = await shop()
    const authority = authorityIn(place())
    const other = await shop()
    const query = folder.path('zegel.tsq')
    value(await other.register.call('anchors.request', { to: await other.register.target(query) }))
    const foreign = folder.path('ander.tsr')
    writeFileSync(foreign, authority.stamp(readFileSync(query)))
    const answerTo = async (path: string, roots: string | null) =>
      value(
        await register.call('anchors.reply', {
          file: await register.grant(path),
          roots: roots === null ? null : await register.grant(roots),
          by: 'test',
        }),
      )
    expect(await answerTo(foreign, null)).toMatchObject({ fault: 'other-imprint', recorded: null })
    value(await register.call('anchors.request', { to: await register.target(query) }))
    const reply = authority.stamp(readFileSync(query))
    const own = folder.path('eigen.tsr')
    writeFileSync(own, reply)
    expect(await answerTo(own, authorityIn(place()).root)).toMatchObject({ fault: 'untrusted', recorded: null })
    reply[reply.length - 1] = (reply.at(-1) ?? 0) ^ 1
    writeFileSync(own, reply)
    expect((await answerTo(own, null)).recorded).toBeNull()
    expect(await answerTo(folder.write('x.tsr', 'hallo'), null)).toEqual({
      fault: 'unreadable',
      stamp: null,
      recorded: null,
    })
    expect(value(await register.call('anchors.list', {})).anchors).toEqual([])
  })
})
