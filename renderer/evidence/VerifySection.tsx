/** Checks the register or an evidence folder, and says in one plain sentence what was found. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useDesktop, useJob } from '../register.ts'

type Report = Answer<'register.verify'>

export function VerifySection() {
  const { t } = useText()
  const desktop = useDesktop()
  const register = useJob('register.verify')
  const folder = useJob('evidence.verify')
  const [report, setReport] = useState<Report | null>(null)
  const checkRegister = async () => {
    setReport(null)
    const reply = await register.start({})
    if (reply.ok) setReport(reply.value)
  }
  const checkFolder = async () => {
    const chosen = await desktop.openFolder()
    if (!chosen) return
    setReport(null)
    const reply = await folder.start({ folder: chosen.grant })
    if (reply.ok) setReport(reply.value)
  }
  const running = register.running || folder.running
  const problem = register.problem ?? folder.problem
  return (
    <section className="section" aria-labelledby="verify">
      <header>
        <h2 id="verify">{t('verify.title')}</h2>
      </header>
      <p className="soft">{t('verify.lead')}</p>
      <div className="row">
        <Button variant="default" onClick={checkRegister} disabled={running}>
          {t('verify.register')}
        </Button>
        <Button variant="default" onClick={checkFolder} disabled={running}>
          {t('verify.folder')}
        </Button>
      </div>
      <ProgressLine job={register} />
      <ProgressLine job={folder} />
      {problem && <ProblemNote problem={problem} />}
      {report && <Found report={report} />}
    </section>
  )
}

function Found({ report }: { readonly report: Report }) {
  const { t } = useText()
  const { fill, report: words } = useSharedWords()
  const { verify } = words
  const [first] = report.flaws
  const sentences = {
    register: report.holds ? verify.registerHolds : verify.registerFails,
    evidence: report.holds ? verify.evidenceHolds : verify.evidenceFails,
  }
  return (
    <div className="note" data-tone={report.holds ? 'yes' : 'no'} role="status">
      <strong>
        {fill(sentences[report.what], {
          events: report.events,
          size: report.size,
          checkpoints: report.checkpoints,
          count: report.flaws.length + report.further,
          first: first ? verify.flaws[first.code] : '',
          where: first?.where ?? '',
        })}
      </strong>
      <span>{report.holds ? verify.holdsMeans : verify.failsMeans}</span>
      {report.flaws.length > 0 && (
        <ul>
          {report.flaws.map((flaw) => (
            <li key={`${flaw.code} ${flaw.where}`}>
              {verify.flaws[flaw.code]} <span className="code">{flaw.where}</span>
            </li>
          ))}
        </ul>
      )}
      {report.further > 0 && <span>{t('verify.further', { n: report.further })}</span>}
      <span className="code soft">
        {report.size} · {report.root}
      </span>
    </div>
  )
}
