/** A group whose products an earlier group takes: the first group that fits counts, so that has to be seen. */
import { Button } from '@mantine/core'
import type { Family, FamilyRule } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'

export function Overlap({
  families,
  index,
  onChange,
}: {
  readonly families: readonly Family[]
  readonly index: number
  readonly onChange: (families: Family[]) => void
}) {
  const { t } = useText()
  const found = takenBefore(families, index)
  const family = families[index]
  if (!found || !family) return null
  const raise = () => {
    const rest = families.filter((_, place) => place !== index)
    onChange([...rest.slice(0, found.place), family, ...rest.slice(found.place)])
  }
  const other = families[found.place]?.name || t('family.new')
  return (
    <div className="note" data-tone="review" role="status">
      <strong>{t('family.taken', { value: found.value, other })}</strong>
      <span>{t('family.takenHint')}</span>
      <div>
        <Button size="xs" variant="default" onClick={raise}>
          {t('family.raise', { other })}
        </Button>
      </div>
    </div>
  )
}

/** The first rule of a group that can never match, because a rule of an earlier group matches all that it does. */
export function takenBefore(
  families: readonly Family[],
  index: number,
): { readonly place: number; readonly value: string } | null {
  for (const rule of families[index]?.matches ?? []) {
    const place = families.slice(0, index).findIndex(({ matches }) => matches.some((before) => swallows(before, rule)))
    if (place >= 0) return { place, value: rule.value.trim() }
  }
  return null
}

function swallows(before: FamilyRule, rule: FamilyRule): boolean {
  const [wide, narrow] = [before.value.trim().toLowerCase(), rule.value.trim().toLowerCase()]
  if (wide === '' || narrow === '' || before.field !== rule.field) return false
  switch (before.test) {
    case 'contains':
      return narrow.includes(wide)
    case 'starts':
      return rule.test !== 'contains' && narrow.startsWith(wide)
    case 'equals':
      return rule.test === 'equals' && narrow === wide
  }
}
