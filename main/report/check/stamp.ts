/**
 * A time stamp (RFC 3161; CMS, RFC 5652; RFC 5035): of which text it is, what time it states, and whether whoever its
 * certificate names signed it. Whether that authority is to be trusted is not judged: no root comes with this page.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { same, utf8 } from './bytes.ts'
import { type Certificate, certificateOf, timeOf } from './certificate.ts'
import { inner, type Node, nodeOf, oidAt, partAt, partsOf, sequenceAt, tags } from './der.ts'
import { digestNames, type Signed, verifies } from './signature.ts'

export interface Stamp {
  /**
   * `fails`: of another text, altered, or with a certificate that is not for stamping or was not valid then.
   * `not-here`: this browser cannot compute the signature. `absent`: the reply is not in the folder.
   */
  readonly state: 'holds' | 'fails' | 'not-here' | 'absent'
  /** UTC, as the authority states it. */
  readonly time: string | null
  readonly authority: string | null
  readonly issuer: string | null
}

const unread = { time: null, authority: null, issuer: null } as const
export const absent: Stamp = { state: 'absent', ...unread }

const signedData = '1.2.840.113549.1.7.2'
const stampInfo = '1.2.840.113549.1.9.16.1.4'
const contentType = '1.2.840.113549.1.9.3'
const messageDigest = '1.2.840.113549.1.9.4'
const signingCertificate = '1.2.840.113549.1.9.16.2.12'
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47'

/** `note` is the text that must have been stamped, `told` the time that the register wrote down. */
export async function checkStamp(reply: Uint8Array, note: string, told: string | undefined): Promise<Stamp> {
  try {
    const { info, signer, certificates } = tokenIn(reply)
    const { imprint, at } = infoOf(info)
    const time = new Date(at).toISOString()
    if (!same(imprint, sha256(utf8(note))) || time !== told) return { state: 'fails', ...unread, time }
    const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
    if (subtle === undefined) return { state: 'not-here', ...unread, time }
    const signed = signedIn(signer)
    const certificate = await signedBy(signed, certificates, subtle)
    if (certificate === null) return { state: 'fails', ...unread, time }
    const { subject: authority, issuer, from, to, forStamping } = certificate
    const named = { time, authority, issuer }
    if (!forStamping || at < from || at > to) return { state: 'fails', ...named }
    const holds = (await fits(signed, info, subtle)) && (await verifies(signed, certificate, subtle))
    return { state: holds === null ? 'not-here' : holds ? 'holds' : 'fails', ...named }
  } catch {
    return { state: 'fails', ...unread }
  }
}

/** A reply with its status, or the bare token that some services deliver. */
function tokenIn(reply: Uint8Array) {
  const outer = partsOf(nodeOf(reply))
  const bare = outer[0]?.tag === tags.oid
  // 0: granted; 1: granted with modifications.
  if (!bare && (partAt(sequenceAt(outer, 0), 0, tags.integer).content[0] ?? 9) > 1) throw new RangeError('not granted')
  const token = bare ? outer : sequenceAt(outer, 1)
  const content = sequenceAt(partsOf(partAt(token, 1, inner(0))), 0)
  const wrapped = sequenceAt(content, 2)
  if (oidAt(token, 0) !== signedData || oidAt(wrapped, 0) !== stampInfo) throw new RangeError('no time stamp')
  const signers = partsOf(partAt(content, -1, tags.set))
  if (signers.length !== 1) throw new RangeError('one signer')
  return {
    info: partAt(partsOf(partAt(wrapped, 1, inner(0))), 0, tags.octets).content,
    signer: sequenceAt(signers, 0),
    certificates: content
      .filter(({ tag }) => tag === inner(0))
      .flatMap(partsOf)
      .filter(({ tag }) => tag === tags.sequence)
      .map(certificateOf),
  }
}

/** TSTInfo (RFC 3161, 2.4.2). A register asks for SHA-256 and nothing else. */
function infoOf(info: Uint8Array) {
  const parts = partsOf(nodeOf(info))
  const stamped = sequenceAt(parts, 2)
  if (digestNames[oidAt(sequenceAt(stamped, 0), 0)] !== 'SHA-256') throw new RangeError('another digest')
  return { imprint: partAt(stamped, 1, tags.octets).content, at: timeOf(partAt(parts, 4, tags.time)) }
}

function signedIn(signer: readonly Node[]): Signed & { readonly attributes: ReadonlyMap<string, readonly Node[]> } {
  const wrapped = partAt(signer, 3, inner(0))
  const pairs = partsOf(wrapped).map(partsOf)
  const attributes = new Map(pairs.map((pair) => [oidAt(pair, 0), partsOf(partAt(pair, 1, tags.set))] as const))
  if (attributes.size !== pairs.length) throw new RangeError('twice')
  // Signed as a set, whatever tag it travels under (RFC 5652, 5.4).
  const message = Uint8Array.from(wrapped.whole)
  message[0] = tags.set
  return {
    attributes,
    message,
    digest: digestNames[oidAt(sequenceAt(signer, 2), 0)] ?? '',
    algorithm: sequenceAt(signer, 4),
    signature: partAt(signer, 5, tags.octets).content,
  }
}

/** The signed attributes are about this content: its type, and its digest. */
async function fits(
  { attributes, digest }: ReturnType<typeof signedIn>,
  info: Uint8Array,
  subtle: SubtleCrypto,
): Promise<boolean> {
  const told = partAt(attributes.get(messageDigest) ?? [], 0, tags.octets).content
  return oidAt(attributes.get(contentType) ?? [], 0) === stampInfo && same(told, await digestBy(subtle, digest, info))
}

/** The certificate whose hash the signer put under the signature (ESSCertID, ESSCertIDv2). */
async function signedBy(
  { attributes }: ReturnType<typeof signedIn>,
  certificates: readonly Certificate[],
  subtle: SubtleCrypto,
): Promise<Certificate | null> {
  const second = attributes.get(signingCertificateV2)
  const identifier = sequenceAt(sequenceAt(sequenceAt(second ?? attributes.get(signingCertificate) ?? [], 0), 0), 0)
  const own = identifier[0]?.tag === tags.sequence ? digestNames[oidAt(sequenceAt(identifier, 0), 0)] : undefined
  const digest = own ?? (second === undefined ? 'SHA-1' : 'SHA-256')
  const sought = identifier.find(({ tag }) => tag === tags.octets)?.content ?? new Uint8Array(0)
  for (const one of certificates) if (same(sought, await digestBy(subtle, digest, one.whole))) return one
  return null
}

const digestBy = async (subtle: SubtleCrypto, name: string, bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await subtle.digest(name, Uint8Array.from(bytes)))
