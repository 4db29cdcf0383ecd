/** A place where nothing is yet: what belongs here, and the first step. */
import type { ReactNode } from 'react'

export function Empty({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p className="soft">{text}</p>
      {children && <div className="row">{children}</div>}
    </div>
  )
}
