/**
 * A list of any length: only the rows in sight exist. It is one stop of the Tab key; arrows move in it.
 * Browsers cannot draw a page taller than some 16 million pixels, so the scroll bar of a very long list is a
 * scale: the wheel and the keys move by rows, the bar by the proportion.
 */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'

/** Tallest page we draw, in CSS pixels; half of what Chromium can at twice the pixel density. */
const tallest = 6_000_000

export interface LongListProps {
  readonly label: string
  readonly count: number
  /** Height of a row in pixels. */
  readonly rowHeight: number
  readonly chosen: number | null
  readonly onChoose: (index: number) => void
  /** Whether a row is the one that is open; it may be known by more than its place. */
  readonly isChosen?: (index: number) => boolean
  /** Which rows are in sight, so that they can be fetched. */
  readonly onSight: (from: number, to: number) => void
  readonly row: (index: number) => ReactNode
  readonly keyboardHint: string
}

export function LongList({
  label,
  count,
  rowHeight,
  chosen,
  onChoose,
  isChosen,
  onSight,
  row,
  keyboardHint,
}: LongListProps) {
  const room = useRef<HTMLDivElement>(null)
  const offset = useRef(0)
  const [active, setActive] = useState(chosen ?? 0)
  const id = useId()
  const full = count * rowHeight
  const drawn = Math.min(full, tallest)
  const scaleOf = useCallback(() => {
    const height = room.current?.clientHeight ?? 0
    return full > drawn ? (full - height) / (drawn - height) : 1
  }, [full, drawn])

  const moveTo = useCallback(
    (next: number) => {
      const element = room.current
      if (!element) return
      offset.current = Math.max(0, Math.min(next, full - element.clientHeight))
      element.scrollTop = offset.current / scaleOf()
      element.dispatchEvent(new CustomEvent('moved'))
    },
    [full, scaleOf],
  )

  const rows = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => room.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    observeElementOffset: (instance, tell) => observe(instance, tell, offset, scaleOf),
    scrollToFn: () => undefined,
  })
  const seen = rows.getVirtualItems()
  const first = seen[0]?.index ?? 0
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (count > 0) onSight(first, last)
  }, [first, last, count, onSight])

  useEffect(() => {
    const element = room.current
    if (!element || full <= drawn) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      moveTo(offset.current + event.deltaY * (event.deltaMode === 1 ? rowHeight : 1))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [full, drawn, rowHeight, moveTo])

  const show = (index: number) => {
    const height = room.current?.clientHeight ?? 0
    const top = index * rowHeight
    if (top < offset.current) moveTo(top)
    else if (top + rowHeight > offset.current + height) moveTo(top + rowHeight - height)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((room.current?.clientHeight ?? 0) / rowHeight) - 1)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    }
    const step = steps[event.key]
    if (step !== undefined) {
      const next = Math.max(0, Math.min(count - 1, step))
      setActive(next)
      show(next)
    } else if (event.key === 'Enter' || event.key === ' ') onChoose(active)
    else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    const place = (event.target as Element).closest<HTMLElement>('[data-index]')?.getAttribute('data-index')
    if (!place) return
    setActive(Number(place))
    onChoose(Number(place))
    room.current?.focus()
  }

  const shift = (room.current?.scrollTop ?? 0) - offset.current
  return (
    <div
      ref={room}
      className="long-list"
      role="listbox"
      aria-label={label}
      aria-description={keyboardHint}
      aria-activedescendant={active >= first && active <= last ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="presentation" style={{ height: drawn, position: 'relative' }}>
        {seen.map(({ index, start }) => (
          <div
            key={index}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            data-index={index}
            aria-selected={isChosen ? isChosen(index) : index === chosen}
            aria-posinset={index + 1}
            aria-setsize={count}
            data-active={index === active ? '' : undefined}
            style={{ height: rowHeight, transform: `translateY(${start + shift}px)` }}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  )
}

/** Reports where the list is, in rows' pixels, whether the bar was dragged or a row was moved to. */
function observe(
  instance: Virtualizer<HTMLDivElement, Element>,
  tell: (offset: number, moving: boolean) => void,
  offset: { current: number },
  scaleOf: () => number,
): (() => void) | undefined {
  const element = instance.scrollElement
  if (!element) return undefined
  const onScroll = () => {
    // A scroll of our own making arrives here too, rounded; only a real difference is news.
    if (Math.abs(element.scrollTop - offset.current / scaleOf()) > 1) offset.current = element.scrollTop * scaleOf()
    tell(offset.current, true)
  }
  tell(offset.current, false)
  element.addEventListener('scroll', onScroll, { passive: true })
  element.addEventListener('moved', onScroll)
  return () => {
    element.removeEventListener('scroll', onScroll)
    element.removeEventListener('moved', onScroll)
  }
}
