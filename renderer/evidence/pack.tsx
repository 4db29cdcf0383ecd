/** How evidence is handed over: as a folder, or as one zip; and where it goes. */
import { SegmentedControl } from '@mantine/core'
import type { Desktop, GrantedTarget } from '../../preload/contract/desktop.ts'
import { type Text, useText } from '../app/language.tsx'

export type Packed = 'folder' | 'zip'

export function PackField({ pack, onChange }: { readonly pack: Packed; readonly onChange: (pack: Packed) => void }) {
  const { t } = useText()
  return (
    <div className="stack-tight">
      <span className="small field-label">{t('evidence.pack')}</span>
      <SegmentedControl
        aria-label={t('evidence.pack')}
        value={pack}
        onChange={(value) => onChange(value as Packed)}
        data={(['folder', 'zip'] as const).map((value) => ({ value, label: t(`evidence.pack.${value}`) }))}
      />
    </div>
  )
}

/** Null when dismissed. */
export function askWhere(desktop: Desktop, pack: Packed, t: Text['t']): Promise<GrantedTarget | null> {
  const day = new Date().toISOString().slice(0, 10)
  return pack === 'zip' ? desktop.save(t('evidence.zip', { day })) : desktop.saveFolder(t('evidence.folder', { day }))
}
