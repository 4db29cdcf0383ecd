/** Files that go with an entry. Each is kept byte for byte in the register as soon as it is chosen. */
import { Button } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useCommand, useDesktop } from '../register.ts'
import { DocumentLink } from './DocumentLink.tsx'
import { useText } from './language.tsx'

export function Documents({
  documents,
  onChange,
  kind,
  label,
  hint,
}: {
  readonly documents: readonly DocumentRef[]
  readonly onChange: (documents: readonly DocumentRef[]) => void
  readonly kind: DocumentRef['kind']
  readonly label: string
  readonly hint: string
}) {
  const { t } = useText()
  const desktop = useDesktop()
  const add = useCommand('documents.add')
  const choose = async () => {
    const files = await desktop.open({ kinds: ['document'], several: true })
    const kept: DocumentRef[] = []
    for (const file of files) {
      const reply = await add.run({ file: file.grant, kind, captured: null, datedByOther: false })
      if (reply.ok) kept.push(reply.value)
    }
    if (kept.length > 0) onChange([...documents, ...kept])
  }
  return (
    <div className="stack-tight">
      <strong className="small">{label}</strong>
      <span className="small soft">{hint}</span>
      {documents.map((document) => (
        <span key={document.sha256} className="row">
          <DocumentLink document={document} />
          <button
            type="button"
            className="icon-button"
            aria-label={t('document.remove', { name: document.name })}
            onClick={() => onChange(documents.filter((one) => one !== document))}
          >
            <IconX size={16} aria-hidden />
          </button>
        </span>
      ))}
      {add.problem && <ProblemNote problem={add.problem} />}
      <div>
        <Button
          size="xs"
          variant="default"
          loading={add.running}
          leftSection={<IconPaperclip size={15} aria-hidden />}
          onClick={choose}
        >
          {t('document.add')}
        </Button>
      </div>
    </div>
  )
}
