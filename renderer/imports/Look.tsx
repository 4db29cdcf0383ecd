/** What kind of file it is, and how its first rows will be read; the meaning of columns where nobody knows the file. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Field, type Inspection, type Mapping } from '../../preload/contract/vocabulary/import.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'

/** Columns and cells are known by their place: names may repeat. */
const atPlace = (place: number) => `place ${place}`

export function Look({
  look,
  mapping,
  onMapping,
  onDialect,
  onSaveMapping,
}: {
  readonly look: Inspection
  /** Null where a known profile reads the file. */
  readonly mapping: Mapping | null
  readonly onMapping: (mapping: Mapping | null) => void
  readonly onDialect: (dialect: Inspection['dialect']) => void
  readonly onSaveMapping: (mapping: Mapping) => Promise<unknown>
}) {
  const { t, bytes, day } = useText()
  const { files } = useSharedWords()
  const known = files.profiles[look.profile?.key as keyof typeof files.profiles]
  return (
    <section className="section" aria-labelledby="look">
      <header>
        <h2 id="look">
          {look.profile ? t('look.known', { name: known?.name ?? look.profile.name }) : t('look.unknown')}
        </h2>
        <span className="soft small figure">{bytes(look.bytes)}</span>
      </header>
      {look.sameAs && (
        <div className="note" data-tone="review">
          {t('look.sameAs', { day: day(look.sameAs.at) })}
        </div>
      )}
      {!mapping && look.profile && (
        <p className="row">
          <span>{known?.proves ?? files.mapped.proves}</span>
          <button type="button" className="as-link" onClick={() => onMapping(look.mapping)}>
            {t('look.mapAnyway')}
          </button>
        </p>
      )}
      {mapping ? (
        <MappingTable look={look} mapping={mapping} onMapping={onMapping} onSave={onSaveMapping} />
      ) : (
        <Sample look={look} />
      )}
      <details>
        <summary>{t('look.dialect')}</summary>
        <div className="fields" style={{ marginTop: '0.75rem' }}>
          <NativeSelect
            label={t('look.encoding')}
            value={look.dialect.encoding}
            onChange={(event) =>
              onDialect({ ...look.dialect, encoding: event.currentTarget.value as Inspection['dialect']['encoding'] })
            }
            data={Object.entries(files.encodings).map(([value, label]) => ({ value, label }))}
          />
          <NativeSelect
            label={t('look.delimiter')}
            value={look.dialect.delimiter}
            onChange={(event) =>
              onDialect({ ...look.dialect, delimiter: event.currentTarget.value as Inspection['dialect']['delimiter'] })
            }
            data={Object.entries(files.delimiters).map(([value, label]) => ({ value, label }))}
          />
        </div>
      </details>
    </section>
  )
}

function Sample({ look }: { readonly look: Inspection }) {
  const { t } = useText()
  return (
    <ScrollRoom label={t('look.firstRows')} tight>
      <table className="ledger">
        <thead>
          <tr>
            {look.header.map((column, index) => (
              <th key={atPlace(index)} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {look.sample.slice(0, 5).map((cells, row) => (
            <tr key={cells.join(' ')} data-row={row}>
              {cells.map((cell, index) => (
                <td key={atPlace(index)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRoom>
  )
}

function MappingTable({
  look,
  mapping,
  onMapping,
  onSave,
}: {
  readonly look: Inspection
  readonly mapping: Mapping
  readonly onMapping: (mapping: Mapping | null) => void
  readonly onSave: (mapping: Mapping) => Promise<unknown>
}) {
  const { t } = useText()
  const { files } = useSharedWords()
  const [kept, setKept] = useState(false)
  const meaningOf = (column: string) => mapping.columns.find((one) => one.column === column)?.field ?? ''
  const mean = (column: string, field: string) => {
    const others = mapping.columns.filter((one) => one.column !== column)
    onMapping({ ...mapping, columns: field ? [...others, { column, field: field as Field }] : others })
  }
  const list = (words: readonly string[]) => words.join(', ')
  const words = (typed: string) =>
    typed
      .split(',')
      .map((word) => word.trim().toLowerCase())
      .filter(Boolean)
  return (
    <div className="stack">
      <p className="soft">{t('look.mapLead')}</p>
      <div className="fields">
        <NativeSelect
          label={t('look.kind')}
          value={mapping.kind}
          onChange={(event) => onMapping({ ...mapping, kind: event.currentTarget.value as Mapping['kind'] })}
          data={(['orders', 'members', 'suppressions', 'contacts'] as const).map((kind) => ({
            value: kind,
            label: files.kinds[kind].name,
          }))}
        />
        <NativeSelect
          label={t('look.dateOrder')}
          value={mapping.dateOrder}
          onChange={(event) => onMapping({ ...mapping, dateOrder: event.currentTarget.value as Mapping['dateOrder'] })}
          data={(['day-month-year', 'iso', 'month-day-year', 'year-month-day'] as const).map((order) => ({
            value: order,
            label: t(`dates.${order}`),
          }))}
        />
      </div>
      <ScrollRoom label={t('look.unknown')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('look.column')}</th>
              <th scope="col">{t('look.example')}</th>
              <th scope="col">{t('look.means')}</th>
            </tr>
          </thead>
          <tbody>
            {look.header.map((column, index) => (
              <tr key={atPlace(index)}>
                <th scope="row">{column}</th>
                <td className="soft">
                  {look.sample
                    .map((cells) => cells[index] ?? '')
                    .filter(Boolean)
                    .slice(0, 2)
                    .join(' · ')
                    .slice(0, 80)}
                </td>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={t('look.meansOf', { column })}
                    value={meaningOf(column)}
                    onChange={(event) => mean(column, event.currentTarget.value)}
                    data={[
                      { value: '', label: t('look.notUsed') },
                      ...Field.options.map((field) => ({ value: field, label: files.fields[field] })),
                    ]}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRoom>
      <div className="fields">
        <TextInput
          label={t('look.yesWords')}
          description={t('look.wordsHint')}
          defaultValue={list(mapping.yes)}
          onBlur={(event) => onMapping({ ...mapping, yes: words(event.currentTarget.value) })}
        />
        <TextInput
          label={t('look.noWords')}
          description={t('look.wordsHint')}
          defaultValue={list(mapping.no)}
          onBlur={(event) => onMapping({ ...mapping, no: words(event.currentTarget.value) })}
        />
        {mapping.kind === 'orders' && (
          <TextInput
            label={t('look.cancelledWords')}
            description={t('look.wordsHint')}
            defaultValue={list(mapping.cancelled)}
            onBlur={(event) => onMapping({ ...mapping, cancelled: words(event.currentTarget.value) })}
          />
        )}
      </div>
      <div className="row">
        <TextInput
          aria-label={t('look.mappingName')}
          value={mapping.name}
          onChange={(event) => {
            setKept(false)
            onMapping({ ...mapping, name: event.currentTarget.value })
          }}
        />
        <Button
          variant="default"
          disabled={!mapping.name.trim()}
          onClick={() => onSave(mapping).then(() => setKept(true))}
        >
          {t('look.saveMapping')}
        </Button>
        {kept && <span role="status">{t('saved')}</span>}
        {look.profile && (
          <button type="button" className="as-link" onClick={() => onMapping(null)}>
            {t('look.useProfile', { name: look.profile.name })}
          </button>
        )}
      </div>
    </div>
  )
}
