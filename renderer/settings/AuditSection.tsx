/** The register looked at as an inspector would: a to-do list, gravest first, and what was looked for. */
import { Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { AuditFinding } from '../../preload/contract/endpoints/audit.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useDesktop, useJob } from '../register.ts'

type Report = Answer<'register.audit'>

const tones = { grave: 'no', mild: 'review', note: 'accent' } as const
const paths: Readonly<Record<AuditFinding['place'], string>> = {
  register: 'settings/copies',
  contacts: 'contacts',
  imports: 'imports',
  mailings: 'mailings',
  forms: 'settings/points',
  families: 'settings/families',
  anchors: 'evidence',
  rights: 'contacts',
}

export function AuditSection() {
  const { t, language } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const job = useJob('register.audit')
  const [report, setReport] = useState<Report | null>(null)
  const look = async () => {
    const reply = await job.start({ language, by, to: null })
    if (reply.ok) setReport(reply.value)
  }
  const save = async () => {
    const to = await desktop.save(t('audit.file', { day: new Date().toISOString().slice(0, 10) }))
    if (!to) return
    const reply = await job.start({ language, by, to: to.grant })
    if (!reply.ok) return
    setReport(reply.value)
    await desktop.deliver(to)
  }
  return (
    <>
      <div className="row">
        <Button onClick={look} disabled={job.running}>
          {t('audit.look')}
        </Button>
        <Button variant="default" onClick={save} disabled={job.running}>
          {t('audit.save')}
        </Button>
      </div>
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {report && !job.running && <Found report={report} />}
    </>
  )
}

function Found({ report }: { readonly report: Report }) {
  const { t, number, moment } = useText()
  const { audit, fill } = useSharedWords()
  return (
    <>
      <section className="section" aria-labelledby="audit-todo">
        <header>
          <h2 id="audit-todo">{audit.todo}</h2>
          <span className="soft small">{fill(audit.made, { at: moment(report.at), by: report.by })}</span>
        </header>
        {report.findings.length === 0 && (
          <div className="note" data-tone="yes" role="status">
            {audit.nothing}
          </div>
        )}
        {report.findings.map((one) => (
          <article key={one.code} className="frozen">
            <div className="row-apart">
              <strong>{fill(audit.codes[one.code].found, { count: one.count })}</strong>
              <span className="tag" data-tone={tones[one.severity]}>
                {audit.severities[one.severity]}
              </span>
            </div>
            <p className="soft">{audit.codes[one.code].why}</p>
            <p>{audit.codes[one.code].mend}</p>
            <a href={`#/${paths[one.place]}`}>
              {t('attention.open')} <IconChevronRight size={15} aria-hidden />
            </a>
          </article>
        ))}
        <p className="soft small">{audit.limits}</p>
      </section>
      <table className="ledger">
        <caption>{audit.checked}</caption>
        <tbody>
          {report.checked.map((one) => (
            <tr key={one.code}>
              <th scope="row">{audit.codes[one.code].sought}</th>
              <td className="num">{number(one.of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
