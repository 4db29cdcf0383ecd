/** The message of a mailing, looked through: what is missing comes as a question, what is there with its own words. */
import { Button } from '@mantine/core'
import { IconCheck, IconHelp, IconMinus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { ContentFinding } from '../../preload/contract/vocabulary/content.ts'
import type { Mailing } from '../../preload/contract/vocabulary/mailing.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useDesktop, useJob } from '../register.ts'

export type Looked = Answer<'content.read'>

/** Asks for the message, keeps it byte for byte, and hands back what was found. */
export function ChooseContent({
  mailing,
  note,
  onLooked,
}: {
  readonly mailing: Mailing
  /** Said beneath what was found. */
  readonly note?: string
  readonly onLooked: (looked: Looked) => void
}) {
  const { t } = useText()
  const desktop = useDesktop()
  const job = useJob('content.read')
  const [looked, setLooked] = useState<Looked | null>(null)
  const { entity, label, nature } = mailing
  const choose = async () => {
    const [file] = await desktop.open({ kinds: ['document'], several: false })
    if (!file) return
    const reply = await job.start({ of: { file: file.grant }, mailing: { entity, label, nature }, keep: true })
    if (!reply.ok) return
    setLooked(reply.value)
    onLooked(reply.value)
  }
  return (
    <section className="section" aria-labelledby="message">
      <header>
        <h2 id="message">{t('look.title')}</h2>
        <Button variant="default" size="xs" onClick={choose} disabled={job.running}>
          {t(looked ? 'look.other' : 'look.choose')}
        </Button>
      </header>
      <p className="soft">{t('look.lead')}</p>
      <p className="soft small">{t('look.hint')}</p>
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {looked && <Findings looked={looked} />}
      {looked && note && <p>{note}</p>}
    </section>
  )
}

/** The message that was kept with a mailing, looked through again when asked. */
export function KeptContent({ mailing }: { readonly mailing: Mailing }) {
  const { t } = useText()
  const job = useJob('content.read')
  const [looked, setLooked] = useState<Looked | null>(null)
  const { contentSha256: sha256, entity, label, nature } = mailing
  const { start } = job
  useEffect(() => {
    if (sha256 === null) return
    start({ of: { sha256 }, mailing: { entity, label, nature }, keep: false }).then((reply) => {
      if (reply.ok) setLooked(reply.value)
    })
  }, [sha256, entity, label, nature, start])
  if (sha256 === null) return null
  return (
    <section className="section" aria-labelledby="kept-message">
      <header>
        <h2 id="kept-message">{t('look.title')}</h2>
        <span className="code soft">SHA-256 {sha256.slice(0, 16)}…</span>
      </header>
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {looked && <Findings looked={looked} />}
    </section>
  )
}

const signs = { ask: IconHelp, fine: IconCheck, nothing: IconMinus, hidden: IconMinus } as const
type Sign = keyof typeof signs

function signOf({ ask, seen }: ContentFinding): Sign {
  if (ask) return 'ask'
  return { found: 'fine', 'not-found': 'nothing', hidden: 'hidden' }[seen] as Sign
}

export function Findings({ looked }: { readonly looked: Looked }) {
  const { t } = useText()
  const { content } = useSharedWords()
  const asks = looked.findings.filter(({ ask }) => ask)
  const rest = looked.findings.filter(({ ask }) => !ask)
  return (
    <>
      <dl className="facts">
        <dt>{t('look.subject')}</dt>
        <dd>{looked.subject ?? <span className="soft">{t('look.noSubject')}</span>}</dd>
        {looked.from && (
          <>
            <dt>{t('look.from')}</dt>
            <dd>{looked.from}</dd>
          </>
        )}
        {looked.document && (
          <>
            <dt>{t('look.kept')}</dt>
            <dd>
              {looked.document.name} <span className="code soft">SHA-256 {looked.document.sha256.slice(0, 16)}…</span>
            </dd>
          </>
        )}
      </dl>
      <strong role="status">{t('look.asks', { n: asks.length })}</strong>
      <ScrollRoom label={t('look.seen')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('look.part')}</th>
              <th scope="col">{t('look.seen')}</th>
            </tr>
          </thead>
          <tbody>
            {[...asks, ...rest].map((finding) => {
              const words = content.parts[finding.part]
              return (
                <tr key={finding.part}>
                  <th scope="row">
                    <div className="stack-tight">
                      {words.name}
                      <Seen sign={signOf(finding)} />
                    </div>
                  </th>
                  <td>
                    {finding.ask
                      ? words.question
                      : finding.seen === 'hidden'
                        ? content.hidden
                        : finding.seen === 'found'
                          ? words.found
                          : words.missing}
                    {finding.quotes.length > 0 && (
                      <ul className="quotes small soft">
                        {finding.quotes.map((quote) => (
                          <li key={quote}>{quote}</li>
                        ))}
                      </ul>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollRoom>
    </>
  )
}

function Seen({ sign }: { readonly sign: Sign }) {
  const { t } = useText()
  const Icon = signs[sign]
  return (
    <span className="seen small" data-sign={sign}>
      <Icon size={15} aria-hidden /> {t(`look.${sign}`)}
    </span>
  )
}
