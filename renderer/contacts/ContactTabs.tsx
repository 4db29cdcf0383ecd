/** Two ways into contacts: everyone, and who waits for a look. */
import { useText } from '../app/language.tsx'

export function ContactTabs({ at }: { readonly at: 'everyone' | 'reviews' }) {
  const { t } = useText()
  return (
    <nav className="tabs" aria-label={t('place.contacts')}>
      <a href="#/contacts" aria-current={at === 'everyone' ? 'page' : undefined}>
        {t('contacts.anyStatus')}
      </a>
      <a href="#/contacts/reviews" aria-current={at === 'reviews' ? 'page' : undefined}>
        {t('verdict.review')}
      </a>
    </nav>
  )
}
