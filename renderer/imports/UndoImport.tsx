/** Takes back an import in its whole: what then counts no longer, and what stays. */
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ImportSummary } from '../../preload/contract/vocabulary/import.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useCommand } from '../register.ts'

export function UndoImport({ one, staying }: { readonly one: ImportSummary; readonly staying: number }) {
  const { t } = useText()
  const [by] = useBy()
  const [reason, setReason] = useState('')
  const undo = useCommand('imports.undo')
  return (
    <section className="section" aria-labelledby="undo">
      <header>
        <h2 id="undo">{t('undo.title')}</h2>
      </header>
      <p>{t('undo.lead')}</p>
      <ul className="plain-list">
        <li>{t('undo.gone')}</li>
        <li>{t('undo.stays', { n: staying })}</li>
        <li>{t('undo.again')}</li>
      </ul>
      <Textarea
        label={t('undo.reason')}
        description={t('undo.reasonHint')}
        required
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {undo.problem && <ProblemNote problem={undo.problem} />}
      <div className="row">
        <Button
          variant="default"
          disabled={reason.trim() === ''}
          loading={undo.running}
          onClick={() => undo.run({ import: one.import, reason, by })}
        >
          {t('undo.do')}
        </Button>
        <span className="soft small">{t('record.by', { by })}</span>
      </div>
    </section>
  )
}
