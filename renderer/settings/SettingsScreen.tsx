/** Everything that the owner sets up, with its history; and how this window looks and speaks. */
import type { ComponentType } from 'react'
import { useText } from '../app/language.tsx'
import { usePlace } from '../app/place.ts'
import { About } from './About.tsx'
import { AuditSection } from './AuditSection.tsx'
import { ChangeHistory } from './ChangeHistory.tsx'
import { CopiesSection } from './CopiesSection.tsx'
import { PolicySection } from './PolicySection.tsx'
import { ProcessSection } from './ProcessSection.tsx'
import { SetupFile } from './SetupFile.tsx'
import { SuccessionsSection } from './SuccessionsSection.tsx'
import { CategoriesSection, FamiliesSection, PointsSection, SendersSection, SimilaritySection } from './sections.tsx'
import { WindowSection } from './WindowSection.tsx'

const sections = {
  senders: SendersSection,
  succession: SuccessionsSection,
  categories: CategoriesSection,
  families: FamiliesSection,
  similarity: SimilaritySection,
  points: PointsSection,
  policy: PolicySection,
  process: ProcessSection,
  history: ChangeHistory,
  file: SetupFile,
  copies: CopiesSection,
  audit: AuditSection,
  window: WindowSection,
  about: About,
} as const satisfies Record<string, ComponentType>
type Section = keyof typeof sections
const names = Object.keys(sections) as Section[]

export function SettingsScreen() {
  const { t } = useText()
  const { rest } = usePlace()
  const chosen = names.find((name) => name === rest[0]) ?? 'senders'
  const Chosen = sections[chosen]
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={t('settings.label')}>
        <h1>{t('place.settings')}</h1>
        {names.map((name) => (
          <a key={name} href={`#/settings/${name}`} aria-current={name === chosen ? 'page' : undefined}>
            {t(`settings.${name}`)}
          </a>
        ))}
      </nav>
      <div className="page">
        <header>
          <div>
            <h2 className="large">{t(`settings.${chosen}`)}</h2>
            <p>{t(`settings.${chosen}.lead`)}</p>
          </div>
        </header>
        <Chosen key={chosen} />
      </div>
    </div>
  )
}
