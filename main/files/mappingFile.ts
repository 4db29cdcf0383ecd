/** A mapping as a file for a colleague: format `mailbewijs-mapping/1`, JSON, without anything of what was imported. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import { type Mapping, MappingFile, mappingFormat } from '../../preload/contract/vocabulary/import.ts'
import { fileSource } from './byteSource.ts'
import { UnreadableError, unreadableOf } from './unreadable.ts'

/** The widest header that can be read is far smaller. */
const mostBytes = 4 * 1024 * 1024

export interface SharedMapping {
  readonly mapping: Mapping
  readonly header: readonly string[]
}

export const mappingFile = ({ mapping, header }: SharedMapping): string =>
  `${JSON.stringify({ format: mappingFormat, mapping, header }, null, 2)}\n`

/**
 * Reads such a file and holds it to its schema: `not-json`, or `not-a-mapping` with the place of what is wrong in
 * `about` (as `mapping.columns.2.field`); also where it maps a column that its own header does not have.
 */
export function readMappingFile(path: string): Result<SharedMapping, Problem> {
  let text: string
  try {
    const source = fileSource(path)
    try {
      if (source.size > mostBytes) return wrong('format')
      text = source
        .read(0, source.size)
        .toString('utf8')
        .replace(/^\ufeff/u, '')
    } finally {
      source.close()
    }
  } catch (error) {
    return err(unreadableOf(error))
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err(new UnreadableError('not-json').problem)
  }
  const file = MappingFile.safeParse(json)
  if (!file.success) return wrong(file.error.issues[0]?.path.join('.') ?? '')
  const { mapping, header } = file.data
  const stray = mapping.columns.findIndex(({ column }) => !header.includes(column))
  return stray === -1 ? ok({ mapping, header }) : wrong(`mapping.columns.${stray}.column`)
}

const wrong = (about: string): Result<never, Problem> => err(new UnreadableError('not-a-mapping', null, about).problem)
