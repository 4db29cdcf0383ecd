/** What was handed over: each report with its fingerprint, and that the request is on record. */
import { Button } from '@mantine/core'
import type { Answer } from '../../preload/contract/contract.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'

export function RequestWritten({ written }: { readonly written: Answer<'evidence.answer'> }) {
  const { t, number } = useText()
  return (
    <div className="stack">
      <div className="note" data-tone="yes" role="status">
        <strong>{t('request.done', { n: written.reports.length })}</strong>
        <span>{t('request.doneHint', { seq: written.request })}</span>
      </div>
      <ScrollRoom label={t('request.reports')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('request.report')}</th>
              <th scope="col">{t('request.folder')}</th>
              <th scope="col" className="num">
                {t('request.pages')}
              </th>
              <th scope="col">SHA-256 (manifest.json)</th>
            </tr>
          </thead>
          <tbody>
            {written.reports.map((one) => (
              <tr key={one.what}>
                <th scope="row">{t(`request.${one.what}.report`)}</th>
                <td>{one.folder || t('request.whole')}</td>
                <td className="num">{number(one.pages)}</td>
                <td className="code">{one.sha256.slice(0, 20)}…</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRoom>
      <div className="row">
        <Button variant="default" onClick={() => go('evidence')}>
          {t('place.evidence')}
        </Button>
      </div>
    </div>
  )
}
