/** The sections about the message, the answer, the address and the timeline. RULES.md 4.1, points 2 to 5. */
import type { Cell } from '../pdf/paper.ts'
import { drawTimeline } from '../pdf/timeline.ts'
import { red, soft, styles } from '../pdf/type.ts'
import { eventLine, nameIn, namesIn, numbers, scopeText } from '../tell.ts'
import { answerSentences } from './cover.ts'
import { type Drawing, verdictCell } from './drawing.ts'

export function drawMessage({ paper, evidence, voice, decisions }: Drawing): void {
  const { words, say } = voice
  const { message, names, sends } = evidence
  if (message === null) {
    paper.body(words.message.none)
  } else {
    const { mailing, id, at, document } = message
    const { content } = mailing
    const present = ([key, there]: readonly [keyof typeof content, boolean]) =>
      there ? words.message[key] : say(words.message.absent, { what: words.message[key] })
    if (id === null) paper.body(words.message.foreign)
    paper.facts([
      [words.message.name, mailing.name],
      [words.message.id, id === null ? null : String(id)],
      [words.message.at, voice.minute(at)],
      [
        words.message.sender,
        `${nameIn(names.entities, mailing.entity, voice)} (${nameIn(names.labels, mailing.label, voice)})`,
      ],
      [words.message.nature, decisions.nature(mailing.nature)],
      [words.message.promotional, voice.yesNo(mailing.promotional)],
      [words.message.category, mailing.category === null ? null : nameIn(names.categories, mailing.category, voice)],
      [words.message.families, mailing.families.length === 0 ? null : namesIn(names.families, mailing.families, voice)],
      [words.message.thirdParty, mailing.thirdParty ?? words.none],
      [words.message.content, (Object.entries(content) as [keyof typeof content, boolean][]).map(present).join('\n')],
      [words.message.document, document === null ? words.notKept : `${document.name}`],
      [words.message.contentHash, mailing.contentSha256 ?? document?.sha256 ?? null, styles.code],
    ])
    paper.note(words.message.attested)
    const named = mailing.contentSha256
    if (document !== null && named !== null && document.sha256 !== named) paper.note(words.message.contentBlanked)
  }
  paper.sub(words.message.sends)
  if (sends.length === 0) paper.body(words.message.noSends)
  else {
    paper.table(
      [
        { title: words.message.at, share: 24 },
        { title: words.message.name, share: 40 },
        { title: words.message.category, share: 18 },
        { title: words.decisions.rests, share: 18 },
      ],
      sends.map(({ at, name, category, how, seq }) => [
        voice.exact(at),
        name,
        category === null ? '' : nameIn(names.categories, category, voice),
        `${words.message[how]}, ${numbers([seq], voice)}`,
      ]),
    )
  }
}

export function drawAnswer(drawing: Drawing): void {
  const { paper, evidence, voice, decisions } = drawing
  const { words, say } = voice
  const { answer, standing, names } = evidence
  for (const sentence of answerSentences(evidence, drawing)) paper.sentence(sentence)
  if (answer !== null) {
    paper.facts([
      [words.answer.basis, answer.basis === null ? words.answer.noBasis : answer.bases.map(decisions.basis).join('\n')],
      [words.answer.norms, answer.norms.map(decisions.norm).join('\n')],
      [words.answer.reasons, answer.reasons.map((reason) => decisions.reason(reason)).join('\n')],
      [words.answer.grade, answer.grade === null ? null : decisions.grade(answer.grade)],
      [words.answer.events, answer.events.map((seq) => restsOn(seq, drawing)).join('\n') || words.none],
    ])
  }
  const at = standing[0]?.decision.at
  if (at === undefined) return
  if (answer !== null) paper.sub(words.sections.standing)
  else paper.body(say(words.answer.standingSentence, { at: voice.minute(at) }))
  paper.table(
    [
      { title: words.answer.category, share: 20 },
      { title: words.answer.family, share: 17 },
      { title: words.answer.result, share: 16 },
      { title: words.answer.reasons, share: 47 },
    ],
    standing.map(({ category, family, decision }): readonly Cell[] => [
      nameIn(names.categories, category, voice),
      family === '' ? words.answer.anyFamily : nameIn(names.families, family, voice),
      verdictCell(drawing, decision.result),
      [
        decision.result === 'yes' && decision.basis !== null ? decisions.basis(decision.basis) : '',
        ...decision.reasons.slice(0, 2).map((reason) => decisions.reason(reason)),
        [
          decision.norms.map(({ cited }) => cited).join(' · '),
          decision.events.length > 0 ? numbers(decision.events, voice) : '',
        ]
          .filter((text) => text !== '')
          .join(' · '),
      ]
        .filter((text) => text !== '')
        .join('\n'),
    ]),
  )
}

function restsOn(seq: number, { rows, evidence, voice }: Drawing): string {
  const row = rows.get(seq)
  const number = numbers([seq], voice)
  return row === undefined ? number : `${number}: ${eventLine(row, evidence.names, voice)}`
}

export function drawIdentity({ paper, evidence, voice, decisions, rows }: Drawing): void {
  const { words } = voice
  const { address, name, addresses, keys, kin, status, since, events } = evidence.identity
  const hows: Readonly<Record<string, string>> = {
    'same-address': words.identity.sameAddress,
    'wide-sibling': words.identity.wideSibling,
    merged: words.identity.merged,
    further: words.identity.further,
  }
  paper.facts([
    [words.identity.address, address],
    [words.identity.name, name],
    [words.identity.addresses, addresses.length > 1 ? addresses.join('\n') : null],
    [words.identity.narrow, keys.narrow],
    [words.identity.wide, keys.wide],
    [words.identity.status, decisions.status(status)],
    [words.identity.since, since === null ? null : voice.minute(since)],
    [
      words.identity.kin,
      kin.length === 0
        ? words.identity.kinNone
        : kin.map((one) => `${one.address} (${hows[one.how] ?? one.how})`).join('\n'),
    ],
    [
      words.identity.events,
      events
        .flatMap((seq) => rows.get(seq) ?? [])
        .map(
          (row) =>
            `${voice.occurredShort(row.occurred)}  ${eventLine(row, evidence.names, voice)} (${numbers([row.seq], voice)})`,
        )
        .join('\n'),
    ],
  ])
  paper.note(
    [words.identity.keysNote, words.identity.statusNote, ...(kin.length > 0 ? [words.identity.kinNote] : [])].join(' '),
  )
}

export function drawTimelineSection({ paper, evidence, voice }: Drawing): void {
  const { words, say } = voice
  const { timeline, names, integrity } = evidence
  paper.body(say(words.timeline.sentence, { count: timeline.length }))
  drawTimeline(paper, evidence, voice)
  if (timeline.length === 0 && integrity.erased.length === 0) return
  const remarks = (row: (typeof timeline)[number]): readonly string[] => [
    ...(row.late ? [words.timeline.late] : []),
    ...(row.correctedBy === null ? [] : [say(words.timeline.correctedBy, { seq: row.correctedBy })]),
    ...(row.event === null
      ? [words.timeline.ofOther, ...(row.scope === null ? [] : [scopeText(row.scope, names, voice)])]
      : []),
    ...(row.event?.reason ? [`“${row.event.reason}”`] : []),
  ]
  const events = timeline.map((row): readonly [number, readonly Cell[]] => [
    row.seq,
    [
      String(row.seq),
      voice.occurredShort(row.occurred),
      { text: voice.exact(row.recorded), ...(row.late ? { color: red } : {}) },
      [eventLine(row, names, voice), ...remarks(row)].join('\n'),
      [words.vias[row.via], row.by].join('\n'),
      row.grade ?? '',
    ],
  ])
  const erased = integrity.erased.map(({ seq, by, at }): readonly [number, readonly Cell[]] => [
    seq,
    [String(seq), '', '', { text: say(words.timeline.erased, { at: voice.day(at), by }), color: soft }, '', ''],
  ])
  paper.table(
    [
      { title: words.number.replace('{seq}', '').trim(), share: 7 },
      { title: words.timeline.happened, share: 17 },
      { title: words.timeline.recorded, share: 17 },
      { title: words.timeline.what, share: 30 },
      { title: words.timeline.how, share: 22 },
      { title: words.timeline.grade, share: 7 },
    ],
    [...events, ...erased].sort(([a], [b]) => a - b).map(([, cells]) => cells),
  )
}
