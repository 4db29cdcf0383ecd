/** Seals deposited elsewhere: what was, what is due, and three ways to do it: on paper, with somebody, stamped. */
import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import { useBy } from '../app/by.ts'
import { DocumentLink } from '../app/DocumentLink.tsx'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useAnswer, useCommand, useDesktop, useJob } from '../register.ts'

const ways = ['paper', 'sent', 'timestamp'] as const
type Way = (typeof ways)[number]
type Stamp = Answer<'anchors.reply'>

export function Anchors() {
  const { t, day } = useText()
  const list = useAnswer('anchors.list', {})
  const [way, setWay] = useState<Way>('paper')
  return (
    <section className="section" aria-labelledby="anchors">
      <header>
        <h2 id="anchors">{t('anchors.title')}</h2>
      </header>
      <p className="soft">{t('anchors.lead')}</p>
      {list.problem && <ProblemNote problem={list.problem} again={list.again} />}
      {list.data && (
        <div className="note" data-tone={list.data.due ? 'review' : list.data.last ? 'yes' : undefined}>
          <strong>{list.data.last ? t('anchors.last', { day: day(list.data.last) }) : t('anchors.never')}</strong>
          {list.data.last && <span>{t('anchors.newEvents', { n: list.data.newEvents })}</span>}
          {list.data.due && <span>{t('anchors.due')}</span>}
        </div>
      )}
      <SegmentedControl
        aria-label={t('anchors.how')}
        value={way}
        onChange={(next) => setWay(next as Way)}
        data={ways.map((value) => ({ value, label: t(`anchors.way.${value}`) }))}
      />
      {way === 'timestamp' ? <Timestamp /> : <Deposit key={way} way={way} />}
      {list.data && list.data.anchors.length > 0 && <Deposited anchors={list.data.anchors} />}
    </section>
  )
}

function Deposit({ way }: { readonly way: 'paper' | 'sent' }) {
  const { t, language, number } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const page = useJob('anchors.page')
  const note = useCommand('anchors.save')
  const [where, setWhere] = useState('')
  const [written, setWritten] = useState<Answer<'anchors.save'> | null>(null)
  const problem = page.problem ?? note.problem
  const write = async () => {
    const name = t(`anchors.file.${way}`, { day: new Date().toISOString().slice(0, 10) })
    const to = await desktop.save(name)
    if (!to) return
    const deposit = { to: to.grant, where: where.trim() || null, by }
    const reply = way === 'paper' ? await page.start({ ...deposit, language }) : await note.run(deposit)
    if (!reply.ok) return
    setWritten(reply.value)
    await desktop.deliver(to)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      <p>{t(`anchors.${way}.lead`)}</p>
      <TextInput
        className="field"
        label={t(`anchors.${way}.where`)}
        description={t('anchors.whereHint')}
        maxLength={300}
        value={where}
        onChange={(event) => setWhere(event.currentTarget.value)}
      />
      <ProgressLine job={page} />
      {problem && <ProblemNote problem={problem} />}
      {written && (
        <div className="note" data-tone="yes" role="status">
          <strong>{t('anchors.written', { n: number(written.checkpoint.size) })}</strong>
          <span>{t(written.recorded === null ? 'anchors.notRecorded' : 'anchors.recorded')}</span>
          <span className="code soft">SHA-256 {written.sha256.slice(0, 16)}…</span>
        </div>
      )}
      <div>
        <Button type="submit" variant="default" disabled={page.running || note.running}>
          {t(`anchors.${way}.save`)}
        </Button>
      </div>
    </form>
  )
}

function Timestamp() {
  const { t } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const request = useCommand('anchors.request')
  const reading = useCommand('anchors.reply')
  const [roots, setRoots] = useState<{ readonly grant: string; readonly name: string } | null>(null)
  const [stamp, setStamp] = useState<Stamp | null>(null)
  const problem = request.problem ?? reading.problem
  const write = async () => {
    const to = await desktop.save(t('anchors.file.request'))
    if (!to) return
    const reply = await request.run({ to: to.grant })
    if (reply.ok) await desktop.deliver(to)
  }
  const choose = async () => {
    const [file] = await desktop.open({ kinds: ['document'], several: false })
    return file ?? null
  }
  const read = async () => {
    const file = await choose()
    if (!file) return
    const reply = await reading.run({ file: file.grant, roots: roots?.grant ?? null, by })
    if (reply.ok) setStamp(reply.value)
  }
  return (
    <div className="stack">
      <p>{t('anchors.timestamp.lead')}</p>
      <ol className="todo">
        <li>
          <Button variant="default" onClick={write} loading={request.running}>
            {t('anchors.timestamp.request')}
          </Button>
          <span className="soft small">{t('anchors.timestamp.requestHint')}</span>
        </li>
        <li>
          <span>{t('anchors.timestamp.send')}</span>
        </li>
        <li>
          <Button variant="default" onClick={read} loading={reading.running}>
            {t('anchors.timestamp.reply')}
          </Button>
          <span className="soft small">
            {roots ? t('anchors.timestamp.roots', { name: roots.name }) : t('anchors.timestamp.noRoots')}{' '}
            <button type="button" className="as-link" onClick={() => choose().then((file) => file && setRoots(file))}>
              {t('anchors.timestamp.chooseRoots')}
            </button>
          </span>
        </li>
      </ol>
      {problem && <ProblemNote problem={problem} />}
      {stamp && <Stamped stamp={stamp} />}
    </div>
  )
}

function Stamped({ stamp }: { readonly stamp: Stamp }) {
  const { t, moment } = useText()
  const held = stamp.stamp
  return (
    <div className="note" data-tone={stamp.fault ? 'no' : 'yes'} role="status">
      <strong>
        {stamp.fault ? t(`stamp.${stamp.fault}`) : held ? t('stamp.holds', { moment: moment(held.time) }) : ''}
      </strong>
      {stamp.fault && <span>{t('stamp.nothing')}</span>}
      {held && (
        <>
          <span>
            {held.authority}. {t(`stamp.${held.trust}`)}
          </span>
          <details>
            <summary>{t('stamp.chain')}</summary>
            <ol className="small">
              {held.chain.map((one) => (
                <li key={one.subject}>
                  {one.subject} <span className="soft">({t('stamp.issuedBy', { issuer: one.issuer })})</span>
                </li>
              ))}
            </ol>
          </details>
        </>
      )}
    </div>
  )
}

function Deposited({ anchors }: { readonly anchors: Answer<'anchors.list'>['anchors'] }) {
  const { t, moment, number } = useText()
  const { proof, fill } = useSharedWords()
  return (
    <ScrollRoom label={t('anchors.deposited')}>
      <table className="ledger">
        <caption>{t('anchors.deposited')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('history.when')}</th>
            <th scope="col">{t('anchors.where')}</th>
            <th scope="col">{t('anchors.shows')}</th>
            <th scope="col" className="num">
              {t('anchors.size')}
            </th>
          </tr>
        </thead>
        <tbody>
          {anchors.map((one) => (
            <tr key={one.seq}>
              <td>{moment(one.at)}</td>
              <th scope="row">
                {one.where}
                <div className="soft small">{one.kind && t(`anchors.way.${one.kind}`)}</div>
                {one.document && (
                  <span className="small">
                    <DocumentLink document={one.document} />
                  </span>
                )}
              </th>
              <td className="small">
                {fill(proof.kindShows[one.kind ?? 'other'], { time: one.time ? moment(one.time) : t('unknown') })}
              </td>
              <td className="num">{number(one.size)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRoom>
  )
}
