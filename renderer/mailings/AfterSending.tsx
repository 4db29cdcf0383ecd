/** After sending: what the mailing tool says it sent, held against the list, first looked at and then recorded. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { GrantedFile } from '../../preload/contract/desktop.ts'
import type { MailingEntry } from '../../preload/contract/endpoints/mailings.ts'
import { type ReportMapping, SendStatus } from '../../preload/contract/vocabulary/sending.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { Incidents } from '../parts/Incidents.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useDesktop, useJob } from '../register.ts'

type Held = Answer<'sending.reconcile'>

export function AfterSending({ entry }: { readonly entry: MailingEntry }) {
  const { t, moment } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const job = useJob('sending.reconcile')
  const newestFirst = [...entry.decisions].reverse()
  const [decision, setDecision] = useState<number | null>(null)
  const [looked, setLooked] = useState<{ readonly file: GrantedFile; readonly held: Held } | null>(null)
  const chosen = newestFirst.find(({ id }) => id === decision) ?? newestFirst[0]
  if (!chosen) return null

  const reconcile = async (file: GrantedFile, mapping: ReportMapping | null, as: SendStatus | null, write: boolean) => {
    const reply = await job.start({
      decision: chosen.id,
      file: file.grant,
      mapping,
      as,
      zone: 'Europe/Amsterdam',
      dateOrder: null,
      sent: null,
      messageId: null,
      write,
      by,
    })
    if (reply.ok) setLooked({ file, held: reply.value })
  }
  const choose = async () => {
    const [file] = await desktop.open({ kinds: ['table'], several: false })
    if (file) await reconcile(file, null, null, false)
  }
  return (
    <section className="section" aria-labelledby="after">
      <header>
        <h2 id="after">{t('after.title')}</h2>
        <Button size="xs" variant="default" onClick={choose} disabled={job.running}>
          {t('after.choose')}
        </Button>
      </header>
      <p className="soft">{t('after.lead')}</p>
      {newestFirst.length > 1 && (
        <NativeSelect
          label={t('after.against')}
          value={String(chosen.id)}
          data={newestFirst.map(({ id, frozen }) => ({
            value: String(id),
            label: t('frozen.at', { moment: moment(frozen) }),
          }))}
          onChange={(event) => {
            setDecision(Number(event.currentTarget.value))
            setLooked(null)
          }}
        />
      )}
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {looked && (
        <Report
          name={looked.file.name}
          held={looked.held}
          busy={job.running}
          onRead={(mapping, as) => reconcile(looked.file, mapping, as, false)}
          onWrite={() => reconcile(looked.file, looked.held.mapping, looked.held.as, true)}
        />
      )}
      <Incidents mailing={entry.id} />
    </section>
  )
}

const figures = [
  'sent',
  'notOnList',
  'afterObjection',
  'afterExpiry',
  'notSent',
  'bounced',
  'softBounced',
  'unsubscribed',
  'complained',
  'unknownStatus',
  'refused',
] as const
/** Differences listed; the counts tell them all. */
const shown = 8
const wrongFirst = (differences: Held['differences']) => [
  ...differences.filter(({ kind }) => kind !== 'not-sent'),
  ...differences.filter(({ kind }) => kind === 'not-sent'),
]
const wrong: readonly string[] = ['notOnList', 'afterObjection', 'afterExpiry']

function Report({
  name,
  held,
  busy,
  onRead,
  onWrite,
}: {
  readonly name: string
  readonly held: Held
  readonly busy: boolean
  readonly onRead: (mapping: ReportMapping, as: SendStatus | null) => void
  readonly onWrite: () => void
}) {
  const { t, number, moment } = useText()
  const { counts } = held
  const found = counts.notOnList + counts.afterObjection + counts.afterExpiry
  return (
    <div className="behind">
      <div className="row-apart">
        <strong>{name}</strong>
        <span className="soft">{t('after.rows', { n: counts.rows })}</span>
      </div>
      <div className="note" data-tone={found > 0 ? 'no' : 'yes'} role="status">
        <strong>{t('after.found', { n: found })}</strong>
        {held.written && <span>{t('after.written')}</span>}
        {held.already && <span>{t('after.already')}</span>}
      </div>
      <div className="columns">
        <table className="ledger">
          <caption>{t('after.counts')}</caption>
          <tbody>
            {figures.map((one) => {
              const count = counts[one]
              if (count === null || (count === 0 && one !== 'sent' && !wrong.includes(one))) return null
              return (
                <tr key={one}>
                  <th scope="row">
                    {count > 0 && wrong.includes(one) ? (
                      <span className="objected">{t(`after.${one}`)}</span>
                    ) : (
                      t(`after.${one}`)
                    )}
                  </th>
                  <td className="num">{number(count)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <Reading held={held} busy={busy} onRead={onRead} />
      </div>
      {held.differences.length > 0 && (
        <ScrollRoom label={t('after.differences')}>
          <table className="ledger">
            <caption>{t('after.differences')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('after.address')}</th>
                <th scope="col">{t('after.what')}</th>
                <th scope="col">{t('after.sentAt')}</th>
                <th scope="col" className="num">
                  {t('preview.line')}
                </th>
              </tr>
            </thead>
            <tbody>
              {wrongFirst(held.differences)
                .slice(0, shown)
                .map((one) => (
                  <tr key={`${one.kind} ${one.address} ${one.line}`}>
                    <th scope="row">{one.address}</th>
                    <td>{t(`incident.${one.kind}`)}</td>
                    <td>{one.sent ? moment(one.sent) : t('unknown')}</td>
                    <td className="num">{one.line ?? ''}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </ScrollRoom>
      )}
      {held.differences.length > shown && <span className="soft small">{t('incidents.first', { n: shown })}</span>}
      {!held.written && !held.already && (
        <div className="row">
          <Button onClick={onWrite} disabled={busy}>
            {t('after.write')}
          </Button>
          <span className="soft small">{t('after.writeHint')}</span>
        </div>
      )}
    </div>
  )
}

/** Which column was taken for what; to be corrected where it was guessed wrongly. */
function Reading({
  held,
  busy,
  onRead,
}: {
  readonly held: Held
  readonly busy: boolean
  readonly onRead: (mapping: ReportMapping, as: SendStatus | null) => void
}) {
  const { t } = useText()
  const { mapping, as } = held
  const columns = held.header.map((value) => ({ value, label: value }))
  return (
    <fieldset className="plain" disabled={busy || held.written}>
      <legend>{t('after.reading')}</legend>
      <NativeSelect
        size="xs"
        label={t('after.column.address')}
        value={mapping.address}
        data={columns}
        onChange={(event) => onRead({ ...mapping, address: event.currentTarget.value }, as)}
      />
      {(['time', 'status'] as const).map((part) => (
        <NativeSelect
          key={part}
          size="xs"
          label={t(`after.column.${part}`)}
          value={mapping[part] ?? ''}
          data={[{ value: '', label: t('after.column.none') }, ...columns]}
          onChange={(event) => onRead({ ...mapping, [part]: event.currentTarget.value || null }, as)}
        />
      ))}
      {mapping.status === null && (
        <NativeSelect
          size="xs"
          label={t('after.as')}
          value={as ?? 'sent'}
          data={SendStatus.options.map((value) => ({ value, label: t(`sendStatus.${value}`) }))}
          onChange={(event) => onRead(mapping, event.currentTarget.value as SendStatus)}
        />
      )}
    </fieldset>
  )
}
