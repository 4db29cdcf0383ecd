/** A room that scrolls sideways and can be scrolled by keyboard, for tables wider than the page. */
import { type ReactNode, useEffect, useRef } from 'react'

export function ScrollRoom({
  label,
  tight,
  children,
}: {
  readonly label: string
  /** Cells on one line, cut where they are long. */
  readonly tight?: boolean
  readonly children: ReactNode
}) {
  const room = useRef<HTMLElement>(null)
  useEffect(() => {
    // A stop of the Tab key only where there is something to scroll.
    const element = room.current
    if (!element) return
    const measure = () => {
      element.tabIndex = element.scrollWidth > element.clientWidth ? 0 : -1
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <figure className={tight ? 'table-room tight' : 'table-room'} aria-label={label} ref={room}>
      {children}
    </figure>
  )
}
