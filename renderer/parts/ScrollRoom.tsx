/** A room that scrolls sideways and can be scrolled by keyboard, for tables wider than the page. */
import { type ReactNode, useEffect, useRef } from 'react'

export function ScrollRoom({ label, children }: { readonly label: string; readonly children: ReactNode }) {
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
    <section className="table-room sample" aria-label={label} ref={room}>
      {children}
    </section>
  )
}
