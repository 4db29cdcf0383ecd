/** What kind of file it is, and how its first rows will be read; the meaning of columns where nobody knows the file. */
import type { Input } from '../../preload/contract/contract.ts'
import type { Dialect, Inspection, Mapping } from '../../preload/contract/vocabulary/import.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { DialectFields } from './DialectFields.tsx'
import { MappingTable } from './MappingTable.tsx'
import { Sample } from './Sample.tsx'
import { Understood } from './Understood.tsx'

export function Look({
  look,
  asked,
  mapping,
  isUnsaid,
  onMapping,
  onDialect,
  onFound,
  onDateOrder,
}: {
  readonly look: Inspection
  /** What to ask to see the first rows understood; null while columns are missing. */
  readonly asked: Input<'imports.previewMapping'> | null
  /** Null where a known profile reads the file. */
  readonly mapping: Mapping | null
  /** Nobody said yet what the file is about. */
  readonly isUnsaid: boolean
  readonly onMapping: (mapping: Mapping | null, saysKind?: boolean) => void
  readonly onDialect: (dialect: Dialect) => void
  readonly onFound: () => void
  readonly onDateOrder: ((order: Mapping['dateOrder']) => void) | null
}) {
  const { t, bytes, day } = useText()
  const { files, fill } = useSharedWords()
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
      {look.withheld && look.withheld.length > 0 && (
        <div className="note">
          <strong>
            {fill(files.withheld.means, { about: look.withheld.join(', '), count: look.withheld.length })}
          </strong>
          <span>{files.withheld.help}</span>
        </div>
      )}
      {!mapping && look.profile && (
        <p className="row">
          <span>{known?.proves ?? files.mapped.proves}</span>
          <button type="button" className="as-link" onClick={() => onMapping(look.mapping)}>
            {look.saved ? t('look.mapSaved', { name: look.saved.name }) : t('look.mapAnyway')}
          </button>
        </p>
      )}
      {mapping ? (
        <>
          <MappingTable
            look={look}
            mapping={mapping}
            isUnsaid={isUnsaid}
            onMapping={onMapping}
            onDateOrder={onDateOrder}
          />
          {asked && <Understood asked={asked} />}
        </>
      ) : (
        <>
          <Sample look={look} />
          {asked && (
            <details>
              <summary>{t('understood.show')}</summary>
              <div className="choices">
                <Understood asked={asked} />
              </div>
            </details>
          )}
        </>
      )}
      <details>
        <summary>{t('look.dialect')}</summary>
        <div className="stack choices">
          <DialectFields dialect={look.dialect} onDialect={onDialect} onFound={onFound} />
          {mapping && <Sample look={look} />}
        </div>
      </details>
    </section>
  )
}
