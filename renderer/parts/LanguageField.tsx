/** In which language something is written that leaves the register. */
import { SegmentedControl } from '@mantine/core'
import { type Language, useText } from '../app/language.tsx'

export function LanguageField({
  value,
  onChange,
}: {
  readonly value: Language
  readonly onChange: (language: Language) => void
}) {
  const { t } = useText()
  return (
    <div className="stack-tight">
      <span className="small field-label">{t('evidence.language')}</span>
      <SegmentedControl
        aria-label={t('evidence.language')}
        value={value}
        onChange={(next) => onChange(next as Language)}
        data={[
          { value: 'nl', label: 'Nederlands' },
          { value: 'en', label: 'English' },
        ]}
      />
    </div>
  )
}
