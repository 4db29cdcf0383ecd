import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { GrantedFile } from '../../../preload/contract/desktop.ts'
import type { Grant } from '../../../preload/contract/vocabulary/progress.ts'
import { get, visit, wire } from '../../support/browser.ts'
import { desk } from '../../support/desk.ts'
import { openWeb } from '../../support/hosts.ts'

/** A web host with a page, one script beside it, and a secret next to their folder. */
async function served() {
  const folder = desk()
  const pages = folder.path('pages')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<!doctype html><html><head><title>x</title></head></html>')
  writeFileSync(join(pages, 'assets/a-1.js'), 'export {}')
  folder.write('secret.html', 'secret')
  const { lasting, web } = await openWeb(folder.path('r.mailbewijs'), pages)
  return { folder, lasting, web, port: web.port, home: `http://127.0.0.1:${web.port}` }
}
const granted = ({ body }: { readonly body: Buffer }) => JSON.parse(body.toString()) as GrantedFile

describe('who comes in', () => {
  test('a token is good for one visit, and leaves a cookie that scripts and other sites cannot use', async () => {
    const { web, port } = await served()
    const { pathname, search } = new URL(web.invite())
    const first = await get(port, pathname + search)
    expect(first).toMatchObject({ status: 303, headers: { location: '/' } })
    const [cookie] = first.headers['set-cookie'] as [string]
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/u)
    expect((await get(port, pathname + search)).status).toBe(403)
    expect((await get(port, '/?token=guess')).status).toBe(403)
    expect((await get(port, '/', { headers: { cookie: cookie.split(';')[0] } })).status).toBe(200)
  })

  test('without a session there is a page that says how to get in, and nothing else', async () => {
    const { port, home } = await served()
    const closed = await get(port, '/')
    expect(closed).toMatchObject({ status: 403 })
    expect(closed.body.toString()).toContain('closed')
    for (const path of ['/assets/a-1.js', '/desktop', '/download/x']) expect((await get(port, path)).status).toBe(403)
    const post = { method: 'POST', headers: { origin: home } } as const
    for (const path of ['/upload?name=x', '/save?name=x']) expect((await get(port, path, post)).status).toBe(403)
    await expect(wire(port, { origin: home })).rejects.toThrow('403')
    await expect(wire(port, { origin: home, cookie: `mailbewijs-${port}=guess` })).rejects.toThrow('403')
  })

  test('a name that was bent to this machine, and another site, stay out even with the cookie', async () => {
    const { web, port } = await served()
    const { cookie, origin } = await visit(web.invite())
    for (const host of ['localhost', `localhost:${port}`, 'evil.example', `evil.example:${port}`, '127.0.0.1']) {
      expect((await get(port, '/', { headers: { cookie, host } })).status, host).toBe(403)
      await expect(wire(port, { cookie, origin, host }), host).rejects.toThrow('403')
    }
    for (const foreign of ['https://evil.example', 'null', `http://localhost:${port}`, `https://127.0.0.1:${port}`]) {
      const headers = { cookie, origin: foreign }
      expect((await get(port, '/desktop', { headers })).status, foreign).toBe(403)
      expect((await get(port, '/save?name=x', { method: 'POST', headers })).status, foreign).toBe(403)
      await expect(wire(port, headers), foreign).rejects.toThrow('403')
    }
    const crossSite = { cookie, 'sec-fetch-site': 'cross-site' }
    expect((await get(port, '/', { headers: crossSite })).status).toBe(403)
  })

  test('a browser names its origin where it writes or wires: without one there is no entry', async () => {
    const { web, port } = await served()
    const { cookie } = await visit(web.invite())
    expect((await get(port, '/save?name=x', { method: 'POST', headers: { cookie } })).status).toBe(403)
    await expect(wire(port, { cookie })).rejects.toThrow('403')
  })

  test('only this machine can reach it', async () => {
    const { port } = await served()
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of others) {
      const outcome = await new Promise((resolve) => {
        const socket = connect({ host: address, port, timeout: 1000 })
        for (const event of ['connect', 'error', 'timeout']) socket.once(event, () => resolve(event))
      })
      expect(outcome, address).not.toBe('connect')
    }
  })
})

const outside = [
  '/../secret.html',
  '/assets/../../secret.html',
  '/%2e%2e/secret.html',
  '/..%2fsecret.html',
  '/assets/..%2f..%2fsecret.html',
  '/..\\secret.html',
  '/..%5csecret.html',
  '//secret.html',
  '/%00/index.html',
  '/%',
  '/%c0%ae%c0%ae/secret.html',
  '/r.mailbewijs',
  '/assets',
]

describe('what is served', () => {
  test('pages with a strict policy; scripts with their type', async () => {
    const { web, port } = await served()
    const page = await visit(web.invite())
    const { headers, body } = await page.get('/')
    const nonce = /name="style-nonce" content="([\w-]+)"/u.exec(body.toString())?.[1]
    expect(String(headers['content-security-policy']).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      `connect-src 'self' ws://127.0.0.1:${port}`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect((await page.get('/')).body.toString()).not.toContain(nonce)
    expect((await page.get('/assets/a-1.js')).headers['content-type']).toContain('text/javascript')
    expect(JSON.parse((await page.get('/desktop')).body.toString())).toMatchObject({ kind: 'browser', user: 'tester' })
  })

  test('nothing outside the folder of the pages', async () => {
    const { web } = await served()
    const page = await visit(web.invite())
    for (const path of outside) {
      const { status, body } = await page.get(path)
      expect(status, path).toBe(404)
      expect(body.toString(), path).not.toContain('secret')
    }
  })

  test('other methods are refused', async () => {
    const { web, port, home } = await served()
    const { cookie } = await visit(web.invite())
    const headers = { cookie, origin: home }
    expect((await get(port, '/', { method: 'PUT', headers })).status).toBe(405)
    expect((await get(port, '/', { method: 'OPTIONS', headers })).status).toBe(405)
    expect((await get(port, '/elsewhere', { method: 'POST', headers })).status).toBe(404)
  })
})

describe('the wire', () => {
  test('a frame that is no message ends the connection and nothing else', async () => {
    const { web, port } = await served()
    const { cookie, origin } = await visit(web.invite())
    for (const [frame, code] of [
      ['{not json', 1007],
      [Buffer.from([1, 2, 3]), 1003],
      ['x'.repeat(17 * 1024 ** 2), 1006],
    ] as const) {
      const { socket } = await wire(port, { cookie, origin })
      const closed = new Promise((resolve) => socket.once('close', resolve))
      socket.on('error', () => {})
      socket.send(frame)
      expect([code, 1009]).toContain(await closed)
    }
    const { register } = await wire(port, { cookie, origin })
    expect(await register.call('register.state', {})).toMatchObject({ ok: true })
    await expect(wire(port, { cookie, origin }, '/elsewhere')).rejects.toThrow('403')
  })
})

describe('files', () => {
  test('an upload becomes a grant with the name it had, and no path', async () => {
    const { web, lasting } = await served()
    const page = await visit(web.invite())
    const file = granted(await page.post('/upload?name=klanten%20mei.csv', 'a;b'))
    expect(file).toEqual({ grant: expect.any(String), name: 'klanten mei.csv', bytes: 3 })
    const path = lasting.pathOf(file.grant) as string
    expect(path.endsWith('/klanten mei.csv')).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe('a;b')
    const odd = granted(await page.post(`/upload?name=${encodeURIComponent('../../etc/passwd')}`, 'x'))
    expect(odd.name).not.toContain('/')
    expect((await page.get(`/download/${file.grant}`)).status, 'what was uploaded is not given back').toBe(404)
    const place = granted(await page.post('/save?name=lijst.csv'))
    expect((await page.post(`/upload?folder=${place.grant}&path=a.csv`, 'x')).status, 'nor is a place filled').toBe(404)
  })

  test('a download is given once, as an attachment, and is gone after', async () => {
    const { web, lasting } = await served()
    const page = await visit(web.invite())
    const file = granted(await page.post(`/save?name=${encodeURIComponent('lijst é.csv')}`))
    const path = lasting.pathOf(file.grant) as string
    writeFileSync(path, 'adres')
    const first = await page.get(`/download/${file.grant}`)
    expect(first.body.toString()).toBe('adres')
    expect(first.headers['content-disposition']).toBe(
      `attachment; filename="lijst__.csv"; filename*=UTF-8''lijst%20%C3%A9.csv`,
    )
    expect((await page.get(`/download/${file.grant}`)).status).toBe(404)
    await expect.poll(() => existsSync(path)).toBe(false)
    expect((await page.get(`/download/${'A'.repeat(22)}`)).status).toBe(404)
    const empty = granted(await page.post('/save?name=never-written.csv'))
    expect((await page.get(`/download/${empty.grant}`)).status).toBe(404)
  })

  test('a folder comes down as a zip that other programs read', async () => {
    const { web, lasting, folder } = await served()
    const page = await visit(web.invite())
    const file = granted(await page.post('/save?name=bewijs'))
    const path = lasting.pathOf(file.grant) as string
    mkdirSync(join(path, 'originals'), { recursive: true })
    writeFileSync(join(path, 'manifest.json'), '{}')
    writeFileSync(join(path, 'originals/ë.bin'), Buffer.alloc(300_000, 7))
    const { headers, body } = await page.get(`/download/${file.grant}`)
    expect(headers['content-type']).toBe('application/zip')
    const files = unzipSync(body)
    expect(Object.keys(files).sort()).toEqual(['bewijs/manifest.json', 'bewijs/originals/ë.bin'])
    expect(files['bewijs/originals/ë.bin']).toHaveLength(300_000)
    const zip = folder.write('bewijs.zip', body)
    const script = 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())'
    expect(execFileSync('python3', ['-c', script, zip], { encoding: 'utf8' }).trim()).toBe('None')
  })

  test('a folder goes up file by file, and nothing leads out of it', async () => {
    const { web, lasting } = await served()
    const page = await visit(web.invite())
    const { grant } = granted(await page.post('/folder?name=bewijs'))
    const into = (path: string, to = grant as string) =>
      page.post(`/upload?folder=${to}&path=${encodeURIComponent(path)}`, 'x')
    expect((await into('manifest.json')).status).toBe(200)
    expect((await into('originals/a.csv')).status).toBe(200)
    for (const path of ['../a', '/etc/a', 'a/../../b', 'a//b', '', '.', 'a\\b', 'a\0b']) {
      expect((await into(path)).status, path).toBe(400)
    }
    expect((await into('manifest.json')).status, 'no file is written over').toBe(409)
    expect((await into('a', 'A'.repeat(22))).status).toBe(404)
    const path = lasting.pathOf(grant as Grant) as string
    expect(readdirSync(path, { recursive: true }).sort()).toEqual(['manifest.json', 'originals', 'originals/a.csv'])
  })

  test('a zip is unpacked, without what desktops put beside it', async () => {
    const { web, lasting } = await served()
    const page = await visit(web.invite())
    const zip = zipSync({
      'bewijs/manifest.json': strToU8('{}'),
      'bewijs/originals/a.csv': [strToU8('a;b'), { level: 0 }],
      '__MACOSX/bewijs/._manifest.json': strToU8('x'),
      'bewijs/.DS_Store': strToU8('x'),
    })
    const { grant, name } = granted(await page.post('/zip?name=bewijs.zip', zip))
    const path = lasting.pathOf(grant) as string
    expect(name).toBe('bewijs')
    expect(readdirSync(path, { recursive: true }).sort()).toEqual(['manifest.json', 'originals', 'originals/a.csv'])
    expect(readFileSync(join(path, 'originals/a.csv'), 'utf8')).toBe('a;b')
  })

  test('what is no zip, or leads out of its folder, is refused', async () => {
    const { web } = await served()
    const page = await visit(web.invite())
    for (const [what, zip] of [
      ['no zip', strToU8('this is a letter')],
      ['nothing', new Uint8Array()],
      ['a way out', zipSync({ '../../out.txt': strToU8('x') })],
      ['an absolute path', zipSync({ '/tmp/out.txt': strToU8('x') })],
    ] as const) {
      expect((await page.post('/zip?name=bewijs.zip', zip)).status, what).toBe(400)
    }
  })

  test('closing frees the port and leaves no file behind', async () => {
    const { web, lasting, port } = await served()
    const page = await visit(web.invite())
    const { cookie, origin } = page
    const { socket } = await wire(port, { cookie, origin })
    const hungUp = new Promise((resolve) => socket.once('close', resolve))
    const path = lasting.pathOf(granted(await page.post('/upload?name=x.csv', 'a')).grant) as string
    await web.close()
    expect(await hungUp).toBe(1001)
    expect(existsSync(path)).toBe(false)
    await expect(get(port, '/')).rejects.toThrow('ECONNREFUSED')
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`mailbewijs-${process.pid}-`))).toEqual([])
  })
})
