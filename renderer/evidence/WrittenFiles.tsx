/** What was written: every file with its size and hash, and the fingerprint of the whole. */
import { Button } from '@mantine/core'
import type { Answer } from '../../preload/contract/contract.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'

type Written = Answer<'evidence.mailing'>

export function WrittenFiles({ written, name }: { readonly written: Written; readonly name: string }) {
  const { t, bytes } = useText()
  return (
    <div className="stack">
      <div className="note" data-tone="yes" role="status">
        <strong>{t('evidence.written', { name })}</strong>
        <span>{t('evidence.writtenHint', { pages: written.pages })}</span>
      </div>
      <ScrollRoom label={t('evidence.files')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('imports.file')}</th>
              <th scope="col" className="num">
                {t('evidence.size')}
              </th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {written.files.map((file) => (
              <tr key={file.name}>
                <th scope="row">{file.name}</th>
                <td className="num">{bytes(file.bytes)}</td>
                <td className="code">{file.sha256.slice(0, 20)}…</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRoom>
      <p className="small">
        {t('evidence.manifest')} <span className="code">{written.sha256}</span>
      </p>
      <div className="row">
        <Button variant="default" onClick={() => go('evidence')}>
          {t('place.evidence')}
        </Button>
      </div>
    </div>
  )
}
