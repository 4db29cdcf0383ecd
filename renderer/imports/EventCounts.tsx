/** What an import brought, counted by kind. */
import type { EventType } from '../../preload/contract/vocabulary/event.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'

/** `812 bestellingen, 14 afmeldingen`; work of the register itself is left out. */
export function EventCounts({ events }: { readonly events: Readonly<Record<string, number>> }) {
  const { t, number } = useText()
  const words = useSharedWords().report.events
  const told = Object.entries(events).filter(([type, n]) => n > 0 && type !== 'import-batch')
  if (told.length === 0) return <span className="soft">{t('imports.nothingNew')}</span>
  return <span>{told.map(([type, n]) => `${number(n)} × ${words[type as EventType].toLowerCase()}`).join(', ')}</span>
}
