/** Orders of a time of which no form is known: say now what stood there, and see at once what that makes of the file. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Preview } from '../../preload/contract/vocabulary/import.ts'
import type { CollectionPoint, FormVersion, Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useCommand } from '../register.ts'
import { withKeys } from '../setup/keys.ts'
import { newVersion } from '../setup/Points.tsx'
import { Version } from '../setup/Version.tsx'

type Missing = Preview['forms'][number]

export function FormNow({
  missing,
  setup,
  onSaved,
}: {
  readonly missing: Missing
  readonly setup: Setup
  readonly onSaved: () => void
}) {
  const { t, dayShort } = useText()
  const [by] = useBy()
  const point = setup.points.find(({ key }) => key === missing.point)
  const [draft, setDraft] = useState<FormVersion | null>(null)
  const apply = useCommand('setup.apply')
  if (!point) return null
  const near = neighbour(point, missing)
  const save = async (versions: readonly FormVersion[]) => {
    const points = setup.points.map((one) => (one === point ? { ...one, versions: [...versions] } : one))
    const reason = t('formNow.reason', { n: missing.sales })
    const reply = await apply.run({ setup: withKeys({ ...setup, points }), by, reason })
    if (reply.ok && reply.value.flaws.length === 0) onSaved()
  }
  const was = { from: dayShort(missing.from), to: dayShort(missing.to), n: missing.sales, point: point.name }
  return (
    <div className="note" data-tone="review">
      <strong>{t('formNow.title', was)}</strong>
      <span>{t('formNow.lead')}</span>
      <div className="row">
        {near && (
          <Button
            size="xs"
            variant="default"
            loading={apply.running}
            onClick={() => save(point.versions.map((one) => (one === near ? stretched(near, missing) : one)))}
          >
            {t('formNow.same', { n: point.versions.indexOf(near) + 1, day: was.from })}
          </Button>
        )}
        {draft === null && (
          <Button size="xs" variant="default" onClick={() => setDraft(proposed(point, near, missing, setup))}>
            {t('formNow.other')}
          </Button>
        )}
      </div>
      {draft && (
        <>
          <Version
            version={draft}
            number={point.versions.length + 1}
            open
            kind={point.kind}
            categories={setup.categories}
            labels={[]}
            onChange={setDraft}
          />
          <div className="row">
            <Button size="xs" loading={apply.running} onClick={() => save([...point.versions, draft])}>
              {t('formNow.save')}
            </Button>
          </div>
        </>
      )}
      {apply.problem && <ProblemNote problem={apply.problem} />}
    </div>
  )
}

/** The version that came next, else the one before. */
function neighbour({ versions }: CollectionPoint, { from }: Missing): FormVersion | null {
  const inOrder = [...versions].sort((one, other) => one.liveFrom.localeCompare(other.liveFrom))
  return inOrder.find(({ liveFrom }) => liveFrom > from) ?? inOrder.at(-1) ?? null
}

const stretched = (version: FormVersion, { from }: Missing): FormVersion =>
  version.liveFrom > from ? { ...version, liveFrom: from } : { ...version, liveTo: null }

function proposed(point: CollectionPoint, near: FormVersion | null, { from }: Missing, setup: Setup): FormVersion {
  const labels = setup.entities.find(({ key }) => key === point.entity)?.labels.map(({ key }) => key) ?? []
  const fresh = near ?? newVersion(point.kind, labels)
  const liveTo = near !== null && near.liveFrom > from ? near.liveFrom : null
  return { ...fresh, key: '', liveFrom: from, liveTo, documents: [] }
}
