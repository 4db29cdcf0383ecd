/** Evidence grades as RULES.md 3.3 tells them, one fact changed at a time. */
import { describe, expect, test } from 'vitest'
import { gradeIn, gradeOf } from '../../../../main/domain/rules/grades.ts'
import type { Setup } from '../../../../preload/contract/vocabulary/setup.ts'
import {
  amsterdam,
  buys,
  confirms,
  consents,
  type Happening,
  happening,
  historyOf,
  knowing,
  T,
  vanDam,
} from './fixture.ts'

const bare: Setup = {
  ...vanDam,
  points: vanDam.points.map((point) => ({
    ...point,
    versions: point.versions.map((version) => ({ ...version, documents: [] })),
  })),
}
const card = { point: 'kaart', categories: ['acties'], machineRecorded: false, signed: true }
type ConsentClaim = Extract<Happening['detail'], { type: 'consent-given' }>['body']['claim']
const told: NonNullable<ConsentClaim> = {
  wording: 'Ja, mail mij de nieuwsbrief',
  control: 'sentence',
  boxDefault: null,
  act: 'wrote',
  requiredForOther: false,
  bundledWith: 'none',
  names: { entity: true, labels: [] },
  shows: { purpose: true, withdrawal: true, privacy: 'v7' },
}
const letter = { point: null, machineRecorded: false, claim: told }
const hand = { machineRecorded: false }

const consentsGraded: readonly (readonly [string, Happening, 'A' | 'B' | 'C' | 'D' | 'X'])[] = [
  ['ticked on a kept form, single opt-in', consents('2025-09-01 10:12'), 'B'],
  ['read from a file, only the day known', consents('2025-09-01', hand, { imported: true }), 'B'],
  ['read from a file, only the year known', consents('2025', hand, { imported: true }), 'C'],
  ['read from a file, date unknown', consents('?', hand, { imported: true, recorded: '2026-01-05' }), 'D'],
  [
    'date unknown, but the form was live for half a year only',
    consents('2025-03-01', { ...hand, point: 'ebook', version: 'ebook1' }, { imported: true, precision: 'unknown' }),
    'X',
  ],
  ['a form whose version is not known', consents('2025-09-01 10:12', { point: 'form-17' }, { imported: true }), 'C'],
  ['no form, no wording', consents('2025-09-01 10:12', { point: null }, { imported: true }), 'D'],
  ['the wording of a letter, without the letter', consents('2025-09-01', letter, { imported: true }), 'C'],
  ['the letter itself', consents('2025-09-01', letter, { documented: 'yes' }), 'B'],
  [
    'the letter, but it is not known who was named',
    consents('2025-09-01', { ...letter, claim: { ...told, names: null } }, { documented: 'yes' }),
    'C',
  ],
  ['a signed card, scanned', consents('2025-05-12', card, { documented: 'yes' }), 'B'],
  ['a signed card, not scanned', consents('2025-05-12', card), 'C'],
  ['typed in by hand, nothing to show', consents('2025-09-01 10:12', hand), 'D'],
  ['recorded a year late, nothing to show', consents('2025-01-01 10:12', {}, { recorded: '2026-01-01' }), 'D'],
  [
    'recorded a year late, with its document',
    consents('2025-01-01 10:12', {}, { recorded: '2026-01-01', documented: 'yes' }),
    'B',
  ],
  ['a pre-ticked box', consents('2023-05-01 10:12', { point: 'co', categories: ['nieuws'] }), 'X'],
  ['bundled with the terms', consents('2025-09-01 10:12', { point: 'terms', categories: ['nieuws'] }), 'X'],
  [
    'a list that names somebody else',
    consents('2025-09-01 10:12', { collector: { name: 'X', namesUs: false, perAddressProof: true } }),
    'X',
  ],
  [
    'a list that names us, without proof for the address',
    consents('2025-09-01 10:12', { collector: { name: 'X', namesUs: true, perAddressProof: false } }),
    'D',
  ],
]

describe('grades of consents (RULES.md 3.3)', () => {
  test.each(consentsGraded)('%s', (_, event, grade) => {
    expect(gradeOf(event, knowing())).toBe(grade)
  })

  test('a form that is told but not kept is a reconstruction: C, and B once it is attached', () => {
    const event = consents('2025-09-01 10:12')
    expect([gradeOf(event, knowing({}, bare)), gradeOf(event, knowing())]).toEqual(['C', 'B'])
  })

  test('a confirmation from the address makes it A; one from elsewhere does not', () => {
    const graded = (...more: Happening[]) => {
      const history = historyOf([consents('2025-09-01 10:12'), ...more])
      const [entry] = history.entries
      return entry && gradeIn(entry, history, knowing(), amsterdam(T), amsterdam(T))
    }
    expect(graded()).toBe('B')
    expect(graded(confirms('2025-09-01 10:15'))).toBe('A')
    expect(graded(confirms('2025-09-01 10:15', { address: 'ander@example.nl' }))).toBe('B')
    expect(graded(confirms('2025-08-01 10:15'))).toBe('B')
    expect(graded(confirms('2026-04-01 10:15'))).toBe('B')
  })

  test('a confirmation without a name belongs to the latest consent before it', () => {
    const history = historyOf([
      consents('2025-03-01 10:00', { categories: ['nieuws'] }),
      consents('2025-09-01 10:12'),
      confirms('2025-09-01 10:15'),
    ])
    const grades = history.entries.map((entry) => gradeIn(entry, history, knowing(), amsterdam(T), amsterdam(T)))
    expect(grades).toEqual(['B', 'A', null])
  })
})

const noted = (body: object, how = {}) =>
  happening(
    'objection-opportunity',
    '2025-09-01 10:12',
    {
      point: null,
      version: null,
      wording: 'Wij mailen u over fietsen. Zegt u het als u dat niet wilt?',
      placement: 'separate-page',
      boxDefault: 'none',
      outcome: 'not-used',
      ...body,
    },
    how,
  )

const opportunitiesGraded: readonly (readonly [string, Happening, 'B' | 'C' | 'D' | null])[] = [
  ['an imported order at a checkout whose form is kept', buys('2025-06-10'), 'B'],
  ['an order typed in on the day', buys('2025-06-10', {}, { imported: false }), 'B'],
  ['an order typed in a year later', buys('2025-01-10', {}, { imported: false, recorded: '2026-01-10' }), 'D'],
  ['an order at a checkout with nothing but terms', buys('2021-06-10'), null],
  ['an order by phone, no form', buys('2025-06-10', { point: null }), null],
  ['the words of a phone script, recorded', noted({}, { documented: 'yes' }), 'B'],
  ['the words of a phone script, told', noted({}), 'C'],
  ['no words at all', noted({ wording: null }), 'D'],
]

describe('grades of opportunities to object', () => {
  test.each(opportunitiesGraded)('%s', (_, event, grade) => {
    expect(gradeOf(event, knowing())).toBe(grade)
  })

  test('the form told but not kept: C', () => {
    expect(gradeOf(buys('2025-06-10'), knowing({}, bare))).toBe('C')
  })
})
