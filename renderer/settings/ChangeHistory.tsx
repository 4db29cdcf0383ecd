/** Every change of the setup: when, by whom, why. Nothing in it can be taken back. */
import { ProcessPart, type Setup } from '../../preload/contract/vocabulary/setup.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer } from '../register.ts'

export function ChangeHistory() {
  const { t, moment } = useText()
  const changes = useAnswer('setup.history', {})
  const setup = useAnswer('setup.get', {}).data?.setup
  const partsNamed = (changed: string) =>
    ProcessPart.options
      .filter((part) => changed.split(',').includes(part))
      .map((part) => t(`process.${part}`))
      .join(', ')
  if (changes.problem) return <ProblemNote problem={changes.problem} again={changes.again} />
  if (!changes.data) return null
  if (changes.data.length === 0) return <p className="soft">{t('history.none')}</p>
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th scope="col">{t('history.when')}</th>
          <th scope="col">{t('history.what')}</th>
          <th scope="col">{t('by')}</th>
          <th scope="col">{t('history.why')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.data.map((change) => {
          const [what = '', ...about] = change.what.split(':')
          return (
            <tr key={change.seq}>
              <td className="date">{moment(change.recorded)}</td>
              <th scope="row">
                {isPart(what) ? t(`change.${what}`) : what}{' '}
                <span className="soft">
                  {what === 'process' ? partsNamed(about.join()) : nameOf(about.at(-1) ?? '', setup)}
                </span>
              </th>
              <td>{change.by}</td>
              <td>{change.reason}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const parts = [
  'entity',
  'category',
  'family',
  'similarity',
  'point',
  'succession',
  'policy',
  'process',
  'removed',
] as const
const isPart = (what: string): what is (typeof parts)[number] => parts.some((one) => one === what)

/** Keys as people know them: `thee→koffie` becomes `Thee → Koffie`. What is no longer there keeps its key. */
function nameOf(about: string, setup: Setup | undefined): string {
  const named = [
    ...(setup?.entities ?? []),
    ...(setup?.categories ?? []),
    ...(setup?.families ?? []),
    ...(setup?.points ?? []),
  ]
  return about
    .split('→')
    .map((key) => named.find((one) => one.key === key)?.name ?? key)
    .join(' → ')
}
