/** How the box stood before anyone touched it, as far as that is known. */
import { NativeSelect } from '@mantine/core'
import { useText } from '../app/language.tsx'
import type { Fields } from './handDraft.ts'

export function BoxDefaultField({
  fields,
  set,
}: {
  readonly fields: Fields
  readonly set: (some: Partial<Fields>) => void
}) {
  const { t } = useText()
  return (
    <NativeSelect
      label={t('record.boxDefault')}
      value={fields.boxDefault ?? ''}
      onChange={(event) => set({ boxDefault: (event.currentTarget.value || null) as Fields['boxDefault'] })}
      data={[
        { value: '', label: t('unknown') },
        ...(['unticked', 'preticked', 'none'] as const).map((value) => ({
          value,
          label: t(`boxDefault.${value}`),
        })),
      ]}
    />
  )
}
