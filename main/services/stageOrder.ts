/** What a stage is told beside the file itself. */
export interface StageOrder {
  /** What the batch will be called. */
  readonly number: number
  /** In which times without one are taken to be; IANA. */
  readonly zone: string
  /** Whether a file with this SHA-256 was imported before. */
  readonly isKnown: (sha256: string) => boolean
}
