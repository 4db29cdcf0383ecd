/** Consents that come in without a category of mail: allowed, but nobody may be mailed on them, so it is said before. */
import { useText } from '../app/language.tsx'

export function Unpromised({ consents }: { readonly consents: number }) {
  const { t } = useText()
  if (consents === 0) return null
  return (
    <div className="note" data-tone="review">
      <strong>{t('unpromised.title', { n: consents })}</strong>
      <span>{t('unpromised.help')}</span>
    </div>
  )
}
