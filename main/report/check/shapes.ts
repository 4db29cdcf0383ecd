/** The published formats of an evidence folder, as far as a check reads them. */

export const formats = ['mailbewijs-evidence/1', 'mailbewijs-mailing/1', 'mailbewijs-process/1'] as const
export type Format = (typeof formats)[number]

export interface Manifest {
  readonly format: 'mailbewijs-manifest/1'
  readonly made: string
  readonly program: string
  readonly register: string
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]
}

export interface Proof {
  readonly seq: number
  readonly leaf: string
  readonly hashes: readonly string[]
  readonly withheld: 'other-person' | 'erased' | null
}

export interface Anchor {
  readonly seq: number
  readonly at: string
  readonly size: number
  readonly root: string
  readonly where: string
  readonly hashes: readonly string[]
  readonly kind?: string
  readonly time?: string
  /** The signed note as it was deposited. */
  readonly note?: string
}

export interface Proofs {
  readonly format: 'mailbewijs-proofs/1'
  readonly verifierKey: string
  readonly size: number
  readonly root: string
  readonly proofs: readonly Proof[]
  readonly anchors: readonly Anchor[]
}

export interface DocumentRef {
  readonly sha256: string
  readonly name: string
}

export interface Event {
  readonly seq: number
  readonly type: string
  readonly contact?: number
  readonly documents?: readonly DocumentRef[]
  readonly body: {
    readonly removed?: readonly number[]
    readonly point?: { readonly versions: readonly { readonly documents: readonly DocumentRef[] }[] }
    readonly document?: DocumentRef | null
    readonly id?: number
    readonly recordSha256?: string
    readonly mailing?: { readonly contentSha256?: string | null }
    readonly size?: number
    readonly root?: string
    readonly where?: string
    readonly kind?: string
    readonly time?: string
  }
}

export interface Evidence {
  readonly format: Format
  readonly cover: {
    readonly made: string
    readonly program: string
    readonly register: string
    readonly language: string
    readonly sender?: { readonly name: string } | null
  }
  readonly identity?: { readonly address: string }
  readonly mailing?: { readonly name: string }
  readonly timeline: readonly { readonly seq: number; readonly event: Event | null }[]
  readonly sources?: readonly {
    readonly import: number
    readonly line: number
    readonly header: string | null
    readonly row: string
  }[]
  /** Tables that stand in the folder as CSV. */
  readonly tables?: readonly { readonly name: string; readonly sha256: string }[]
  readonly integrity: Omit<Proofs, 'format'>
}

/** Where a document lies in the folder. */
export const pathOf = ({ sha256, name }: DocumentRef): string =>
  `bronnen/document-${sha256.slice(0, 16)}${/\.[a-z0-9]{1,8}$/iu.exec(name)?.[0].toLowerCase() ?? ''}`

/** JSON is written in one way only: two spaces, members in the order in which they stand, a line end. */
export const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

export function manifestOf(text: string): Manifest | null {
  const value = objectOf(text) as Partial<Manifest> | null
  if (value?.format !== 'mailbewijs-manifest/1' || !Array.isArray(value.files)) return null
  const sound = (value.files as readonly unknown[]).every((one) => {
    const { name, bytes, sha256 } = (one ?? {}) as Record<string, unknown>
    return typeof name === 'string' && typeof bytes === 'number' && typeof sha256 === 'string'
  })
  return sound ? (value as Manifest) : null
}

export function proofsOf(text: string): Proofs | null {
  const value = objectOf(text) as Partial<Proofs> | null
  if (value?.format !== 'mailbewijs-proofs/1' || typeof value.verifierKey !== 'string') return null
  if (!Array.isArray(value.proofs) || !Array.isArray(value.anchors)) return null
  const entries: readonly unknown[] = [...value.proofs, ...value.anchors]
  const sound = entries.every((one) => {
    const { seq, hashes, leaf, root } = (one ?? {}) as Record<string, unknown>
    const texts = Array.isArray(hashes) && (hashes as readonly unknown[]).every((hash) => typeof hash === 'string')
    return Number.isSafeInteger(seq) && texts && (typeof leaf === 'string' || typeof root === 'string')
  })
  return sound ? (value as Proofs) : null
}

export function eventOf(line: string): Event | null {
  const value = objectOf(line) as Partial<Event> | null
  const sound =
    value !== null &&
    Number.isSafeInteger(value.seq) &&
    typeof value.type === 'string' &&
    typeof value.body === 'object' &&
    value.body !== null
  return sound ? (value as Event) : null
}

export function evidenceOf(text: string): Evidence | null {
  const value = objectOf(text) as Partial<Evidence> | null
  return value !== null && formats.some((format) => format === value.format) ? (value as Evidence) : null
}

function objectOf(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}
