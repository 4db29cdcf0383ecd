/** What a file's own words are worth once the rules have graded them: RULES.md 3.3 over what the profiles read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { consentIn } from '../../../main/domain/rules/consents.ts'
import { gradeOf } from '../../../main/domain/rules/grades.ts'
import { importedDetail } from '../../../main/services/stagedDetails.ts'
import { knowing } from '../domain/rules/fixture.ts'
import { fixtures, now, readFile } from './readFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailbewijs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The grade of the consent in each such event of the file; null where there is none in it. */
function gradesIn(path: string, point: string, type: 'consent-given' | 'sale') {
  const { seen, reads } = readFile(path, null, { entity: 'e1', label: 'van-dam', point, categories: ['nieuws'] })
  const drafts = reads.flatMap((read) => (read.kind === 'person' ? read.drafts : []))
  const grades = drafts
    .filter((draft) => draft.type === type)
    .map((draft) => {
      const event = { detail: importedDetail(draft), from: draft.from, to: draft.to, recorded: now }
      const entry = { seq: 0, contact: 0, narrow: null, wide: null, thread: null, ...event }
      return consentIn(entry, knowing(), null) === null ? null : gradeOf(event, knowing())
    })
  return [seen.profile?.key, ...grades]
}

function written(name: string, ...rows: string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${rows.join('\n')}\n`)
  return path
}

it.each([
  ['shopify-customers.csv', ['shopify-customers', 'D']],
  ['prestashop-customers.csv', ['prestashop-customers', 'D']],
  ['shopware-newsletter.csv', ['shopware-newsletter', 'D', 'D']],
  ['magento-newsletter.csv', ['magento-newsletter', 'D']],
  ['brevo.csv', ['brevo', 'D', 'D']],
  ['hubspot.csv', ['hubspot', 'D', 'D']],
  ['kit.csv', ['kit', 'D']],
])('%s: a bare yes is grade D', (name, grades) => {
  expect(gradesIn(fixtures + name, 'nb', 'consent-given')).toEqual(grades)
})

it('an import into Klaviyo or Mailchimp is no consent, however exact its time', () => {
  const klaviyo = written(
    'klaviyo.csv',
    'Email,Source,Email Marketing Consent,Email Marketing Consent Timestamp',
    'roos@example.org,List Import from File,SUBSCRIBED,2025-03-05 14:22:10',
    'teun@example.org,,"NO STATEMENT",',
  )
  const mailchimp = written(
    'mailchimp.csv',
    'Email Address,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID,EUID,CLEAN_TIME,SOURCE',
    'loes@example.org,2025-03-05 14:22:10,,2025-03-05 14:22:10,,1,a,,',
    'cor@example.org,2025-03-05 14:22:10,203.0.113.7,2025-03-05 14:29:10,203.0.113.7,2,b,,List Import from File',
  )
  expect(gradesIn(klaviyo, 'nb', 'consent-given')).toEqual(['klaviyo', 'D'])
  expect(gradesIn(mailchimp, 'nb', 'consent-given')).toEqual(['mailchimp', 'D', 'D'])
})

it('a tick at the checkout is what the form of that moment makes of it', () => {
  const orders = written(
    'orders.csv',
    'Name,Email,Created at,Lineitem name,Accepts Marketing,Financial Status',
    '#1,ticked-by-us@example.org,2022-06-10 10:00:00 +0200,Bel,yes,paid',
    '#2,ticked@example.org,2024-06-10 10:00:00 +0200,Bel,yes,paid',
    '#3,not-ticked@example.org,2024-06-10 10:00:00 +0200,Bel,no,paid',
    '#4,silent@example.org,2024-06-10 10:00:00 +0200,Bel,,paid',
  )
  expect(gradesIn(orders, 'co', 'sale')).toEqual(['shopify-orders', 'X', 'B', null, null])
})
