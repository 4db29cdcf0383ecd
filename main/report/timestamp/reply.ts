/**
 * Reads and verifies a time stamp reply of any authority without a network (RFC 3161; CMS, RFC 5652; RFC 5035).
 * Whether the authority deserves trust is not judged unless a file with its root certificate is given.
 */
import { constants, hash, verify, X509Certificate } from 'node:crypto'
import type { Instant } from '../../../preload/contract/vocabulary/time.ts'
import { child, childrenOf, type Node, nodeIn, oidOf } from './der.ts'

export type StampFault =
  /** No time stamp reply, or one whose shape we cannot read. */
  | 'unreadable'
  /** The authority did not grant the stamp. */
  | 'not-granted'
  /** The stamp is for something else. */
  | 'other-imprint'
  /** The signature, or what it covers, does not fit. */
  | 'signature'
  /** The certificate is not the one that was named, not for time stamping, or was not valid at that time. */
  | 'certificate'
  /** The chain of certificates does not lead to the given roots. */
  | 'untrusted'

export interface Stamp {
  /** What was stamped: SHA-256, hexadecimal. */
  readonly imprint: string
  readonly time: Instant
  /** Object identifier of the authority's policy. */
  readonly policy: string
  /** Serial number of the stamp, hexadecimal. */
  readonly serial: string
  readonly authority: string
  /** From the signer upward, as far as the reply holds certificates. */
  readonly chain: readonly {
    readonly subject: string
    readonly issuer: string
    readonly from: Instant
    readonly to: Instant
  }[]
  /** `not-judged` where no roots were given. */
  readonly trust: 'not-judged' | 'trusted'
}

export type StampReading =
  | { readonly fault: null; readonly stamp: Stamp }
  | { readonly fault: StampFault; readonly stamp: Stamp | null }

/** `roots`: certificates in PEM or one in DER; null: the chain is shown, not judged. */
export function readReply(reply: Buffer, roots: Buffer | null): StampReading {
  try {
    return readToken(tokenOf(reply), roots)
  } catch (problem) {
    if (problem instanceof Fault) return { fault: problem.fault, stamp: null }
    return { fault: 'unreadable', stamp: null }
  }
}

class Fault extends Error {
  readonly fault: StampFault
  constructor(fault: StampFault) {
    super(fault)
    this.fault = fault
  }
}

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  stampInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  pss: '1.2.840.113549.1.1.10',
} as const
const digests: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
/** Signature algorithms that name their own digest. */
const signatures: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}

/** A reply with its status, or the bare token that some services deliver. */
function tokenOf(reply: Buffer): Node {
  const outer = nodeIn(reply)
  const parts = childrenOf(outer)
  const first = child(parts, 0)
  if (first.tag === 0x06) return outer
  const status = child(childrenOf(first), 0, 0x02).content
  // 0: granted; 1: granted with modifications.
  if (status.length !== 1 || (status[0] ?? 9) > 1) throw new Fault('not-granted')
  return child(parts, 1, 0x30)
}

function readToken(token: Node, roots: Buffer | null): StampReading {
  const [type, wrapped] = childrenOf(token)
  if (type === undefined || wrapped === undefined || oidOf(type) !== oid.signedData) throw new Fault('unreadable')
  const signed = childrenOf(child(childrenOf(wrapped), 0, 0x30))
  const [contentType, contentWrap] = childrenOf(child(signed, 2, 0x30))
  if (contentType === undefined || contentWrap === undefined || oidOf(contentType) !== oid.stampInfo) {
    throw new Fault('unreadable')
  }
  const content = child(childrenOf(contentWrap), 0, 0x04).content
  const certificates = signed
    .filter(({ tag }) => tag === 0xa0)
    .flatMap((set) => childrenOf(set))
    .filter(({ tag }) => tag === 0x30)
    .map(({ whole }) => new X509Certificate(whole))
  const signer = child(childrenOf(child(signed, signed.length - 1, 0x31)), 0, 0x30)

  const info = readInfo(content)
  const certificate = checkSigner(signer, content, certificates)
  const chain = chainOf(certificate, certificates)
  const stamp: Stamp = {
    ...info,
    authority: nameOf(certificate.subject),
    chain: chain.map(({ subject, issuer, validFrom, validTo }) => ({
      subject: lineOf(subject),
      issuer: lineOf(issuer),
      from: new Date(validFrom).toISOString() as Instant,
      to: new Date(validTo).toISOString() as Instant,
    })),
    trust: roots === null ? 'not-judged' : 'trusted',
  }
  if (!isForStamping(certificate) || !isValidAt(certificate, info.time)) return { fault: 'certificate', stamp }
  if (roots !== null && !leadsTo(chain, rootsIn(roots), info.time)) return { fault: 'untrusted', stamp }
  return { fault: null, stamp }
}

/** TSTInfo, RFC 3161, 2.4.2. */
function readInfo(content: Buffer): Pick<Stamp, 'imprint' | 'time' | 'policy' | 'serial'> {
  const parts = childrenOf(nodeIn(content))
  const [algorithm, imprint] = childrenOf(child(parts, 2, 0x30))
  if (algorithm === undefined || imprint?.tag !== 0x04) throw new Fault('unreadable')
  // Requests of ours ask for SHA-256 and nothing else.
  if (digests[oidOf(child(childrenOf(algorithm), 0))] !== 'sha256') throw new Fault('other-imprint')
  return {
    imprint: imprint.content.toString('hex'),
    policy: oidOf(child(parts, 1, 0x06)),
    serial: child(parts, 3, 0x02).content.toString('hex'),
    time: timeOf(child(parts, 4, 0x18).content.toString('latin1')),
  }
}

/** GeneralizedTime in UTC, with or without a fraction of a second. */
function timeOf(text: string): Instant {
  const [, year, month, day, hour, minute, second, part = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?Z$/u.exec(text) ?? []
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${part.padEnd(3, '0').slice(0, 3)}Z`)
  if (Number.isNaN(at.getTime())) throw new Fault('unreadable')
  return at.toISOString() as Instant
}

/** RFC 5652, 5.4 and 5.6: the digest in the signed attributes, and the signature over those. */
function checkSigner(signer: Node, content: Buffer, certificates: readonly X509Certificate[]): X509Certificate {
  const parts = childrenOf(signer)
  const digest = digests[oidOf(child(childrenOf(child(parts, 2, 0x30)), 0))]
  const attributes = child(parts, 3, 0xa0)
  const algorithm = oidOf(child(childrenOf(child(parts, 4, 0x30)), 0))
  const signature = child(parts, 5, 0x04).content
  if (digest === undefined) throw new Fault('signature')
  const values = new Map(
    childrenOf(attributes).map((attribute) => {
      const [name, set] = childrenOf(attribute)
      if (name === undefined || set === undefined) throw new Fault('unreadable')
      return [oidOf(name), childrenOf(set)[0]] as const
    }),
  )
  const type = values.get(oid.contentType)
  const told = values.get(oid.messageDigest)
  if (type === undefined || oidOf(type) !== oid.stampInfo || told?.tag !== 0x04) throw new Fault('signature')
  if (!told.content.equals(hash(digest, content, 'buffer'))) throw new Fault('signature')

  const certificate = named(values, certificates)
  if (certificate === null) throw new Fault('certificate')
  // Signed as a set, whatever tag it travels under.
  const message = wrapSet(attributes)
  const key = {
    key: certificate.publicKey,
    ...(algorithm === oid.pss
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
      : {}),
  }
  if (!verify(signatures[algorithm] ?? digest, message, key, signature)) throw new Fault('signature')
  return certificate
}

function wrapSet({ whole }: Node): Buffer {
  const set = Buffer.from(whole)
  set[0] = 0x31
  return set
}

/** The certificate whose hash the signer put under the signature (ESSCertID, ESSCertIDv2). */
function named(
  values: ReadonlyMap<string, Node | undefined>,
  certificates: readonly X509Certificate[],
): X509Certificate | null {
  const second = values.get(oid.signingCertificateV2)
  const first = values.get(oid.signingCertificate)
  const attribute = second ?? first
  if (attribute === undefined) return null
  const identifier = childrenOf(child(childrenOf(child(childrenOf(attribute), 0, 0x30)), 0, 0x30))
  const algorithm = identifier[0]?.tag === 0x30 ? digests[oidOf(child(childrenOf(identifier[0]), 0))] : null
  const digest = algorithm ?? (second === undefined ? 'sha1' : 'sha256')
  const sought = identifier.find(({ tag }) => tag === 0x04)?.content
  return sought === undefined
    ? null
    : (certificates.find(({ raw }) => sought.equals(hash(digest, raw, 'buffer'))) ?? null)
}

const isForStamping = ({ keyUsage }: X509Certificate): boolean => (keyUsage ?? []).includes(oid.timeStamping)

const isValidAt = ({ validFrom, validTo }: X509Certificate, time: Instant): boolean =>
  new Date(validFrom).getTime() <= Date.parse(time) && Date.parse(time) <= new Date(validTo).getTime()

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)

function chainOf(signer: X509Certificate, certificates: readonly X509Certificate[]): readonly X509Certificate[] {
  const chain = [signer]
  for (let last: X509Certificate | undefined = signer; last !== undefined && chain.length < 10; ) {
    const below: X509Certificate = last
    last = certificates.find((one) => !chain.some(({ raw }) => raw.equals(one.raw)) && isIssuedBy(below, one))
    if (last !== undefined) chain.push(last)
  }
  return chain
}

/** Some certificate of the chain is one of the roots, or is issued by one, and all were valid at the time. */
function leadsTo(chain: readonly X509Certificate[], roots: readonly X509Certificate[], time: Instant): boolean {
  for (const [at, certificate] of chain.entries()) {
    if (!isValidAt(certificate, time) || (at > 0 && !certificate.ca)) return false
    if (roots.some((root) => root.raw.equals(certificate.raw))) return true
    if (roots.some((root) => root.ca && isValidAt(root, time) && isIssuedBy(certificate, root))) return true
  }
  return false
}

function rootsIn(file: Buffer): readonly X509Certificate[] {
  const blocks = file.toString('latin1').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu)
  try {
    return (blocks ?? [file]).map((one) => new X509Certificate(one))
  } catch {
    return []
  }
}

/** The common name, or else the whole name. */
const nameOf = (subject: string): string => /^CN=(.+)$/mu.exec(subject)?.[1] ?? lineOf(subject)
const lineOf = (name: string): string => name.split('\n').reverse().join(', ')
