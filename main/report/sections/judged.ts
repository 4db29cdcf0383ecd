/** The decision then and now, what is missing, and what was done after the complaint. RULES.md 4.1, points 9 to 11. */
import type { Decision } from '../../../preload/contract/vocabulary/decision.ts'
import type { Pauses } from '../pdf/bound.ts'
import type { Cell } from '../pdf/paper.ts'
import { red, styles } from '../pdf/type.ts'
import { eventLine, numbers } from '../tell.ts'
import { type Drawing, drawFindings, verdictCell } from './drawing.ts'

export function* drawDecisions(drawing: Drawing): Pauses {
  const { paper, evidence, voice } = drawing
  const { words } = voice
  const { decisions, incidents } = evidence
  if (decisions === null) {
    yield* drawStandingFindings(drawing)
  } else {
    const { atSending, now, differences } = decisions
    paper.sentence(differences.changed ? words.decisions.sentenceChanged : words.decisions.sentenceSame)
    const cell = (decision: Decision, text: string): Cell =>
      text === '' ? verdictCell(drawing, decision.result) : text
    const row = (label: string, told: (decision: Decision) => string): readonly Cell[] => [
      { text: label, strong: true },
      cell(atSending, told(atSending)),
      cell(now, told(now)),
    ]
    paper.table(
      [
        { title: '', share: 20 },
        { title: words.decisions.atSending, share: 40 },
        { title: words.decisions.now, share: 40 },
      ],
      [
        row(words.answer.result, () => ''),
        row(words.decisions.at, ({ at }) => voice.minute(at)),
        row(words.decisions.known, ({ known }) => voice.exact(known)),
        row(words.answer.basis, ({ basis }) =>
          basis === null ? words.answer.noBasis : drawing.decisions.basis(basis),
        ),
        row(words.answer.norms, ({ norms }) => norms.map(({ cited }) => cited).join('\n') || words.none),
        row(
          words.answer.reasons,
          ({ reasons }) => reasons.map((reason) => drawing.decisions.reason(reason)).join('\n') || words.none,
        ),
        row(words.answer.events, ({ events }) => numbers(events, voice)),
        row(words.cover.edition, ({ edition }) => edition),
        row(words.decisions.policy, ({ policy }) =>
          policy === 0 ? words.decisions.policyDefault : numbers([policy], voice),
        ),
      ],
    )
    if (differences.learned.length > 0) {
      paper.facts([
        [words.decisions.learned, differences.learned.map((seq) => line(seq, drawing)).join('\n')],
        [words.decisions.decisive, differences.decisive.length === 0 ? null : numbers(differences.decisive, voice)],
      ])
    }
    paper.sub(words.decisions.findings)
    drawFindings(drawing, now.findings)
  }
  paper.sub(words.decisions.incidents)
  if (incidents.length === 0) paper.body(words.decisions.noIncidents)
  for (const { kind, send, objection, elapsed } of incidents) {
    const values = {
      name: send.name,
      at: voice.exact(send.at),
      objection: objection ?? 0,
      elapsed: elapsed === null ? '' : voice.elapsed(elapsed),
    }
    const message =
      kind === 'sent-after-objection' ? words.decisions.sentAfterObjection : words.decisions.sentWithoutGround
    paper.words(voice.say(message, values), { ...styles.strong, color: red }, { after: 4 })
  }
}

/** Without a mailing: the conditions of each kind of mail that is not a plain yes or no for want of anything. */
function* drawStandingFindings(drawing: Drawing): Pauses {
  const { paper, evidence, voice } = drawing
  const { names, standing } = evidence
  for (const { category, family, decision } of standing.filter(({ decision }) => decision.findings.length > 0)) {
    const title = [names.categories[category] ?? category, names.families[family] ?? family].filter(
      (text) => text !== '',
    )
    paper.sub(`${title.join(' · ')}: ${drawing.decisions.verdict(decision.result)}`)
    drawFindings(drawing, decision.findings)
    yield
  }
  if (standing.length === 0) paper.body(voice.words.answer.standingNone)
}

export function drawMissing({ paper, evidence, voice }: Drawing): void {
  const { words } = voice
  if (evidence.missing.length === 0) {
    paper.body(words.missingNone)
    return
  }
  paper.body(words.missingIntro)
  paper.bullets(
    evidence.missing.map(({ code, events, form }) => {
      const about = [form ?? '', events.length === 0 ? '' : numbers(events, voice)].filter((text) => text !== '')
      return about.length === 0 ? words.missing[code] : `${words.missing[code]} (${about.join('; ')})`
    }),
  )
}

export function drawAction(drawing: Drawing): void {
  const { paper, evidence, voice, rows } = drawing
  const { words, say } = voice
  const [first] = evidence.afterComplaint
  const row = first === undefined ? undefined : rows.get(first)
  if (row === undefined) paper.body(words.action.none)
  else {
    paper.body(say(words.action.sentence, { at: voice.occurred(row.occurred), seq: row.seq }))
    paper.bullets(evidence.afterComplaint.map((seq) => line(seq, drawing)))
  }
  paper.sub(words.action.exports)
  if (evidence.exports.length === 0) paper.body(words.action.noExports)
  else {
    paper.facts(
      evidence.exports.map(({ at, by, sha256 }) => [`${voice.exact(at)}\n${by}`, sha256, styles.code] as const),
    )
  }
}

function line(seq: number, { rows, evidence, voice }: Drawing): string {
  const row = rows.get(seq)
  if (row === undefined) return numbers([seq], voice)
  const what = eventLine(row, evidence.names, voice)
  const about =
    row.event?.type === 'complaint' || row.event?.type === 'authority-request' ? `: ${row.event.body.about}` : ''
  return `${voice.occurredShort(row.occurred)}  ${what}${about} (${numbers([seq], voice)})`
}
