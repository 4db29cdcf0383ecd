/** A first look at a file: its hash, how its bytes become cells, which system made it, what its columns mean. */
import { basename } from 'node:path'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Dialect, Inspection, ListStatus } from '../../preload/contract/vocabulary/import.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { copied, headerKey } from './cells.ts'
import { csvMachine } from './csv.ts'
import { detect, headBytes } from './dialect.ts'
import { profileOf } from './profiles/profiles.ts'
import { headerOf } from './reading.ts'
import { chunksOf, headOf, sha256, sizeOf, textOf } from './source.ts'
import { suggestMapping } from './suggest.ts'
import { UnreadableError, unreadableOf } from './unreadable.ts'
import { veilOf } from './veil.ts'

/** Rows shown. */
const shown = 8
/** Rows by whose content the columns are guessed. */
const weighed = 100

/**
 * Reads the file once, whole, yielding how far it is. With a dialect that one is used; without, the evidence decides.
 * `profile.proves` is the profile's key, under which `preload/words` says what its file proves and what not.
 */
export function* inspect(
  path: string,
  dialect: Dialect | null,
): Generator<Progress, Result<Omit<Inspection, 'sameAs'>, Problem>, void> {
  try {
    const bytes = sizeOf(path)
    const head = headOf(path, headBytes)
    const found = dialect === null ? detect(head, head.length === bytes) : ok(dialect)
    if (!found.ok) return found
    const whole = yield* wholeOf(path, bytes, found.value, dialect === null)
    if (!whole.ok) return whole
    const header = headerOf(path, whole.value.dialect)
    if (!header.ok) return header
    const sample = sampleOf(path, whole.value.dialect)
    if (sample.length === 0) return err(new UnreadableError('no-rows').problem)
    return ok(described(path, bytes, whole.value, header.value, sample))
  } catch (error) {
    return err(unreadableOf(error))
  }
}

interface Whole {
  readonly dialect: Dialect
  readonly sha256: string
}

/** Hashes the file; where its head was plain ASCII, a later byte may yet tell that it is no UTF-8. */
function* wholeOf(
  path: string,
  total: number,
  dialect: Dialect,
  free: boolean,
): Generator<Progress, Result<Whole, Problem>, void> {
  const hash = sha256()
  const decoder = free && dialect.encoding === 'utf-8' ? new TextDecoder('utf-8', { fatal: true }) : null
  let isUtf8 = decoder !== null
  let beyond = false
  let done = 0
  for (const chunk of chunksOf(path)) {
    hash.add(chunk)
    if (decoder !== null && isUtf8) {
      try {
        const text = decoder.decode(chunk, { stream: true })
        beyond ||= hasBeyondAscii(text)
      } catch {
        isUtf8 = false
      }
    }
    done += chunk.length
    yield { step: 'reading', done, total }
  }
  if (decoder === null || isUtf8) return ok({ dialect, sha256: hash.digest() })
  // Both kinds in one file: damaged, and no encoding reads all of it.
  if (beyond) {
    for (const _ of textOf(path, 'utf-8')) yield { step: 'reading', done, total }
  }
  return ok({ dialect: { ...dialect, encoding: 'windows-1252' }, sha256: hash.digest() })
}

const hasBeyondAscii = (text: string): boolean => /[^\p{ASCII}\ufeff]/u.test(text)

/** The first rows past the header, as they will be read. */
function sampleOf(path: string, dialect: Dialect): string[][] {
  const rows: string[][] = []
  let past = false
  const machine = csvMachine(dialect.delimiter, null, (row) => {
    if (!past) past = row.line > dialect.preamble
    else if (rows.length < weighed && !(row.count === 1 && row.whole()[0]?.trim() === ''))
      rows.push(row.whole().map(copied))
  })
  for (const { text, last } of textOf(path, dialect.encoding)) {
    machine.write(text, last)
    if (rows.length >= weighed) break
  }
  return rows
}

function described(
  path: string,
  bytes: number,
  { dialect, sha256: digest }: Whole,
  header: readonly string[],
  sample: string[][],
): Omit<Inspection, 'sameAs'> {
  const name = basename(path)
  const profile = profileOf(header)
  return {
    name,
    bytes,
    sha256: digest,
    dialect,
    header: [...header],
    sample: sample.slice(0, shown).map(veilOf(header)),
    profile:
      profile === null ? null : { key: profile.key, name: profile.name, kind: profile.kind, proves: profile.key },
    mapping: suggestMapping(name.replace(/\.[^.]*$/u, ''), header, sample),
    listStatus: listStatusOf(name, header, profile?.kind ?? null),
  }
}

/** A column that only one of Mailchimp's files has says more than the file's name. */
function listStatusOf(name: string, header: readonly string[], kind: string | null): ListStatus | null {
  const names = new Set(header.map(headerKey))
  if (names.has('unsub time')) return 'unsubscribed'
  if (names.has('clean time')) return 'cleaned'
  if (kind === 'orders') return null
  const file = name.toLowerCase()
  if (/non[-_ ]?subscribed|nonsubscribed/u.test(file)) return 'non-subscribed'
  if (/unsubscribed|uitgeschreven|afgemeld/u.test(file)) return 'unsubscribed'
  if (/cleaned|bounced|opgeschoond/u.test(file)) return 'cleaned'
  return /subscribed|ingeschreven|aangemeld/u.test(file) ? 'subscribed' : null
}
