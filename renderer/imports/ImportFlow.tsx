/** One file from first look to written: look, answer what it cannot say, see what will happen, write once. */
import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Input } from '../../preload/contract/contract.ts'
import type { GrantedFile } from '../../preload/contract/desktop.ts'
import type {
  DateOrder,
  Dialect,
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
import { useAnswer, useJob, useReached } from '../register.ts'
import { DateOrderQuestion } from './DateOrderQuestion.tsx'
import { Done } from './Done.tsx'
import { Look } from './Look.tsx'
import { leaveLanded } from './landed.ts'
import { Preview } from './Preview.tsx'
import { Questions } from './Questions.tsx'
import { placeOf, samePlace, type TablePlace, Tables } from './Tables.tsx'

export function ImportFlow({
  file,
  place,
  straight,
  next,
  onNext,
  onClose,
}: {
  readonly file: GrantedFile
  /** Where it stands among the files that were chosen together. */
  readonly place: { readonly at: number; readonly of: number }
  /** What is recognised and asks nothing is staged at once: it only waits for a yes. */
  readonly straight: boolean
  readonly next: GrantedFile | null
  readonly onNext: () => void
  readonly onClose: () => void
}) {
  const { t } = useText()
  const [by] = useBy()
  const setup = useAnswer('setup.get', {})
  const stage = useJob('imports.stage')
  const commit = useJob('imports.commit')
  const { look, doubtful, inspect, lookAt, lookAgain, readDatesAs, askOfDates } = useLook(file)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [saidKind, setSaidKind] = useState(false)
  const [context, setContext] = useState<ImportContext | null>(null)
  const [preview, setPreview] = useState<PreviewData | null>(null)
  const [done, setDone] = useState<ImportSummary | null>(null)
  const [brought, setBrought] = useState<readonly TablePlace[]>([])
  const top = useTop(preview === null)
  useDiscard(preview, done)

  const own = setup.data?.setup
  const answers = context ?? (look && own ? contextOf(look, own) : null)
  const useMapping = look !== null && (look.profile === null || mapping !== null)
  const meaning = mapping ?? look?.mapping ?? null
  const undated = doubtful.length > 0 && look?.dialect.dateOrder === undefined
  const unaddressed = useMapping && !hasAddress(meaning)
  const isUnsaid = useMapping && look.kindUnsaid === true && look.saved === undefined && !saidKind
  const asked = look && answers && meaning ? askedOf(file, look, useMapping ? meaning : null, answers) : null

  const openTable = (table: TablePlace) => {
    setMapping(null)
    setSaidKind(false)
    setContext(null)
    setPreview(null)
    setDone(null)
    lookAt(table)
  }
  const check = async () => {
    if (!asked) return
    commit.forget()
    const { rows: _, ...staged } = asked
    const reply = await stage.start(staged)
    if (reply.ok) setPreview(reply.value)
    else if (reply.error.kind === 'unreadable' && reply.error.code === 'dates-ambiguous') askOfDates(datesIn(meaning))
  }
  const write = async () => {
    if (!preview || !look) return
    const reply = await commit.start({ batch: preview.batch, by })
    if (!reply.ok) return
    setBrought([...brought, placeOf(look)])
    leaveLanded({ file })
    setDone(reply.value)
  }
  const setDateOrder = (order: DateOrder) => {
    if (meaning && useMapping) setMapping({ ...meaning, dateOrder: order })
    if (look && (doubtful.length > 0 || look.dialect.dateOrder)) readDatesAs(order)
  }

  const isClear = asked !== null && doubtful.length === 0 && (useMapping ? look?.saved?.missing.length === 0 : true)
  const wentStraight = useRef(!straight)
  useEffect(() => {
    if (!isClear || wentStraight.current) return
    wentStraight.current = true
    check()
  })

  const tables = look?.tables ?? []
  if (done)
    return (
      <Done
        summary={done}
        tables={tables.filter(
          (table) => table.problem === null && !table.hidden && !brought.some((one) => samePlace(one, table)),
        )}
        onTable={openTable}
        next={next}
        onNext={onNext}
        onClose={onClose}
      />
    )
  const leave = next ? onNext : onClose
  return (
    <div className="page">
      <header>
        <div>
          <button type="button" className="as-link back-link" onClick={preview ? () => setPreview(null) : onClose}>
            <IconArrowLeft size={16} aria-hidden /> {preview ? t('imports.backToQuestions') : t('place.imports')}
          </button>
          <h1 ref={top} tabIndex={-1}>
            {file.name}
          </h1>
          {place.of > 1 && (
            <p>{t('pile.place', { ...place, next: next?.name ?? '', last: next === null ? 'yes' : 'no' })}</p>
          )}
        </div>
      </header>
      {tables.length > 1 && look && !preview && (
        <Tables file={file.grant} tables={tables} open={placeOf(look)} brought={brought} onChoose={openTable} />
      )}
      <ProgressLine job={inspect} />
      {inspect.problem && (
        <>
          <ProblemNote problem={inspect.problem} />
          <div className="row">
            <Button variant="default" onClick={leave}>
              {t(next ? 'pile.skip' : 'imports.another')}
            </Button>
          </div>
        </>
      )}
      {own && own.entities.length === 0 && (
        <Empty title={t('imports.noSender')} text={t('imports.noSenderText')}>
          <Button onClick={() => go('settings/senders')}>{t('imports.setSender')}</Button>
        </Empty>
      )}
      {look && !preview && answers && own && own.entities.length > 0 && (
        <>
          <Look
            look={look}
            asked={unaddressed || isUnsaid ? null : asked}
            mapping={useMapping ? meaning : null}
            isUnsaid={isUnsaid}
            onMapping={(next, saysKind = false) => {
              setMapping(next)
              setSaidKind(saidKind || saysKind)
            }}
            onDialect={lookAgain}
            onFound={() => lookAt(placeOf(look))}
            onDateOrder={doubtful.length > 0 ? null : setDateOrder}
          />
          {doubtful.length > 0 && asked && (
            <DateOrderQuestion
              columns={doubtful}
              asked={asked}
              chosen={look.dialect.dateOrder}
              onChoose={setDateOrder}
            />
          )}
          {!isUnsaid && (
            <Questions
              look={look}
              kind={useMapping && meaning ? meaning.kind : (look.profile?.kind ?? 'contacts')}
              setup={own}
              context={answers}
              onChange={setContext}
            />
          )}
          <ProgressLine job={stage} />
          {stage.problem && <ProblemNote problem={stage.problem} />}
          <div className="row">
            <Button onClick={check} disabled={stage.running || unaddressed || undated || isUnsaid}>
              {t('imports.check')}
            </Button>
            <Button variant="default" onClick={leave}>
              {t(next ? 'pile.skip' : 'cancel')}
            </Button>
            <span className="soft small">
              {t(
                isUnsaid
                  ? 'imports.needsKind'
                  : unaddressed
                    ? 'imports.needsAddress'
                    : undated
                      ? 'dateOrder.needed'
                      : 'imports.checkHint',
              )}
            </span>
          </div>
        </>
      )}
      {preview && (
        <>
          <Preview preview={preview} onSetup={check} />
          <ProgressLine job={stage} />
          {stage.problem && <ProblemNote problem={stage.problem} />}
          <ProgressLine job={commit} />
          {commit.problem && (
            <ProblemNote problem={commit.problem} {...(commit.problem.kind === 'stale' ? { again: check } : {})} />
          )}
          <div className="row save-bar">
            <Button onClick={write} disabled={commit.running || stage.running}>
              {t('imports.write')}
            </Button>
            <Button variant="default" disabled={commit.running} onClick={leave}>
              {t('imports.drop.away')}
            </Button>
            <span className="soft small">{t('imports.writeHint')}</span>
          </div>
        </>
      )}
    </div>
  )
}

/** What is seen in the file; columns whose dates were ambiguous stay asked about after they were answered. */
function useLook(file: GrantedFile) {
  const inspect = useJob('imports.inspect')
  const [look, setLook] = useState<Inspection | null>(null)
  const [doubtful, setDoubtful] = useState<readonly string[]>([])
  const { start } = inspect
  const take = async (input: Input<'imports.inspect'>) => {
    const reply = await start(input)
    if (!reply.ok) return
    setLook(reply.value)
    if (input.dialect?.dateOrder === undefined) setDoubtful(reply.value.ambiguousDates ?? [])
  }
  const first = useRef(take)
  useEffect(() => {
    first.current({ file: file.grant, dialect: null })
  }, [file.grant])
  return {
    look,
    doubtful,
    inspect,
    /** A table of it, or the file itself, as the evidence in it says. */
    lookAt: (table: TablePlace) =>
      take({
        file: file.grant,
        dialect: null,
        ...(table.entry === null && table.sheet === null ? {} : { table: { entry: table.entry, sheet: table.sheet } }),
      }),
    lookAgain: (dialect: Dialect) => take({ file: file.grant, dialect }),
    /** Columns that turned out ambiguous when all of the file was read. */
    askOfDates: setDoubtful,
    /** Changes nothing of what was seen, only how it will be read. */
    readDatesAs: (dateOrder: DateOrder) => look && setLook({ ...look, dialect: { ...look.dialect, dateOrder } }),
  }
}

/** `mapping` null: the profile that was recognised reads it. */
function askedOf(
  file: GrantedFile,
  look: Inspection,
  mapping: Mapping | null,
  context: ImportContext,
): Input<'imports.previewMapping'> {
  const reading = mapping || !look.profile ? { mapping: mapping ?? look.mapping } : { profile: look.profile.key }
  return { file: file.grant, dialect: look.dialect, reading, context, rows: 5 }
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

/** A heading that is gone to when something else comes beneath it: the button that was pressed lies far down. */
function useTop(what: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(what)
  useEffect(() => {
    if (shown.current === what) return
    shown.current = what
    heading.current?.closest('.page')?.scrollIntoView()
    heading.current?.focus({ preventScroll: true })
  }, [what])
  return heading
}

const datesIn = (mapping: Mapping | null): readonly string[] =>
  (mapping?.columns ?? []).filter(({ field }) => /time$|-at$/u.test(field)).map(({ column }) => column)

const hasAddress = (mapping: Mapping | null) => mapping?.columns.some(({ field }) => field === 'email') ?? false

const isCheckoutOf =
  (entity: string) =>
  (point: Setup['points'][number]): boolean =>
    point.entity === entity && point.kind === 'checkout'

function contextOf(look: Inspection, setup: Setup): ImportContext | null {
  const [entity] = setup.entities
  if (!entity) return null
  const kind = look.profile?.kind ?? look.mapping.kind
  // Orders come from the one checkout there is; how somebody came on a list, only a person can tell.
  const points = kind === 'orders' ? setup.points.filter(isCheckoutOf(entity.key)) : []
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
