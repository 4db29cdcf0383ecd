/** What the machine around the window offers: dialogs, drops, downloads. Files go by grant, never by path. */
import type { Grant, Target } from './vocabulary/progress.ts'

/** To read, and never to write to. */
export interface GrantedFile {
  readonly grant: Grant
  readonly name: string
  readonly bytes: number | null
}

/** To write to, and never to read. */
export interface GrantedTarget {
  readonly grant: Target
  readonly name: string
}

/** What the page's own `File` has that matters here. */
export interface DroppedFile {
  readonly name: string
  readonly size: number
}

export interface Desktop {
  readonly info: () => Promise<{
    readonly version: string
    /** `window` in Electron, `browser` when served to one. */
    readonly kind: 'window' | 'browser'
    readonly platform: string
    /** Name of the person at this machine, as a first guess for "recorded by". */
    readonly user: string
  }>
  /** Asks for files to read; empty when dismissed. */
  readonly open: (what: {
    readonly kinds: readonly ('table' | 'setup' | 'document')[]
    readonly several: boolean
  }) => Promise<GrantedFile[]>
  /** Asks for a folder to read (an evidence folder to verify). In a browser: a zip or the folder's files. */
  readonly openFolder: () => Promise<GrantedFile | null>
  /** Files dropped on the window. */
  readonly drop: (files: readonly DroppedFile[]) => Promise<GrantedFile[]>
  /** Asks where to write a file; null when dismissed. */
  readonly save: (suggestedName: string) => Promise<GrantedTarget | null>
  /** Asks where to make a folder with this name. */
  readonly saveFolder: (suggestedName: string) => Promise<GrantedTarget | null>
  /** Shows what was written: in its folder, or as a download. */
  readonly deliver: (written: GrantedTarget) => Promise<void>
  /**
   * Asks for a folder in which exports land, and follows it while the program runs; null when dismissed. Followed
   * again at the next start. A browser follows no folder: there these are absent.
   */
  readonly follow?: () => Promise<{ readonly folder: string } | null>
  /** The folder that is followed, by its name. */
  readonly followed?: () => Promise<{ readonly folder: string } | null>
  readonly unfollow?: () => Promise<void>
  /** Called for every table that lies in the folder whole; at once for those that landed before anybody listened. */
  readonly onLanded?: (listener: (file: GrantedFile) => void) => void
  /** Called when the register's thread died; the reason in words is the window's. */
  readonly onLost: (listener: () => void) => void
}
