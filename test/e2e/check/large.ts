/** An evidence folder of many events, made with nothing but the published formats. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { merkleTree } from '../../../main/domain/log.ts'
import { checkpointText, signedNote, verifierKey, verifierOf } from '../../../main/domain/note.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const tree = merkleTree(sha256)
const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

export function writeLarge(folder: string, count: number): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const register = '0b1c2d3e-0000-4000-8000-000000000001'
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const verifier = verifierOf(`mailbewijs/${register}`, raw, sha256)
  if (verifier === null) throw new Error('no key')
  const events = Array.from({ length: count }, (_, seq) => ({
    v: 1,
    seq,
    salt: randomBytes(16).toString('base64url'),
    recorded: '2026-03-01T09:00:00.000Z',
    by: 'proef',
    action: seq,
    contact: 1,
    address: 'proef@example.org',
    occurred: { from: '2026-03-01T09:00:00.000Z', to: '2026-03-01T09:00:00.000Z', precision: 'instant', text: null },
    via: 'link',
    type: 'objection',
    body: { scope: { kind: 'all' }, message: `regel ${seq}` },
  }))
  const lines = events.map((event) => JSON.stringify(event))
  const levels = [lines.map((line) => tree.leaf(Buffer.from(line)))]
  for (let below = levels[0] as Uint8Array[]; below.length > 1; ) {
    const above: Uint8Array[] = []
    for (let at = 0; at + 1 < below.length; at += 2) {
      above.push(tree.node(below[at] as Uint8Array, below[at + 1] as Uint8Array))
    }
    levels.push(above)
    below = above
  }
  const read = (level: number, index: number) => levels[level]?.[index] as Uint8Array
  const root = tree.root(count, read)
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  const integrity = {
    verifierKey: verifierKey(verifier),
    size: count,
    root: Buffer.from(root).toString('base64'),
    proofs: events.map(({ seq }) => ({
      seq,
      leaf: hex(read(0, seq)),
      hashes: tree.inclusion(seq, count, read).map(hex),
      withheld: null,
    })),
    anchors: [],
  }
  const cover = { made: '2026-03-02T09:00:00.000Z', program: 'proef', register, language: 'nl' }
  const timeline = events.map((event) => ({ seq: event.seq, event }))
  const note = signedNote(checkpointText({ origin: verifier.name, size: count, root }), verifier, (message) =>
    sign(null, message, privateKey),
  )
  const files: Readonly<Record<string, string>> = {
    'checkpoint.txt': note,
    'events.jsonl': lines.map((line) => `${line}\n`).join(''),
    'evidence.json': text({ format: 'mailbewijs-evidence/1', cover, timeline, integrity }),
    'proofs.json': text({ format: 'mailbewijs-proofs/1', ...integrity }),
  }
  const named = Object.entries(files).map(([name, content]) => ({
    name,
    bytes: Buffer.byteLength(content),
    sha256: hex(sha256(Buffer.from(content))),
  }))
  const { made, program } = cover
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  writeFileSync(
    join(folder, 'manifest.json'),
    text({ format: 'mailbewijs-manifest/1', made, program, register, files: named }),
  )
}
