/** One document for all that an import brought of a kind: a scan of the stack of cards, a picture of the form. */
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import type { EventType } from '../../preload/contract/vocabulary/event.ts'
import type { ImportSummary } from '../../preload/contract/vocabulary/import.ts'
import { useBy } from '../app/by.ts'
import { Documents } from '../app/Documents.tsx'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useCommand } from '../register.ts'

export function AttachToImport({ one }: { readonly one: ImportSummary }) {
  const { t } = useText()
  const { report } = useSharedWords()
  const [by] = useBy()
  const types = attachable.filter((type) => (one.events[type] ?? 0) > 0)
  const [type, setType] = useState<EventType | undefined>(types[0])
  const [documents, setDocuments] = useState<readonly DocumentRef[]>([])
  const [reason, setReason] = useState('')
  const [done, setDone] = useState<{ readonly contacts: number; readonly events: number } | null>(null)
  const attach = useCommand('events.attach')
  if (type === undefined) return null
  const save = async () => {
    const reply = await attach.run({
      to: { import: one.import, type },
      documents: [...documents],
      reason: reason.trim() || null,
      by,
    })
    if (!reply.ok) return
    setDone(reply.value)
    setDocuments([])
    setReason('')
  }
  return (
    <section className="section" aria-labelledby="attach">
      <header>
        <h2 id="attach">{t('attach.title')}</h2>
      </header>
      <p>{t('attach.lead')}</p>
      <div className="fields">
        <NativeSelect
          label={t('attach.to')}
          value={type}
          onChange={(event) => setType(event.currentTarget.value as EventType)}
          data={types.map((each) => ({
            value: each,
            label: t('attach.option', { what: report.events[each], n: one.events[each] ?? 0 }),
          }))}
        />
      </div>
      <Documents
        documents={documents}
        onChange={setDocuments}
        kind="scan"
        label={t('record.documents')}
        hint={t('attach.documentsHint')}
      />
      <Textarea
        label={t('record.remark')}
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {attach.problem && <ProblemNote problem={attach.problem} />}
      {done && (
        <div className="note" data-tone="yes" role="status">
          {t('attach.done', { events: done.events, people: t('people', { n: done.contacts }) })}
        </div>
      )}
      <div className="row">
        <Button variant="default" disabled={documents.length === 0} loading={attach.running} onClick={save}>
          {t('attach.do')}
        </Button>
        <span className="soft small">{t('record.by', { by })}</span>
      </div>
    </section>
  )
}

/** Most wanted first. */
const attachable: readonly EventType[] = [
  'consent-given',
  'consent-confirmed',
  'sale',
  'objection-opportunity',
  'donation',
  'membership',
  'objection',
  'consent-withdrawn',
  'consent-refused',
]
