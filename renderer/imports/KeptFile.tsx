/** The file of an import as the register keeps it, to be looked at or imported again. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ImportSummary } from '../../preload/contract/vocabulary/import.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useDesktop, useJob } from '../register.ts'

export function KeptFile({ one }: { readonly one: ImportSummary }) {
  const { t } = useText()
  const desktop = useDesktop()
  const save = useJob('imports.saveKept')
  const [saved, setSaved] = useState<{ readonly isAsBrought: boolean } | null>(null)
  const write = async () => {
    setSaved(null)
    const to = await desktop.save(nameOf(one.file))
    if (!to) return
    const reply = await save.start({ import: one.import, to: to.grant })
    if (!reply.ok) return
    await desktop.deliver(to)
    setSaved(reply.value)
  }
  return (
    <>
      <div className="row">
        <Button variant="default" size="xs" onClick={write} disabled={save.running}>
          {t('kept.save')}
        </Button>
      </div>
      <ProgressLine job={save} />
      {save.problem && <ProblemNote problem={save.problem} />}
      {saved && (
        <div className="note" data-tone={saved.isAsBrought ? 'yes' : 'review'} role="status">
          {t(saved.isAsBrought ? 'kept.saved' : 'kept.differs')}
        </div>
      )}
    </>
  )
}

/** What is kept is a table as text, also where it came from a workbook. */
function nameOf(file: string): string {
  const name = file.replace(/^.*\//u, '')
  return /\.(csv|tsv|txt|tab)$/iu.test(name) ? name : `${name.replace(/\.[^.]*$/u, '')}.csv`
}
