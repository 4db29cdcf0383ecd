/** Whom the mailing tool must never mail for this mailing: a list of everyone whose objection stands. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { MailingEntry } from '../../preload/contract/endpoints/mailings.ts'
import type { ListFormat } from '../../preload/contract/vocabulary/listFormat.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useDesktop, useJob } from '../register.ts'
import { extensionOf, fileNameOf, listFormats, useListFormat } from './listFormats.ts'

export function Suppression({ entry }: { readonly entry: MailingEntry }) {
  const { t, language } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const [format, setFormat] = useListFormat()
  const write = useJob('mailings.suppressionList')
  const [written, setWritten] = useState<Answer<'mailings.suppressionList'> | null>(null)
  const save = async () => {
    const name = { name: fileNameOf(entry.mailing.name), ending: extensionOf(format) }
    const to = await desktop.save(t('stop.fileName', name))
    if (!to) return
    const reply = await write.start({ mailing: entry.id, to: to.grant, format, language, by })
    if (!reply.ok) return
    setWritten(reply.value)
    await desktop.deliver(to)
  }
  return (
    <section className="section" aria-labelledby="stop">
      <header>
        <h2 id="stop">{t('stop.title')}</h2>
      </header>
      <p className="soft">{t('stop.lead')}</p>
      <ProgressLine job={write} />
      {write.problem && <ProblemNote problem={write.problem} />}
      {written && (
        <div className="note" data-tone="yes" role="status">
          <strong>{t('stop.wrote', { rows: written.rows, contacts: written.contacts })}</strong>
          {written.erased > 0 && <span>{t('stop.erased', { n: written.erased })}</span>}
          <span className="code soft">SHA-256 {written.sha256.slice(0, 16)}…</span>
        </div>
      )}
      <div className="row bottom">
        <NativeSelect
          label={t('format.label')}
          value={format}
          data={listFormats.map((value) => ({ value, label: t(`format.${value}`) }))}
          onChange={(event) => setFormat(event.currentTarget.value as ListFormat)}
        />
        <Button variant="default" onClick={save} disabled={write.running}>
          {t('stop.save')}
        </Button>
      </div>
    </section>
  )
}
