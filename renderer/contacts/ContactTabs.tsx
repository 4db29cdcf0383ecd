/** Ways into contacts: everyone, who waits for a look, who may be one person, and who asked for something. */
import { useText } from '../app/language.tsx'

export function ContactTabs({ at }: { readonly at: 'everyone' | 'reviews' | 'asking' | 'doubles' | 'requests' }) {
  const { t } = useText()
  return (
    <nav className="tabs" aria-label={t('place.contacts')}>
      <a href="#/contacts" aria-current={at === 'everyone' ? 'page' : undefined}>
        {t('contacts.tab')}
      </a>
      <a href="#/contacts/reviews" aria-current={at === 'reviews' ? 'page' : undefined}>
        {t('verdict.review')}
      </a>
      <a href="#/contacts/asking" aria-current={at === 'asking' ? 'page' : undefined}>
        {t('asking.tab')}
      </a>
      <a href="#/contacts/doubles" aria-current={at === 'doubles' ? 'page' : undefined}>
        {t('doubles.tab')}
      </a>
      <a href="#/contacts/requests" aria-current={at === 'requests' ? 'page' : undefined}>
        {t('requests.tab')}
      </a>
    </nav>
  )
}
