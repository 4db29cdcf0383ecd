/** Language, light or dark, and the name written beside what is entered here. */
import { Radio, TextInput, useMantineColorScheme } from '@mantine/core'
import { useBy } from '../app/by.ts'
import { type Language, useText } from '../app/language.tsx'

export function WindowSection() {
  const { t, language, setLanguage } = useText()
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const [by, setBy] = useBy()
  return (
    <div className="stack" style={{ maxWidth: '26rem' }}>
      <Radio.Group label={t('language.label')} value={language} onChange={(value) => setLanguage(value as Language)}>
        <div className="row choices">
          <Radio value="nl" label="Nederlands" />
          <Radio value="en" label="English" />
        </div>
      </Radio.Group>
      <Radio.Group
        label={t('theme.label')}
        value={colorScheme}
        onChange={(value) => setColorScheme(value as 'auto' | 'light' | 'dark')}
      >
        <div className="row choices">
          {(['auto', 'light', 'dark'] as const).map((one) => (
            <Radio key={one} value={one} label={t(`theme.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t('by.label')}
        description={t('by.hint')}
        defaultValue={by === '?' ? '' : by}
        key={by === '?' ? 'unknown' : 'known'}
        onBlur={(event) => setBy(event.currentTarget.value.slice(0, 120))}
      />
    </div>
  )
}
