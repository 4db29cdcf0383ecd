/** A browser's own is faster for what is large; where a page from a file may not use it, ours gives the same. */
export declare function digestOf(bytes: Uint8Array): Promise<string>
