/** The lists that were fixed for a mailing: how long they hold, where they went, who objected since. */
import { Button } from '@mantine/core'
import type { MailingEntry, Tally } from '../../preload/contract/endpoints/mailings.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { nowInstant } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { TallyBar } from '../parts/TallyBar.tsx'
import { useDesktop, useJob } from '../register.ts'

export function Frozen({ entry, tally }: { readonly entry: MailingEntry; readonly tally: Tally | null }) {
  const { t } = useText()
  const [by] = useBy()
  const freeze = useJob('mailings.freeze')
  const newestFirst = [...entry.decisions].reverse()
  return (
    <section className="section" aria-labelledby="lists">
      <header>
        <h2 id="lists">{t('frozen.title')}</h2>
        {(tally || entry.decisions.length > 0) && (
          <Button
            variant={newestFirst.length > 0 ? 'default' : 'filled'}
            disabled={freeze.running || tally?.yes === 0}
            onClick={() => freeze.start({ mailing: entry.id, at: nowInstant(), by })}
          >
            {t(newestFirst.length > 0 ? 'frozen.again' : 'frozen.make')}
          </Button>
        )}
      </header>
      <p className="soft">{t('frozen.lead')}</p>
      <ProgressLine job={freeze} />
      {freeze.problem && <ProblemNote problem={freeze.problem} />}
      {newestFirst.map((decision) => (
        <FrozenList key={decision.id} decision={decision} mailing={entry.mailing.name} />
      ))}
    </section>
  )
}

type FrozenDecision = MailingEntry['decisions'][number]

function FrozenList({ decision, mailing }: { readonly decision: FrozenDecision; readonly mailing: string }) {
  const { t, moment, number } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const write = useJob('mailings.export')
  const expired = Date.parse(decision.validUntil) < Date.now()
  const save = async () => {
    const to = await desktop.save(t('frozen.file', { name: fileNameOf(mailing) }))
    if (!to) return
    const reply = await write.start({ decision: decision.id, to: to.grant, by })
    if (reply.ok) await desktop.deliver(to)
  }
  return (
    <article className="frozen">
      <div className="row-apart">
        <strong>{t('frozen.at', { moment: moment(decision.frozen) })}</strong>
        <span className="tag" data-tone={expired ? 'no' : 'accent'}>
          {t(expired ? 'frozen.expired' : 'frozen.valid', { moment: moment(decision.validUntil) })}
        </span>
      </div>
      <TallyBar counts={decision} />
      {decision.objectedSince > 0 && (
        <div className="note" data-tone="no">
          {t('frozen.objectedSince', { n: decision.objectedSince })}
        </div>
      )}
      {decision.exports.map((one) => (
        <span key={one.sha256 + one.at} className="small">
          {t('frozen.exported', { moment: moment(one.at), n: one.rows })}{' '}
          <span className="code soft">SHA-256 {one.sha256.slice(0, 16)}…</span>
        </span>
      ))}
      <span className="code soft">
        {t('frozen.record', {
          hash: decision.recordSha256.slice(0, 16),
          total: number(decision.yes + decision.no + decision.review),
        })}
      </span>
      <ProgressLine job={write} />
      {write.problem && <ProblemNote problem={write.problem} />}
      <div>
        <Button onClick={save} disabled={expired || write.running || decision.yes === 0}>
          {t('frozen.save')}
        </Button>
      </div>
    </article>
  )
}

const fileNameOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .toLowerCase() || 'mailing'
