/** What an erasure removes and what stays, before anything is erased. */
import type { ErasurePreview } from '../../preload/contract/endpoints/rights.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'

export function ErasurePlan({ plan }: { readonly plan: ErasurePreview }) {
  const { t, dayShort } = useText()
  const { report } = useSharedWords()
  return (
    <>
      <section className="section" aria-labelledby="erase-goes">
        <header>
          <h2 id="erase-goes">{t('erase.goes')}</h2>
        </header>
        <ul className="plain-list">
          <li>{t('erase.goesEvents', { n: plan.removed })}</li>
          <li>{t('erase.goesAddresses', { addresses: plan.addresses.join(', ') })}</li>
          {plan.files.map(({ file, rows }) => (
            <li key={file}>{t('erase.goesRows', { file, n: rows })}</li>
          ))}
          {plan.reports > 0 && <li>{t('erase.goesReports', { n: plan.reports })}</li>}
          {plan.whole && <li>{t('erase.goesMessages')}</li>}
          {plan.documents.removed > 0 && <li>{t('erase.goesDocuments', { n: plan.documents.removed })}</li>}
          {plan.lists > 0 && <li>{t('erase.goesLists', { n: plan.lists })}</li>}
        </ul>
      </section>
      <section className="section" aria-labelledby="erase-stays">
        <header>
          <h2 id="erase-stays">{t('erase.stays')}</h2>
        </header>
        <ul className="plain-list">
          <li>{t('erase.staysHash')}</li>
          {plan.documents.shared > 0 && <li>{t('erase.staysDocuments', { n: plan.documents.shared })}</li>}
        </ul>
        {plan.stays.length > 0 && (
          <ScrollRoom label={t('erase.stays')}>
            <table className="ledger">
              <thead>
                <tr>
                  <th scope="col">{t('erase.what')}</th>
                  <th scope="col">{t('preview.why')}</th>
                  <th scope="col">{t('erase.until')}</th>
                </tr>
              </thead>
              <tbody>
                {plan.stays.map((one) => (
                  <tr key={one.seq}>
                    <th scope="row">{report.events[one.type]}</th>
                    <td>{t(`erase.why.${one.why}`)}</td>
                    <td className="date">{dayShort(one.until)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRoom>
        )}
        {plan.others.length > 0 && (
          <p>
            {t('erase.others')}{' '}
            {plan.others.map((id) => (
              <span key={id}>
                <a href={`#/contacts/${id}`}>{t('erase.other', { id })}</a>{' '}
              </span>
            ))}
          </p>
        )}
      </section>
    </>
  )
}
