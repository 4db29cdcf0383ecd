/** A comparison as a picture and as figures; each figure opens into the people behind it. */
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { Standing } from '../../preload/contract/endpoints/comparing.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { PeopleBehind } from '../parts/PeopleBehind.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { VerdictSign } from '../parts/Verdict.tsx'
import { ask, useReached } from '../register.ts'
import { type Block, flowsOf, layOut, type Stand } from './flows.ts'

type Tallied = Answer<'comparing.tally'>

export function Compared({
  compared,
  names,
  onStale,
}: {
  readonly compared: Tallied
  readonly names: readonly [string, string]
  readonly onStale: () => void
}) {
  const { t } = useText()
  /** A move; 'all' for everyone who moves. */
  const [open, setOpen] = useState<number | 'all' | null>(null)
  const moved = compared.moves.reduce((sum, { contacts }) => sum + contacts, 0)
  return (
    <section className="section" aria-labelledby="compared">
      <header>
        <h2 id="compared">{t('compared.title', { n: moved })}</h2>
      </header>
      <p className="soft">
        {t('compared.summary', { same: compared.same, gained: compared.gained, lost: compared.lost })}
      </p>
      <Picture compared={compared} names={names} />
      {compared.moves.length > 0 && (
        <ScrollRoom label={t('compared.moves')}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{names[0]}</th>
                <th scope="col">{names[1]}</th>
                <th scope="col" className="num">
                  {t('tally.people')}
                </th>
              </tr>
            </thead>
            <tbody>
              {compared.moves.map((one) => (
                <tr key={one.move} data-chosen={open === one.move ? '' : undefined}>
                  <td>
                    <Stood standing={one.from} />
                  </td>
                  <td>
                    <Stood standing={one.to} />
                  </td>
                  <td className="num">
                    <button type="button" className="as-link" onClick={() => setOpen(one.move)}>
                      {t('people', { n: one.contacts })}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
            {compared.moves.length > 1 && (
              <tfoot>
                <tr data-chosen={open === 'all' ? '' : undefined}>
                  <th scope="row" colSpan={2}>
                    {t('compared.all')}
                  </th>
                  <td className="num">
                    <button type="button" className="as-link" onClick={() => setOpen('all')}>
                      {t('people', { n: moved })}
                    </button>
                  </td>
                </tr>
              </tfoot>
            )}
          </table>
        </ScrollRoom>
      )}
      {open !== null && (
        <Movers
          key={open}
          view={compared.view}
          move={open === 'all' ? null : open}
          onClose={() => setOpen(null)}
          onStale={onStale}
        />
      )}
    </section>
  )
}

function Stood({ standing }: { readonly standing: Standing | null }) {
  const { t } = useText()
  const { decision: words } = useSharedWords()
  if (!standing) return <span className="soft">{t('compared.absent')}</span>
  const why = standing.reason
    ? words.reasons[standing.reason].label
    : standing.basis && words.bases[standing.basis].name
  return (
    <div className="stack-tight">
      <VerdictSign verdict={standing.result} />
      {why && <span className="soft small">{why}</span>}
    </div>
  )
}

const height = 260
const width = 480
const block = 14

function Picture({ compared, names }: { readonly compared: Tallied; readonly names: readonly [string, string] }) {
  const { t, number } = useText()
  const nameOf = (stand: Stand) => (stand === 'absent' ? t('compared.absent') : t(`verdict.${stand}`))
  const flows = flowsOf(compared)
  const { left, right, bands } = layOut(flows)
  const [x1, x2] = [140, width - 140]
  const alternative = flows
    .map(({ from, to, contacts }) => t('compared.flow', { from: nameOf(from), to: nameOf(to), n: contacts }))
    .join('; ')
  const label = ({ stand, contacts, top, height: tall }: Block, x: number, anchor: 'start' | 'end') => (
    <text key={stand} x={x} y={(top + tall / 2) * height + 4} textAnchor={anchor}>
      <tspan className="flow-name">{nameOf(stand)}</tspan> {number(contacts)}
    </text>
  )
  return (
    <figure className="flows">
      <svg viewBox={`0 -24 ${width} ${height + 30}`} role="img" aria-label={alternative}>
        <text x={x1 + block} y={-10} textAnchor="end" className="flow-head">
          {short(names[0])}
        </text>
        <text x={x2 - block} y={-10} className="flow-head">
          {short(names[1])}
        </text>
        {bands.map((one) => (
          <path
            key={`${one.from} ${one.to}`}
            className="flow"
            data-stand={one.to}
            data-moves={one.from === one.to ? undefined : ''}
            d={ribbon(x1 + block, one.left, one.leftHeight, x2 - block, one.right, one.rightHeight)}
          />
        ))}
        {left.map((one) => (
          <rect
            key={one.stand}
            data-stand={one.stand}
            x={x1}
            y={one.top * height}
            width={block}
            height={Math.max(2, one.height * height)}
          />
        ))}
        {right.map((one) => (
          <rect
            key={one.stand}
            data-stand={one.stand}
            x={x2 - block}
            y={one.top * height}
            width={block}
            height={Math.max(2, one.height * height)}
          />
        ))}
        {left.map((one) => label(one, x1 - 10, 'end'))}
        {right.map((one) => label(one, x2 + 10, 'start'))}
      </svg>
    </figure>
  )
}

const short = (name: string) => (name.length > 20 ? `${name.slice(0, 19)}…` : name)

/** A band that leaves the left edge and arrives at the right one level. */
function ribbon(x1: number, top1: number, tall1: number, x2: number, top2: number, tall2: number): string {
  const middle = (x1 + x2) / 2
  const [a, b] = [top1 * height, top2 * height]
  const [c, d] = [a + Math.max(1, tall1 * height), b + Math.max(1, tall2 * height)]
  return `M${x1} ${a}C${middle} ${a} ${middle} ${b} ${x2} ${b}V${d}C${middle} ${d} ${middle} ${c} ${x1} ${c}Z`
}

function Movers({
  view,
  move,
  onClose,
  onStale,
}: {
  readonly view: number
  readonly move: number | null
  readonly onClose: () => void
  readonly onStale: () => void
}) {
  const { t } = useText()
  const { register } = useReached()
  const asked = { view, move }
  const nameOf = (standing: Standing | null) => (standing ? t(`verdict.${standing.result}`) : t('compared.absent'))
  return (
    <PeopleBehind
      asked={['comparing.people', asked]}
      page={(from, count) => ask(register, 'comparing.people', { ...asked, from, count })}
      title={(count) => <strong>{t('people', { n: count })}</strong>}
      about={({ from, to }) => `${nameOf(from)} → ${nameOf(to)}`}
      onClose={onClose}
      onStale={onStale}
    />
  )
}
