/** Text, base64 and hexadecimal, read strictly: what could be written in two ways is refused. */
export declare const utf8: (text: string) => Uint8Array
/** Null where the bytes are not UTF-8. */
export declare function textOf(bytes: Uint8Array): string | null
export declare function hex(bytes: Uint8Array): string
/** Lower case only; anything else gives no bytes, which no hash equals. */
export declare function unhex(text: string): Uint8Array
export declare const base64: (bytes: Uint8Array) => string
/** Null unless the text is exactly how these bytes are written (RFC 4648, section 4). */
export declare function unbase64(text: string): Uint8Array | null
export declare function joined(...parts: readonly Uint8Array[]): Uint8Array
export declare const same: (a: Uint8Array, b: Uint8Array) => boolean
