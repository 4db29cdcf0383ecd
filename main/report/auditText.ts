/** The report of a self-audit as text (Markdown). */
import type { AuditReport } from '../../preload/contract/endpoints/audit.ts'
import { auditWords } from './auditWords.ts'
import { type Language, voiceOf } from './voice.ts'

export function auditText(report: AuditReport, language: Language): string {
  const words = auditWords(language)
  const { say, number, minute } = voiceOf(language)
  const lines = [
    `# ${words.title}`,
    '',
    say(words.made, { at: minute(report.at), by: report.by }),
    say(words.looked, { events: number(report.events), contacts: number(report.contacts) }),
    `\`${report.root}\``,
    '',
    `## ${words.todo}`,
    '',
  ]
  if (report.findings.length === 0) lines.push(words.nothing, '')
  for (const { code, severity, count, about, place } of report.findings) {
    const { found, why, mend } = words.codes[code]
    lines.push(`- [ ] **${words.severities[severity]}** · ${say(found, { count })}`)
    lines.push(`  ${why} ${mend} (${words.places[place]})`)
    if (about.length > 0) lines.push(`  ${about.map(plain).join(', ')}`)
  }
  lines.push('', `## ${words.checked}`, '')
  for (const { code, of } of report.checked) lines.push(`- ${words.codes[code].sought}: ${number(of)}`)
  return `${lines.join('\n')}\n\n${words.limits}\n`
}

/** What stands in the register must not be read as Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|]/gu, '\\$&')
