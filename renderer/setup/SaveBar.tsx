/** Saves what was changed in one part of the setup, and says what does not fit together. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import type { SetupDraft } from './useSetup.ts'

export function SaveBar<P extends keyof Setup>({
  of,
  reason,
}: {
  readonly of: SetupDraft<P>
  /** Where a reason is needed: what has been typed so far. */
  readonly reason?: string
}) {
  const { t } = useText()
  const [saved, setSaved] = useState(false)
  const missing = reason !== undefined && reason.trim() === ''
  const flaws = [...of.flaws]
  return (
    <div className="stack">
      {of.problem && <ProblemNote problem={of.problem} />}
      {flaws.length > 0 && (
        <div className="note" data-tone="review">
          <strong>{t('setup.flaws')}</strong>
          <ul>
            {flaws.map((flaw) => (
              <li key={`${flaw.code} ${flaw.path}`}>
                {t(`flaw.${flaw.code}`)} <span className="code soft">{flaw.path}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="row save-bar">
        <Button
          disabled={!of.changed || missing}
          loading={of.saving}
          onClick={() => of.save(reason).then((done) => setSaved(done))}
        >
          {t('save')}
        </Button>
        <span role="status" className="soft small">
          {of.changed ? t('setup.unsaved') : saved ? t('saved') : ''}
        </span>
      </div>
    </div>
  )
}
