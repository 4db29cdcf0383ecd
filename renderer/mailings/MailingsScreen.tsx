/** Mailings: what was sent or will be, each with its list and the answers behind it. */
import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowsDiff, IconPlus } from '@tabler/icons-react'
import type { MailingEntry } from '../../preload/contract/endpoints/mailings.ts'
import { useText } from '../app/language.tsx'
import { go, usePlace } from '../app/place.ts'
import { Empty } from '../parts/Empty.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer } from '../register.ts'
import { Compare } from './Compare.tsx'
import { CopyMailing } from './CopyMailing.tsx'
import { ChangeMailing, DefineMailing } from './DefineMailing.tsx'
import { MailingPage } from './MailingPage.tsx'

export function MailingsScreen() {
  const { t } = useText()
  const { rest, params } = usePlace()
  const list = useAnswer('mailings.list', {})
  const [which] = rest
  const like = params.get('like')
  const chosen = which && /^\d+$/u.test(which) ? Number(which) : null
  return (
    <div className="pair" data-open={which ? '' : undefined}>
      <div className="pair-list">
        <div className="pair-head">
          <div className="row-apart">
            <h1>{t('place.mailings')}</h1>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => go('mailings/new')}
            >
              {t('mailings.new')}
            </Button>
          </div>
        </div>
        {list.problem && <ProblemNote problem={list.problem} again={list.again} />}
        <ul className="short-list">
          {list.data?.map((entry) => (
            <li key={entry.id}>
              <a href={`#/mailings/${entry.id}`} aria-current={entry.id === chosen ? 'true' : undefined}>
                <MailingLine entry={entry} />
              </a>
            </li>
          ))}
        </ul>
        {(list.data?.length ?? 0) > 0 && (
          <a className="list-foot" href="#/mailings/compare" aria-current={which === 'compare' ? 'page' : undefined}>
            <IconArrowsDiff size={16} aria-hidden /> {t('compare.title')}
          </a>
        )}
        {list.data?.length === 0 && <p className="soft list-empty">{t('mailings.none')}</p>}
      </div>
      <div className="pair-one">
        <div className="page">
          {which && (
            <a className="back" href="#/mailings">
              <IconArrowLeft size={18} aria-hidden /> {t('back')}
            </a>
          )}
          {which === 'new' && like ? (
            <CopyMailing key={like} id={Number(like)} />
          ) : which === 'new' ? (
            <DefineMailing category={params.get('category')} />
          ) : which === 'compare' ? (
            <Compare key={params.get('one')} />
          ) : chosen !== null && rest[1] === 'change' ? (
            <ChangeMailing key={chosen} id={chosen} />
          ) : chosen !== null ? (
            <MailingPage key={chosen} id={chosen} />
          ) : (
            <Empty title={t('mailings.choose')} text={t('mailings.chooseText')}>
              <Button onClick={() => go('mailings/new')}>{t('action.mailing')}</Button>
            </Empty>
          )}
        </div>
      </div>
    </div>
  )
}

function MailingLine({ entry }: { readonly entry: MailingEntry }) {
  const { t, dayShort } = useText()
  const last = entry.decisions.at(-1)
  return (
    <>
      <strong className="cut">{entry.mailing.name}</strong>
      <span className="soft small figure">
        {dayShort(entry.defined)} · {last ? t('mailings.frozenWith', { n: last.yes }) : t('mailings.notFrozen')}
        {entry.template && ` · ${t('copy.isTemplate')}`}
      </span>
    </>
  )
}
