/** Contacts that may be one person, pair by pair, with why: merged by a person, or kept apart for good. */
import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { DoublePair } from '../../preload/contract/endpoints/doubles.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { useNotice } from '../app/notice.ts'
import { go, usePlace } from '../app/place.ts'
import { Empty } from '../parts/Empty.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useCommand, useJob } from '../register.ts'
import { ContactTabs } from './ContactTabs.tsx'

type Found = Answer<'doubles.list'>

export function Doubles() {
  const { t } = useText()
  const number = Number(usePlace().params.get('import')) || null
  const job = useJob('doubles.list')
  const [found, setFound] = useState<Found | null>(null)
  const { start } = job
  const look = useCallback(
    () => start({ import: number }).then((reply) => reply.ok && setFound(reply.value)),
    [start, number],
  )
  useEffect(() => {
    look()
  }, [look])
  const without = (pair: DoublePair) =>
    found && setFound({ pairs: found.pairs.filter((one) => one !== pair), count: found.count - 1 })
  return (
    <div className="page">
      <h1>{t('place.contacts')}</h1>
      <ContactTabs at="doubles" />
      <section className="section" aria-labelledby="doubles">
        <header>
          <h2 id="doubles">{t('doubles.title')}</h2>
          {found && found.count > 0 && (
            <span className="soft small">
              {t('doubles.count', { n: found.count })}
              {found.pairs.length < found.count && ` · ${t('doubles.shown', { n: found.pairs.length })}`}
            </span>
          )}
        </header>
        <p>{t('doubles.lead')}</p>
        {number !== null && (
          <p className="small soft">
            {t('doubles.ofImport', { number })} <a href="#/contacts/doubles">{t('doubles.all')}</a>
          </p>
        )}
        <ProgressLine job={job} />
        {job.problem && <ProblemNote problem={job.problem} again={look} />}
        {found?.count === 0 && <Empty title={t('doubles.none')} text={t('doubles.noneText')} />}
        <ul className="doubles">
          {found?.pairs.map((pair) => (
            <Pair key={`${pair.one.id} ${pair.other.id}`} pair={pair} onApart={() => without(pair)} />
          ))}
        </ul>
      </section>
    </div>
  )
}

function Pair({ pair, onApart }: { readonly pair: DoublePair; readonly onApart: () => void }) {
  const { t } = useText()
  const notice = useNotice()
  const [by] = useBy()
  const apart = useCommand('doubles.apart')
  const { one, other, why } = pair
  const names = { one: one.address, other: other.address }
  const keepApart = async () => {
    const reason = t('doubles.apartReason')
    const reply = await apart.run({ contact: one.id, from: other.id, reason, by })
    if (!reply.ok) return
    notice(t('doubles.apartDone', names))
    onApart()
  }
  return (
    <li aria-label={t('doubles.pair', names)}>
      <div className="two-people">
        {[one, other].map(({ id, address, name }) => (
          <div key={id} className="stack-tight">
            <a href={`#/contacts/${id}`}>{name || address}</a>
            {name && <span className="small">{address}</span>}
          </div>
        ))}
      </div>
      <p className="small soft">{t(`doubles.${why}`)}</p>
      {apart.problem && <ProblemNote problem={apart.problem} />}
      <div className="row">
        <Button size="xs" variant="default" onClick={() => go(`contacts/${one.id}/merge?with=${other.id}`)}>
          {t('doubles.merge')}
        </Button>
        <Button size="xs" variant="default" loading={apart.running} onClick={keepApart}>
          {t('doubles.apart')}
        </Button>
      </div>
    </li>
  )
}
