/** A file, or a table of it, is in the register: what it brought, and what comes next. */
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { GrantedFile } from '../../preload/contract/desktop.ts'
import type { ImportSummary, Table } from '../../preload/contract/vocabulary/import.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { useJob } from '../register.ts'
import { EventCounts } from './EventCounts.tsx'
import { type TablePlace, tableName } from './Tables.tsx'

export function Done({
  summary,
  tables,
  onTable,
  next,
  onNext,
  onClose,
}: {
  readonly summary: ImportSummary
  /** Of the same file, not yet brought in. */
  readonly tables: readonly Table[]
  readonly onTable: (place: TablePlace) => void
  readonly next: GrantedFile | null
  readonly onNext: () => void
  readonly onClose: () => void
}) {
  const { t } = useText()
  const [table] = tables
  const more = table !== undefined || next !== null
  return (
    <div className="page">
      <header>
        <h1>{t('imports.done')}</h1>
      </header>
      <div className="note" data-tone="yes" role="status">
        <strong>{summary.file}</strong>
        <EventCounts events={summary.events} />
        {summary.refused > 0 && <span>{t('imports.doneRefused', { n: summary.refused })}</span>}
      </div>
      {table && <p>{t('tables.left', { n: tables.length, names: tables.map(tableName).join('; ') })}</p>}
      <DoublesFound summary={summary} />
      {!more && <p>{t('imports.doneNext')}</p>}
      <div className="row">
        {table && <Button onClick={() => onTable(table)}>{t('pile.goOn', { name: tableName(table) })}</Button>}
        {next && (
          <Button variant={table ? 'default' : 'filled'} onClick={onNext}>
            {t('pile.goOn', { name: next.name })}
          </Button>
        )}
        <Button variant={more ? 'default' : 'filled'} onClick={() => go('overview')}>
          {t('imports.toOverview')}
        </Button>
        <Button variant="default" onClick={() => go('contacts')}>
          {t('place.contacts')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t(more ? 'pile.stop' : 'imports.another')}
        </Button>
      </div>
    </div>
  )
}

/** People of this file who may be somebody that is known already: offered, not merged. */
function DoublesFound({ summary }: { readonly summary: ImportSummary }) {
  const { t } = useText()
  const [count, setCount] = useState(0)
  const { start } = useJob('doubles.list')
  useEffect(() => {
    start({ import: summary.import }).then((reply) => reply.ok && setCount(reply.value.count))
  }, [start, summary.import])
  if (count === 0) return null
  return (
    <div className="note" data-tone="review" role="status">
      <span>{t('doubles.found', { n: count })}</span>
      <a href={`#/contacts/doubles?import=${summary.import}`}>{t('doubles.look')}</a>
    </div>
  )
}
