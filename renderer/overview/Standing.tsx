/** Customers, former customers and prospects as bars, each by the basis on which they may be mailed at best. */
import type { Answer } from '../../preload/contract/contract.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'

type Overview = Answer<'register.overview'>
type Status = NonNullable<Overview['byStatus']>[number]

const names = {
  customer: 'overview.customers',
  'former-customer': 'overview.formerCustomers',
  prospect: 'overview.prospects',
} as const

export function Standing({ overview }: { readonly overview: Overview }) {
  const { t, number } = useText()
  const { byStatus = [] } = overview
  const most = Math.max(1, ...byStatus.map(({ contacts }) => contacts))
  return (
    <section className="section" aria-labelledby="who">
      <header>
        <h2 id="who">{t('overview.who')}</h2>
        <span className="small">
          <a href="#/contacts">{t('overview.contactsN', { n: overview.contacts })}</a>
          {' · '}
          <a href="#/contacts?objected=yes">{t('overview.objectedN', { n: overview.objected })}</a>
        </span>
      </header>
      <ul className="standing">
        {byStatus.map((one) => (
          <li key={one.status}>
            <a href={`#/contacts?status=${one.status}`}>
              <span>{t(names[one.status])}</span> <strong className="figure">{number(one.contacts)}</strong>
            </a>
            <span className="standing-room" aria-hidden>
              <span className="standing-bar" style={{ width: `${(one.contacts / most) * 100}%` }}>
                {one.byBasis.map(({ basis, contacts }) => (
                  <span key={basis} data-basis={basis} style={{ flexGrow: contacts }} />
                ))}
                {one.review > 0 && <span data-basis="review" style={{ flexGrow: one.review }} />}
                {one.no > 0 && <span data-basis="no" style={{ flexGrow: one.no }} />}
              </span>
            </span>
            <Parts status={one} />
          </li>
        ))}
      </ul>
      <p className="soft small">{t('overview.whoHint')}</p>
    </section>
  )
}

function Parts({ status: { byBasis, review, no } }: { readonly status: Status }) {
  const { t, number } = useText()
  const { bases } = useSharedWords().decision
  const parts = [
    ...byBasis.map(({ basis, contacts }) => ({ key: basis, name: bases[basis].name, contacts })),
    { key: 'review', name: t('verdict.review'), contacts: review },
    { key: 'no', name: t('verdict.no'), contacts: no },
  ].filter(({ contacts }) => contacts > 0)
  return (
    <span className="standing-parts small soft">
      {parts.map(({ key, name, contacts }) => (
        <span key={key}>
          <i data-basis={key} aria-hidden />
          {name} {number(contacts)}
        </span>
      ))}
    </span>
  )
}
