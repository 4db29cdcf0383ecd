/** The sheets: one a consent, a sale, an objection. RULES.md 4.1, points 6 to 8. */

import type { Box, FormVersion } from '../../../preload/contract/vocabulary/setup.ts'
import type { TimelineRow } from '../../domain/evidence.ts'
import {
  type ConsentSheet,
  type EventOf,
  elapsedTo,
  type ObjectionSheet,
  type SaleSheet,
} from '../../domain/evidenceSheets.ts'
import { millisOf } from '../../domain/time.ts'
import type { Pauses } from '../pdf/bound.ts'
import { red, styles } from '../pdf/type.ts'
import { eventLine, nameIn, namesIn, numbers, scopeText } from '../tell.ts'
import { type Drawing, drawFindings } from './drawing.ts'

export function* drawConsents(drawing: Drawing): Pauses {
  const { paper, evidence, voice } = drawing
  if (evidence.consents.length === 0) paper.body(voice.words.consent.none)
  for (const sheet of evidence.consents) {
    drawConsent(drawing, sheet)
    yield
  }
}

function drawConsent(drawing: Drawing, sheet: ConsentSheet): void {
  const { paper, evidence, voice, rows } = drawing
  const { words, say } = voice
  const { names, identity } = evidence
  const row = rows.get(sheet.seq)
  paper.sub(say(words.consent.heading, { seq: sheet.seq }))
  if (!row?.event) {
    paper.body(words.timeline.ofOther)
    return
  }
  const { event } = row
  const { occurred } = event
  const given = event.type === 'consent-given' ? event.body : null
  const claim = given?.claim ?? null
  const point = sheet.form?.point ?? given?.point ?? null
  const version = formOf(drawing, sheet.form)
  const boxes = version?.boxes.filter(({ key }) => sheet.boxes.includes(key)) ?? []
  if (sheet.correctedBy !== null) paper.strong(say(words.consent.corrected, { seq: sheet.correctedBy }))
  paper.sentence(
    [
      say(words.consent.sentence, {
        at: voice.occurred(occurred),
        address: event.address ?? identity.address,
        entity: nameIn(names.entities, sheet.entity, voice),
        categories: namesIn(names.categories, sheet.categories, voice),
        point: point === null ? words.vias[event.via] : nameIn(names.points, point, voice),
        recorded: voice.exact(event.recorded),
        seq: event.seq,
      }),
      ...sheet.confirmations.flatMap((seq) => confirmation(drawing, seq)),
      ...(sheet.confirmations.length === 0 ? [words.consent.unconfirmed] : []),
    ].join(' '),
  )
  drawWording(drawing, [...boxes.map(({ wording }) => wording), claim?.wording ?? ''])
  paper.facts([
    [
      words.consent.when,
      [voice.occurred(occurred), occurred.text ? `“${occurred.text}”` : ''].filter(Boolean).join('\n'),
    ],
    [words.consent.recorded, `${voice.exact(event.recorded)}${row.late ? `, ${words.timeline.late}` : ''}`],
    [words.consent.how, words.vias[event.via]],
    [words.consent.act, actText(claim?.act ?? (given?.signed ? 'signed' : null), boxes, voice.words)],
    [words.sale.order, 'order' in event.body ? event.body.order : null],
    [words.consent.point, point === null ? null : nameIn(names.points, point, voice)],
    [words.consent.version, sheet.form?.version ?? words.consent.noForm],
    [words.consent.live, version === null ? null : liveText(version, voice)],
    [
      words.consent.default,
      boxes.length > 0
        ? voice.list(unique(boxes.map((box) => words.defaults[box.default])))
        : claim?.boxDefault
          ? words.defaults[claim.boxDefault]
          : words.unknown,
    ],
    [
      words.consent.required,
      boxes.length > 0
        ? voice.yesNo(boxes.some(({ required }) => required))
        : voice.yesNo(claim?.requiredForOther ?? null),
    ],
    [
      words.consent.bundled,
      boxes.length > 0
        ? unique(boxes.map((box) => words.bundled[box.bundledWith])).join(', ')
        : claim?.bundledWith
          ? words.bundled[claim.bundledWith]
          : words.unknown,
    ],
    [words.consent.named, voice.yesNo(version?.names.entity ?? claim?.names?.entity ?? null)],
    [words.consent.purpose, voice.yesNo(version?.shows.purpose ?? claim?.shows?.purpose ?? null)],
    [words.consent.withdrawal, voice.yesNo(version?.shows.withdrawal ?? claim?.shows?.withdrawal ?? null)],
    [words.consent.privacy, version?.shows.privacy ?? claim?.shows?.privacy ?? words.none],
    [words.consent.refusals, sheet.refusals.length === 0 ? null : listed(drawing, sheet.refusals)],
    [words.consent.requests, sheet.requests.length === 0 ? null : listed(drawing, sheet.requests)],
    [words.consent.confirmations, sheet.confirmations.length === 0 ? null : listed(drawing, sheet.confirmations)],
    [words.consent.collector, given?.collector?.name ?? null],
    [words.consent.ip, given?.ip ?? null],
    [words.consent.source, sourceText(row, voice)],
    [words.consent.grade, sheet.grade === null ? null : drawing.decisions.grade(sheet.grade)],
    [words.consent.endedBy, sheet.endedBy.length === 0 ? null : listed(drawing, sheet.endedBy)],
  ])
  if (version === null && claim !== null) paper.note(words.consent.claimNote)
  if (sheet.findings.length > 0) {
    paper.words(words.consent.findings, styles.strong, { after: 4 })
    drawFindings(drawing, sheet.findings)
  }
}

function drawWording({ paper, voice }: Drawing, all: readonly string[]): void {
  const { words } = voice
  const wordings = unique(all.filter((wording) => wording !== ''))
  paper.words(words.consent.wording, styles.strong, { after: 2 })
  if (wordings.length === 0) paper.body(words.consent.fromEmptyWording)
  for (const wording of wordings) paper.quote(wording)
}

function confirmation({ rows, voice }: Drawing, seq: number): readonly string[] {
  const row = rows.get(seq)
  return row === undefined ? [] : [voice.say(voice.words.consent.confirmed, { at: voice.occurred(row.occurred), seq })]
}

type Act = keyof Drawing['voice']['words']['acts']

function actText(known: Act | null, boxes: readonly Box[], words: Drawing['voice']['words']): string {
  const act =
    known ?? (boxes.some(({ control }) => control === 'button') ? 'submitted' : boxes.length > 0 ? 'ticked' : 'unknown')
  const controls = unique(boxes.map(({ control }) => words.controls[control]))
  return controls.length === 0 ? words.acts[act] : `${words.acts[act]} (${controls.join(', ')})`
}

export function* drawSales(drawing: Drawing): Pauses {
  const { paper, evidence, voice } = drawing
  if (evidence.sales.length === 0) paper.body(voice.words.sale.none)
  for (const sheet of evidence.sales) {
    drawSale(drawing, sheet)
    yield
  }
}

function drawSale(drawing: Drawing, sheet: SaleSheet): void {
  const { paper, evidence, voice, rows } = drawing
  const { words, say } = voice
  const { names, identity, message } = evidence
  const row = rows.get(sheet.seq)
  const event = row?.event
  if (
    row === undefined ||
    !event ||
    (event.type !== 'sale' && event.type !== 'donation' && event.type !== 'membership')
  )
    return
  const { body } = event
  const version = formOf(drawing, sheet.form)
  const lines = 'lines' in body ? body.lines : []
  paper.sub(say(words.sale.heading, { order: body.order }))
  if (sheet.correctedBy !== null) paper.strong(say(words.consent.corrected, { seq: sheet.correctedBy }))
  paper.sentence(
    `${say(words.sale.sentence, {
      at: voice.occurred(event.occurred),
      address: event.address ?? identity.address,
      entity: nameIn(names.entities, body.entity, voice),
      order: body.order,
      families: sheet.families.length === 0 ? words.sale.uncategorised : namesIn(names.families, sheet.families, voice),
      recorded: voice.exact(event.recorded),
      seq: event.seq,
    })} ${opportunitySentence(drawing, sheet, version)}`,
  )
  const optOut = version?.boxes.filter(({ kind }) => kind === 'opt-out') ?? []
  const wordings = [
    ...optOut.map(({ wording }) => wording),
    ...opportunities(drawing, sheet).flatMap(({ body: { wording } }) => wording ?? []),
  ]
  for (const wording of unique(wordings)) paper.quote(wording)
  paper.facts([
    [words.sale.when, voice.occurred(event.occurred)],
    [words.consent.recorded, `${voice.exact(event.recorded)}${row.late ? `, ${words.timeline.late}` : ''}`],
    [words.sale.entity, nameIn(names.entities, body.entity, voice)],
    [words.cover.label, body.label === null ? null : nameIn(names.labels, body.label, voice)],
    [words.sale.channel, 'salesChannel' in body ? words.channels[body.salesChannel] : null],
    [
      words.sale.lines,
      lines
        .map(({ title, sku, quantity }) =>
          [quantity === undefined ? '' : `${voice.number(quantity)} ×`, title ?? '', sku ? `(${sku})` : '']
            .filter(Boolean)
            .join(' '),
        )
        .join('\n'),
    ],
    [words.sale.families, namesIn(names.families, sheet.families, voice)],
    [
      words.sale.amount,
      'amount' in body && body.amount !== null ? `${body.currency ?? ''} ${body.amount}`.trim() : null,
    ],
    [words.sale.payment, 'payment' in body ? words.payments[body.payment] : null],
    [words.sale.addressEntered, voice.yesNo(body.addressEntered)],
    [words.sale.form, formText(drawing, sheet.form)],
    [words.consent.live, version === null ? null : liveText(version, voice)],
    [words.sale.opportunity, opportunityText(drawing, sheet, optOut)],
    [words.sale.statement, words.statements[body.statement]],
    [
      words.sale.boxes,
      'boxes' in body && body.boxes !== null
        ? Object.entries(body.boxes)
            .map(([key, state]) => `${boxName(version, key)}: ${words.boxStates[state]}`)
            .join('\n')
        : null,
    ],
    [words.sale.undone, sheet.undoneBy.length === 0 ? words.none : listed(drawing, sheet.undoneBy)],
    [words.sale.similarity, message === null ? null : similarityText(drawing, sheet)],
    [
      words.sale.recency,
      message === null || message.at < event.occurred.to
        ? null
        : voice.duration(millisOf(message.at) - millisOf(event.occurred.to)),
    ],
    [words.consent.source, sourceText(row, voice)],
  ])
  if (sheet.findings.length > 0) {
    paper.words(words.consent.findings, styles.strong, { after: 4 })
    drawFindings(drawing, sheet.findings)
  }
}

function opportunities(
  { rows }: Drawing,
  { opportunities: all }: SaleSheet,
): readonly EventOf<'objection-opportunity'>[] {
  return all.flatMap(({ seq }) => {
    const event = rows.get(seq)?.event
    return event?.type === 'objection-opportunity' ? [event] : []
  })
}

function opportunitySentence(drawing: Drawing, sheet: SaleSheet, version: FormVersion | null): string {
  const { words, say } = drawing.voice
  const [recorded] = opportunities(drawing, sheet)
  const box = version?.boxes.find(({ kind }) => kind === 'opt-out')
  const placement = recorded?.body.placement ?? box?.placement
  if (placement === undefined || placement === null) return words.sale.notOffered
  const outcome = recorded?.body.outcome ?? sheet.outcome
  const used = { used: words.sale.used, 'not-used': words.sale.unused, unknown: words.sale.useUnknown }[outcome]
  return say(words.sale.offered, { placement: words.placements[placement], used })
}

function opportunityText(drawing: Drawing, sheet: SaleSheet, optOut: readonly Box[]): string {
  const { voice, decisions } = drawing
  const { words } = voice
  const recorded = sheet.opportunities.map(
    ({ seq, grade }) => `${numbers([seq], voice)}${grade === null ? '' : `, ${decisions.grade(grade)}`}`,
  )
  const boxes = optOut.map(
    (box) => `${words.placements[box.placement]}, ${words.controls[box.control]}: ${words.defaults[box.default]}`,
  )
  return [...boxes, ...recorded].join('\n') || words.none
}

function similarityText({ evidence, voice }: Drawing, { families }: SaleSheet): string {
  const { words, say } = voice
  const { names, similarity, message } = evidence
  const offered = message?.mailing.families ?? []
  return offered
    .flatMap((to) =>
      families.map((from) => {
        if (from === to) return say(words.sale.sameFamily, { family: nameIn(names.families, from, voice) })
        const entry = similarity.find((one) => one.from === from && one.to === to)
        return say(words.sale.similarityRow, {
          from: nameIn(names.families, from, voice),
          to: nameIn(names.families, to, voice),
          verdict: entry === undefined ? words.verdictsOfSimilarity.no : words.verdictsOfSimilarity[entry.verdict],
          reason: entry?.reason ?? words.none,
        })
      }),
    )
    .join('\n')
}

export function* drawObjections(drawing: Drawing): Pauses {
  const { paper, evidence, voice } = drawing
  if (evidence.objections.length === 0) paper.body(voice.words.objection.none)
  for (const sheet of evidence.objections) {
    drawObjection(drawing, sheet)
    yield
  }
}

function drawObjection(drawing: Drawing, sheet: ObjectionSheet): void {
  const { paper, evidence, voice, rows } = drawing
  const { words, say } = voice
  const row = rows.get(sheet.seq)
  const what = words.events[sheet.type]
  const scope = scopeText(sheet.scope, evidence.names, voice)
  paper.sub(say(words.objection.heading, { what, seq: sheet.seq }))
  if (sheet.correctedBy !== null) paper.strong(say(words.consent.corrected, { seq: sheet.correctedBy }))
  paper.sentence(
    `${say(words.objection.sentence, {
      at: voice.occurred(sheet.received),
      address: evidence.identity.address,
      what: what.toLowerCase(),
      scope,
      recorded: voice.exact(sheet.recorded),
      elapsed: voice.elapsed(sheet.elapsed),
      seq: sheet.seq,
    })} ${sheet.sendsAfter.length === 0 ? words.objection.noneAfter : say(words.objection.someAfter, { count: sheet.sendsAfter.length })}`,
  )
  const message = row?.event?.reason ?? null
  paper.facts([
    [words.objection.received, voice.occurred(sheet.received)],
    [words.objection.recorded, voice.exact(sheet.recorded)],
    [words.objection.effective, sheet.effective === null ? null : voice.exact(sheet.effective)],
    [words.objection.elapsed, voice.elapsed(sheet.elapsed)],
    [words.objection.scope, scope],
    [words.objection.via, row === undefined ? null : words.vias[row.via]],
    [words.objection.by, row?.by ?? null],
    [words.objection.atCollection, sheet.type === 'objection' ? voice.yesNo(sheet.atCollection) : null],
    [words.objection.confirmation, sheet.type === 'spam-complaint' ? null : voice.yesNo(sheet.confirmationSent)],
    [words.objection.message, message],
    [
      words.objection.sendsAfter,
      sheet.sendsAfter
        .map(
          (send) =>
            `${voice.exact(send.at)}  ${send.name} (${say(words.objection.elapsedAfter, { elapsed: voice.elapsed(elapsedTo(send.at, sheet.received)) })})`,
        )
        .join('\n') || words.none,
      sheet.sendsAfter.length === 0 ? styles.value : { ...styles.strong, color: red },
    ],
    [words.consent.source, row === undefined ? null : sourceText(row, voice)],
  ])
}

/** The version of a form that an entry rests on. */
export function formOf({ evidence }: Drawing, form: ConsentSheet['form']): FormVersion | null {
  return (
    evidence.forms.find(({ point, version }) => point === form?.point && version.key === form.version)?.version ?? null
  )
}

function formText({ evidence, voice }: Drawing, form: ConsentSheet['form']): string {
  if (form === null) return voice.words.consent.noForm
  return voice.say(voice.words.annexes.formHeading, {
    name: nameIn(evidence.names.points, form.point, voice),
    version: form.version,
  })
}

export function liveText({ liveFrom, liveTo }: FormVersion, voice: Drawing['voice']): string {
  const { words, say, minute } = voice
  return liveTo === null
    ? say(words.consent.liveOpen, { from: minute(liveFrom) })
    : say(words.consent.liveValue, { from: minute(liveFrom), to: minute(liveTo) })
}

function listed({ rows, evidence, voice }: Drawing, seqs: readonly number[]): string {
  return seqs
    .flatMap((seq) => rows.get(seq) ?? [])
    .map(
      (row) =>
        `${voice.occurredShort(row.occurred)}  ${eventLine(row, evidence.names, voice)} (${numbers([row.seq], voice)})`,
    )
    .join('\n')
}

function sourceText({ file, event }: TimelineRow, { words, say }: Drawing['voice']): string | null {
  if (file === null) return null
  return event?.source === undefined ? file : say(words.consent.sourceLine, { file, line: event.source.line })
}

const boxName = (version: FormVersion | null, key: string): string => {
  const wording = version?.boxes.find((box) => box.key === key)?.wording
  return wording === undefined ? key : wording.length > 60 ? `“${wording.slice(0, 57)}…”` : `“${wording}”`
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]
