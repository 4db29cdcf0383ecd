/** What the report about the process says, section by section: RULES.md 4.3, in its order. */
import type { EventType } from '../../preload/contract/vocabulary/event.ts'
import type { PolicyKey } from '../../preload/contract/vocabulary/setup.ts'
import { enFiles } from '../../preload/words/en/files.ts'
import { nlFiles } from '../../preload/words/nl/files.ts'
import type { Done } from '../domain/mailingReport.ts'
import { countedTypes, type Lead, type ProcessFacts } from '../domain/processReport.ts'
import { HOUR } from '../domain/time.ts'
import type { Pauses, Section } from './pdf/bound.ts'
import type { Paper } from './pdf/paper.ts'
import { styles } from './pdf/type.ts'
import { type ProofWords, proofWords } from './proofWords.ts'
import { drawForm } from './sections/annexes.ts'
import { drawAudits } from './sections/audits.ts'
import { drawDocument } from './sections/document.ts'
import type { Front } from './sections/front.ts'
import { drawPolicy } from './sections/policy.ts'
import { drawProcess } from './sections/process.ts'
import { drawSuccessions } from './sections/successions.ts'
import { nameIn } from './tell.ts'
import type { Language } from './voice.ts'
import type { Tools } from './writeSealed.ts'

type Told = Tools<ProcessFacts>
type Words = ProofWords['process']

export function processFront({ voice, facts, sealed }: Told): Front {
  const { process: words } = proofWords(voice.language)
  const { contacts } = facts.people
  const { lists } = facts.mailings
  return {
    title: words.title,
    subtitle: words.subtitle,
    about: sealed.cover.sender?.name ?? voice.words.unknown,
    summary: voice.say(facts.verified.holds ? words.summary : words.summaryFails, {
      contacts,
      objected: facts.people.objected,
      forms: facts.setup.points.reduce((sum, { versions }) => sum + versions.length, 0),
      lists,
      events: facts.verified.events,
    }),
    facts: [],
  }
}

export function processSections(tools: Told): readonly Section[] {
  const { process: words } = proofWords(tools.voice.language)
  const section = (title: string, draw: (paper: Paper) => void): Section => ({
    title,
    *draw(paper) {
      draw(paper)
      yield
    },
  })
  const { sections } = words
  return [
    section(sections.organisation, (paper) => drawOrganisation(paper, tools, words)),
    section(sections.process, (paper) => drawProcess(paper, tools)),
    { title: sections.forms, draw: (paper) => drawForms(paper, tools, words) },
    section(sections.bases, (paper) => drawBases(paper, tools, words)),
    section(sections.unsubscribe, (paper) => drawUnsubscribe(paper, tools, words)),
    section(sections.figures, (paper) => drawFigures(paper, tools, words)),
    section(sections.retention, (paper) => drawRetention(paper, tools, words)),
    section(sections.audits, (paper) => drawAudits(paper, tools)),
    section(sections.incidents, (paper) => drawIncidents(paper, tools, words)),
    section(sections.thirdParties, (paper) => drawThirdParties(paper, tools, words)),
    section(sections.changes, (paper) => drawChanges(paper, tools, words)),
    section(sections.verified, (paper) => drawVerified(paper, tools, words)),
    section(sections.missing, (paper) => {
      if (tools.facts.missing.length === 0) paper.body(words.missingNone)
      else paper.bullets(tools.facts.missing.map((code) => words.missing[code]))
    }),
  ]
}

const doneText = ({ at, by, seq }: Done, { voice }: Told): string =>
  voice.say(proofWords(voice.language).mailing.done, { at: voice.exact(at), by, seq })

function drawOrganisation(paper: Paper, tools: Told, words: Words): void {
  const { voice, facts } = tools
  const { cover } = voice.words
  for (const { name, kvk, postalAddress, contact, labels } of facts.setup.entities) {
    paper.facts([
      [cover.sender, name],
      [cover.kvk, kvk],
      [cover.postal, postalAddress],
      [words.contact, contact],
      [cover.label, voice.list(labels.map((label) => label.name))],
    ])
  }
  drawSuccessions({ paper, ...tools }, facts.setup.successions ?? [], facts.names)
  paper.sub(words.flow)
  paper.body(words.flowText)
  if (facts.imports.length === 0) {
    paper.body(words.noImports)
    return
  }
  paper.table(
    [
      { title: words.file, share: 36 },
      { title: words.profile, share: 19 },
      { title: words.rows, share: 15 },
      { title: words.when, share: 30 },
    ],
    facts.imports.map(({ file, profile, rows, refused, ...done }) => [
      file,
      profileName(profile, tools.voice.language),
      `${voice.number(rows)}${refused === 0 ? '' : `\n${voice.say(words.refused, { count: refused })}`}`,
      doneText(done, tools),
    ]),
  )
}

/** What people call the system that wrote the file. */
function profileName(key: string, language: Language): string {
  const profiles: Readonly<Record<string, { readonly name: string }>> = (language === 'nl' ? nlFiles : enFiles).profiles
  return profiles[key]?.name ?? key
}

function* drawForms(paper: Paper, tools: Told, words: Words): Pauses {
  const { facts } = tools
  if (facts.setup.points.length === 0) paper.body(words.noForms)
  for (const { key: point, name, kind, versions } of facts.setup.points) {
    for (const version of versions) {
      const drawing = { paper, ...tools, evidence: { names: facts.names } }
      drawForm(drawing, { point, name, kind, version, events: [] })
      for (const document of version.documents) drawDocument({ paper, ...tools }, document)
      yield
    }
  }
}

function drawBases(paper: Paper, tools: Told, words: Words): void {
  const { voice, facts } = tools
  const { families } = facts.names
  paper.sub(words.promises)
  paper.facts(facts.setup.categories.map(({ name, promise }) => [name, promise]))
  paper.sub(words.similarity)
  if (facts.setup.similarity.length === 0) paper.body(words.noSimilarity)
  paper.bullets(
    facts.setup.similarity.map(({ from, to, verdict, reason }) =>
      voice.say(proofWords(voice.language).mailing.similarity, {
        from: nameIn(families, from, voice),
        to: nameIn(families, to, voice),
        verdict: voice.words.verdictsOfSimilarity[verdict],
        reason,
      }),
    ),
  )
  paper.sub(voice.words.decisions.policy)
  drawPolicy(paper, facts.setup.policy, tools)
}

function drawUnsubscribe(paper: Paper, { voice, facts }: Told, words: Words): void {
  const { limit, manual, imported } = facts.leadTimes
  paper.bullets([...words.procedure])
  const took = (hours: number) => voice.duration(hours * HOUR)
  const row = (name: string, { measured, undated, before, late, spread }: Lead) => [
    name,
    voice.number(measured),
    spread === null ? '–' : took(spread.median),
    spread === null ? '–' : took(spread.p90),
    spread === null ? '–' : took(spread.max),
    voice.number(late),
    voice.number(undated),
    voice.number(before),
  ]
  paper.table(
    [
      { title: words.way, share: 20 },
      { title: words.measured, share: 11 },
      { title: words.median, share: 12 },
      { title: words.ninety, share: 12 },
      { title: words.most, share: 12 },
      { title: words.late, share: 10 },
      { title: words.undated, share: 10 },
      { title: words.before, share: 13 },
    ],
    [row(words.byHand, manual), row(words.fromFiles, imported)],
  )
  paper.note(voice.say(words.limit, { limit }))
  const { lists, held, voided, reported } = facts.mailings
  paper.sub(words.guard)
  paper.facts([
    [words.lists, voice.number(lists)],
    [words.held, voice.number(held)],
    [words.voided, voice.number(voided)],
    [words.reported, voice.number(reported)],
  ])
}

function drawFigures(paper: Paper, { voice, facts, decisions }: Told, words: Words): void {
  const { contacts, customers, formerCustomers, prospects, objected } = facts.people
  paper.facts([
    [words.contacts, voice.number(contacts)],
    [words.customers, voice.number(customers)],
    [words.formerCustomers, voice.number(formerCustomers)],
    [words.prospects, voice.number(prospects)],
    [words.objected, voice.number(objected)],
  ])
  if (facts.categories.length > 0) {
    paper.table(
      [
        { title: voice.words.answer.category, share: 36 },
        { title: decisions.verdict('yes'), share: 14 },
        { title: decisions.verdict('review'), share: 14 },
        { title: decisions.verdict('no'), share: 14 },
        { title: words.byBasis, share: 36 },
      ],
      facts.categories.map(({ category, yes, no, review, byBasis }) => [
        nameIn(facts.names.categories, category, voice),
        voice.number(yes),
        voice.number(review),
        voice.number(no),
        Object.entries(byBasis)
          .map(([basis, count]) => `${decisions.basis(basis as never)}: ${voice.number(count)}`)
          .join('\n'),
      ]),
    )
    paper.note(words.figuresNote)
  }
  paper.sub(words.recorded)
  paper.facts(countedTypes.map((type) => [voice.words.events[type], voice.number(facts.counts[type])]))
}

function drawRetention(paper: Paper, { voice, facts }: Told, words: Words): void {
  paper.bullets([...words.retention])
  paper.facts([
    [words.years, voice.say(words.yearsValue, { years: facts.setup.policy.proof_retention_years })],
    [words.requests, voice.number(facts.counts['erasure-requested'])],
    [words.erased, voice.number(facts.verified.erased)],
  ])
}

function drawIncidents(paper: Paper, { voice, facts }: Told, words: Words): void {
  paper.facts([
    [voice.words.events.complaint, voice.number(facts.counts.complaint)],
    [voice.words.events['spam-complaint'], voice.number(facts.counts['spam-complaint'])],
    [voice.words.events['authority-request'], voice.number(facts.counts['authority-request'])],
  ])
  if (facts.incidents.length === 0) {
    paper.body(words.noIncidents)
    return
  }
  const most = 200
  paper.table(
    [
      { title: words.what, share: 30 },
      { title: words.found, share: 18 },
      { title: words.cause, share: 26 },
      { title: words.measure, share: 26 },
    ],
    facts.incidents
      .slice(0, most)
      .map(({ seq, kind, found, cause, measure }) => [
        `${words.incidentKinds[kind]} (${voice.say(voice.words.number, { seq })})`,
        voice.exact(found),
        cause ?? words.open,
        measure ?? words.open,
      ]),
  )
  if (facts.incidents.length > most) {
    paper.note(voice.say(words.moreIncidents, { count: facts.incidents.length - most }))
  }
}

function drawThirdParties(paper: Paper, { voice, facts }: Told, words: Words): void {
  if (facts.collectors.length === 0) {
    paper.sentence(words.noCollectors)
    paper.note(words.bought)
    return
  }
  paper.facts(facts.collectors.map(({ name, consents }) => [name, voice.say(words.consents, { count: consents })]))
}

function drawChanges(paper: Paper, told: Told, words: Words): void {
  const { voice, facts } = told
  paper.table(
    [
      { title: words.when, share: 20 },
      { title: words.what, share: 40 },
      { title: words.who, share: 20 },
      { title: words.why, share: 20 },
    ],
    facts.changes.map(({ at, by, seq, type, key, reason }) => [
      voice.exact(at),
      `${voice.words.events[type]}: ${named(type, key, told)} (${voice.say(voice.words.number, { seq })})`,
      by,
      reason ?? '',
    ]),
  )
}

/** Choices of the policy and parts of the way of working, as they are called in the chapters about them. */
function named(type: EventType, key: string, { voice, decisions }: Told): string {
  if (type !== 'process-set' && type !== 'policy-set') return key
  const parts: Readonly<Record<string, string>> = proofWords(voice.language).stated
  return key
    .split(', ')
    .map((part) => (type === 'process-set' ? (parts[part] ?? part) : decisions.policy(part as PolicyKey)))
    .join(', ')
}

function drawVerified(paper: Paper, { voice, facts }: Told, words: Words): void {
  const { holds, events, checkpoints, documents, erased, flaws } = facts.verified
  paper.sentence(voice.say(holds ? words.holds : words.fails, { events, checkpoints, flaws }))
  paper.facts([
    [voice.words.integrity.size, voice.number(events), styles.value],
    [words.seals, voice.number(checkpoints)],
    [voice.words.annexes.documents, voice.number(documents)],
    [words.erased, voice.number(erased)],
  ])
}
