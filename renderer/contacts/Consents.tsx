/** Consents as records that other programs read: of one person (AVG 20), or of everybody. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useDesktop, useJob } from '../register.ts'

export function AllConsents() {
  const { t } = useText()
  return (
    <section className="section" aria-labelledby="consents">
      <header>
        <h2 id="consents">{t('consents.title')}</h2>
      </header>
      <p className="soft">{t('consents.lead')}</p>
      <SaveConsents contact={null} />
    </section>
  )
}

export function SaveConsents({ contact }: { readonly contact: number | null }) {
  const { t, number, bytes } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const job = useJob('rights.consentRecords')
  const [written, setWritten] = useState<Answer<'rights.consentRecords'> | null>(null)
  const save = async () => {
    const to = await desktop.save(t('consents.file', { day: new Date().toISOString().slice(0, 10) }))
    if (!to) return
    const reply = await job.start({ contact, by, to: to.grant })
    if (!reply.ok) return
    setWritten(reply.value)
    await desktop.deliver(to)
  }
  return (
    <div className="stack-tight">
      <ProgressLine job={job} />
      {job.problem && <ProblemNote problem={job.problem} />}
      {written && (
        <p role="status">
          {t('consents.written', { n: number(written.contacts), size: bytes(written.bytes) })}{' '}
          <span className="code soft">SHA-256 {written.sha256.slice(0, 16)}…</span>
        </p>
      )}
      <div>
        <Button variant="default" disabled={job.running} onClick={save}>
          {t(contact === null ? 'consents.all' : 'consents.one')}
        </Button>
      </div>
    </div>
  )
}
