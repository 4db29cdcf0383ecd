/** One import that is in the register: what it brought, proof for all of it at once, and taking it back. */
import { IconArrowLeft } from '@tabler/icons-react'
import type { EventType } from '../../preload/contract/vocabulary/event.ts'
import type { ImportSummary } from '../../preload/contract/vocabulary/import.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { saidAgainst } from '../parts/saidAgainst.ts'
import { useAnswer } from '../register.ts'
import { AttachToImport } from './AttachToImport.tsx'
import { KeptFile } from './KeptFile.tsx'
import { UndoImport } from './UndoImport.tsx'

export function PastImport({ number: wanted }: { readonly number: number }) {
  const { t } = useText()
  const list = useAnswer('imports.list', {})
  const one = list.data?.find((each) => each.import === wanted)
  return (
    <div className="page">
      <header>
        <div>
          <a className="back-link" href="#/imports">
            <IconArrowLeft size={16} aria-hidden /> {t('place.imports')}
          </a>
          <h1>{one?.file ?? t('imports.past')}</h1>
        </div>
      </header>
      {list.problem && <ProblemNote problem={list.problem} again={list.again} />}
      {list.data && !one && <ProblemNote problem={{ kind: 'missing', what: 'import' }} />}
      {one && <Told one={one} />}
    </div>
  )
}

function Told({ one }: { readonly one: ImportSummary }) {
  const { t, moment, number } = useText()
  const { files, report } = useSharedWords()
  const known = files.profiles[one.profile as keyof typeof files.profiles]
  const brought = Object.entries(one.events).filter(([, n]) => n > 0)
  return (
    <>
      {one.undone && (
        <div className="note" data-tone="review" role="status">
          <strong>{t('imports.undoneTitle', { moment: moment(one.undone) })}</strong>
          <span>{t('undo.stays', { n: stayingIn(one) })}</span>
        </div>
      )}
      <div className="columns">
        <dl className="facts">
          <dt>{t('imports.when')}</dt>
          <dd>{moment(one.at)}</dd>
          <dt>{t('by')}</dt>
          <dd>{one.by}</dd>
          <dt>{t('imports.readAs')}</dt>
          <dd>{known?.name ?? one.profile}</dd>
          <dt>{t('imports.rows')}</dt>
          <dd className="figure">
            {number(one.rows)} {one.refused > 0 && t('imports.ofWhichRefused', { n: one.refused })}
          </dd>
          <dt>SHA-256</dt>
          <dd className="code">{one.sha256}</dd>
        </dl>
        <table className="ledger">
          <caption>{t('imports.brought')}</caption>
          <tbody>
            {brought.map(([type, n]) => (
              <tr key={type}>
                <th scope="row">{report.events[type as EventType]}</th>
                <td className="num">{number(n)}</td>
              </tr>
            ))}
            {brought.length === 0 && (
              <tr>
                <td>{t('imports.nothingNew')}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <KeptFile one={one} />
      {!one.undone && brought.length > 0 && <AttachToImport one={one} />}
      {!one.undone && <UndoImport one={one} staying={stayingIn(one)} />}
    </>
  )
}

const stayingIn = (one: ImportSummary): number => saidAgainst.reduce((sum, type) => sum + (one.events[type] ?? 0), 0)
