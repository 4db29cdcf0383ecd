/** What the evidence says of one person: incidents openly, other people left out, what is missing by name. */
import { describe, expect, it } from 'vitest'
import { evidenceOf } from '../../../main/domain/evidence.ts'
import type { EvidenceInput } from '../../../main/domain/evidenceInput.ts'
import { decision, inputOf, instant, occurred, person, plan } from '../report/fixture.ts'

const made = instant('2026-03-10T09:05:00Z')
const evidence = (change: Partial<EvidenceInput> = {}, planned = plan()) =>
  evidenceOf(inputOf(planned, change), made, 'nl')
const seqOf = (type: string, from = evidence()) => from.timeline.find((row) => row.type === type)?.seq

describe('an objection told late', () => {
  it('turns the sending in between into an incident, with the time since as exact as the source allows', () => {
    const { incidents, objections } = evidence()
    expect(incidents).toHaveLength(1)
    expect(incidents[0]).toMatchObject({
      kind: 'sent-after-objection',
      objection: seqOf('objection'),
      send: { mailing: 12 },
    })
    expect(objections[0]?.sendsAfter).toHaveLength(1)
    const hours = (millis = 0) => Math.round(millis / 3_600_000)
    expect([hours(objections[0]?.elapsed.least), hours(objections[0]?.elapsed.most)]).toEqual([82, 106])
  })

  it('explains the other answer by what was learned since, and only by that', () => {
    const { answer, answerThen, decisions } = evidence()
    expect([answerThen?.result, answer?.result]).toEqual(['yes', 'no'])
    expect(decisions?.differences).toEqual({
      changed: true,
      learned: [seqOf('objection')],
      decisive: [seqOf('objection')],
    })
  })

  it('is none where the objection was about other mail, or was corrected', () => {
    const about = (categories: string[]) =>
      plan().map((one) =>
        one.event.type === 'objection'
          ? { ...one, event: { ...one.event, body: { ...one.event.body, scope: { kind: 'categories', categories } } } }
          : one,
      ) as ReturnType<typeof plan>
    expect(evidence({}, about(['nieuws'])).objections[0]?.sendsAfter).toEqual([])
    expect(evidence({}, about(['acties'])).objections[0]?.sendsAfter).toHaveLength(1)
    const corrected = evidence({}, [
      ...plan(),
      {
        recorded: '2026-03-09T12:00:00Z',
        about: 'person',
        event: {
          type: 'correction',
          contact: person.id,
          occurred: occurred('2026-03-09T12:00:00Z'),
          via: 'system',
          body: { corrects: seqOf('objection') ?? 0, why: 'verkeerde persoon' },
        },
      },
    ])
    expect(corrected.objections[0]).toMatchObject({ correctedBy: corrected.timeline.at(-1)?.seq, sendsAfter: [] })
    expect(corrected.timeline.find(({ type }) => type === 'objection')?.correctedBy).toBe(
      corrected.timeline.at(-1)?.seq,
    )
  })
})

describe('sheets', () => {
  it('bind what belongs together', () => {
    const { consents, sales, forms } = evidence()
    expect(consents).toMatchObject([
      {
        grade: 'A',
        form: { version: 'nb-3' },
        confirmations: [seqOf('consent-confirmed')],
        endedBy: [seqOf('objection')],
      },
    ])
    expect(sales).toMatchObject([
      { families: ['fiets'], opportunities: [{ seq: seqOf('objection-opportunity'), grade: 'B' }] },
    ])
    expect(forms.map(({ version }) => version.key)).toEqual(['kassa-5', 'nb-3'])
  })

  it('of an order carry the consent or the objection that its form and boxes made of it', () => {
    const withBox = (tick: 'ticked' | 'unticked') =>
      plan()
        .filter(({ event }) => event.type !== 'objection' && event.type !== 'objection-opportunity')
        .map((one) =>
          one.event.type === 'sale'
            ? { ...one, event: { ...one.event, body: { ...one.event.body, boxes: { verzet: tick } } } }
            : one,
        )
    const objected = evidence({}, withBox('ticked'))
    expect(objected.objections).toMatchObject([
      { seq: seqOf('sale', objected), type: 'objection', scope: { kind: 'all' }, atCollection: true },
    ])
    expect(objected.sales).toMatchObject([{ offered: 'opt-out', outcome: 'used' }])
    expect(objected.consents[0]?.endedBy).toEqual([])
    expect(evidence({}, withBox('unticked')).objections).toEqual([])

    const news = plan().map((one) =>
      one.event.type === 'sale'
        ? {
            ...one,
            event: { ...one.event, body: { ...one.event.body, boxes: { acties: 'ticked' as const } } },
            extra: { ...one.extra, form: { point: 'nieuwsbrief', version: 'nb-3' } },
          }
        : one,
    )
    const [carried] = evidence({}, news).consents
    expect(carried).toMatchObject({
      carrier: 'sale',
      entity: 'kade',
      categories: ['acties', 'nieuws'],
      boxes: ['acties'],
    })
  })

  it('show the similarity between what was bought and what was offered', () => {
    expect(evidence().similarity).toMatchObject([{ from: 'fiets', to: 'acc', verdict: 'yes' }])
  })

  it('list what was recorded from the first request of an authority on', () => {
    expect(evidence().afterComplaint).toEqual([seqOf('authority-request')])
  })
})

describe('other people', () => {
  const shared = [
    ...plan(),
    {
      recorded: '2026-03-09T12:00:00Z',
      about: 'person' as const,
      event: {
        type: 'objection' as const,
        contact: 61,
        address: person.address,
        name: 'Iemand Anders',
        occurred: occurred('2026-01-05T12:00:00Z'),
        via: 'link' as const,
        body: { scope: { kind: 'all' as const }, atCollection: false, effective: null, confirmationSent: null },
      },
    },
  ]

  it('stay out: only what binds the address is told, and the proof of its place stays', () => {
    const told = evidence({}, shared)
    const row = told.timeline.at(-1)
    expect(row).toMatchObject({ type: 'objection', event: null, scope: { kind: 'all' } })
    expect(told.integrity.proofs.find(({ seq }) => seq === row?.seq)?.withheld).toBe('other-person')
    expect(JSON.stringify(told)).not.toContain('Iemand Anders')
    expect(told.identity.kin).toEqual([{ contact: 61, how: 'wide-sibling', address: 'z…@example.org' }])
  })
})

describe('what is missing', () => {
  const codes = (from = evidence()) => from.missing.map(({ code }) => code)

  it('is named with the events concerned', () => {
    expect(evidence().missing).toEqual([
      { code: 'form-without-document', events: [seqOf('consent-given')], form: 'nieuwsbrief/nb-3' },
      { code: 'message-not-kept', events: [], form: null },
      { code: 'zone-assumed', events: [seqOf('sale')], form: null },
    ])
  })

  it.each([
    ['nothing-deposited', { anchors: [] }],
    ['message-unknown', { message: null }],
    ['message-not-reported', { sends: [] }],
    ['source-not-kept', { sources: [] }],
    ['events-erased', { erased: [{ seq: 4, by: 9, at: made }] }],
  ] as const)('%s', (code, change) => {
    expect(codes()).not.toContain(code)
    expect(codes(evidence(change))).toContain(code)
  })
})

describe('without a mailing', () => {
  it('the standing answers, and nothing is said about a message', () => {
    const standing = [{ entity: 'kade', label: 'kade', category: 'acties', family: 'acc', decision: decision({}) }]
    const told = evidence({ question: null, message: null, decisions: null, standing })
    expect([told.answer, told.message, told.decisions]).toEqual([null, null, null])
    expect(told.standing).toEqual(standing)
    expect(told.missing.map(({ code }) => code)).not.toContain('message-unknown')
  })

  it('the answer says when what is missing is proof, not permission', () => {
    const change = (reasons: 'CONSENT_UNPROVEN' | 'OBJECTED') => ({
      decisions: { atSending: decision({}), now: decision({ reasons: [reasons] }) },
    })
    expect(evidence(change('CONSENT_UNPROVEN')).answer?.provable).toBe(false)
    expect(evidence(change('OBJECTED')).answer?.provable).toBe(true)
  })
})
