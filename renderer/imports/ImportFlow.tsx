/** One file from first look to written: look, answer what it cannot say, see what will happen, write once. */
import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { GrantedFile } from '../../preload/contract/desktop.ts'
import type {
  ImportContext,
  ImportSummary,
  Inspection,
  Mapping,
  Preview as PreviewData,
} from '../../preload/contract/vocabulary/import.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { Empty } from '../parts/Empty.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useAnswer, useCommand, useJob, useReached } from '../register.ts'
import { EventCounts } from './EventCounts.tsx'
import { Look } from './Look.tsx'
import { Preview } from './Preview.tsx'
import { Questions } from './Questions.tsx'

export function ImportFlow({ file, onClose }: { readonly file: GrantedFile; readonly onClose: () => void }) {
  const { t } = useText()
  const [by] = useBy()
  const setup = useAnswer('setup.get', {})
  const inspect = useJob('imports.inspect')
  const stage = useJob('imports.stage')
  const commit = useJob('imports.commit')
  const saveMapping = useCommand('imports.saveMapping')
  const [look, setLook] = useState<Inspection | null>(null)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [context, setContext] = useState<ImportContext | null>(null)
  const [preview, setPreview] = useState<PreviewData | null>(null)
  const [done, setDone] = useState<ImportSummary | null>(null)
  useDiscard(preview, done)

  const { start } = inspect
  useEffect(() => {
    start({ file: file.grant, dialect: null }).then((reply) => reply.ok && setLook(reply.value))
  }, [start, file.grant])
  const lookAgain = (dialect: Inspection['dialect']) =>
    start({ file: file.grant, dialect }).then((reply) => reply.ok && setLook(reply.value))

  const own = setup.data?.setup
  const answers = context ?? (look && own ? contextOf(look, own) : null)
  const useMapping = look !== null && (look.profile === null || mapping !== null)
  const meaning = mapping ?? look?.mapping ?? null

  const check = async () => {
    if (!look || !answers || !meaning) return
    const reading = useMapping || !look.profile ? { mapping: meaning } : { profile: look.profile.key }
    const reply = await stage.start({ file: file.grant, dialect: look.dialect, reading, context: answers })
    if (reply.ok) setPreview(reply.value)
  }
  const write = async () => {
    if (!preview) return
    const reply = await commit.start({ batch: preview.batch, by })
    if (reply.ok) setDone(reply.value)
  }

  if (done) return <Done summary={done} onClose={onClose} />
  return (
    <div className="page">
      <header>
        <div>
          <button type="button" className="as-link back-link" onClick={preview ? () => setPreview(null) : onClose}>
            <IconArrowLeft size={16} aria-hidden /> {preview ? t('imports.backToQuestions') : t('place.imports')}
          </button>
          <h1>{file.name}</h1>
        </div>
      </header>
      <ProgressLine job={inspect} />
      {inspect.problem && <ProblemNote problem={inspect.problem} />}
      {own && own.entities.length === 0 && (
        <Empty title={t('imports.noSender')} text={t('imports.noSenderText')}>
          <Button onClick={() => go('settings/senders')}>{t('imports.setSender')}</Button>
        </Empty>
      )}
      {look && !preview && answers && own && own.entities.length > 0 && (
        <>
          <Look
            look={look}
            mapping={useMapping ? meaning : null}
            onMapping={setMapping}
            onDialect={lookAgain}
            onSaveMapping={(named) => saveMapping.run({ mapping: named, header: look.header })}
          />
          <Questions
            look={look}
            kind={useMapping && meaning ? meaning.kind : (look.profile?.kind ?? 'contacts')}
            setup={own}
            context={answers}
            onChange={setContext}
          />
          <ProgressLine job={stage} />
          {stage.problem && <ProblemNote problem={stage.problem} />}
          <div className="row">
            <Button onClick={check} disabled={stage.running || (useMapping && !hasAddress(meaning))}>
              {t('imports.check')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <span className="soft small">
              {useMapping && !hasAddress(meaning) ? t('imports.needsAddress') : t('imports.checkHint')}
            </span>
          </div>
        </>
      )}
      {preview && (
        <>
          <Preview preview={preview} />
          <ProgressLine job={commit} />
          {commit.problem && <ProblemNote problem={commit.problem} />}
          <div className="row">
            <Button onClick={write} disabled={commit.running}>
              {t('imports.write')}
            </Button>
            <Button variant="default" disabled={commit.running} onClick={onClose}>
              {t('imports.drop.away')}
            </Button>
            <span className="soft small">{t('imports.writeHint')}</span>
          </div>
        </>
      )}
    </div>
  )
}

function Done({ summary, onClose }: { readonly summary: ImportSummary; readonly onClose: () => void }) {
  const { t } = useText()
  return (
    <div className="page">
      <header>
        <h1>{t('imports.done')}</h1>
      </header>
      <div className="note" data-tone="yes" role="status">
        <strong>{summary.file}</strong>
        <EventCounts events={summary.events} />
        {summary.refused > 0 && <span>{t('imports.doneRefused', { n: summary.refused })}</span>}
      </div>
      <p>{t('imports.doneNext')}</p>
      <div className="row">
        <Button onClick={() => go('overview')}>{t('imports.toOverview')}</Button>
        <Button variant="default" onClick={() => go('contacts')}>
          {t('place.contacts')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('imports.another')}
        </Button>
      </div>
    </div>
  )
}

/** A preview that is left without writing is thrown away in the register too. */
function useDiscard(preview: PreviewData | null, done: ImportSummary | null): void {
  const { register } = useReached()
  const staged = useRef<number | null>(null)
  useEffect(() => {
    const before = staged.current
    staged.current = done ? null : (preview?.batch ?? null)
    if (!done && before !== null && before !== staged.current) register.call('imports.discard', { batch: before })
  }, [preview, done, register])
  useEffect(
    () => () => {
      if (staged.current !== null) register.call('imports.discard', { batch: staged.current })
    },
    [register],
  )
}

const hasAddress = (mapping: Mapping | null) => mapping?.columns.some(({ field }) => field === 'email') ?? false

function contextOf(look: Inspection, setup: Setup): ImportContext | null {
  const [entity] = setup.entities
  if (!entity) return null
  const kind = look.profile?.kind ?? look.mapping.kind
  const wanted = kind === 'orders' ? ['checkout'] : ['web-form', 'paper', 'fair']
  const points = setup.points.filter((point) => point.entity === entity.key && wanted.includes(point.kind))
  return {
    entity: entity.key,
    label: entity.labels[0]?.key ?? null,
    point: points.length === 1 ? (points[0]?.key ?? null) : null,
    categories: [],
    salesChannel: 'own-shop',
    zone: 'Europe/Amsterdam',
    listStatus: look.listStatus,
    collector: null,
  }
}
