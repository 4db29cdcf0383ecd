/** A page of its own under Evidence, with the way back. */
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../app/language.tsx'

export function EvidencePage({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}) {
  const { t } = useText()
  return (
    <div className="page">
      <header>
        <div>
          <a className="back-link" href="#/evidence">
            <IconArrowLeft size={16} aria-hidden /> {t('place.evidence')}
          </a>
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
      </header>
      {children}
    </div>
  )
}
