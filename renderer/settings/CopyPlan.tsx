/** Copies that the program makes by itself: how often, where, how many stay, and how the last one went. */
import { Button, NativeSelect, Radio, SegmentedControl } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { GrantedTarget } from '../../preload/contract/desktop.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer, useCommand, useDesktop } from '../register.ts'

type Standing = Answer<'register.copyPlan'>
const often = ['off', 'day', 'week'] as const

export function CopyPlan() {
  const { t } = useText()
  const standing = useAnswer('register.copyPlan', {})
  return (
    <section className="section" aria-labelledby="copy-plan">
      <header>
        <h2 id="copy-plan">{t('plan.title')}</h2>
      </header>
      <p className="soft">{t('plan.lead')}</p>
      {standing.problem && <ProblemNote problem={standing.problem} again={standing.again} />}
      {standing.data && (
        <>
          <HowItWent standing={standing.data} />
          <Plan key={JSON.stringify(standing.data.plan)} standing={standing.data} />
        </>
      )}
    </section>
  )
}

function HowItWent({ standing: { plan, last, failed } }: { readonly standing: Standing }) {
  const { t, moment } = useText()
  if (!plan) return null
  return (
    <div className="note" data-tone={failed ? 'no' : last ? 'yes' : 'review'} role="status">
      <span>{last ? t('plan.last', { moment: moment(last.at), name: last.name }) : t('plan.none')}</span>
      {failed && <strong>{t('plan.failed', { moment: moment(failed.at) })}</strong>}
    </div>
  )
}

function Plan({ standing: { plan } }: { readonly standing: Standing }) {
  const { t } = useText()
  const desktop = useDesktop()
  const save = useCommand('register.planCopies')
  const [every, setEvery] = useState<(typeof often)[number]>(plan?.every ?? 'off')
  const [place, setPlace] = useState<GrantedTarget | 'beside' | 'as-is'>(plan?.folder ? 'as-is' : 'beside')
  const [kept, setKept] = useState(plan?.kept ?? 7)
  // A browser cannot name a folder on the disk: there only the place beside the register can be chosen.
  const [hasFolders, setHasFolders] = useState(false)
  useEffect(() => {
    desktop.info().then(({ kind }) => setHasFolders(kind === 'window'))
  }, [desktop])
  const named = place === 'as-is' ? (plan?.folder ?? '') : place === 'beside' ? '' : place.name
  const choose = async () => {
    const folder = await desktop.saveFolder(t('plan.folderName'))
    if (folder) setPlace(folder)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        save.run({
          every: every === 'off' ? null : every,
          to: typeof place === 'string' ? null : place.grant,
          sameFolder: place === 'as-is',
          kept,
        })
      }}
    >
      <SegmentedControl
        aria-label={t('plan.every')}
        value={every}
        onChange={(value) => setEvery(value as typeof every)}
        data={often.map((value) => ({ value, label: t(`plan.${value}`) }))}
      />
      {every !== 'off' && (
        <>
          <Radio.Group
            label={t('plan.where')}
            value={named === '' ? 'beside' : 'folder'}
            onChange={(value) => (value === 'beside' ? setPlace('beside') : choose())}
          >
            <div className="stack-tight choices">
              <Radio value="beside" label={t('plan.beside')} />
              {(hasFolders || named !== '') && (
                <Radio
                  value="folder"
                  label={named === '' ? t('plan.chooseFolder') : t('plan.folder', { folder: named })}
                />
              )}
            </div>
          </Radio.Group>
          <NativeSelect
            className="field"
            label={t('plan.kept')}
            description={t('plan.rule', { n: kept })}
            value={String(kept)}
            onChange={(event) => setKept(Number(event.currentTarget.value))}
            data={['3', '7', '14', '30']}
          />
        </>
      )}
      {save.problem && <ProblemNote problem={save.problem} />}
      <div>
        <Button type="submit" variant="default" disabled={save.running}>
          {t('plan.save')}
        </Button>
      </div>
    </form>
  )
}
