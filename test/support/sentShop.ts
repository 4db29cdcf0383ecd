/** The sample shop after one mailing: defined, answered, and its list written. For tests of what is proved about it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openInline } from '../../main/host/inline.ts'
import type { Answer, Input, JobName, Reply } from '../../preload/contract/contract.ts'
import type { Mailing } from '../../preload/contract/vocabulary/mailing.ts'
import { value } from './shop.ts'

const mailing: Mailing = {
  name: 'Wintertheeën',
  entity: 'gouden-ketel-bv',
  label: 'gouden-ketel',
  category: 'aanbiedingen',
  families: ['thee'],
  nature: 'commercial',
  kind: null,
  promotional: true,
  thirdParty: null,
  content: { unsubscribe: true, oneClick: true, identity: true, contactAddress: true, replyWorks: true },
  link: null,
  contentSha256: null,
}

export type SentShop = Awaited<ReturnType<typeof sentShop>>

/** In a folder that is there. Close the register when done. */
export async function sentShop(folder: string) {
  const opened = openInline(join(folder, 'r.mailbewijs'), { now: Date.now, report: console.error, checkAnswers: true })
  if (!opened.ok) throw new Error(opened.error)
  const register = opened.value
  const run = async <N extends JobName>(name: N, input: unknown): Promise<Answer<N>> =>
    value((await register.start(name, input as Input<N>).done) as Reply<N>)
  await run('register.sample', {})
  const { mailing: id } = value(await register.call('mailings.define', { mailing, by: 'test' }))
  const at = new Date().toISOString()
  const frozen = await run('mailings.freeze', { mailing: id, at, by: 'test' })
  const list = join(folder, 'lijst.csv')
  await run('mailings.export', { decision: frozen.decision, to: register.target(list), by: 'test' })
  const addresses = readFileSync(list, 'utf8')
    .trim()
    .split(/\r?\n/u)
    .slice(1)
    .map((row) => row.split(',')[0] ?? '')
  const contactOf = async (address: string) => value(await register.call('contacts.byAddress', { address })).id
  return { register, run, mailing: id, at, frozen, addresses, contactOf }
}
