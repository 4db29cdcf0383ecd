/** Dates as files write them: the moment, how exact it is, and whose clock it was read on. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeReader } from '../../../main/files/dates.ts'
import { type Zone, zoneOf } from '../../../main/files/zone.ts'
import type { DateOrder } from '../../../preload/contract/vocabulary/import.ts'

const amsterdam = zoneOf('Europe/Amsterdam') as Zone
const iso = (millis: number) => new Date(millis).toISOString().replace('.000Z', 'Z')
const read = (text: string, order: DateOrder = 'day-month-year') => {
  const time = timeReader(amsterdam, order)(text)
  return time && [iso(time.from), iso(time.to), time.precision, time.zone, time.zoneAssumed]
}
const second = (moment: string, zone: string) => [moment, moment, 'second', zone, false]

describe('a text that names its zone', () => {
  it.each([
    ['2026-06-08 23:02:14 +1000', '2026-06-08T13:02:14Z', '+1000'],
    ['2025-04-02 12:00:00 -0400', '2025-04-02T16:00:00Z', '-0400'],
    ['2023-11-20T09:15:00+00:00', '2023-11-20T09:15:00Z', '+00:00'],
    ['2023-11-20T09:15:00Z', '2023-11-20T09:15:00Z', 'UTC'],
    ['2023-11-20T09:15:00.123456Z', '2023-11-20T09:15:00Z', 'UTC'],
    ['2024-01-02 15:04:05.999999 +0000 UTC', '2024-01-02T15:04:05Z', '+0000 UTC'],
    ['2024-07-02 15:04:05 +0200 CEST', '2024-07-02T13:04:05Z', '+0200 CEST'],
    ['20110122T111244Z', '2011-01-22T11:12:44Z', 'UTC'],
  ])('%s', (text, moment, zone) => {
    expect(read(text)).toEqual(second(moment, zone))
  })
})

describe('a text that names none is read on the clock of the zone chosen', () => {
  it.each<[string, DateOrder, string, string, string]>([
    ['2018-02-12 10:54:27', 'iso', '2018-02-12T09:54:27Z', '2018-02-12T09:54:27Z', 'second'],
    ['2018-07-12 10:54:27', 'iso', '2018-07-12T08:54:27Z', '2018-07-12T08:54:27Z', 'second'],
    ['2026-01-02 10:00', 'iso', '2026-01-02T09:00:00Z', '2026-01-02T09:00:59.999Z', 'minute'],
    ['29-Aug-2018 11:08', 'iso', '2018-08-29T09:08:00Z', '2018-08-29T09:08:59.999Z', 'minute'],
    ['3 mrt 2026 09:05', 'iso', '2026-03-03T08:05:00Z', '2026-03-03T08:05:59.999Z', 'minute'],
    ['Mar 3, 2026, 9:05:00', 'iso', '2026-03-03T08:05:00Z', '2026-03-03T08:05:00Z', 'second'],
    ['31-12-2025 10:00', 'day-month-year', '2025-12-31T09:00:00Z', '2025-12-31T09:00:59.999Z', 'minute'],
    ['03/04/2026 10:00', 'day-month-year', '2026-04-03T08:00:00Z', '2026-04-03T08:00:59.999Z', 'minute'],
    ['03/04/2026 10:00', 'month-day-year', '2026-03-04T09:00:00Z', '2026-03-04T09:00:59.999Z', 'minute'],
    ['5/6/2012 3:53 PM', 'month-day-year', '2012-05-06T13:53:00Z', '2012-05-06T13:53:59.999Z', 'minute'],
    ['5/6/2012 12:10 am', 'month-day-year', '2012-05-05T22:10:00Z', '2012-05-05T22:10:59.999Z', 'minute'],
    ['20110122T111244', 'iso', '2011-01-22T10:12:44Z', '2011-01-22T10:12:44Z', 'second'],
    ['09/25/26', 'month-day-year', '2026-09-24T22:00:00Z', '2026-09-25T21:59:59.999Z', 'day'],
    ['2026-03-29', 'iso', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59.999Z', 'day'],
    ['25.10.2026', 'day-month-year', '2026-10-24T22:00:00Z', '2026-10-25T22:59:59.999Z', 'day'],
    ['  2-1-2026 ', 'day-month-year', '2026-01-01T23:00:00Z', '2026-01-02T22:59:59.999Z', 'day'],
  ])('%s (%s)', (text, order, from, to, precision) => {
    expect(read(text, order)).toEqual([from, to, precision, 'Europe/Amsterdam', true])
  })

  it('takes both readings of the hour that comes twice in autumn', () => {
    expect(read('2026-10-25 02:30:00')?.slice(0, 2)).toEqual(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])
  })

  it('reads the hour that the clock skips in spring as people mean it', () => {
    expect(read('2026-03-29 02:30:00')?.slice(0, 2)).toEqual(['2026-03-29T01:30:00Z', '2026-03-29T01:30:00Z'])
  })
})

it.each([
  '',
  'gisteren',
  '0000-00-00 00:00:00',
  '2026-02-30 10:00:00',
  '2026-13-01',
  '2026-01-01 24:01:00',
  '31-04-2026',
  '13/13/2026',
  '2026-01-01 10:60',
  '1-xyz-2026',
  '2026-01-01 10:00:00 +9900',
  '2026-01-01 10:00:00 Mars',
  '13:00 PM',
  '12345',
])('%j is no date', (text) => {
  for (const order of ['iso', 'day-month-year', 'month-day-year'] as const) expect(read(text, order)).toBeNull()
})

it('keeps the words of the source', () => {
  expect(timeReader(amsterdam, 'iso')('2026-01-02 10:00')?.text).toBe('2026-01-02 10:00')
})

it('knows no zone that does not exist', () => {
  expect(zoneOf('Europe/Atlantis')).toBeNull()
})

describe('the clock of a zone', () => {
  it.each(['Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kolkata', 'UTC'])(
    '%s: every moment is found again from its local time, in any order of asking',
    (name) => {
      const zone = zoneOf(name) as Zone
      const format = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' })
      const moment = fc.integer({ min: Date.UTC(1999, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 })
      fc.assert(
        fc.property(moment, (seconds) => {
          const local = Date.parse(`${format.format(seconds * 1000).replace(' ', 'T')}Z`)
          const { first, last } = zone.utcOf(local)
          expect([first, last]).toContain(seconds * 1000)
        }),
        { numRuns: 500 },
      )
    },
  )
})
