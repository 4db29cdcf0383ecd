/** Copies of the register, checked before they count; and the whole register as one file, to move house with. */
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useAnswer, useDesktop, useJob } from '../register.ts'
import { CopyPlan } from './CopyPlan.tsx'

export function CopiesSection() {
  const state = useAnswer('register.state', {})
  return (
    <>
      <Backup />
      <CopyPlan />
      <MoveOut />
      {state.data && <MoveIn empty={state.data.events === 0} />}
    </>
  )
}

const today = () => new Date().toISOString().slice(0, 10)

function Backup() {
  const { t, moment, bytes, number } = useText()
  const desktop = useDesktop()
  const copies = useAnswer('register.copies', {})
  const job = useJob('register.backup')
  const [made, setMade] = useState<Answer<'register.backup'> | null>(null)
  const beside = async () => {
    const reply = await job.start({ to: null })
    if (reply.ok) setMade(reply.value)
  }
  const elsewhere = async () => {
    const to = await desktop.save(t('copies.file', { day: today() }))
    if (!to) return
    const reply = await job.start({ to: to.grant })
    if (!reply.ok) return
    setMade(reply.value)
    await desktop.deliver(to)
  }
  return (
    <section className="section" aria-labelledby="copies">
      <header>
        <h2 id="copies">{t('copies.title')}</h2>
      </header>
      <p className="soft">{t('copies.lead')}</p>
      <div className="row">
        <Button onClick={elsewhere} disabled={job.running}>
          {t('copies.elsewhere')}
        </Button>
        <Button variant="default" onClick={beside} disabled={job.running}>
          {t('copies.beside')}
        </Button>
      </div>
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {made && (
        <div className="note" data-tone="yes" role="status">
          <strong>{t('copies.made', { events: number(made.events) })}</strong>
          <span>
            {made.name} · {bytes(made.bytes)}
          </span>
          <span className="code soft">SHA-256 {made.sha256.slice(0, 16)}…</span>
          {made.removed > 0 && <span>{t('copies.removed', { n: made.removed })}</span>}
        </div>
      )}
      {copies.problem && <ProblemNote problem={copies.problem} again={copies.again} />}
      {copies.data && copies.data.length > 0 && (
        <table className="ledger">
          <caption>{t('copies.list')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('copies.name')}</th>
              <th scope="col">{t('history.when')}</th>
              <th scope="col" className="num">
                {t('evidence.size')}
              </th>
            </tr>
          </thead>
          <tbody>
            {copies.data.map((copy) => (
              <tr key={copy.name}>
                <th scope="row">{copy.name}</th>
                <td>{moment(copy.at)}</td>
                <td className="num">{bytes(copy.bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function MoveOut() {
  const { t, number, bytes } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const job = useJob('register.exportAll')
  const [identity, setIdentity] = useState(false)
  const [written, setWritten] = useState<Answer<'register.exportAll'> | null>(null)
  const write = async () => {
    const to = await desktop.save(t('move.file', { day: today() }))
    if (!to) return
    const reply = await job.start({ to: to.grant, identity, by })
    if (!reply.ok) return
    setWritten(reply.value)
    await desktop.deliver(to)
  }
  return (
    <section className="section" aria-labelledby="move-out">
      <header>
        <h2 id="move-out">{t('move.out')}</h2>
      </header>
      <p className="soft">{t('move.outLead')}</p>
      <Checkbox
        label={t('move.identity')}
        description={t('move.identityHint')}
        checked={identity}
        onChange={(event) => setIdentity(event.currentTarget.checked)}
      />
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {written && (
        <div className="note" data-tone="yes" role="status">
          <strong>{t('move.written', { events: number(written.events), size: bytes(written.bytes) })}</strong>
          <span className="code soft">SHA-256 {written.sha256.slice(0, 16)}…</span>
        </div>
      )}
      <div>
        <Button variant="default" onClick={write} disabled={job.running}>
          {t('move.write')}
        </Button>
      </div>
    </section>
  )
}

function MoveIn({ empty }: { readonly empty: boolean }) {
  const { t, number } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const job = useJob('register.importAll')
  const [read, setRead] = useState<Answer<'register.importAll'> | null>(null)
  const choose = async () => {
    const [file] = await desktop.open({ kinds: ['document'], several: false })
    if (!file) return
    const reply = await job.start({ file: file.grant, by })
    if (reply.ok) setRead(reply.value)
  }
  return (
    <section className="section" aria-labelledby="move-in">
      <header>
        <h2 id="move-in">{t('move.in')}</h2>
      </header>
      <p className="soft">{t(empty || read ? 'move.inLead' : 'move.notEmpty')}</p>
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {read && (
        <div className="note" data-tone="yes" role="status">
          <strong>{t('move.read', { events: number(read.events), contacts: number(read.contacts) })}</strong>
          <span>{t(read.moved ? 'move.moved' : 'move.copied')}</span>
          <span className="code soft">{read.root}</span>
        </div>
      )}
      {empty && (
        <div>
          <Button variant="default" onClick={choose} disabled={job.running}>
            {t('move.choose')}
          </Button>
        </div>
      )}
    </section>
  )
}
