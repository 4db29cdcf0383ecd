/** What stood in the file that an event was read from, cell by cell; of an order in several rows all of them. */
import { Fragment } from 'react'
import type { SourceRow } from '../../preload/contract/endpoints/sources.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer } from '../register.ts'

export function FileRows({ seq }: { readonly seq: number }) {
  const found = useAnswer('sources.ofEvent', { seq })
  if (found.problem) return <ProblemNote problem={found.problem} again={found.again} />
  return found.data?.map((row) => <FileRow key={row.line} row={row} />)
}

function FileRow({ row: { file, line, cells } }: { readonly row: SourceRow }) {
  const { t } = useText()
  const told = cells
    .map(({ column, cell }, at) => ({ name: column || String(at + 1), cell, key: `${at} ${column}` }))
    .filter(({ cell }) => cell.trim() !== '')
  return (
    <figure className="file-row">
      <figcaption className="small soft">{t('rows.row', { file, line })}</figcaption>
      {told.length === 0 ? (
        <p className="small">{t('rows.gone')}</p>
      ) : (
        <dl className="facts small">
          {told.map(({ key, name, cell }) => (
            <Fragment key={key}>
              <dt>{name}</dt>
              <dd>{cell}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </figure>
  )
}
