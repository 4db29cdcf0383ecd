/** The columns that a file of refused rows has in front, beside those of the file that the rows came from. */
import { enFiles } from '../../preload/words/en/files.ts'
import { nlFiles } from '../../preload/words/nl/files.ts'

const words = { nl: nlFiles.refusedFile, en: enFiles.refusedFile } as const

/** Line, column, what is wrong and what to do. */
export const refusedColumns = (language: 'nl' | 'en'): readonly string[] => {
  const { line, field, message, help } = words[language]
  return [line, field, message, help]
}

/** A header without them: rows that were mended are of the same kind of file as they were. */
export function withoutRefused(header: readonly string[]): readonly string[] {
  const ours = (['nl', 'en'] as const).some((language) =>
    refusedColumns(language).every((name, at) => header[at] === name),
  )
  return ours ? header.slice(4) : header
}
