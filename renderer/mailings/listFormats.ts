/** For which program lists are written here: the last choice is kept on this machine. */
import { ListFormat } from '../../preload/contract/vocabulary/listFormat.ts'
import { useRemembered } from '../app/remember.ts'

export const listFormats = ListFormat.options

export function useListFormat(): readonly [ListFormat, (format: ListFormat) => void] {
  const [kept, keep] = useRemembered('listFormat')
  return [listFormats.find((one) => one === kept) ?? 'csv', keep]
}

export const extensionOf = (format: ListFormat): string => (format === 'xlsx' ? 'xlsx' : 'csv')

/** A name that every file system takes. */
export const fileNameOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .toLowerCase() || 'mailing'
