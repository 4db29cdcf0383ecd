/** The report about one mailing and the report about one address, on a large register. */
import { rmSync } from 'node:fs'
import { openOnThread, value } from '../register.ts'

export interface MailingReportMeasure {
  readonly ms: number
  readonly pages: number
  readonly rssMb: number
}

export interface AddressReportMeasure {
  /** Of different people, each with its drawing. */
  readonly whole: readonly number[]
  /** Of these, the part before drawing begins. */
  readonly before: readonly number[]
}

const PEOPLE = 9
const asked = { language: 'nl', reference: null, explanation: null, by: 'bench' } as const

export async function measureMailingReport(input: {
  file: string
  folder: string
  mailing: number
}): Promise<MailingReportMeasure> {
  const register = await openOnThread(input.file)
  const place = `${input.folder}/mailing`
  const to = await register.target(place)
  const begun = performance.now()
  const about = { ...asked, mailing: input.mailing, full: false, to }
  const { pages } = value(await register.start('evidence.mailing', about).done)
  const ms = performance.now() - begun
  const rssMb = process.resourceUsage().maxRSS / 1024
  await register.close()
  rmSync(place, { recursive: true })
  return { ms, pages, rssMb }
}

export async function measureAddressReport(input: { file: string; folder: string }): Promise<AddressReportMeasure> {
  const register = await openOnThread(input.file)
  const everyone = { search: '', status: null, objected: null, order: 'name' } as const
  const { count } = value(await register.call('contacts.open', everyone))
  const whole: number[] = []
  const before: number[] = []
  for (let turn = 0; turn < PEOPLE; turn++) {
    const contact = 1 + ((turn * 48_611) % count)
    const place = `${input.folder}/adres-${turn}`
    const to = await register.target(place)
    const begun = performance.now()
    let drawing = 0
    const seen = ({ step }: { readonly step: string }) => {
      if (step === 'drawing' && drawing === 0) drawing = performance.now()
    }
    value(await register.start('evidence.export', { ...asked, contact, question: null, to }, seen).done)
    whole.push(performance.now() - begun)
    before.push(drawing === 0 ? Number.NaN : drawing - begun)
    rmSync(place, { recursive: true })
  }
  await register.close()
  return { whole, before }
}
