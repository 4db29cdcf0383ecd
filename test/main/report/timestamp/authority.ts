/** A time stamping authority of our own, made with OpenSSL: a root, a signer, and replies to requests. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Authority {
  readonly root: string
  /** The bytes of a `.tsr` for a `.tsq`. */
  readonly stamp: (request: Buffer) => Buffer
}

export function authorityIn(
  folder: string,
  { key = 'rsa:2048', usage = 'critical,timeStamping', digest = 'sha256' } = {},
): Authority {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const curve = key.startsWith('ec:') ? ['-pkeyopt', `ec_paramgen_curve:${key.slice(3)}`] : []
  const kind = key.startsWith('ec:') ? 'ec' : key
  writeFileSync(
    join(folder, 'tsa.cnf'),
    `[req]
distinguished_name = dn
[dn]
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[signer]
basicConstraints = CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = ${usage}
[tsa]
default_tsa = proef
[proef]
serial = ./serial
signer_digest = ${digest}
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`,
  )
  writeFileSync(join(folder, 'serial'), '0A')
  const made = ['-nodes', '-config', 'tsa.cnf', '-days', '3650']
  openssl(
    ...['req', '-x509', '-newkey', kind, ...curve, ...made, '-extensions', 'root'],
    ...['-subj', '/O=Proef/CN=Proef Root', '-keyout', 'root.key', '-out', 'root.pem'],
  )
  openssl(
    ...['req', '-newkey', kind, ...curve, '-nodes', '-config', 'tsa.cnf', '-subj', '/O=Proef/CN=Proef Stempel'],
    ...['-keyout', 'signer.key', '-out', 'signer.csr'],
  )
  openssl(
    ...['x509', '-req', '-in', 'signer.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-days', '3000'],
    ...['-extfile', 'tsa.cnf', '-extensions', 'signer', '-out', 'signer.pem'],
  )
  return {
    root: join(folder, 'root.pem'),
    stamp: (request) => {
      writeFileSync(join(folder, 'request.tsq'), request)
      openssl(
        ...['ts', '-reply', '-config', 'tsa.cnf', '-section', 'proef', '-queryfile', 'request.tsq'],
        ...['-signer', 'signer.pem', '-inkey', 'signer.key', '-chain', 'root.pem', '-out', 'reply.tsr'],
      )
      return readFileSync(join(folder, 'reply.tsr'))
    },
  }
}
