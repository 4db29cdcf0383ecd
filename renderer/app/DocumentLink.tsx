/** A document that the register keeps: its name, and its content when asked for. */
import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer } from '../register.ts'
import { useText } from './language.tsx'

export function DocumentLink({ document }: { readonly document: DocumentRef }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="as-link" onClick={() => setOpen(true)}>
        {document.name}
      </button>
      {open && <Viewer document={document} onClose={() => setOpen(false)} />}
    </>
  )
}

function Viewer({ document, onClose }: { readonly document: DocumentRef; readonly onClose: () => void }) {
  const { t, day } = useText()
  const kept = useAnswer('documents.get', { sha256: document.sha256 })
  const address = useAddress(kept.data)
  const isPicture = kept.data?.mediaType.startsWith('image/') && !kept.data.mediaType.includes('svg')
  const isText = kept.data?.mediaType.startsWith('text/plain')
  return (
    <Modal opened onClose={onClose} title={document.name} size="xl" closeButtonProps={{ 'aria-label': t('close') }}>
      <div className="stack">
        <span className="soft small">
          {t(`document.${document.kind}`)}
          {document.captured && ` · ${t('document.captured', { day: day(document.captured) })}`} ·{' '}
          <span className="code">SHA-256 {document.sha256.slice(0, 16)}…</span>
        </span>
        {kept.problem && <ProblemNote problem={kept.problem} />}
        {address && isPicture && <img className="document" src={address} alt={document.name} />}
        {kept.data && isText && <pre className="document">{textOf(kept.data.base64)}</pre>}
        {address && (
          <a href={address} download={document.name}>
            {t('document.save')}
          </a>
        )}
      </div>
    </Modal>
  )
}

/** An address within this page for the bytes, given back when they are no longer shown. */
function useAddress(kept: { readonly mediaType: string; readonly base64: string } | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!kept) return
    const made = URL.createObjectURL(new Blob([bytesOf(kept.base64)], { type: kept.mediaType }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [kept])
  return address
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
const textOf = (base64: string) => new TextDecoder().decode(bytesOf(base64))
