/** The first rows as they will be understood: each cell beside what it says, and what each row comes to. */
import { IconAlertTriangle, IconCheck, IconMinus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Input } from '../../preload/contract/contract.ts'
import type { EventType } from '../../preload/contract/vocabulary/event.ts'
import type { ListStatus, MappingPreview } from '../../preload/contract/vocabulary/import.ts'
import { type Text, useText, type WordId } from '../app/language.tsx'
import { type SharedWords, useSharedWords } from '../app/sharedWords.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useAnswer } from '../register.ts'

type Row = MappingPreview['rows'][number]
type Cell = Row['cells'][number]

export function Understood({ asked }: { readonly asked: Input<'imports.previewMapping'> }) {
  const { t } = useText()
  const { files } = useSharedWords()
  const read = useAnswer('imports.previewMapping', asked, { keep: true })
  if (read.problem) return <ProblemNote problem={read.problem} />
  const [first] = read.data?.rows ?? []
  if (!read.data || !first || first.cells.length === 0) return null
  return (
    <div className="stack-tight">
      <h3>{t('understood.title')}</h3>
      <p className="soft small">{t('understood.lead')}</p>
      <ScrollRoom label={t('understood.title')}>
        <table className="ledger understood">
          <thead>
            <tr>
              <th scope="col" className="num">
                {t('preview.line')}
              </th>
              {first.cells.map((cell) => (
                <th key={`${cell.column} ${cell.field}`} scope="col">
                  {files.fields[cell.field as keyof typeof files.fields] ?? cell.column}
                  <span className="column-name">{cell.column}</span>
                </th>
              ))}
              <th scope="col">{t('understood.becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {read.data.rows.map((row) => (
              <tr key={row.line}>
                <td className="num">{row.line}</td>
                {row.cells.map((cell) => (
                  <td key={`${cell.column} ${cell.field}`}>
                    <CellRead cell={cell} />
                  </td>
                ))}
                <td>
                  <Becomes row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRoom>
    </div>
  )
}

function CellRead({ cell }: { readonly cell: Cell }) {
  const text = useText()
  const words = useSharedWords()
  const said = saidOf(cell, text, words)
  const plain = cell.understood.kind === 'text' || cell.understood.kind === 'address'
  return (
    <>
      {said}
      {!plain && cell.written !== '' && <span className="written">{cell.written}</span>}
    </>
  )
}

function saidOf({ understood }: Cell, text: Text, { files }: SharedWords): ReactNode {
  const { t } = text
  switch (understood.kind) {
    case 'nothing':
      return <span className="soft">{t('understood.nothing')}</span>
    case 'text':
      return understood.text
    case 'address':
      return understood.relay === null ? (
        understood.address
      ) : (
        <Sign tone="review" words={files.refusals['address-relay'].means} />
      )
    case 'moment':
      return (
        <>
          {understood.precision === 'day' ? text.day(understood.from) : text.moment(understood.from)}
          {understood.zoneAssumed && <span className="written">{t('understood.zoneAssumed')}</span>}
        </>
      )
    case 'statement':
      return {
        yes: <Sign tone="yes" words={t('yes')} />,
        no: <Sign tone="no" words={t('no')} />,
        none: <Sign tone="none" words={t('understood.noAnswer')} />,
      }[understood.statement]
    case 'amount':
      return <span className="figure">{text.number(understood.amount)}</span>
    case 'order-state':
      return t(orderStates[understood.state] ?? 'unknown')
    case 'list-status':
      return understood.status === null
        ? t('understood.noAnswer')
        : (files.listStatuses[understood.status as ListStatus] ?? t('understood.objects'))
    case 'objection':
      return understood.objects ? (
        <Sign tone="no" words={t('understood.objects')} />
      ) : (
        <Sign tone="none" words={t('understood.objectsNot')} />
      )
    case 'unclear':
      return <Sign tone="review" words={files.refusals[understood.code].means} />
  }
}

function Becomes({ row }: { readonly row: Row }) {
  const { t } = useText()
  const { files, report } = useSharedWords()
  if (row.refused)
    return <Sign tone="review" words={t('understood.refused', { why: files.refusals[row.refused].means })} />
  if (row.events.length === 0) return <span className="soft">{t('understood.withOther')}</span>
  return [...new Set(row.events.map(({ type }) => report.events[type as EventType] ?? type))].join(', ')
}

const signs = { yes: IconCheck, no: IconX, none: IconMinus, review: IconAlertTriangle } as const

function Sign({ tone, words }: { readonly tone: keyof typeof signs; readonly words: string }) {
  const Icon = signs[tone]
  return (
    <span className="cell-sign" data-tone={tone}>
      <Icon size={15} aria-hidden /> {words}
    </span>
  )
}

const orderStates: Readonly<Record<string, WordId>> = {
  paid: 'orderState.paid',
  pending: 'orderState.pending',
  refunded: 'orderState.refunded',
  'partly-refunded': 'orderState.partly-refunded',
  void: 'orderState.void',
  cancelled: 'orderState.cancelled',
  draft: 'orderState.draft',
  unknown: 'unknown',
}
