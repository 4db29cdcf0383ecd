/** What went out and should not have: each with what its times suggest, its cause, and what was done about it. */
import { Button, Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Incident } from '../../preload/contract/vocabulary/sending.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { useAnswer, useCommand } from '../register.ts'
import { ProblemNote } from './ProblemNote.tsx'
import { ScrollRoom } from './ScrollRoom.tsx'

/** Long lists show the first of them; a figure says how many there are. */
const shown = 200

export function Incidents({ mailing }: { readonly mailing: number | null }) {
  const { t, moment, dayShort } = useText()
  const incidents = useAnswer('sending.incidents', { mailing, open: null })
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  if (incidents.problem) return <ProblemNote problem={incidents.problem} again={incidents.again} />
  if (!incidents.data || incidents.data.length === 0) return null
  const open = incidents.data.filter(isOpen)
  const rows = [...open, ...incidents.data.filter((one) => !isOpen(one))].slice(0, shown)
  const toggle = (seqs: readonly number[], on: boolean) =>
    setChosen((was) => new Set(on ? [...was, ...seqs] : [...was].filter((seq) => !seqs.includes(seq))))
  const openSeqs = open.map(({ seq }) => seq)
  return (
    <div className="stack" id="incidents">
      <div className="row-apart">
        <h3>{t('incidents.title', { n: incidents.data.length })}</h3>
        <span className={open.length > 0 ? 'objected' : 'soft'}>{t('incidents.open', { n: open.length })}</span>
      </div>
      <ScrollRoom label={t('incidents.title', { n: incidents.data.length })}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">
                {open.length > 0 && (
                  <Checkbox
                    size="xs"
                    aria-label={t('incidents.chooseAll')}
                    checked={chosen.size > 0 && chosen.size === open.length}
                    indeterminate={chosen.size > 0 && chosen.size < open.length}
                    onChange={(event) => toggle(openSeqs, event.currentTarget.checked)}
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
                      aria-label={t('incidents.choose', { address: one.address })}
                      checked={chosen.has(one.seq)}
                      onChange={(event) => toggle([one.seq], event.currentTarget.checked)}
                    />
                  )}
                </td>
                <th scope="row">
                  <a href={`#/contacts/${one.contact}`}>{one.address}</a>
                </th>
                <td>
                  {t(`incident.${one.kind}`)}
                  {one.hint && <div className="soft small">{t(`hint.${one.hint}`)}</div>}
                </td>
                <td>{one.sent ? moment(one.sent) : t('incidents.foundOn', { day: dayShort(one.found) })}</td>
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
      {incidents.data.length > shown && <p className="soft small">{t('incidents.first', { n: shown })}</p>}
      {chosen.size > 0 && <Explain incidents={[...chosen]} onDone={() => setChosen(new Set())} />}
    </div>
  )
}

const isOpen = (incident: Incident) => incident.cause === null || incident.measure === null

function Explain({ incidents, onDone }: { readonly incidents: readonly number[]; readonly onDone: () => void }) {
  const { t } = useText()
  const [by] = useBy()
  const explain = useCommand('sending.explain')
  const [cause, setCause] = useState('')
  const [measure, setMeasure] = useState('')
  const save = async () => {
    const reply = await explain.run({ incidents: [...incidents], cause, measure, by })
    if (reply.ok) onDone()
  }
  return (
    <form
      className="behind"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <strong>{t('incidents.explain', { n: incidents.length })}</strong>
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
      {explain.problem && <ProblemNote problem={explain.problem} />}
      <div>
        <Button type="submit" loading={explain.running} disabled={!cause.trim() || !measure.trim()}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
