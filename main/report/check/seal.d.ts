export interface Key {
  readonly name: string
  readonly id: Uint8Array
  readonly bytes: Uint8Array
}
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly rootText: string
}
/** `name+id+base64(0x01 ‖ key)`; null where it is malformed or its id is not that of the key. */
export declare function keyOf(text: string): Key | null
/** The key in the form that OpenSSL reads (RFC 8410). */
export declare function pemOf(key: Key): string
/** What the note says, whether or not it is signed well; null where it says nothing that can be read. */
export declare function checkpointOf(note: string): Checkpoint | null
/** Whether the note carries this key's signature, and no bad one under its name. */
export declare function isSigned(note: string, key: Key): boolean
