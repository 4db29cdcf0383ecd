/** Five parts of the setup, each with its own editor and its own save. */
import type { ReactNode } from 'react'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { Categories } from '../setup/Categories.tsx'
import { Families } from '../setup/Families.tsx'
import { Points } from '../setup/Points.tsx'
import { SaveBar } from '../setup/SaveBar.tsx'
import { Senders } from '../setup/Senders.tsx'
import { Similarities } from '../setup/Similarities.tsx'
import { SimilarityMatrix } from '../setup/SimilarityMatrix.tsx'
import { type SetupDraft, useSetupDraft } from '../setup/useSetup.ts'

export function SendersSection() {
  const entities = useSetupDraft('entities')
  return <Part of={entities}>{(draft) => <Senders entities={draft} onChange={entities.setDraft} />}</Part>
}

export function CategoriesSection() {
  const categories = useSetupDraft('categories')
  return <Part of={categories}>{(draft) => <Categories categories={draft} onChange={categories.setDraft} />}</Part>
}

export function FamiliesSection() {
  const families = useSetupDraft('families')
  return (
    <Part of={families}>
      {(draft) => (
        <Families families={draft} products={families.asked.data?.products ?? []} onChange={families.setDraft} />
      )}
    </Part>
  )
}

export function SimilaritySection() {
  const similarity = useSetupDraft('similarity')
  return (
    <Part of={similarity}>
      {(draft) => (
        <>
          <SimilarityMatrix similarity={draft} families={similarity.asked.data?.setup.families ?? []} />
          <Similarities
            similarity={draft}
            families={similarity.asked.data?.setup.families ?? []}
            onChange={similarity.setDraft}
          />
        </>
      )}
    </Part>
  )
}

export function PointsSection() {
  const points = useSetupDraft('points')
  const setup = points.asked.data?.setup
  return (
    <Part of={points}>
      {(draft) => (
        <Points
          points={draft}
          entities={setup?.entities ?? []}
          categories={setup?.categories ?? []}
          onChange={points.setDraft}
        />
      )}
    </Part>
  )
}

function Part<P extends keyof Setup>({
  of,
  children,
}: {
  readonly of: SetupDraft<P>
  readonly children: (draft: Setup[P]) => ReactNode
}) {
  if (of.draft === undefined) return null
  return (
    <>
      {children(of.draft)}
      <SaveBar of={of} />
    </>
  )
}
