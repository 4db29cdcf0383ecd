/** Checkpoint notes against the published examples, and that a changed note opens for nobody. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64Of, bytesOfBase64, bytesOfHex, hexOf, utf8Of } from '../../../main/domain/bytes.ts'
import {
  checkpointText,
  openNote,
  parseCheckpointText,
  parseNote,
  parseVerifierKey,
  signedNote,
  type Verifier,
  type Verify,
  verifierKey,
  verifierOf,
} from '../../../main/domain/note.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const spki = Buffer.from('302a300506032b6570032100', 'hex')
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const check: Verify = (key, message, signature) =>
  verify(null, message, createPublicKey({ key: Buffer.concat([spki, key]), format: 'der', type: 'spki' }), signature)

describe('published examples', () => {
  // golang.org/x/mod/sumdb/note, which signed-note describes.
  const seed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1)
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const key = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
  const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`

  it('the Go example is signed byte for byte, and opens', () => {
    const verifier = parseVerifierKey(key, sha256) as Verifier
    expect(verifierKey(verifier)).toBe(key)
    expect(verifierOf(verifier.name, verifier.publicKey, sha256)).toEqual(verifier)
    expect(signedNote(text, verifier, (message) => sign(null, message, privateKey))).toBe(note)
    expect(openNote(note, verifier, check)).toBe(text)
  })

  it('the example of the specification opens', () => {
    const verifier = parseVerifierKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k', sha256)
    const signed =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'
    expect(openNote(signed, verifier as Verifier, check)).toBe('This is an example message.\n')
  })

  it('any change of any byte keeps the note shut', () => {
    const verifier = parseVerifierKey(key, sha256) as Verifier
    const bytes = Buffer.from(note)
    for (let at = 0; at < bytes.length; at += 1) {
      const spoilt = Buffer.from(bytes)
      spoilt[at] = (spoilt[at] as number) ^ 1
      expect(openNote(spoilt.toString(), verifier, check), `byte ${at}`).toBeNull()
    }
  })

  it('no part and no change of the verifier key is a verifier key', () => {
    for (let at = 0; at < key.length; at += 1) {
      expect(parseVerifierKey(key.slice(at + 1), sha256)).toBeNull()
      expect(parseVerifierKey(key.slice(0, at), sha256)).toBeNull()
      expect(parseVerifierKey(`${key.slice(0, at)}~${key.slice(at + 1)}`, sha256)).toBeNull()
    }
  })
})

describe('checkpoints', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(12)
  const verifier = verifierOf('mailbewijs.example.org/r-7f3a', raw, sha256) as Verifier
  const signing = (message: Uint8Array) => sign(null, message, privateKey)

  it('come back as they were written', () => {
    const line = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((one) => !/[\p{Cc}]/u.test(one))
    fc.assert(
      fc.property(
        line,
        fc.maxSafeNat(),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.array(line),
        (origin, size, root, extensions) => {
          const text = checkpointText({ origin, size, root, extensions })
          const opened = openNote(signedNote(text, verifier, signing), verifier, check)
          expect(opened).toBe(text)
          expect(parseCheckpointText(text)).toEqual({ origin, size, root, extensions })
        },
      ),
    )
  })

  it.each([
    ['no line end', 'o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
    ['a leading zero', 'o\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
    ['a negative size', 'o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
    ['a short root', 'o\n1\n47DEQpj8HBSa\n'],
    ['loose bits in the root', 'o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n'],
    ['an empty origin', '\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
    ['no root', 'o\n1\n'],
  ])('are refused with %s', (_, text) => {
    expect(parseCheckpointText(text)).toBeNull()
  })

  it('a bad signature under our name rejects the note even beside a good one; others are passed over', () => {
    const text = checkpointText({ origin: 'mailbewijs/r-7f3a', size: 3, root: sha256(Buffer.from('x')) })
    const note = signedNote(text, verifier, signing)
    const forged = signedNote(text, verifier, () => new Uint8Array(64)).split('\n\n')[1] as string
    const stranger = signedNote(text, { ...verifier, name: 'elsewhere.example.org' }, signing).split(
      '\n\n',
    )[1] as string
    expect(openNote(note + stranger, verifier, check)).toBe(text)
    expect(openNote(note + forged, verifier, check)).toBeNull()
    expect(openNote(`${text}\n${stranger}`, verifier, check)).toBeNull()
  })

  it.each(['no blank line\n', 'text\n\n', 'text\n\n— name\n', 'text\n\n— name AAAA\n', 'a\tb\n\n— n AAAAAAAA\n', ''])(
    '%j is no note',
    (text) => {
      expect(parseNote(text)).toBeNull()
    },
  )
})

describe('bytes as text', () => {
  it('agree with the platform', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string({ unit: 'binary' }), (bytes, text) => {
        expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(bytesOfBase64(base64Of(bytes))).toEqual(bytes)
        expect(hexOf(bytes)).toBe(Buffer.from(bytes).toString('hex'))
        expect(bytesOfHex(hexOf(bytes))).toEqual(bytes)
        expect(Buffer.from(utf8Of(text)).equals(Buffer.from(text, 'utf8'))).toBe(true)
      }),
    )
    expect(Buffer.from(utf8Of('\ud800')).toString()).toBe('�')
  })
})
