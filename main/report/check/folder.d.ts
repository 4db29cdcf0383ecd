export type Files = ReadonlyMap<string, Uint8Array>
export interface Gathered {
  readonly files: Files
  /** Names that a zip holds more than once. */
  readonly twice: readonly string[]
}
/** Null where nothing of an evidence folder is among them. */
export declare function gather(
  found: readonly {
    readonly path: string
    readonly file: File
  }[],
): Promise<Gathered | null>
export declare function unpacked(zip: Uint8Array): Gathered | null
/** Whoever drops the folder above, or a zip of the folder, means the folder. */
export declare function rooted(files: Files, twice: readonly string[]): Gathered | null
/** All files under what was dropped. */
export declare function dropped(items: DataTransferItemList): Promise<
  {
    path: string
    file: File
  }[]
>
