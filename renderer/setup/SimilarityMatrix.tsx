/** What counts as similar at a glance: bought down, mailed about across, each with its reason. */
import { IconCheck, IconEye, IconMinus } from '@tabler/icons-react'
import type { Family, Similarity } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'

const signs = { yes: IconCheck, review: IconEye, no: IconMinus } as const

export function SimilarityMatrix({
  similarity,
  families,
}: {
  readonly similarity: readonly Similarity[]
  readonly families: readonly Family[]
}) {
  const { t } = useText()
  if (families.length < 2) return null
  return (
    <ScrollRoom label={t('matrix.caption')}>
      <table className="ledger similar">
        <caption>{t('matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('matrix.corner')}</th>
            {families.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {families.map((from) => (
            <tr key={from.key}>
              <th scope="row">{from.name}</th>
              {families.map((to) => (
                <td key={to.key}>
                  <Cell
                    same={from.key === to.key}
                    one={similarity.find((rule) => rule.from === from.key && rule.to === to.key)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRoom>
  )
}

function Cell({ same, one }: { readonly same: boolean; readonly one: Similarity | undefined }) {
  const { t } = useText()
  if (!one) return <span className="soft small">{t(same ? 'matrix.same' : 'matrix.unset')}</span>
  const Sign = signs[one.verdict]
  return (
    <div className="stack-tight">
      <span className="verdict" data-verdict={one.verdict}>
        <Sign size={16} aria-hidden /> {t(`similar.${one.verdict}`)}
      </span>
      <span className={one.reason ? 'soft small' : 'objected small'}>{one.reason || t('matrix.noReason')}</span>
    </div>
  )
}
