/** What the search and the reports lack, said before anything is handed over. */
import { useEffect, useState } from 'react'
import type { Answer, Input } from '../../preload/contract/contract.ts'
import { useText, type WordId } from '../app/language.tsx'
import { type SharedWords, useSharedWords } from '../app/sharedWords.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useJob } from '../register.ts'
import type { Collected } from './letter.ts'

type Found = Answer<'evidence.lacking'>
const parts = ['address', 'mailing', 'process'] as const

export function Lacking({
  searched,
  reports,
}: {
  /** Null where nothing was searched for: the page is about the one report. */
  readonly searched: Collected['missing'] | null
  readonly reports: Input<'evidence.lacking'>
}) {
  const { t } = useText()
  const shared = useSharedWords()
  const { start, ...job } = useJob('evidence.lacking')
  const [found, setFound] = useState<Found | null>(null)
  const asked = JSON.stringify(reports)
  useEffect(() => {
    start(JSON.parse(asked)).then((reply) => {
      if (reply.ok) setFound(reply.value)
    })
  }, [start, asked])
  const told = (['search', ...parts] as const).flatMap((part) => {
    const codes: readonly string[] = (part === 'search' ? searched : found?.[part]) ?? []
    const words = wordsFor(part, shared)
    return codes.length === 0 ? [] : [{ part, lines: codes.map((code) => words[code] ?? code) }]
  })
  return (
    <section className="section" aria-labelledby="lacking">
      <header>
        <h2 id="lacking">{t('request.lacking')}</h2>
      </header>
      <p className="soft">{t('request.lackingLead')}</p>
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {found && told.length === 0 && <p role="status">{t('request.lacksNothing')}</p>}
      {told.map(({ part, lines }) => (
        <div key={part} className="stack-tight">
          {searched && <strong className="small">{t(`request.lacks.${part}` satisfies WordId)}</strong>}
          <ul className="plain-list">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function wordsFor(
  part: 'search' | (typeof parts)[number],
  { proof, report }: SharedWords,
): Readonly<Record<string, string>> {
  if (part === 'search') return proof.lacks
  if (part === 'address') return report.missing
  return part === 'mailing' ? proof.mailing.missing : proof.process.missing
}
