/** The first embedded file (`/Type /EmbeddedFile`); null where there is none that can be read. */
export declare function embeddedIn(pdf: Uint8Array): Uint8Array | null
