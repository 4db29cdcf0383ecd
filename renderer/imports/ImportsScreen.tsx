/** Files in: drop or choose one, see exactly what will happen, and what earlier files brought. */
import { useState } from 'react'
import type { GrantedFile } from '../../preload/contract/desktop.ts'
import type { ImportSummary } from '../../preload/contract/vocabulary/import.ts'
import { useText } from '../app/language.tsx'
import { FileDrop } from '../parts/FileDrop.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useAnswer, useDesktop } from '../register.ts'
import { EventCounts } from './EventCounts.tsx'
import { ImportFlow } from './ImportFlow.tsx'

export function ImportsScreen() {
  const { t } = useText()
  const desktop = useDesktop()
  const [file, setFile] = useState<GrantedFile | null>(null)
  const list = useAnswer('imports.list', {})
  if (file) return <ImportFlow key={file.grant} file={file} onClose={() => setFile(null)} />
  return (
    <div className="page">
      <header>
        <div>
          <h1>{t('place.imports')}</h1>
          <p>{t('imports.lead')}</p>
        </div>
      </header>
      <FileDrop desktop={desktop} title={t('imports.drop')} hint={t('imports.dropHint')} onFile={setFile} />
      <section className="section" aria-labelledby="past-imports">
        <header>
          <h2 id="past-imports">{t('imports.past')}</h2>
        </header>
        {list.problem && <ProblemNote problem={list.problem} again={list.again} />}
        {list.data?.length === 0 && <p className="soft">{t('imports.nonePast')}</p>}
        {list.data && list.data.length > 0 && <Past imports={list.data} />}
      </section>
    </div>
  )
}

function Past({ imports }: { readonly imports: readonly ImportSummary[] }) {
  const { t, dayShort, number } = useText()
  return (
    <ScrollRoom label={t('imports.past')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('imports.when')}</th>
            <th scope="col">{t('imports.file')}</th>
            <th scope="col" className="num">
              {t('imports.rows')}
            </th>
            <th scope="col" className="num">
              {t('imports.refused')}
            </th>
            <th scope="col">{t('imports.brought')}</th>
            <th scope="col">{t('by')}</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <tr key={one.import}>
              <td className="date">{dayShort(one.at)}</td>
              <th scope="row">{one.file}</th>
              <td className="num">{number(one.rows)}</td>
              <td className="num">{number(one.refused)}</td>
              <td>
                <EventCounts events={one.events} />
              </td>
              <td>{one.by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRoom>
  )
}
