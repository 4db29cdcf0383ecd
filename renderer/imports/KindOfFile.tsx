/** What an unknown file is about: proposed with the reasons, or asked where nothing in the file says it. */
import { NativeSelect } from '@mantine/core'
import type { FileKind, Inspection } from '../../preload/contract/vocabulary/import.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'

const kinds = ['orders', 'members', 'suppressions', 'contacts'] as const

export function KindOfFile({
  kind,
  onKind,
}: {
  /** Null while nobody said it. */
  readonly kind: FileKind | null
  readonly onKind: (kind: FileKind) => void
}) {
  const { t } = useText()
  const { files } = useSharedWords()
  return (
    <NativeSelect
      label={t('look.kind')}
      description={kind === null ? t('look.kindNeeded') : files.kinds[kind].about}
      value={kind ?? ''}
      onChange={(event) => onKind(event.currentTarget.value as FileKind)}
      data={[
        ...(kind === null ? [{ value: '', label: t('look.kindChoose'), disabled: true }] : []),
        ...kinds.map((each) => ({ value: each, label: files.kinds[each].name })),
      ]}
    />
  )
}

/** Why the people in it seem not to want mail, or that nobody can tell; and what is lost where that is read otherwise. */
export function KindReasons({ look, kind }: { readonly look: Inspection; readonly kind: FileKind | null }) {
  const { t } = useText()
  const signs = look.stopSigns ?? []
  const quoted = (at: (typeof signs)[number]['at']) =>
    signs.flatMap((sign) => (sign.at === at ? [`“${sign.text}”`] : [])).join(', ')
  const [columns, cells, file] = [quoted('column'), quoted('cell'), quoted('file')]
  if (signs.length === 0) {
    return kind === null ? (
      <div className="note" data-tone="review">
        <strong>{t('stopSigns.unsaid')}</strong>
        <span>{t('stopSigns.unsaidHelp')}</span>
      </div>
    ) : null
  }
  return (
    <div className="note" data-tone="review">
      <strong>{t(kind === null || kind === 'suppressions' ? 'stopSigns.seems' : 'stopSigns.otherwise')}</strong>
      {columns && <span>{t('stopSigns.column', { columns })}</span>}
      {cells && <span>{t('stopSigns.cell', { cells })}</span>}
      {file && <span>{t(columns || cells ? 'stopSigns.fileToo' : 'stopSigns.file', { file })}</span>}
      <span>{t(kind === null ? 'stopSigns.fileHelp' : 'stopSigns.help')}</span>
    </div>
  )
}
