/** The tables of a zip or workbook, to be brought in one after another; hidden sheets are named like the others. */
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { UnreadableCode } from '../../preload/contract/result.ts'
import type { Inspection, Table } from '../../preload/contract/vocabulary/import.ts'
import type { Grant } from '../../preload/contract/vocabulary/progress.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useJob } from '../register.ts'

export type TablePlace = Pick<Table, 'entry' | 'sheet'>

export const placeOf = ({ dialect }: Pick<Inspection, 'dialect'>): TablePlace => ({
  entry: dialect.entry ?? null,
  sheet: dialect.sheet ?? null,
})
export const samePlace = (one: TablePlace, other: TablePlace): boolean =>
  one.entry === other.entry && one.sheet === other.sheet

/** `map/orders.xlsx, Blad1` */
export const tableName = ({ entry, sheet }: TablePlace): string => [entry, sheet].filter(Boolean).join(', ')

export function Tables({
  file,
  tables: listed,
  open,
  brought,
  onChoose,
}: {
  readonly file: Grant
  readonly tables: readonly Table[]
  readonly open: TablePlace
  /** Written to the register already, from this screen. */
  readonly brought: readonly TablePlace[]
  readonly onChoose: (place: TablePlace) => void
}) {
  const { t, number } = useText()
  const { files } = useSharedWords()
  const tables = useCounted(file, listed)
  return (
    <section className="section" aria-labelledby="tables">
      <header>
        <h2 id="tables">{t('tables.title', { n: tables.length })}</h2>
      </header>
      <p className="soft">{t('tables.lead')}</p>
      <ScrollRoom label={t('tables.title', { n: tables.length })}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('tables.table')}</th>
              <th scope="col" className="num">
                {t('imports.rows')}
              </th>
              <th scope="col">{t('tables.state')}</th>
            </tr>
          </thead>
          <tbody>
            {tables.map((table) => {
              const chosen = samePlace(table, open)
              const unreadable = files.unreadable[table.problem as UnreadableCode]
              return (
                <tr key={tableName(table)} data-chosen={chosen ? '' : undefined}>
                  <th scope="row">
                    {table.problem === null && !chosen ? (
                      <button type="button" className="as-link" onClick={() => onChoose(table)}>
                        {tableName(table)}
                      </button>
                    ) : (
                      <span aria-current={chosen ? 'true' : undefined}>{tableName(table)}</span>
                    )}
                    {table.hidden && <span className="soft"> · {files.sheet.hidden.toLowerCase()}</span>}
                  </th>
                  <td className="num">{table.rows === null ? '' : number(table.rows)}</td>
                  <td>
                    {brought.some((one) => samePlace(one, table)) ? (
                      <span className="verdict" data-verdict="yes">
                        <IconCheck size={16} aria-hidden /> {t('tables.brought')}
                      </span>
                    ) : table.problem !== null ? (
                      <span className="soft">{unreadable?.means ?? table.problem}</span>
                    ) : (
                      chosen && t('tables.open')
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollRoom>
    </section>
  )
}

/** Rows are counted by reading every table; what is known of them is shown meanwhile. */
function useCounted(file: Grant, listed: readonly Table[]): readonly Table[] {
  const [counted, setCounted] = useState<readonly Table[] | null>(null)
  const { start } = useJob('imports.tables')
  useEffect(() => {
    start({ file }).then((reply) => reply.ok && setCounted(reply.value))
  }, [start, file])
  return counted ?? listed
}
