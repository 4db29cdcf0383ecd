/** Files by dropping or choosing. What comes back is a grant, never a path. */
import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { Desktop, GrantedFile } from '../../preload/contract/desktop.ts'
import { useText } from '../app/language.tsx'

export function FileDrop({
  desktop,
  title,
  hint,
  onFiles,
}: {
  readonly desktop: Desktop
  readonly title: string
  readonly hint: string
  /** One or more, in the order in which they were chosen. */
  readonly onFiles: (files: readonly GrantedFile[]) => void
}) {
  const { t } = useText()
  const [over, setOver] = useState(false)
  const take = (files: readonly GrantedFile[]) => {
    if (files.length > 0) onFiles(files)
  }
  return (
    // Dropping is an extra way in; the button does the same by keyboard.
    <section
      className="drop"
      aria-label={title}
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        desktop.drop([...event.dataTransfer.files]).then(take)
      }}
    >
      <IconFileImport size={36} stroke={1.4} aria-hidden />
      <strong>{title}</strong>
      <span className="soft">{hint}</span>
      <Button onClick={() => desktop.open({ kinds: ['table'], several: true }).then(take)}>{t('file.choose')}</Button>
    </section>
  )
}
