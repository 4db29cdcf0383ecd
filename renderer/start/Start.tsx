/** The first start: a few minutes to say who sends what to whom, or a look around with invented data. */
import { Button } from '@mantine/core'
import { IconArrowRight, IconMailCheck } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { type Language, useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useJob } from '../register.ts'
import { Categories } from '../setup/Categories.tsx'
import { Families } from '../setup/Families.tsx'
import { newVersion, Points } from '../setup/Points.tsx'
import { ReadSetupFile } from '../setup/ReadSetupFile.tsx'
import { newEntity, Senders } from '../setup/Senders.tsx'
import { Similarities } from '../setup/Similarities.tsx'
import { type SetupDraft, useSetupDraft } from '../setup/useSetup.ts'

const steps = ['senders', 'categories', 'families', 'similarity', 'points'] as const
type Step = (typeof steps)[number]

export function Start({ begun, done }: { readonly begun: () => void; readonly done: () => void }) {
  useEffect(begun, [begun])
  const [step, setStep] = useState<Step | 'welcome' | 'ready'>('welcome')
  const finish = (path: string) => {
    done()
    go(path)
  }
  const after = () => {
    const index = steps.indexOf(step as Step)
    setStep(steps[index + 1] ?? 'ready')
  }
  const before = () => {
    const index = steps.indexOf(step as Step)
    setStep(steps[index - 1] ?? 'welcome')
  }
  if (step === 'welcome') return <Welcome onBegin={() => setStep('senders')} finish={finish} />
  if (step === 'ready') return <Ready finish={finish} />
  return <StepPage key={step} step={step} after={after} before={before} finish={finish} />
}

function Welcome({ onBegin, finish }: { readonly onBegin: () => void; readonly finish: (path: string) => void }) {
  const { t, language, setLanguage } = useText()
  const sample = useJob('register.sample')
  const other: Language = language === 'nl' ? 'en' : 'nl'
  const look = async () => {
    const reply = await sample.start({})
    if (reply.ok) finish('overview')
  }
  return (
    <main className="start">
      <div className="start-room">
        <IconMailCheck size={44} stroke={1.4} aria-hidden className="start-sign" />
        <h1>{t('start.title')}</h1>
        <p className="lead">{t('start.lead')}</p>
        <ProgressLine job={sample} />
        {sample.problem && <ProblemNote problem={sample.problem} />}
        <div className="row">
          <Button size="md" onClick={onBegin} rightSection={<IconArrowRight size={18} aria-hidden />}>
            {t('start.begin')}
          </Button>
          <Button size="md" variant="default" onClick={look} disabled={sample.running}>
            {t('start.sample')}
          </Button>
        </div>
        <p className="soft small">{t('start.sampleHint')}</p>
        <details>
          <summary>{t('start.file')}</summary>
          <div className="choices">
            <ReadSetupFile onDone={() => finish('overview')} />
          </div>
        </details>
        <div className="row start-foot">
          <button type="button" className="as-link" lang={other} onClick={() => setLanguage(other)}>
            {other === 'en' ? 'English' : 'Nederlands'}
          </button>
          <button type="button" className="as-link" onClick={() => finish('overview')}>
            {t('start.later')}
          </button>
        </div>
      </div>
    </main>
  )
}

function StepPage({
  step,
  after,
  before,
  finish,
}: {
  readonly step: Step
  readonly after: () => void
  readonly before: () => void
  readonly finish: (path: string) => void
}) {
  const { t } = useText()
  return (
    <main className="start">
      <div className="start-room wide">
        <ol className="steps" aria-label={t('start.steps')}>
          {steps.map((one) => (
            <li key={one} aria-current={one === step ? 'step' : undefined}>
              {t(`settings.${one}`)}
            </li>
          ))}
        </ol>
        <h1>{t(`start.${step}`)}</h1>
        <p className="soft">{t(`settings.${step}.lead`)}</p>
        <StepFields step={step} after={after} before={before} />
        <div className="start-foot">
          <button type="button" className="as-link" onClick={() => finish('overview')}>
            {t('start.later')}
          </button>
        </div>
      </div>
    </main>
  )
}

function StepFields({ step, after, before }: { step: Step; after: () => void; before: () => void }): ReactNode {
  const way = { after, before }
  switch (step) {
    case 'senders':
      return <SendersStep {...way} />
    case 'categories':
      return <CategoriesStep {...way} />
    case 'families':
      return <FamiliesStep {...way} />
    case 'similarity':
      return <SimilarityStep {...way} />
    case 'points':
      return <PointsStep {...way} />
  }
}

interface Way {
  readonly after: () => void
  readonly before: () => void
}

function SendersStep(way: Way) {
  const part = useSetupDraft('entities')
  const shown = part.draft?.length === 0 ? [newEntity] : (part.draft ?? [])
  return (
    <Step of={part} {...way}>
      <Senders entities={shown} onChange={part.setDraft} />
    </Step>
  )
}

function CategoriesStep(way: Way) {
  const part = useSetupDraft('categories')
  return (
    <Step of={part} {...way}>
      <Categories categories={part.draft ?? []} onChange={part.setDraft} />
    </Step>
  )
}

function FamiliesStep(way: Way) {
  const part = useSetupDraft('families')
  const shown = part.draft?.length === 0 ? [{ key: '', name: '', matches: [] }] : (part.draft ?? [])
  return (
    <Step of={part} {...way}>
      <Families families={shown} products={part.asked.data?.products ?? []} onChange={part.setDraft} />
    </Step>
  )
}

function SimilarityStep(way: Way) {
  const part = useSetupDraft('similarity')
  return (
    <Step of={part} {...way}>
      <Similarities
        similarity={part.draft ?? []}
        families={part.asked.data?.setup.families ?? []}
        onChange={part.setDraft}
      />
    </Step>
  )
}

function PointsStep(way: Way) {
  const { t } = useText()
  const part = useSetupDraft('points')
  const setup = part.asked.data?.setup
  const labels = setup?.entities[0]?.labels.map(({ key }) => key) ?? []
  const checkout = {
    key: '',
    name: t('pointKind.checkout'),
    kind: 'checkout' as const,
    entity: setup?.entities[0]?.key ?? '',
    versions: [newVersion('checkout', labels)],
  }
  return (
    <Step of={part} {...way}>
      <Points
        points={part.draft?.length === 0 ? [checkout] : (part.draft ?? [])}
        entities={setup?.entities ?? []}
        categories={setup?.categories ?? []}
        onChange={part.setDraft}
      />
    </Step>
  )
}

/** One step: what was filled in is saved on the way on; "later" leaves it as it was. */
function Step<P extends keyof Setup>({
  of,
  after,
  before,
  children,
}: Way & { readonly of: SetupDraft<P>; readonly children: ReactNode }) {
  const { t } = useText()
  if (of.draft === undefined) return null
  const onward = async () => {
    if (!of.changed || (await of.save())) after()
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onward()
      }}
    >
      {children}
      {of.problem && <ProblemNote problem={of.problem} />}
      <div className="row">
        <Button type="submit" loading={of.saving}>
          {of.changed ? t('start.saveNext') : t('next')}
        </Button>
        <Button variant="default" onClick={after}>
          {t('skip')}
        </Button>
        <Button variant="subtle" onClick={before}>
          {t('back')}
        </Button>
      </div>
    </form>
  )
}

function Ready({ finish }: { readonly finish: (path: string) => void }) {
  const { t } = useText()
  return (
    <main className="start">
      <div className="start-room">
        <h1>{t('start.ready')}</h1>
        <p className="lead">{t('start.readyLead')}</p>
        <div className="row">
          <Button size="md" onClick={() => finish('imports')}>
            {t('action.import')}
          </Button>
          <Button size="md" variant="default" onClick={() => finish('overview')}>
            {t('place.overview')}
          </Button>
        </div>
      </div>
    </main>
  )
}
