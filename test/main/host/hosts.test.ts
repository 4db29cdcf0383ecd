import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Defect } from '../../../main/host/defect.ts'
import { importerOnThread } from '../../../main/host/importing.ts'
import { openInline } from '../../../main/host/inline.ts'
import { openLasting } from '../../../main/host/lasting.ts'
import { startThread } from '../../../main/host/thread.ts'
import { type CallName, contract, type JobName, type Name } from '../../../preload/contract/contract.ts'
import type { Grant, Target } from '../../../preload/contract/vocabulary/progress.ts'
import type { Instant } from '../../../preload/contract/vocabulary/time.ts'
import { desk } from '../../support/desk.ts'
import { type Hosted, hosts, openThread, workerEntry } from '../../support/hosts.ts'
import { commas, lanternShop, orderContext, value } from '../../support/shop.ts'

const manners = { now: Date.now, report: () => {} }

/** An order file that takes a while to read. */
const orders = (count: number) => [
  'Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem sku',
  ...Array.from({ length: count }, (_, i) => {
    const at = '2026-01-15 10:00:00 +0100'
    return `#${i},person${i}@example.org,paid,${at},EUR,10.00,${at},1,Lamp ${i % 20},L-${i % 20}`
  }),
]
/** The endpoints whose input has this member, for this kind of token. */
const taking = (key: string, token: string): readonly Name[] => {
  const flawed = (name: Name, input: object) =>
    contract[name].input.safeParse(input).error?.issues.some(({ path }) => path[0] === key)
  const names = (Object.keys(contract) as Name[]).filter((name) => flawed(name, {}) && !flawed(name, { [key]: token }))
  expect(names, key).not.toEqual([])
  return names
}
const verify = (register: Hosted, onProgress?: (done: number) => void) =>
  register.start('register.verify', {}, ({ done }) => onProgress?.(done))

describe.each(Object.entries(hosts))('a register hosted %s', (_name, open) => {
  test('answers a query, a command and a job', async () => {
    const register = await open()
    expect(await register.call('register.state', {})).toMatchObject({ ok: true, value: { contacts: 0, sample: false } })
    expect(await register.call('register.checkpoint', {})).toMatchObject({ ok: true })
    expect(await verify(register).done).toMatchObject({ ok: true, value: { holds: true, flaws: [] } })
  })

  test('says what is wrong with an input or an endpoint', async () => {
    const register = await open()
    // @ts-expect-error there is no such endpoint
    expect(await register.call('contacts.drop', {})).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    // @ts-expect-error a number is asked for
    expect(await register.call('contacts.get', { contact: 'Jan' })).toMatchObject({
      ok: false,
      error: { kind: 'invalid', issues: [{ path: 'contact' }] },
    })
    // @ts-expect-error nothing is asked
    expect(await register.call('register.state')).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    const forged = 'read-AAAAAAAAAAAAAAAAAAAAAA'
    expect(await register.call('setup.read', { file: forged })).toMatchObject({
      ok: false,
      error: { kind: 'missing', what: 'grant' },
    })
  })

  test('never writes to a file that was chosen to be read, and never reads what was chosen to be written', async () => {
    const register = await open()
    const folder = desk()
    const mine = folder.write('mine.json', 'precious')
    const grant = await register.grant(mine)
    const target = await register.target(mine)
    const asked = (name: Name, input: object) =>
      contract[name].kind === 'job'
        ? register.start(name as JobName, input as never).done
        : register.call(name as CallName, input as never)
    for (const name of taking('to', target)) {
      expect(await asked(name, { to: grant }), name).toMatchObject({
        error: {
          kind: 'invalid',
          issues: expect.arrayContaining([{ path: 'to', message: 'no place that was chosen to write to' }]),
        },
      })
    }
    for (const key of ['file', 'folder', 'roots', 'message']) {
      for (const name of taking(key, grant)) {
        expect(await asked(name, { [key]: target }), name).toMatchObject({
          error: {
            kind: 'invalid',
            issues: expect.arrayContaining([{ path: key, message: 'no file that was chosen to be read' }]),
          },
        })
      }
    }
    const disguised = grant.replace('read-', 'write-') as Target
    value(await register.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
    expect(await register.call('setup.save', { to: disguised })).toMatchObject({ error: { kind: 'missing' } })
    expect(readFileSync(mine, 'utf8')).toBe('precious')
    expect(readdirSync(folder.folder).filter((name) => name.endsWith('.json'))).toEqual(['mine.json'])
    value(await register.call('setup.save', { to: await register.target(folder.path('saved.json')) }))
    const file = await register.grant(folder.path('saved.json'))
    expect(await register.call('setup.read', { file })).toMatchObject({ ok: true })
  })

  test('shows how far a job is, answers queries meanwhile, pauses, goes on, and cancels it', async () => {
    const register = await open()
    const file = await register.grant(desk().write('orders.csv', orders(150_000)))
    const inspected = await register.start('imports.inspect', { file, dialect: null }).done
    expect(inspected.ok).toBe(true)
    value(await register.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
    const input = {
      file,
      dialect: { encoding: 'utf-8', delimiter: ',', preamble: 0 },
      reading: { profile: 'shopify-orders' },
      context: orderContext,
    } as const
    const seen: number[] = []
    let settled = false
    const staging = register.start('imports.stage', input, ({ done }) => seen.push(done))
    void staging.done.then(() => {
      settled = true
    })
    const waits: number[] = []
    for (let i = 0; i < 8; i++) {
      const asked = performance.now()
      expect(await register.call('register.state', {})).toMatchObject({ ok: true })
      waits.push(performance.now() - asked)
    }
    expect(settled, 'the job outlasts the queries').toBe(false)
    expect(Math.max(...waits)).toBeLessThan(400)
    await expect.poll(() => seen.length, { timeout: 5000 }).toBeGreaterThan(0)
    staging.pause()
    await setTimeout(200)
    const stood = seen.length
    await setTimeout(200)
    expect(seen.length, 'it stands still').toBe(stood)
    expect(await register.call('register.state', {})).toMatchObject({ ok: true })
    staging.resume()
    await expect.poll(() => seen.length, { timeout: 5000 }).toBeGreaterThan(stood)
    expect(settled, 'the job outlasts the pause').toBe(false)
    staging.pause()
    await setTimeout(50)
    staging.cancel()
    expect(await staging.done).toEqual({ ok: false, error: { kind: 'cancelled' } })
    expect(seen.length).toBeGreaterThan(0)
    expect(await register.call('register.state', {})).toMatchObject({ ok: true, value: { imports: 0, contacts: 0 } })
  })

  test('records an objection while a file is staged, and takes no preview for true that was made before', async () => {
    const register = await open()
    value(await register.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
    const folder = desk()
    const input = (file: Grant) =>
      ({ file, dialect: commas, reading: { profile: 'shopify-orders' }, context: orderContext }) as const
    const known = await register.grant(folder.write('first.csv', orders(1).join('\n')))
    const { batch } = value(await register.start('imports.stage', input(known)).done)
    value(await register.start('imports.commit', { batch, by: 'test' }).done)

    const begun = Promise.withResolvers<void>()
    const large = await register.grant(folder.write('orders.csv', orders(60_000).join('\n')))
    const staging = register.start('imports.stage', input(large), () => begun.resolve())
    await begun.promise
    staging.pause()
    const at = new Date().toISOString() as Instant
    const draft = {
      type: 'objection',
      via: 'phone',
      occurred: { from: at, to: at, precision: 'second' },
      body: { scope: { kind: 'all' }, atCollection: false, effective: at, confirmationSent: null },
    } as const
    value(await register.call('events.record', { contact: 1, by: 'test', draft }))
    staging.resume()

    const preview = value(await staging.done)
    expect(await register.start('imports.commit', { batch: preview.batch, by: 'test' }).done).toEqual({
      ok: false,
      error: { kind: 'stale', what: 'batch' },
    })
    const again = value(await register.start('imports.stage', input(large)).done)
    expect(again.people).toMatchObject({ fresh: 59_999, known: 1 })
    value(await register.start('imports.commit', { batch: again.batch, by: 'test' }).done)
    const objection = value(await register.call('events.record', { contact: 2, by: 'test', draft }))
    expect(objection.seq).toBeGreaterThan(60_000)
    expect(await verify(register).done).toMatchObject({ ok: true, value: { holds: true } })
  })

  test('a commit that is cancelled leaves what is staged, to be committed after all', async () => {
    const register = await open()
    value(await register.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
    const file = await register.grant(desk().write('orders.csv', orders(40_000).join('\n')))
    const reading = { profile: 'shopify-orders' }
    const asked = { file, dialect: commas, reading, context: orderContext }
    const { batch } = value(await register.start('imports.stage', asked).done)
    const before = value(await register.call('register.state', {})).events
    // People are written first; then events, of which some are there already.
    let last = 0
    let phase = 1
    const begun = Promise.withResolvers<void>()
    const committing = register.start('imports.commit', { batch, by: 'test' }, ({ done }) => {
      if (done < last) phase++
      last = done
      if (phase > 1 && done > 1_500) begun.resolve()
    })
    await begun.promise
    committing.cancel()
    expect(await committing.done).toEqual({ ok: false, error: { kind: 'cancelled' } })
    expect(value(await register.call('register.state', {}))).toMatchObject({ contacts: 0, imports: 0, events: before })
    expect(value(await register.start('imports.commit', { batch, by: 'test' }).done).rows).toBe(40_000)
    expect(value(await register.call('register.state', {}))).toMatchObject({
      contacts: 40_000,
      events: before + 40_001,
    })
    expect(value(await register.start('register.verify', {}).done)).toMatchObject({ holds: true })
  })

  test('lets go of what is being staged when it is told to', async () => {
    const register = await open()
    value(await register.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
    const file = await register.grant(desk().write('orders.csv', orders(60_000).join('\n')))
    const begun = Promise.withResolvers<void>()
    const reading = { profile: 'shopify-orders' }
    const staging = register.start('imports.stage', { file, dialect: commas, reading, context: orderContext }, () =>
      begun.resolve(),
    )
    await begun.promise
    value(await register.call('imports.discard', { batch: 1 }))
    expect(await staging.done).toEqual({ ok: false, error: { kind: 'stale', what: 'batch' } })
    expect(await register.call('imports.refused', { batch: 1, from: 0, count: 10 })).toMatchObject({ ok: false })
  })

  test('keeps a second program out while it is open, and lets it in after', async () => {
    const file = desk().path('register.mailbewijs')
    const register = await open(file)
    expect(await startThread(workerEntry, { file, defects: null })).toEqual({ ok: false, error: 'locked' })
    expect(openInline(file, manners)).toEqual({ ok: false, error: 'locked' })
    await register.close()
    const second = openInline(file, manners)
    expect(second.ok).toBe(true)
    if (second.ok) await second.value.close()
  })
})

test('after closing, an inline register answers that it is busy', async () => {
  const opened = openInline(desk().path('register.mailbewijs'), manners)
  if (!opened.ok) throw new Error(opened.error)
  await opened.value.close()
  expect(await opened.value.call('register.state', {})).toEqual({ ok: false, error: { kind: 'busy' } })
})

test('a file that is no register is told as a value by the thread, and left alone', async () => {
  const file = desk().write('letter.txt', 'Dear all, this is no database. '.repeat(500))
  expect(await startThread(workerEntry, { file, defects: null })).toEqual({ ok: false, error: 'not-a-register' })
})

/** An entry that works as ever, and dies when it is told to. */
const mortal = (folder: ReturnType<typeof desk>, entry = workerEntry) =>
  pathToFileURL(
    folder.write(
      'mortal.ts',
      `import { existsSync } from 'node:fs'
       import { setInterval } from 'node:timers'
       import ${JSON.stringify(entry.href)}
       setInterval(() => {
         if (existsSync(${JSON.stringify(folder.path('die'))})) throw new Error('jan@example.org broke it')
       }, 5)`,
    ),
  )

test('when the thread dies every waiting call and every later one is answered, and the loss is told', async () => {
  const folder = desk()
  const started = await startThread(mortal(folder), { file: folder.path('r.mailbewijs'), defects: null })
  if (!started.ok) throw new Error(started.error)
  const thread = started.value
  const lost = new Promise<object>((resolve) => thread.onLost(resolve))
  const file = await thread.grant(folder.write('orders.csv', orders(200_000)))
  const waiting = thread.start('imports.inspect', { file, dialect: null })
  folder.write('die', '')
  expect(JSON.stringify(await lost)).not.toContain('jan@example.org')
  const after = await thread.call('register.state', {})
  expect(after).toMatchObject({ ok: false, error: { kind: 'defect' } })
  expect(await lost).toMatchObject({
    name: 'Error',
    ref: !after.ok && after.error.kind === 'defect' && after.error.ref,
  })
  expect((await waiting.done) satisfies object).toBeDefined()
  expect(await thread.call('register.state', {})).toEqual(after)
  await thread.close()
})

test('a register that died is there again for the next page, with all that was written', async () => {
  const folder = desk()
  const file = folder.path('r.mailbewijs')
  const opened = await openLasting(mortal(folder), { file, defects: null })
  if (!opened.ok) throw new Error(opened.error)
  const lasting = opened.value
  const lost = new Promise<object>((resolve) => lasting.onLost(resolve))
  folder.write('die', '')
  await lost
  rmSync(folder.path('die'))
  const connection = await lasting.open()
  const reply = new Promise((resolve) => connection.listen(resolve))
  connection.post({ id: 7, name: 'register.state', input: {} })
  expect(await reply).toMatchObject({ id: 7, reply: { ok: true } })
  await lasting.close()
})

test('when the thread that brings files in dies, nothing of the file is there, and it can be brought in again', async () => {
  const folder = desk()
  const told: Defect[] = []
  const entry = mortal(folder, new URL('../../../main/importer.ts', import.meta.url))
  const opened = openInline(folder.path('r.mailbewijs'), {
    now: Date.now,
    report: (defect) => told.push(defect),
    importer: (file) => importerOnThread(entry, file),
  })
  if (!opened.ok) throw new Error(opened.error)
  const register = opened.value
  onTestFinished(register.close)
  value(await register.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
  const before = value(await register.call('register.state', {}))
  const file = register.grant(folder.write('orders.csv', orders(30_000).join('\n')))
  const stage = () =>
    register.start('imports.stage', {
      file,
      dialect: commas,
      reading: { profile: 'shopify-orders' },
      context: orderContext,
    })
  const { batch } = value(await stage().done)
  const committing = register.start('imports.commit', { batch, by: 'test' }, () => folder.write('die', ''))
  const ended = await committing.done
  expect(ended).toMatchObject({ ok: false, error: { kind: 'defect' } })
  expect(JSON.stringify(told)).not.toContain('jan@example.org')
  expect(value(await register.call('register.state', {}))).toEqual(before)
  rmSync(folder.path('die'))

  const again = value(await stage().done)
  expect(value(await register.start('imports.commit', { batch: again.batch, by: 'test' }).done).rows).toBe(30_000)
  expect(await register.start('register.verify', {}).done).toMatchObject({ value: { holds: true } })
})

test('hanging up cancels what that connection runs, and nothing else', async () => {
  const folder = desk()
  const thread = await openThread(folder.path('r.mailbewijs'))
  const file = await thread.grant(folder.write('orders.csv', orders(100_000)))
  const connection = thread.open()
  connection.post({ id: 1, name: 'imports.inspect', input: { file, dialect: null } })
  connection.close()
  expect(await thread.start('imports.inspect', { file, dialect: null }).done).toMatchObject({ ok: true })
})

test('messages of any shape harm nothing', async () => {
  const folder = desk()
  const thread = await openThread(folder.path('r.mailbewijs'))
  const connection = thread.open()
  const heard: unknown[] = []
  connection.listen((message) => heard.push(message))
  for (const odd of [null, 1, 'x', [], {}, { id: 'x' }, { cancel: {} }, { id: 1 }, { id: 2, name: 3 }]) {
    connection.post(odd as never)
  }
  connection.post({ id: 3, name: 'register.state', input: {} })
  await expect.poll(() => heard).toHaveLength(3)
  expect(heard).toMatchObject([
    { id: 1, reply: { ok: false, error: { kind: 'invalid' } } },
    { id: 2, reply: { ok: false, error: { kind: 'invalid' } } },
    { id: 3, reply: { ok: true } },
  ])
})
