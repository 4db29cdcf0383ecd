/** The report of a self-audit as a PDF. */
import type { AuditReport } from '../../preload/contract/endpoints/audit.ts'
import { auditWords } from './auditWords.ts'
import { bytesOfPaper } from './pdf/bytes.ts'
import { type Paper, paperOf } from './pdf/paper.ts'
import { accent, soft, styles } from './pdf/type.ts'
import { type Language, voiceOf } from './voice.ts'

/** Equal reports give equal bytes. Drawn twice: the number of pages stands on each. */
export function auditPdf(report: AuditReport, language: Language): Buffer {
  const first = draw(report, language, 0)
  const { pages } = first
  return draw(report, language, pages).bytes
}

function draw(
  report: AuditReport,
  language: Language,
  pages: number,
): { readonly bytes: Buffer; readonly pages: number } {
  const words = auditWords(language)
  const voice = voiceOf(language)
  const paper = paperOf({
    title: words.title,
    subject: words.subtitle,
    lang: language === 'nl' ? 'nl-NL' : 'en-GB',
    made: new Date(report.at),
    author: report.by,
    keywords: '',
    running: words.title,
    pageOf: (page) => voice.say(voice.words.pageOf, { page, pages }),
  })
  paper.part()
  paper.newPage()
  paper.artifact(() => paper.doc.rect(0, 0, 595.28, 7).fill(accent))
  paper.words('Mailbewijs', { ...styles.overline, color: accent, size: 10 })
  paper.gap(6)
  paper.words(words.title, styles.display, { type: 'H1' })
  paper.words(words.subtitle, { ...styles.body, size: 12, leading: 17, color: soft })
  paper.gap(8)
  paper.facts([
    [words.facts.at, voice.minute(report.at)],
    [words.facts.by, report.by],
    [words.facts.events, voice.number(report.events)],
    [words.facts.contacts, voice.number(report.contacts)],
    [words.facts.root, report.root, styles.code],
  ])
  drawFindings(paper, report, language)
  paper.sub(words.checked)
  paper.table(
    [
      { title: words.facts.check, share: 3 },
      { title: words.facts.count, share: 1 },
    ],
    report.checked.map(({ code, of }) => [words.codes[code].sought, voice.number(of)]),
  )
  paper.note(words.limits)
  paper.close()
  return { bytes: bytesOfPaper(paper), pages: paper.pages() }
}

function drawFindings(paper: Paper, { findings }: AuditReport, language: Language): void {
  const words = auditWords(language)
  const { say } = voiceOf(language)
  paper.sub(words.todo)
  if (findings.length === 0) paper.body(words.nothing)
  for (const { code, severity, count, about, place } of findings) {
    const { found, why, mend } = words.codes[code]
    paper.strong(`${words.severities[severity]}: ${say(found, { count })}`)
    paper.body(`${why} ${mend} (${words.places[place]})`)
    if (about.length > 0) paper.note(about.join(' · '))
  }
}
