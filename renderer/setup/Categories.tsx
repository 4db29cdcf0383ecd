/** Kinds of mailing, each with what was promised about it. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Category } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { atPlace, changeAt } from './lists.ts'
import { RemoveButton } from './RemoveButton.tsx'

export function Categories({
  categories,
  onChange,
}: {
  readonly categories: readonly Category[]
  readonly onChange: (categories: Category[]) => void
}) {
  const { t } = useText()
  const usual = (['newsletter', 'offers', 'events'] as const).filter(
    (one) => !categories.some(({ name }) => name.toLowerCase() === t(`category.${one}`).toLowerCase()),
  )
  return (
    <div className="stack">
      {categories.map((category, index) => (
        <div key={atPlace(index)} className="entry">
          <TextInput
            label={t('category.name')}
            value={category.name}
            onChange={(event) =>
              onChange(changeAt(categories, index, { ...category, name: event.currentTarget.value }))
            }
          />
          <Textarea
            label={t('category.promise')}
            description={t('category.promiseHint')}
            autosize
            minRows={2}
            value={category.promise}
            onChange={(event) =>
              onChange(changeAt(categories, index, { ...category, promise: event.currentTarget.value }))
            }
          />
          <RemoveButton what={category.name} onClick={() => onChange(changeAt(categories, index, null))} />
        </div>
      ))}
      <div className="row">
        {usual.map((one) => (
          <Button
            key={one}
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() =>
              onChange([...categories, { key: '', name: t(`category.${one}`), promise: t(`category.${one}.promise`) }])
            }
          >
            {t(`category.${one}`)}
          </Button>
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...categories, { key: '', name: '', promise: '' }])}
        >
          {t('category.other')}
        </Button>
      </div>
    </div>
  )
}
