/** A verification goes on while the register is used: what was rightly taken away meanwhile is no flaw. */
import { copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type InlineRegister, openInline } from '../../../../main/host/inline.ts'
import { verifyRegister, verifyTogether } from '../../../../main/services/verify.ts'
import { checkLogOf } from '../../../../main/services/verifyLog.ts'
import { openCopy } from '../../../../main/store/index.ts'
import type { VerifyReport } from '../../../../preload/contract/endpoints/register.ts'
import type { Progress } from '../../../../preload/contract/vocabulary/progress.ts'
import { desk } from '../../../support/desk.ts'
import { bring, lanternShop, run, shopifyOrders, value } from '../../../support/shop.ts'

type Steps = Generator<Progress, VerifyReport, void> | AsyncGenerator<Progress, VerifyReport, void>

function open(file: string): InlineRegister {
  const opened = openInline(file, {
    now: () => Date.UTC(2026, 2, 2, 12),
    report: (defect) => {
      throw new Error(JSON.stringify(defect))
    },
    checkAnswers: true,
  })
  if (!opened.ok) throw new Error(opened.error)
  onTestFinished(opened.value.close)
  return opened.value
}

const orders = (from: number, count: number) =>
  shopifyOrders(
    Array.from({ length: count }, (_, at) => ({
      name: `#${from + at}`,
      email: `koper${from + at}@example.org`,
      at: '2026-01-10 10:00:00 +0100',
    })),
  )
const fill = (register: InlineRegister, text: string) =>
  bring({ ...register, grant: async (path: string) => register.grant(path) } as never, desk().write('orders.csv', text))

async function erase(register: InlineRegister, address: string): Promise<void> {
  const { id } = value(await register.call('contacts.byAddress', { address }))
  const asked = { contacts: [id], keep: 'nothing', confirm: 'WISSEN', reason: 'op verzoek', by: 'test' }
  expect(await run(register, 'rights.erase', asked as never)).toMatchObject({ compacted: true })
}

/** More than are looked at in one step. */
const buyers = 1_100

async function filled(): Promise<string> {
  const file = desk().path('register.db')
  const register = open(file)
  value(await register.call('setup.apply', { setup: lanternShop, by: 'test', reason: null }))
  await fill(register, orders(1, buyers))
  await register.close()
  return file
}

/** A verification of the file, with what is done after so many of its steps; null where it took fewer. */
async function interrupted(
  file: string,
  { beside, after }: { readonly beside: boolean; readonly after: number },
  what: () => unknown,
): Promise<VerifyReport | null> {
  const copy = openCopy(file)
  const steps: Steps = beside
    ? verifyTogether(copy.read, (size) => checkLogOf(file, size))
    : verifyRegister(copy.read, copy.identity)
  let taken = 0
  let step = await steps.next()
  for (; !step.done; step = await steps.next()) if (taken++ === after) await what()
  copy.close()
  return taken > after ? step.value : null
}

/** Verifies a register of its own for each step there is. */
async function atEveryStep(beside: boolean, what: (file: string) => unknown): Promise<VerifyReport[]> {
  const whole = await filled()
  const reports: VerifyReport[] = []
  for (;;) {
    const file = desk().path('copy.db')
    copyFileSync(whole, file)
    const report = await interrupted(file, { beside, after: reports.length }, () => what(file))
    if (report === null) return reports
    reports.push(report)
  }
}

describe.each([{ beside: false }, { beside: true }])('while a verification goes on (beside: $beside)', ({ beside }) => {
  test('people may be erased, and a file brought in without them, at any moment', async () => {
    const reports = await atEveryStep(beside, async (file) => {
      const register = open(file)
      await erase(register, `koper${buyers - 1}@example.org`)
      await fill(register, orders(buyers - 1, 3))
      await erase(register, 'koper2@example.org')
      await register.close()
    })
    expect(reports.length).toBeGreaterThan(3)
    for (const report of reports) expect(report).toMatchObject({ holds: true, flaws: [] })
    expect(reports.at(0)).toMatchObject({ erased: 2 })
  })

  test.each([
    ['an event that is no erasure', 'SELECT max(seq) FROM event'],
    ['an erasure that names others', 'SELECT max(seq) FROM event WHERE payload LIKE \'%"type":"erased"%\''],
  ])('a gap in the name of %s is found', async (_, by) => {
    const file = await filled()
    const report = await interrupted(file, { beside, after: 0 }, async () => {
      const register = open(file)
      await erase(register, 'koper2@example.org')
      await fill(register, orders(buyers + 1, 1))
      await register.close()
      const sqlite = new Database(file)
      sqlite.exec(`UPDATE event SET payload = NULL, erased_by = (${by}) WHERE seq = 20`)
      sqlite.close()
    })
    expect(report).toMatchObject({ holds: false, flaws: [{ code: 'event-unnamed-gap', where: '20' }] })
  })
})
