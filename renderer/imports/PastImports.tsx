/** What earlier files brought, newest first; one that was undone is struck through, with the day of it. */
import type { ImportSummary } from '../../preload/contract/vocabulary/import.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useAnswer } from '../register.ts'
import { EventCounts } from './EventCounts.tsx'

export function PastImports() {
  const { t } = useText()
  const list = useAnswer('imports.list', {})
  return (
    <section className="section" aria-labelledby="past-imports">
      <header>
        <h2 id="past-imports">{t('imports.past')}</h2>
      </header>
      {list.problem && <ProblemNote problem={list.problem} again={list.again} />}
      {list.data?.length === 0 && <p className="soft">{t('imports.nonePast')}</p>}
      {list.data && list.data.length > 0 && <Ledger imports={list.data} />}
    </section>
  )
}

function Ledger({ imports }: { readonly imports: readonly ImportSummary[] }) {
  const { t, dayShort, number } = useText()
  return (
    <ScrollRoom label={t('imports.past')}>
      <table className="ledger past">
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
            <tr key={one.import} data-undone={one.undone ? '' : undefined}>
              <td className="date">{dayShort(one.at)}</td>
              <th scope="row">
                <a href={`#/imports/${one.import}`}>{one.file}</a>
                {one.undone && (
                  <span className="undone-on">{t('imports.undoneOn', { day: dayShort(one.undone) })}</span>
                )}
              </th>
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
