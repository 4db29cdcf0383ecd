type Hash = Uint8Array
/** SHA-256(0x00 ‖ entry). */
export declare function leafOf(entry: Uint8Array): Hash
/** Whether the leaf stands at `index` under the root of a tree of `size` leaves. */
export declare function includes(leaf: Hash, index: number, size: number, proof: readonly Hash[], root: Hash): boolean
/** Whether the tree of `size` leaves begins with the tree of `first` leaves. */
export declare function extendsTree(
  first: {
    readonly size: number
    readonly root: Hash
  },
  now: {
    readonly size: number
    readonly root: Hash
  },
  proof: readonly Hash[],
): boolean
