/** Dates that can be read both ways round: a person chooses, seeing what each choice makes of the file's own dates. */
import { Radio } from '@mantine/core'
import type { Input } from '../../preload/contract/contract.ts'
import type { DateOrder, MappingPreview } from '../../preload/contract/vocabulary/import.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { useAnswer } from '../register.ts'

const orders = ['day-month-year', 'month-day-year'] as const

export function DateOrderQuestion({
  columns,
  asked,
  chosen,
  onChoose,
}: {
  readonly columns: readonly string[]
  readonly asked: Input<'imports.previewMapping'>
  readonly chosen: DateOrder | undefined
  readonly onChoose: (order: DateOrder) => void
}) {
  const { t } = useText()
  const { files, fill } = useSharedWords()
  const about = columns.map((column) => `“${column}”`).join(', ')
  return (
    <section className="section" aria-labelledby="date-order">
      <header>
        <h2 id="date-order">{t('dateOrder.title')}</h2>
      </header>
      <div className="note" data-tone={chosen ? 'yes' : 'review'}>
        <span>{fill(files.ambiguousDates.means, { about })}</span>
        <span>{files.ambiguousDates.help}</span>
      </div>
      <Radio.Group
        label={t('dateOrder.choose')}
        value={chosen ?? ''}
        onChange={(value) => onChoose(value as DateOrder)}
        required
      >
        <div className="stack-tight choices">
          {orders.map((order) => (
            <Choice key={order} order={order} columns={columns} asked={asked} />
          ))}
        </div>
      </Radio.Group>
    </section>
  )
}

function Choice({
  order,
  columns,
  asked,
}: {
  readonly order: DateOrder
  readonly columns: readonly string[]
  readonly asked: Input<'imports.previewMapping'>
}) {
  const { t, day } = useText()
  const read = useAnswer('imports.previewMapping', { ...asked, dialect: { ...asked.dialect, dateOrder: order } })
  const examples = examplesIn(read.data, columns)
    .map(({ written, from }) => t('dateOrder.example', { written, day: day(from) }))
    .join(' · ')
  return <Radio value={order} label={t(`dates.${order}`)} description={examples} />
}

/** The first two different dates of these columns. */
function examplesIn(preview: MappingPreview | undefined, columns: readonly string[]) {
  const found = new Map<string, string>()
  for (const cell of preview?.rows.flatMap(({ cells }) => cells) ?? []) {
    if (columns.includes(cell.column) && cell.understood.kind === 'moment')
      found.set(cell.written, cell.understood.from)
  }
  return [...found].slice(0, 2).map(([written, from]) => ({ written, from }))
}
