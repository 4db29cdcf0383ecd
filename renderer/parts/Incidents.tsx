/** What went out and should not have: each with what its times suggest, its cause, and what was done about it. */
import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Input } from '../../preload/contract/contract.ts'
import type { Incident, IncidentKind } from '../../preload/contract/vocabulary/sending.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { ask, useAnswer, useJob, useReached } from '../register.ts'
import { PeopleBehind } from './PeopleBehind.tsx'
import { ProblemNote } from './ProblemNote.tsx'
import { ProgressLine } from './ProgressLine.tsx'
import { ScrollRoom } from './ScrollRoom.tsx'

const pageSize = 50

/** The incidents that are to be explained: those that were ticked, or all open ones of a kind. */
type About = Input<'sending.explain'>['incidents']

export function Incidents({ mailing }: { readonly mailing: number | null }) {
  const { t } = useText()
  const [kind, setKind] = useState<IncidentKind | null>(null)
  const [from, setFrom] = useState(0)
  const asked = { mailing, open: null, kind, from, count: pageSize }
  const incidents = useAnswer('sending.incidents', asked, { keep: true })
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [late, setLate] = useState<number | null>(null)
  const { register } = useReached()
  if (incidents.problem) return <ProblemNote problem={incidents.problem} again={incidents.again} />
  if (!incidents.data || incidents.data.byKind.length === 0) return null
  const { count, open, byKind, rows } = incidents.data
  const about: About = chosen.size > 0 ? [...chosen] : { mailing, kind }
  return (
    <div className="stack" id="incidents">
      <div className="row-apart">
        <h3>{t('incidents.title', { n: count })}</h3>
        <span className={open > 0 ? 'objected' : 'soft'}>{t('incidents.open', { n: open })}</span>
      </div>
      {byKind.length > 1 && (
        <div>
          <NativeSelect
            size="xs"
            label={t('after.what')}
            value={kind ?? ''}
            data={[
              { value: '', label: t('incidents.anyKind') },
              ...byKind.map((one) => ({
                value: one.kind,
                label: t('incidents.ofKind', { kind: t(`incident.${one.kind}`), n: one.incidents }),
              })),
            ]}
            onChange={(event) => {
              setKind(byKind.find((one) => one.kind === event.currentTarget.value)?.kind ?? null)
              setFrom(0)
              setChosen(new Set())
            }}
          />
        </div>
      )}
      <Table
        rows={rows}
        label={t('incidents.title', { n: count })}
        chosen={chosen}
        onChosen={setChosen}
        onLate={setLate}
      />
      {count > pageSize && (
        <div className="row">
          <Button size="xs" variant="default" disabled={from === 0} onClick={() => setFrom(from - pageSize)}>
            {t('pages.before')}
          </Button>
          <span className="soft small">
            {t('pages.at', { from: from + 1, to: Math.min(from + pageSize, count), of: count })}
          </span>
          <Button
            size="xs"
            variant="default"
            disabled={from + pageSize >= count}
            onClick={() => setFrom(from + pageSize)}
          >
            {t('pages.after')}
          </Button>
        </div>
      )}
      {late !== null && (
        <PeopleBehind
          key={late}
          asked={['sending.sentLate', late]}
          page={(start, n) => ask(register, 'sending.sentLate', { incident: late, from: start, count: n })}
          title={(n) => <strong>{t('incidents.late', { n })}</strong>}
          about={({ sent }) => <SentAt sent={sent} />}
          onClose={() => setLate(null)}
          onStale={incidents.again}
        />
      )}
      {open > 0 && (chosen.size > 0 || open > 1) && (
        <Explain about={about} n={chosen.size > 0 ? chosen.size : open} onDone={() => setChosen(new Set())} />
      )}
    </div>
  )
}

function SentAt({ sent }: { readonly sent: Incident['sent'] }) {
  const { t, moment } = useText()
  return <>{sent ? moment(sent) : t('unknown')}</>
}

function Table({
  rows,
  label,
  chosen,
  onChosen,
  onLate,
}: {
  readonly rows: readonly Incident[]
  readonly label: string
  readonly chosen: ReadonlySet<number>
  readonly onChosen: (chosen: ReadonlySet<number>) => void
  readonly onLate: (incident: number) => void
}) {
  const { t, moment, dayShort } = useText()
  const open = rows.filter(isOpen).map(({ seq }) => seq)
  const toggle = (seqs: readonly number[], on: boolean) =>
    onChosen(new Set(on ? [...chosen, ...seqs] : [...chosen].filter((seq) => !seqs.includes(seq))))
  const ticked = open.filter((seq) => chosen.has(seq)).length
  return (
    <ScrollRoom label={label}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">
              {open.length > 0 && (
                <Checkbox
                  size="xs"
                  aria-label={t('incidents.chooseAll')}
                  checked={ticked === open.length}
                  indeterminate={ticked > 0 && ticked < open.length}
                  onChange={(event) => toggle(open, event.currentTarget.checked)}
                />
              )}
            </th>
            <th scope="col">{t('after.address')}</th>
            <th scope="col">{t('after.what')}</th>
            <th scope="col">{t('after.sentAt')}</th>
            <th scope="col">{t('incidents.cause')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.seq}>
              <td>
                {isOpen(one) && (
                  <Checkbox
                    size="xs"
                    aria-label={t('incidents.choose', { address: one.address || t(`incident.${one.kind}`) })}
                    checked={chosen.has(one.seq)}
                    onChange={(event) => toggle([one.seq], event.currentTarget.checked)}
                  />
                )}
              </td>
              <th scope="row">
                {one.contact === null ? (
                  <button type="button" className="as-link" onClick={() => onLate(one.seq)}>
                    {t('incidents.messages', { n: one.people ?? 0 })}
                  </button>
                ) : (
                  <a href={`#/contacts/${one.contact}`}>{one.address}</a>
                )}
              </th>
              <td>
                {t(`incident.${one.kind}`)}
                {one.hint && <div className="soft small">{t(`hint.${one.hint}`)}</div>}
              </td>
              <td>
                {one.sent === null
                  ? t('incidents.foundOn', { day: dayShort(one.found) })
                  : one.contact === null
                    ? t('incidents.sentFrom', { moment: moment(one.sent) })
                    : moment(one.sent)}
              </td>
              <td>
                {isOpen(one) ? (
                  <span className="tag" data-tone="review">
                    {t('incidents.isOpen')}
                  </span>
                ) : (
                  <>
                    {one.cause}
                    <div className="soft small">{one.measure}</div>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRoom>
  )
}

const isOpen = (incident: Incident) => incident.cause === null || incident.measure === null

function Explain({ about, n, onDone }: { readonly about: About; readonly n: number; readonly onDone: () => void }) {
  const { t } = useText()
  const [by] = useBy()
  const explain = useJob('sending.explain')
  const [cause, setCause] = useState('')
  const [measure, setMeasure] = useState('')
  const save = async () => {
    const reply = await explain.start({ incidents: about, cause, measure, by })
    if (!reply.ok) return
    setCause('')
    setMeasure('')
    onDone()
  }
  return (
    <form
      className="behind"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <strong>{t('incidents.explain', { n })}</strong>
      <Textarea
        label={t('incidents.cause')}
        description={t('incidents.causeHint')}
        required
        autosize
        value={cause}
        onChange={(event) => setCause(event.currentTarget.value)}
      />
      <Textarea
        label={t('incidents.measure')}
        description={t('incidents.measureHint')}
        required
        autosize
        value={measure}
        onChange={(event) => setMeasure(event.currentTarget.value)}
      />
      <ProgressLine job={explain} />
      {explain.problem && <ProblemNote problem={explain.problem} />}
      <div>
        <Button type="submit" loading={explain.running} disabled={!cause.trim() || !measure.trim()}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
