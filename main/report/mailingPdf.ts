/** What the report about one mailing says, section by section: RULES.md 4.2, in its order. */
import type { Evidence } from '../domain/evidence.ts'
import { type Done, type Frozen, type MailingFacts, sentIn } from '../domain/mailingReport.ts'
import type { Pauses, Section } from './pdf/bound.ts'
import type { Paper } from './pdf/paper.ts'
import { drawSign, verdictColor } from './pdf/signs.ts'
import { styles } from './pdf/type.ts'
import { type ProofWords, proofWords } from './proofWords.ts'
import { doneText, drawDefinition } from './sections/definition.ts'
import type { Front } from './sections/front.ts'
import { drawPolicy } from './sections/policy.ts'
import { drawConsents, drawObjections, drawSales } from './sections/sheets.ts'
import { drawSuccessions } from './sections/successions.ts'
import { nameIn, numbers } from './tell.ts'
import type { Tools } from './writeSealed.ts'

/** More stand in evidence.json. */
const MOST_INCIDENTS = 200

type Told = Tools<MailingFacts>
type Words = ProofWords['mailing']

export function mailingFront({ voice, facts }: Told): Front {
  const { mailing: words } = proofWords(voice.language)
  const last = facts.decisions.at(-1)
  const { id, mailing } = facts
  return {
    title: words.title,
    subtitle: words.subtitle,
    about: voice.say(words.about, { id, name: mailing.name }),
    summary: last === undefined ? words.noDecision : voice.say(words.summary, { asked: askedIn(last), ...last.counts }),
    facts: [
      [voice.words.message.category, nameIn(facts.names.categories, mailing.category, voice)],
      [words.edition, last?.edition ?? null],
    ],
  }
}

/** `personOf` gives what is known of one contact of the sample, as the dossier of one address does. */
export function mailingSections(tools: Told, personOf: (contact: number) => Evidence | null): readonly Section[] {
  const { mailing: words } = proofWords(tools.voice.language)
  const section = (title: string, draw: (paper: Paper) => void): Section => ({
    title,
    *draw(paper) {
      draw(paper)
      yield
    },
  })
  return [
    section(words.sections.definition, (paper) => drawDefinition(paper, tools)),
    section(words.sections.audience, (paper) => drawAudience(paper, tools, words)),
    section(words.sections.lists, (paper) => drawLists(paper, tools, words)),
    section(words.sections.recipients, (paper) => drawRecipients(paper, tools, words)),
    section(words.sections.blocked, (paper) => drawBlocked(paper, tools, words)),
    section(words.sections.similarity, (paper) => drawSimilarity(paper, tools, words)),
    section(words.sections.after, (paper) => {
      drawAfter(paper, tools, words)
      drawIncidents(paper, tools, words)
    }),
    section(words.sections.chain, (paper) => drawChain(paper, tools, words)),
    section(words.sections.missing, (paper) => {
      if (tools.facts.missing.length === 0) paper.body(words.missingNone)
      else paper.bullets(tools.facts.missing.map((code) => words.missing[code]))
    }),
    { title: words.sections.sample, draw: (paper) => drawSample(paper, tools, words, personOf) },
  ]
}

const askedIn = ({ counts: { yes, no, review } }: Frozen): number => yes + no + review

function drawAudience(paper: Paper, tools: Told, words: Words): void {
  const { voice, facts, decisions } = tools
  if (facts.decisions.length === 0) paper.body(words.noDecision)
  for (const decision of facts.decisions) {
    paper.sub(voice.say(words.decision, { id: decision.id }))
    paper.sentence(voice.say(words.summary, { asked: askedIn(decision), ...decision.counts }))
    paper.facts([
      [words.defined, doneText(decision, voice)],
      [words.asked, voice.exact(decision.asked)],
      [words.known, voice.exact(decision.known)],
      [words.edition, decision.edition],
      [words.validUntil, voice.exact(decision.validUntil)],
      [words.record, decision.recordSha256, styles.code],
    ])
    paper.note(decision.recordHolds ? words.recordHolds : words.recordFails)
    const verdict = (result: 'yes' | 'no' | 'review') => ({
      text: decisions.verdict(result),
      color: verdictColor[result],
      strong: true,
      sign: (doc: Paper['doc'], x: number, y: number) => drawSign(doc, result, x, y, 8),
    })
    paper.table(
      [
        { title: words.result, share: 20 },
        { title: words.ground, share: 65 },
        { title: words.people, share: 15 },
      ],
      [
        ...decision.byBasis.map(({ basis, contacts }) => [
          verdict('yes'),
          decisions.basis(basis),
          voice.number(contacts),
        ]),
        ...decision.byReason.map(({ result, reason, contacts }) => [
          verdict(result),
          decisions.reason(reason),
          voice.number(contacts),
        ]),
      ],
    )
  }
}

function drawLists(paper: Paper, { voice, facts }: Told, words: Words): void {
  const files = facts.decisions.flatMap((decision) => decision.files)
  if (files.length === 0) paper.body(words.noFiles)
  for (const file of files) {
    paper.facts([
      [words.defined, doneText(file, voice)],
      [words.file, file.sha256, styles.code],
      [words.rows, voice.number(file.rows)],
      [words.heldBack, file.heldBack === 0 ? null : voice.number(file.heldBack)],
      [words.validUntil, file.validUntil === null ? null : voice.exact(file.validUntil)],
      [words.result, file.voided ? words.voided : null],
    ])
  }
  if (facts.sent.length === 0) {
    paper.body(words.noSent)
    return
  }
  paper.bullets(
    facts.sent.map(({ at, count, seq, messageId }) =>
      [voice.say(words.sentRow, { at: voice.exact(at), count, seq }), messageId ?? ''].join(' ').trim(),
    ),
  )
  for (const { counts } of facts.sent) {
    if (counts === null) continue
    const rows = Object.entries(words.counts) as readonly [keyof Words['counts'], string][]
    paper.facts(
      rows.map(([key, name]) => {
        const count = counts[key]
        return [name, count === null ? voice.words.unknown : voice.number(count)]
      }),
    )
  }
  const last = files.at(-1)
  const sent = sentIn(facts.sent)
  if (last !== undefined) {
    paper.sentence(last.rows === sent ? words.fits : voice.say(words.differs, { rows: last.rows, sent }))
  }
}

function drawRecipients(paper: Paper, { voice, facts, decisions }: Told, words: Words): void {
  const { recipients, different, byGrade } = facts.recomputed
  paper.body(voice.say(words.recipients, { count: recipients, file: words.recipientsFile }))
  paper.body(facts.full ? words.withNames : words.pseudonyms)
  paper.sentence(
    different.length === 0
      ? words.same
      : voice.say(words.different, {
          count: different.length,
          contacts: voice.list(different.slice(0, 50).map(String)),
        }),
  )
  if (byGrade.length === 0) return
  paper.table(
    [
      { title: words.grade, share: 80 },
      { title: words.people, share: 20 },
    ],
    byGrade.map(({ grade, contacts }) => [
      grade === null ? words.noGrade : decisions.grade(grade),
      voice.number(contacts),
    ]),
  )
}

function drawBlocked(paper: Paper, tools: Told, words: Words): void {
  const { voice, facts } = tools
  paper.body(voice.say(words.blocked, { file: words.blockedFile }))
  const { lastObjectionBefore, lastImportBefore } = facts
  paper.facts([
    [words.lastObjection, lastObjectionBefore === null ? voice.words.none : voice.exact(lastObjectionBefore)],
    [
      words.lastImport,
      lastImportBefore === null ? voice.words.none : `${lastImportBefore.file}\n${doneText(lastImportBefore, voice)}`,
    ],
  ])
}

function drawSimilarity(paper: Paper, tools: Told, words: Words): void {
  const { voice, facts } = tools
  const { families } = facts.names
  const verdicts = voice.words.verdictsOfSimilarity
  if (facts.similarity.length === 0) paper.body(words.noSimilarity)
  else {
    paper.bullets(
      facts.similarity.map(({ from, to, verdict, reason }) =>
        voice.say(words.similarity, {
          from: nameIn(families, from, voice),
          to: nameIn(families, to, voice),
          verdict: verdicts[verdict],
          reason,
        }),
      ),
    )
  }
  const { mailing } = facts
  paper.bullets(
    mailing.families.map((family) =>
      voice.say(voice.words.sale.sameFamily, { family: nameIn(families, family, voice) }),
    ),
  )
  drawPolicy(paper, facts.policy, tools)
}

function drawAfter(paper: Paper, { voice, facts }: Told, words: Words): void {
  const { since, events, vias, effect } = facts.after
  const at = since === null ? '' : voice.exact(since)
  if (since === null || events.length === 0) {
    paper.sentence(since === null ? words.notSent : voice.say(words.afterNone, { since: at }))
    return
  }
  paper.body(voice.say(words.afterIntro, { since: at }))
  paper.facts(events.map(({ type, count }) => [voice.words.events[type], voice.number(count)]))
  paper.facts(vias.map(({ via, count }) => [voice.words.vias[via], voice.number(count)]))
  if (effect !== null) {
    const { median, most } = effect
    paper.sentence(voice.say(words.effect, { median: voice.duration(median), most: voice.duration(most) }))
  }
}

function drawIncidents(paper: Paper, { voice, facts }: Told, words: Words): void {
  const { incidentKinds, open, what, cause, measure } = proofWords(voice.language).process
  paper.sub(words.incidents)
  if (facts.incidents.length === 0) {
    paper.body(words.noIncidents)
    return
  }
  paper.table(
    [
      { title: what, share: 40 },
      { title: cause, share: 30 },
      { title: measure, share: 30 },
    ],
    facts.incidents.slice(0, MOST_INCIDENTS).map((incident) => {
      const about = incident.contact === null ? '' : voice.say(words.someone, { contact: incident.contact })
      const number = voice.say(voice.words.number, { seq: incident.seq })
      const beneath = [about, voice.exact(incident.sent ?? incident.found), number].filter((text) => text !== '')
      return [
        `${incidentKinds[incident.kind]}\n${beneath.join(' · ')}`,
        incident.cause ?? open,
        incident.measure ?? open,
      ]
    }),
  )
  const more = facts.incidents.length - MOST_INCIDENTS
  if (more > 0) paper.note(voice.say(proofWords(voice.language).process.moreIncidents, { count: more }))
}

function drawChain(paper: Paper, tools: Told, words: Words): void {
  const { voice, facts } = tools
  const rows: readonly (readonly [keyof Words['steps'], Done])[] = [
    ['defined', facts.defined],
    ...facts.changes.map((change) => ['changed', change] as const),
    ...facts.decisions.flatMap((decision) => [
      ['decided', decision] as const,
      ...decision.files.map((file) => ['exported', file] as const),
    ]),
    ...facts.sent.map((sent) => ['sent', sent] as const),
  ]
  paper.facts(rows.map(([step, done]) => [words.steps[step], doneText(done, voice)]))
  drawSuccessions({ paper, ...tools }, facts.successions, facts.names)
  paper.facts([[words.thirdParty, facts.mailing.thirdParty ?? words.noThirdParty]])
}

function* drawSample(paper: Paper, tools: Told, words: Words, personOf: (contact: number) => Evidence | null): Pauses {
  const { voice, facts, decisions, documentOf, pictureFor } = tools
  const { size, of, people } = facts.sample
  paper.body(voice.say(words.sampleHow, { of, size }))
  for (const { contact, events } of people) {
    const evidence = personOf(contact)
    if (evidence === null) continue
    paper.sub(voice.say(words.person, { contact }))
    const { answer } = evidence
    paper.facts([
      [words.result, answer === null ? null : decisions.verdict(answer.result)],
      [words.ground, answer?.basis ? decisions.basis(answer.basis) : null],
      [words.grade, answer?.grade ? decisions.grade(answer.grade) : null],
      [voice.words.answer.norms, answer?.norms.map(({ cited }) => cited).join(' · ') ?? null],
      [voice.words.answer.events, numbers(events, voice)],
    ])
    const rows = new Map(evidence.timeline.map((row) => [row.seq, row]))
    const drawing = { paper, evidence, voice, decisions, rows, documentOf, pictureFor }
    if (evidence.consents.length > 0) yield* drawConsents(drawing)
    if (evidence.sales.length > 0) yield* drawSales(drawing)
    if (evidence.objections.length > 0) yield* drawObjections(drawing)
    yield
  }
}
