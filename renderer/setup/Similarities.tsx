/** What counts as similar: from what was bought to what the mail is about, each with its reason. */
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Family, Similarity } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { atPlace, changeAt } from './lists.ts'
import { RemoveButton } from './RemoveButton.tsx'

export function Similarities({
  similarity,
  families,
  onChange,
}: {
  readonly similarity: readonly Similarity[]
  readonly families: readonly Family[]
  readonly onChange: (similarity: Similarity[]) => void
}) {
  const { t } = useText()
  const data = families.filter(({ key }) => key).map(({ key, name }) => ({ value: key, label: name }))
  const [first, second] = data
  return (
    <div className="stack">
      {similarity.map((one, index) => {
        const change = (some: Partial<Similarity>) => onChange(changeAt(similarity, index, { ...one, ...some }))
        return (
          <div key={atPlace(index)} className="entry">
            <div className="stack-tight">
              <NativeSelect
                label={t('similar.from')}
                value={one.from}
                data={data}
                onChange={(event) => change({ from: event.currentTarget.value })}
              />
              <NativeSelect
                label={t('similar.to')}
                value={one.to}
                data={data}
                onChange={(event) => change({ to: event.currentTarget.value })}
              />
            </div>
            <div className="stack-tight">
              <NativeSelect
                label={t('similar.verdict')}
                value={one.verdict}
                data={(['yes', 'review', 'no'] as const).map((value) => ({ value, label: t(`similar.${value}`) }))}
                onChange={(event) => change({ verdict: event.currentTarget.value as Similarity['verdict'] })}
              />
              <Textarea
                label={t('similar.reason')}
                description={t('similar.reasonHint')}
                required
                autosize
                value={one.reason}
                onChange={(event) => change({ reason: event.currentTarget.value })}
              />
            </div>
            <RemoveButton what={t('similar.one')} onClick={() => onChange(changeAt(similarity, index, null))} />
          </div>
        )
      })}
      {first && second ? (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() =>
              onChange([...similarity, { from: first.value, to: second.value, verdict: 'yes', reason: '' }])
            }
          >
            {t('similar.add')}
          </Button>
        </div>
      ) : (
        <p className="soft">{t('similar.needsTwo')}</p>
      )}
    </div>
  )
}
