/** The three answers: always the same sign, word and colour. */
import { IconCheck, IconEye, IconMinus } from '@tabler/icons-react'
import type { Verdict as VerdictName } from '../../preload/contract/vocabulary/decision.ts'
import { useText } from '../app/language.tsx'

const signs = { yes: IconCheck, review: IconEye, no: IconMinus } as const
export const verdicts = ['yes', 'review', 'no'] as const satisfies readonly VerdictName[]

export function VerdictSign({ verdict, large }: { readonly verdict: VerdictName; readonly large?: boolean }) {
  const { t } = useText()
  const Sign = signs[verdict]
  return (
    <span className="verdict" data-verdict={verdict} data-size={large ? 'large' : undefined}>
      <Sign size={large ? 26 : 17} stroke={verdict === 'no' ? 4 : 2.5} aria-hidden />
      {t(`verdict.${verdict}`)}
    </span>
  )
}
