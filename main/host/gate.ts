/** Where a job waits while it is paused. */

export interface Gate {
  readonly close: () => void
  readonly open: () => void
  /** Settles when the gate opens; null where it is open. */
  readonly held: () => Promise<void> | null
}

export function createGate(): Gate {
  let waiting: { readonly opened: Promise<void>; readonly open: () => void } | null = null
  return {
    close: () => {
      if (waiting !== null) return
      let open = () => {}
      const opened = new Promise<void>((resolve) => {
        open = resolve
      })
      waiting = { opened, open }
    },
    open: () => {
      waiting?.open()
      waiting = null
    },
    held: () => waiting?.opened ?? null,
  }
}
