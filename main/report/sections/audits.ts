/** The self-audits that were made: when, by whom, what was found, and what became of it. RULES.md 4.3. */
import { AuditSeverity } from '../../../preload/contract/vocabulary/audit.ts'
import type { ProcessFacts, SelfAudit } from '../../domain/processReport.ts'
import { type AuditWords, auditWords } from '../auditWords.ts'
import type { Paper } from '../pdf/paper.ts'
import { styles } from '../pdf/type.ts'
import { proofWords } from '../proofWords.ts'
import type { Voice } from '../voice.ts'
import type { Tools } from '../writeSealed.ts'

/** The latest that are drawn: two years, where one is made each month. */
const MOST = 24

export function drawAudits(paper: Paper, { voice, facts }: Tools<ProcessFacts>): void {
  const { audits: words } = proofWords(voice.language)
  const { audits } = facts
  paper.note(words.note)
  if (audits.length === 0) paper.body(words.none)
  if (audits.length > MOST) paper.note(voice.say(words.earlier, { count: audits.length - MOST }))
  const last = audits.at(-1)
  for (const audit of audits.slice(-MOST)) drawAudit(paper, audit, audit === last, voice)
}

function drawAudit(paper: Paper, audit: SelfAudit, isLast: boolean, voice: Voice): void {
  const { audits: words, mailing } = proofWords(voice.language)
  const audited = auditWords(voice.language)
  const { at, by, seq, size, findings, reportSha256 } = audit
  paper.sub(voice.say(mailing.done, { at: voice.exact(at), by, seq }))
  paper.facts([
    [words.looked, voice.say(words.size, { size })],
    [words.found, weighed(findings, audited, voice) || words.nothing],
    [words.report, reportSha256, styles.code],
  ])
  if (findings.length === 0) return
  paper.strong(words.todo)
  paper.bullets(
    findings.map(({ code, severity, count, goneAt }) => {
      const { found, mend } = audited.codes[code]
      const since = goneAt === null ? words.stays : voice.say(words.gone, { seq: goneAt })
      return `${audited.severities[severity]}: ${voice.say(found, { count })} ${mend}${isLast ? '' : ` ${since}`}`
    }),
  )
}

/** How many findings of each weight, gravest first. */
const weighed = (findings: SelfAudit['findings'], { severities }: AuditWords, voice: Voice): string =>
  AuditSeverity.options
    .map((severity) => [severity, findings.filter((one) => one.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${severities[severity]}: ${voice.number(count)}`)
    .join(' · ')
