/** Reads a setup file, shows what it would change, and applies it when one agrees. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { Problem } from '../../preload/contract/result.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useCommand, useReached } from '../register.ts'

export function ReadSetupFile({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useText()
  const { desktop, register } = useReached()
  const [by] = useBy()
  const apply = useCommand('setup.apply')
  const [read, setRead] = useState<Answer<'setup.read'> | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [done, setDone] = useState(false)

  const choose = async () => {
    const [file] = await desktop.open({ kinds: ['setup'], several: false })
    if (!file) return
    setDone(false)
    const reply = await register.call('setup.read', { file: file.grant })
    setRead(reply.ok ? reply.value : null)
    setProblem(reply.ok ? null : reply.error)
  }
  const agree = async () => {
    if (!read) return
    const reply = await apply.run({ setup: read.setup, by, reason: null })
    if (!reply.ok) return
    setRead(null)
    setDone(true)
    onDone?.()
  }
  return (
    <div className="stack">
      {(problem ?? apply.problem) && <ProblemNote problem={(problem ?? apply.problem) as Problem} />}
      {read && (
        <div className="note">
          <strong>{t('setupFile.changes', { n: read.changes.length })}</strong>
          <ul>
            {read.changes.slice(0, 12).map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          {read.flaws.map((flaw) => (
            <span key={`${flaw.code} ${flaw.path}`}>
              {t(`flaw.${flaw.code}`)} <span className="code">{flaw.path}</span>
            </span>
          ))}
          <div className="row">
            <Button size="xs" onClick={agree} loading={apply.running} disabled={read.changes.length === 0}>
              {t('setupFile.apply')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setRead(null)}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      )}
      {done && <span role="status">{t('saved')}</span>}
      {!read && (
        <div>
          <Button variant="default" onClick={choose}>
            {t('setupFile.choose')}
          </Button>
        </div>
      )}
    </div>
  )
}
