/**
 * A consent as a record after ISO/IEC TS 27560:2023, in the terms of the W3C community's Data Privacy Vocabulary (DPV),
 * as JSON-LD; what the vocabulary has no term for stands beside it under `mailbewijs:`.
 *
 * | ours                                        | there                                                             |
 * | ------------------------------------------- | ----------------------------------------------------------------- |
 * | register and sequence number of the consent | `dct:identifier`, `@id` (urn), `dct:conformsTo`                    |
 * | the person                                  | `dpv:hasDataSubject` (the contact's number; address in `dpv:hasPersonalData`) |
 * | sender                                      | `dpv:hasDataController`                                           |
 * | kind of mail                                | `dpv:hasPurpose`: `dpv:DirectMarketing`, with our name of it      |
 * | e-mail address                              | `dpv:hasPersonalData`: `pd:EmailAddress`                          |
 * | consent as the basis                        | `dpv:hasLegalBasis`: `eu-gdpr:A6-1-a`                             |
 * | form version, wording, box                  | `dpv:hasNotice`: `dpv:ConsentNotice`; wording under `mailbewijs:` |
 * | given, confirmed, refused, withdrawn        | `dpv:hasConsentStatus`: `dpv:ConsentGiven`, `…Refused`, `…Withdrawn` |
 * | when and how it happened                    | `dpv:isIndicatedAtTime`, `dpv:hasIndicationMethod`, `dpv:isIndicatedBy` |
 * | when it was recorded, grade, precision      | `dct:created`; `mailbewijs:grade`, `mailbewijs:precision`         |
 */
import type { TimelineEntry } from '../../preload/contract/endpoints/contacts.ts'
import type { RegisterEvent, Scope } from '../../preload/contract/vocabulary/event.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'

export interface ConsentPerson {
  readonly register: string
  readonly contact: number
  readonly address: string
  readonly setup: Setup
  /** This person's own events, oldest first. */
  readonly timeline: readonly TimelineEntry[]
}

const context = {
  dct: 'http://purl.org/dc/terms/',
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  mailbewijs: 'urn:mailbewijs:',
} as const

/** One JSON-LD document: a record for every consent that was given or refused. */
export function consentRecords(people: readonly ConsentPerson[], made: Instant): object {
  return { '@context': context, 'dct:created': made, '@graph': people.flatMap(recordsOf) }
}

/** The same as text, person by person, for any number of people. */
export function* consentRecordsText(people: Iterable<ConsentPerson>, made: Instant): Generator<string, void, void> {
  yield `{"@context":${JSON.stringify(context)},"dct:created":"${made}","@graph":[`
  let first = true
  for (const person of people) {
    for (const one of recordsOf(person)) {
      yield `${first ? '' : ','}\n${JSON.stringify(one)}`
      first = false
    }
  }
  yield '\n]}\n'
}

type Asked = Extract<RegisterEvent, { readonly type: 'consent-given' | 'consent-refused' }>

function recordsOf(person: ConsentPerson): object[] {
  const standing = person.timeline.filter(({ corrected }) => !corrected)
  return standing.flatMap(({ event, grade, form }) =>
    event.type === 'consent-given' || event.type === 'consent-refused' ? [record(person, event, grade, form)] : [],
  )
}

function record(
  { register, contact, address, setup, timeline }: ConsentPerson,
  event: Asked,
  grade: string | null,
  form: TimelineEntry['form'],
): object {
  const entity = setup.entities.find(({ key }) => key === event.body.entity)
  return {
    '@id': `urn:mailbewijs:${register}:${event.seq}`,
    '@type': 'dpv:ConsentRecord',
    'dct:identifier': String(event.seq),
    'dct:conformsTo': 'ISO/IEC TS 27560:2023',
    'dct:created': event.recorded,
    'dpv:hasDataSubject': { '@id': `urn:mailbewijs:${register}:contact:${contact}`, '@type': 'dpv:DataSubject' },
    'dpv:hasDataController': {
      '@type': 'dpv:DataController',
      'dpv:hasName': entity?.name ?? event.body.entity,
      ...(entity ? { 'dpv:hasContact': entity.contact, 'dpv:hasAddress': entity.postalAddress } : {}),
    },
    'dpv:hasLegalBasis': 'eu-gdpr:A6-1-a',
    'dpv:hasPersonalData': { '@type': 'pd:EmailAddress', 'mailbewijs:value': event.address ?? address },
    'dpv:hasPurpose': event.body.categories.map((key) => ({
      '@type': 'dpv:DirectMarketing',
      'dct:identifier': key,
      'dct:title': setup.categories.find((one) => one.key === key)?.name ?? key,
    })),
    'dpv:hasNotice': noticeOf(event, setup, form),
    'dpv:hasConsentStatus': [
      status(event.type === 'consent-given' ? 'dpv:ConsentGiven' : 'dpv:ConsentRefused', event),
      ...(event.type === 'consent-given' ? laterStatuses(event, timeline) : []),
    ],
    'mailbewijs:grade': grade,
  }
}

function noticeOf({ body }: Asked, setup: Setup, form: TimelineEntry['form']): object | null {
  const version = setup.points.find(({ key }) => key === form?.point)?.versions.find(({ key }) => key === form?.version)
  const claim = 'claim' in body ? body.claim : null
  if (!form && !claim) return null
  const asked = version?.boxes.filter(({ kind }) => kind === 'opt-in').map(({ wording }) => wording) ?? []
  return {
    '@type': 'dpv:ConsentNotice',
    ...(form ? { 'dct:identifier': `${form.point}/${form.version}` } : {}),
    ...(version ? { 'dct:source': version.url, 'dct:language': version.language, 'dct:valid': version.liveFrom } : {}),
    'mailbewijs:wording': claim?.wording ?? (asked.length > 0 ? asked : null),
  }
}

const status = (type: string, event: RegisterEvent) => ({
  '@type': type,
  'dpv:isIndicatedBy': 'dpv:DataSubject',
  'dpv:isIndicatedAtTime': event.occurred.from,
  ...(event.occurred.to === event.occurred.from ? {} : { 'mailbewijs:until': event.occurred.to }),
  'mailbewijs:precision': event.occurred.precision,
  'dpv:hasIndicationMethod': event.via,
  'dct:identifier': String(event.seq),
})

/** Confirmations of this consent, and withdrawals and objections that cover what it was for. */
function laterStatuses(
  given: Extract<Asked, { type: 'consent-given' }>,
  timeline: ConsentPerson['timeline'],
): object[] {
  return timeline.flatMap(({ event, corrected }) => {
    if (corrected || event.occurred.to < given.occurred.from || event.seq === given.seq) return []
    if (event.type === 'consent-confirmed' && (event.body.confirms ?? given.seq) === given.seq) {
      return [{ ...status('dpv:ConsentGiven', event), 'mailbewijs:confirms': given.seq }]
    }
    const ends = event.type === 'consent-withdrawn' || event.type === 'objection'
    return ends && covers(event.body.scope, given.body.categories) ? [status('dpv:ConsentWithdrawn', event)] : []
  })
}

const covers = (scope: Scope, categories: readonly string[]): boolean =>
  scope.kind === 'all' || (scope.kind === 'categories' && scope.categories.some((one) => categories.includes(one)))
