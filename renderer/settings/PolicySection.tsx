/** The policy, and why it was changed. */
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../app/language.tsx'
import { PolicyTable } from '../setup/PolicyTable.tsx'
import { SaveBar } from '../setup/SaveBar.tsx'
import { useSetupDraft } from '../setup/useSetup.ts'

export function PolicySection() {
  const { t } = useText()
  const policy = useSetupDraft('policy')
  const [reason, setReason] = useState('')
  if (!policy.draft) return null
  return (
    <>
      <PolicyTable policy={policy.draft} onChange={policy.setDraft} />
      {policy.changed && (
        <Textarea
          label={t('policy.reason')}
          description={t('policy.reasonHint')}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <SaveBar of={policy} reason={reason} />
    </>
  )
}
