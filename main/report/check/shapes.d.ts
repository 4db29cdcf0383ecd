/** The published formats of an evidence folder, as far as a check reads them. */
export declare const formats: readonly ['mailbewijs-evidence/1', 'mailbewijs-mailing/1', 'mailbewijs-process/1']
export type Format = (typeof formats)[number]
export interface Manifest {
  readonly format: 'mailbewijs-manifest/1'
  readonly made: string
  readonly program: string
  readonly register: string
  readonly files: readonly {
    readonly name: string
    readonly bytes: number
    readonly sha256: string
  }[]
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
    readonly point?: {
      readonly versions: readonly {
        readonly documents: readonly DocumentRef[]
      }[]
    }
    readonly document?: DocumentRef | null
    readonly size?: number
    readonly root?: string
    readonly where?: string
  }
}
export interface Evidence {
  readonly format: Format
  readonly cover: {
    readonly made: string
    readonly program: string
    readonly register: string
    readonly language: string
  }
  readonly identity?: {
    readonly address: string
  }
  readonly timeline: readonly {
    readonly seq: number
    readonly event: Event | null
  }[]
  readonly sources?: readonly {
    readonly import: number
    readonly line: number
    readonly header: string | null
    readonly row: string
  }[]
  /** Tables that stand in the folder as CSV. */
  readonly tables?: readonly {
    readonly name: string
    readonly sha256: string
  }[]
  readonly integrity: Omit<Proofs, 'format'>
}
/** JSON is written in one way only: two spaces, members in the order in which they stand, a line end. */
export declare const written: (value: unknown) => string
export declare function manifestOf(text: string): Manifest | null
export declare function proofsOf(text: string): Proofs | null
export declare function eventOf(line: string): Event | null
export declare function evidenceOf(text: string): Evidence | null
