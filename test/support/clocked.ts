/** A register whose clock the test sets, with what tests of mailings do to it again and again. */
import { readFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { openInline } from '../../main/host/inline.ts'
import type { Answer, Input, JobName, Reply } from '../../preload/contract/contract.ts'
import type { HandDraft } from '../../preload/contract/vocabulary/event.ts'
import type { Mailing } from '../../preload/contract/vocabulary/mailing.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { desk } from './desk.ts'
import { lampMailing, lanternShop, value } from './shop.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const instant = (millis: number): Instant => new Date(millis).toISOString() as Instant
export const exactly = (millis: number) =>
  ({ from: instant(millis), to: instant(millis), precision: 'second' }) as const

/** Monday 2 March 2026, 10:00 in Amsterdam. */
export const monday = Date.UTC(2026, 2, 2, 9)

export type Clocked = Awaited<ReturnType<typeof clocked>>

export async function clocked(setup: Setup = lanternShop) {
  let clock = monday - 400 * DAY
  const folder = desk()
  const opened = openInline(folder.path('register.mailbewijs'), {
    now: () => clock,
    checkAnswers: true,
    report: (defect) => {
      throw new Error(JSON.stringify(defect))
    },
  })
  if (!opened.ok) throw new Error(opened.error)
  const register = opened.value
  onTestFinished(register.close)
  value(await register.call('setup.apply', { setup, by: 'test', reason: null }))
  clock = monday

  const job = <N extends JobName>(name: N, input: Input<N>): Promise<Reply<N>> => register.start(name, input).done
  const run = async <N extends JobName>(name: N, input: Input<N>): Promise<Answer<N>> => value(await job(name, input))
  const record = async (draft: HandDraft, contact: number | null = null) =>
    value(await register.call('events.record', { contact, draft, by: 'test' }))
  let files = 0
  const target = () => {
    const path = folder.path(`lijst-${++files}.txt`)
    return { path, grant: register.target(path) }
  }

  return {
    register,
    folder,
    job,
    run,
    record,
    target,
    now: () => clock,
    /** Moves the clock on; never back. */
    pass: (millis: number) => {
      clock += millis
    },
    sale: (address: string, at: number, changes: object = {}) =>
      record({
        address,
        name: `Klant ${address.split('@')[0]}`,
        occurred: exactly(at),
        via: 'checkout',
        // Entered by hand and long after: it counts for the receipt that goes with it.
        documents: [{ sha256: 'c'.repeat(64), name: 'bon.pdf', kind: 'scan', captured: null, datedByOther: true }],
        type: 'sale',
        body: {
          order: `#${address}-${at}`,
          entity: 'lantaarn-bv',
          label: 'lantaarn',
          salesChannel: 'own-shop',
          lines: [{ title: 'Bureaulamp' }],
          amount: null,
          currency: null,
          payment: 'paid',
          addressEntered: true,
          point: 'kassa',
          statement: 'yes',
          boxes: null,
          ...changes,
        },
      }),
    object: (address: string, at: number, changes: Partial<HandDraft> = {}) =>
      record({
        address,
        occurred: exactly(at),
        via: 'link',
        ...(changes as object),
        type: 'objection',
        body: { scope: { kind: 'all' }, atCollection: false, effective: null, confirmationSent: null },
      }),
    define: async (mailing: Mailing = lampMailing) =>
      value(await register.call('mailings.define', { mailing, by: 'test' })).mailing,
    freeze: (mailing: number) => run('mailings.freeze', { mailing, at: instant(clock), by: 'test' }),
    /** Writes a list and reads its addresses back. */
    list: async (decision: number) => {
      const { path, grant } = target()
      const exported = await run('mailings.export', { decision, to: grant, by: 'test' })
      return { ...exported, path, addresses: addressesIn(path) }
    },
    tally: async (mailing: Mailing = lampMailing) =>
      run('mailings.tally', { question: { mailing, at: instant(clock), known: instant(clock) } }),
    grant: (name: string, content: string | readonly string[]) => register.grant(folder.write(name, content)),
  }
}

/** The first column of a list without its header. */
export const addressesIn = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split(/\r?\n/u)
    .slice(1)
    .flatMap((row) => row.split(/[,;]/u)[0] || [])
