/** What every section of the dossier is given to draw with. */
import type { Finding, Verdict } from '../../../preload/contract/vocabulary/decision.ts'
import type { Evidence, TimelineRow } from '../../domain/evidence.ts'
import type { DecisionVoice } from '../decisionVoice.ts'
import type { Cell, Paper } from '../pdf/paper.ts'
import type { Picture } from '../pdf/picture.ts'
import { drawSign, verdictColor } from '../pdf/signs.ts'
import { numbers } from '../tell.ts'
import type { Voice } from '../voice.ts'

export interface Drawing {
  readonly paper: Paper
  readonly evidence: Evidence
  readonly voice: Voice
  readonly decisions: DecisionVoice
  readonly rows: ReadonlyMap<number, TimelineRow>
  readonly documentOf: (sha256: string) => Uint8Array | null
  readonly pictureFor: (sha256: string) => Picture | 'too-large' | null
}

/** The answer as a table cell: sign, word, colour. */
export function verdictCell({ decisions }: Drawing, verdict: Verdict): Cell {
  return {
    text: decisions.verdict(verdict),
    color: verdictColor[verdict],
    strong: true,
    sign: (doc, x, y) => drawSign(doc, verdict, x, y, 9.5),
  }
}

/** The conditions that were asked, in order, as the rules answered them. */
export function drawFindings({ paper, voice, decisions }: Drawing, findings: readonly Finding[]): void {
  if (findings.length === 0) return
  const { words } = voice
  const colors = { pass: 'yes', soft: 'review', fail: 'no', invalid: 'no' } as const
  paper.table(
    [
      { title: words.decisions.rule, share: 8 },
      { title: words.decisions.outcome, share: 17 },
      { title: words.decisions.why, share: 55 },
      { title: words.decisions.rests, share: 20 },
    ],
    findings.map(({ rule, outcome, reason, norms, events }) => [
      rule,
      {
        text: decisions.outcome(outcome),
        color: verdictColor[colors[outcome]],
        sign: (doc, x, y) => drawSign(doc, colors[outcome], x, y, 8),
      },
      [
        decisions.condition(rule),
        reason === null ? '' : decisions.reason(reason),
        norms.map(({ cited }) => cited).join(' · '),
      ]
        .filter((text) => text !== '')
        .join('\n'),
      numbers(events, voice),
    ]),
  )
}
