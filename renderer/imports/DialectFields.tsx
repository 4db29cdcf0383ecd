/** How the bytes become cells, where it was found wrong; beside it the first rows as they will then be read. */
import { NativeSelect, NumberInput } from '@mantine/core'
import type { Dialect } from '../../preload/contract/vocabulary/import.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'

export function DialectFields({
  dialect,
  onDialect,
  onFound,
}: {
  readonly dialect: Dialect
  readonly onDialect: (dialect: Dialect) => void
  /** Back to what was found in the file itself. */
  readonly onFound: () => void
}) {
  const { t } = useText()
  const { files } = useSharedWords()
  const set = (some: Partial<Dialect>) => onDialect({ ...dialect, ...some })
  const ofText = dialect.sheet === undefined
  return (
    <div className="stack">
      <div className="fields">
        {ofText && (
          <>
            <NativeSelect
              label={t('look.encoding')}
              value={dialect.encoding}
              onChange={(event) => set({ encoding: event.currentTarget.value as Dialect['encoding'] })}
              data={Object.entries(files.encodings).map(([value, label]) => ({ value, label }))}
            />
            <NativeSelect
              label={t('look.delimiter')}
              value={dialect.delimiter}
              onChange={(event) => set({ delimiter: event.currentTarget.value as Dialect['delimiter'] })}
              data={Object.entries(files.delimiters).map(([value, label]) => ({ value, label }))}
            />
            <NativeSelect
              label={t('look.quote')}
              value={dialect.quote === '' ? 'none' : (dialect.quote ?? '"')}
              onChange={(event) => {
                const { value } = event.currentTarget
                set({ quote: value === 'none' ? '' : (value as '"' | "'") })
              }}
              data={Object.entries(files.quotes).map(([value, label]) => ({ value, label }))}
            />
          </>
        )}
        <NumberInput
          label={t('look.preamble')}
          description={t('look.preambleHint')}
          min={0}
          max={1000}
          allowDecimal={false}
          allowNegative={false}
          value={dialect.preamble}
          onChange={(lines) => typeof lines === 'number' && lines !== dialect.preamble && set({ preamble: lines })}
        />
      </div>
      <div>
        <button type="button" className="as-link" onClick={onFound}>
          {t('look.asFound')}
        </button>
      </div>
    </div>
  )
}
