/** Product families and the rules that put products in them; products that fit none stand beside. */
import { Button, Fieldset, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Family, FamilyRule } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { atPlace, changeAt } from './lists.ts'
import { Overlap } from './Overlap.tsx'
import { RemoveButton } from './RemoveButton.tsx'

export interface Product {
  readonly title: string
  readonly sku: string
  readonly family: string | null
}

const newRule: FamilyRule = { field: 'title', test: 'contains', value: '' }

export function Families({
  families,
  products,
  onChange,
}: {
  readonly families: readonly Family[]
  readonly products: readonly Product[]
  readonly onChange: (families: Family[]) => void
}) {
  const { t } = useText()
  const change = (index: number, next: Family | null) => onChange(changeAt(families, index, next))
  const loose = products.filter((product) => !families.some((family) => belongs(product, family)))
  return (
    <div className="stack">
      {families.map((family, index) => (
        <Fieldset key={atPlace(index)} legend={family.name || t('family.new')}>
          <div className="stack">
            <div className="row">
              <TextInput
                label={t('family.name')}
                value={family.name}
                onChange={(event) => change(index, { ...family, name: event.currentTarget.value })}
              />
              <RemoveButton what={family.name || t('family.new')} onClick={() => change(index, null)} />
            </div>
            <Rules family={family} onChange={(next) => change(index, next)} />
            <Overlap families={families} index={index} onChange={onChange} />
            <Members family={family} products={products} />
          </div>
        </Fieldset>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...families, { key: '', name: '', matches: [newRule] }])}
        >
          {t('family.add')}
        </Button>
      </div>
      {loose.length > 0 && (
        <section className="section" aria-labelledby="loose-products">
          <header>
            <h2 id="loose-products">{t('family.loose', { n: loose.length })}</h2>
          </header>
          <p className="soft">{t('family.looseHint')}</p>
          <table className="ledger">
            <tbody>
              {loose.slice(0, 25).map((product) => (
                <tr key={`${product.sku} ${product.title}`}>
                  <th scope="row">{product.title || product.sku}</th>
                  <td>
                    <NativeSelect
                      size="xs"
                      aria-label={t('family.putIn', { product: product.title || product.sku })}
                      value=""
                      onChange={(event) => {
                        const index = Number(event.currentTarget.value)
                        const family = families[index]
                        if (family) change(index, { ...family, matches: [...family.matches, ruleFor(product)] })
                      }}
                      data={[
                        { value: '', label: t('family.choose') },
                        ...families.map((family, index) => ({ value: String(index), label: family.name })),
                      ]}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}

/** What is in a group as it was last saved: the only way to see whether its rules do what was meant. */
function Members({ family, products }: { readonly family: Family; readonly products: readonly Product[] }) {
  const { t } = useText()
  const own = products.filter((product) => family.key !== '' && product.family === family.key)
  if (own.length === 0) return null
  return (
    <details>
      <summary>{t('family.members', { n: own.length })}</summary>
      <p className="soft small">
        {own
          .slice(0, 100)
          .map(({ title, sku }) => title || sku)
          .join(' · ')}
      </p>
    </details>
  )
}

function Rules({ family, onChange }: { readonly family: Family; readonly onChange: (family: Family) => void }) {
  const { t } = useText()
  const change = (index: number, next: FamilyRule | null) =>
    onChange({ ...family, matches: changeAt(family.matches, index, next) })
  return (
    <div className="stack-tight">
      {family.matches.map((rule, index) => (
        <div key={atPlace(index)} className="row rule">
          <NativeSelect
            size="xs"
            aria-label={t('family.field')}
            value={rule.field}
            onChange={(event) => change(index, { ...rule, field: event.currentTarget.value as FamilyRule['field'] })}
            data={(['title', 'sku', 'category', 'vendor'] as const).map((one) => ({
              value: one,
              label: t(`ruleField.${one}`),
            }))}
          />
          <NativeSelect
            size="xs"
            aria-label={t('family.test')}
            value={rule.test}
            onChange={(event) => change(index, { ...rule, test: event.currentTarget.value as FamilyRule['test'] })}
            data={(['contains', 'starts', 'equals'] as const).map((one) => ({
              value: one,
              label: t(`ruleTest.${one}`),
            }))}
          />
          <TextInput
            size="xs"
            aria-label={t('family.value')}
            value={rule.value}
            onChange={(event) => change(index, { ...rule, value: event.currentTarget.value })}
          />
          <RemoveButton what={t('family.rule', { n: index + 1 })} onClick={() => change(index, null)} />
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange({ ...family, matches: [...family.matches, newRule] })}
        >
          {t('family.addRule')}
        </Button>
      </div>
    </div>
  )
}

const ruleFor = (product: Product): FamilyRule =>
  product.sku
    ? { field: 'sku', test: 'equals', value: product.sku }
    : { field: 'title', test: 'equals', value: product.title }

/** Only to keep the list of loose products fresh while editing; the register decides when it is saved. */
function belongs(product: Product, family: Family): boolean {
  if (product.family !== null && product.family === family.key) return true
  return family.matches.some((rule) => {
    if (!rule.value.trim() || (rule.field !== 'title' && rule.field !== 'sku')) return false
    const text = product[rule.field].toLowerCase()
    const value = rule.value.toLowerCase()
    if (rule.test === 'equals') return text === value
    return rule.test === 'starts' ? text.startsWith(value) : text.includes(value)
  })
}
