/** What an entry would be worth, before it is saved: its evidence, and what it allows by itself. */
import type { Answer } from '../../preload/contract/contract.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { VerdictSign } from '../parts/Verdict.tsx'

export function Worth({ worth: { grade, alone } }: { readonly worth: Answer<'events.grade'> }) {
  const { t } = useText()
  const words = useSharedWords().decision
  if (grade === null && alone === null) return null
  const grave = grade === 'D' || grade === 'X'
  const tone = grave || alone?.result === 'no' ? 'no' : grade === 'C' || alone?.result === 'review' ? 'review' : 'yes'
  const [first] = alone?.reasons ?? []
  return (
    <div className="note" data-tone={tone} role="status">
      {grade && (
        <>
          <strong>{words.grades[grade].name}</strong>
          <span>{words.grades[grade].meaning}</span>
        </>
      )}
      {alone && (
        <span className="row">
          {t('record.alone')} <VerdictSign verdict={alone.result} />
        </span>
      )}
      {first && (
        <span>
          {words.reasons[first].why} {words.reasons[first].helps}
        </span>
      )}
    </div>
  )
}
