/** The meaning of each column of a file that nobody knows; kept for next month, and shared with a colleague. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { Field, type Inspection, type Mapping } from '../../preload/contract/vocabulary/import.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useAnswer, useCommand, useDesktop, useReached } from '../register.ts'
import { KindOfFile, KindReasons } from './KindOfFile.tsx'
import { atPlace } from './Sample.tsx'
import { Words } from './Words.tsx'

interface Mapped {
  readonly look: Inspection
  readonly mapping: Mapping
  /** `saysKind`: what the file is about was said with it. */
  readonly onMapping: (mapping: Mapping | null, saysKind?: boolean) => void
}

export function MappingTable({
  look,
  mapping,
  isUnsaid,
  onMapping,
  onDateOrder,
}: Mapped & {
  /** Nobody said yet what the file is about. */
  readonly isUnsaid: boolean
  /** Null where the order of day and month is a question of its own. */
  readonly onDateOrder: ((order: Mapping['dateOrder']) => void) | null
}) {
  const { t } = useText()
  const { files } = useSharedWords()
  const meaningOf = (column: string) => mapping.columns.find((one) => one.column === column)?.field ?? ''
  const mean = (column: string, field: string) => {
    const others = mapping.columns.filter((one) => one.column !== column)
    onMapping({ ...mapping, columns: field ? [...others, { column, field: field as Field }] : others })
  }
  return (
    <div className="stack">
      <p className="soft">{t('look.mapLead')}</p>
      <Earlier look={look} mapping={mapping} onMapping={onMapping} />
      <KindReasons look={look} kind={isUnsaid ? null : mapping.kind} />
      <div className="fields">
        <KindOfFile kind={isUnsaid ? null : mapping.kind} onKind={(kind) => onMapping({ ...mapping, kind }, true)} />
        {onDateOrder && mapping.columns.some(({ field }) => /time$|-at$/u.test(field)) && (
          <NativeSelect
            label={t('look.dateOrder')}
            value={look.dialect.dateOrder ?? mapping.dateOrder}
            onChange={(event) => onDateOrder(event.currentTarget.value as Mapping['dateOrder'])}
            data={(['day-month-year', 'iso', 'month-day-year', 'year-month-day'] as const).map((order) => ({
              value: order,
              label: t(`dates.${order}`),
            }))}
          />
        )}
      </div>
      <ScrollRoom label={t('look.unknown')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('look.column')}</th>
              <th scope="col">{t('look.example')}</th>
              <th scope="col">{t('look.means')}</th>
            </tr>
          </thead>
          <tbody>
            {look.header.map((column, index) => (
              <tr key={atPlace(index)}>
                <th scope="row">{column}</th>
                <td className="soft">
                  {look.sample
                    .map((cells) => cells[index] ?? '')
                    .filter(Boolean)
                    .slice(0, 2)
                    .join(' · ')
                    .slice(0, 80)}
                </td>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={t('look.meansOf', { column })}
                    value={meaningOf(column)}
                    onChange={(event) => mean(column, event.currentTarget.value)}
                    data={[
                      { value: '', label: t('look.notUsed') },
                      ...Field.options.map((field) => ({ value: field, label: files.fields[field] })),
                    ]}
                  />
                  <Explained field={meaningOf(column)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRoom>
      <Words look={look} mapping={mapping} onMapping={onMapping} />
      {!isUnsaid && <Keep look={look} mapping={mapping} onMapping={onMapping} />}
    </div>
  )
}

/** Columns about the wish to get mail: what each can prove, and what not. */
const explains = {
  statement: 'explains.statement',
  objection: 'explains.objection',
  status: 'explains.status',
  'consent-time': 'explains.consent-time',
  'consent-text': 'explains.consent-text',
  'consent-ip': 'explains.consent-ip',
  'confirm-time': 'explains.confirm-time',
  'unsubscribe-time': 'explains.unsubscribe-time',
  'created-at': 'explains.created-at',
} as const

function Explained({ field }: { readonly field: Field | '' }) {
  const { t } = useText()
  const word = explains[field as keyof typeof explains]
  return word === undefined ? null : <p className="soft small explained">{t(word)}</p>
}

/** A mapping that was kept before, or one that a colleague sent. */
function Earlier({ look, onMapping }: Mapped) {
  const { t } = useText()
  const { register, desktop } = useReached()
  const kept = useAnswer('imports.mappings', {})
  const read = useCommand('imports.readMappingFile')
  const [fit, setFit] = useState(look.saved)
  const take = async (mapping: Mapping, known: readonly string[]) => {
    const { header, mapping: suggested } = look
    const reply = await register.call('imports.fitMapping', { mapping, known: [...known], header, suggested })
    if (!reply.ok) return
    setFit(reply.value.saved)
    onMapping(reply.value.mapping, true)
  }
  const fromColleague = async () => {
    const [file] = await desktop.open({ kinds: ['setup'], several: false })
    if (!file) return
    const reply = await read.run({ file: file.grant })
    if (reply.ok) await take(reply.value.mapping, reply.value.header)
  }
  return (
    <>
      <div className="row">
        {kept.data && kept.data.length > 0 && (
          <NativeSelect
            aria-label={t('look.useKept')}
            value=""
            onChange={(event) => {
              const chosen = kept.data?.[Number(event.currentTarget.value)]
              if (chosen) take(chosen, [])
            }}
            data={[
              { value: '', label: t('look.useKept') },
              ...kept.data.map((one, index) => ({ value: String(index), label: one.name })),
            ]}
          />
        )}
        <Button
          variant="default"
          size="sm"
          leftSection={<IconUpload size={16} aria-hidden />}
          loading={read.running}
          onClick={fromColleague}
        >
          {t('look.readMapping')}
        </Button>
      </div>
      {read.problem && <ProblemNote problem={read.problem} />}
      {fit && <SavedFit fit={fit} />}
    </>
  )
}

/** What a kept mapping finds in this file, and what it misses. */
function SavedFit({ fit }: { readonly fit: NonNullable<Inspection['saved']> }) {
  const { t } = useText()
  const lost = fit.missing.filter((column) => !fit.instead.some((one) => one.column === column))
  return (
    <div className="note" data-tone={fit.missing.length > 0 ? 'review' : 'yes'} role="status">
      <strong>{t('look.savedUsed', { name: fit.name })}</strong>
      {lost.length > 0 && <span>{t('look.lacking', { columns: lost.join(', '), n: lost.length })}</span>}
      {fit.instead.map(({ column, by }) => (
        <span key={column}>{t('look.instead', { column, by })}</span>
      ))}
      {fit.fresh.length > 0 && <span>{t('look.fresh', { columns: fit.fresh.join(', '), n: fit.fresh.length })}</span>}
    </div>
  )
}

function Keep({ look, mapping, onMapping }: Mapped) {
  const { t } = useText()
  const desktop = useDesktop()
  const keep = useCommand('imports.saveMapping')
  const share = useCommand('imports.saveMappingFile')
  const [kept, setKept] = useState(false)
  const toColleague = async () => {
    const to = await desktop.save(t('look.mappingFile', { name: fileNameOf(mapping.name) }))
    if (!to) return
    const reply = await share.run({ mapping, header: look.header, to: to.grant })
    if (reply.ok) await desktop.deliver(to)
  }
  return (
    <>
      <div className="row bottom">
        <TextInput
          label={t('look.mappingName')}
          value={mapping.name}
          onChange={(event) => {
            setKept(false)
            onMapping({ ...mapping, name: event.currentTarget.value })
          }}
        />
        <Button
          variant="default"
          disabled={!mapping.name.trim()}
          loading={keep.running}
          onClick={() => keep.run({ mapping, header: look.header }).then((reply) => setKept(reply.ok))}
        >
          {t('look.saveMapping')}
        </Button>
        <Button
          variant="default"
          disabled={!mapping.name.trim()}
          loading={share.running}
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={toColleague}
        >
          {t('look.shareMapping')}
        </Button>
        {kept && <span role="status">{t('saved')}</span>}
        {look.profile && (
          <button type="button" className="as-link" onClick={() => onMapping(null)}>
            {t('look.useProfile', { name: look.profile.name })}
          </button>
        )}
      </div>
      {keep.problem && <ProblemNote problem={keep.problem} />}
      {share.problem && <ProblemNote problem={share.problem} />}
    </>
  )
}

const fileNameOf = (name: string) =>
  name
    .trim()
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .toLowerCase()
