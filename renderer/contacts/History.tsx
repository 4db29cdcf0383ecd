/** The timeline in words: every event with its two clocks, its source, grade and documents. */
import { Menu } from '@mantine/core'
import { IconDotsVertical, IconPaperclip } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { TimelineEntry } from '../../preload/contract/endpoints/contacts.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { DocumentLink } from '../app/DocumentLink.tsx'
import type { EventWords } from '../app/eventWords.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { useSharedWords } from '../app/sharedWords.ts'
import { saidAgainst } from '../parts/saidAgainst.ts'
import { useAnswer } from '../register.ts'
import { FileRows } from './FileRows.tsx'

export function History({
  contact,
  entries,
  words,
  found,
}: {
  readonly contact: number
  readonly entries: readonly TimelineEntry[]
  readonly words: EventWords
  readonly found: number | null
}) {
  const { t } = useText()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (found === null) return
    const item = list.current?.querySelector<HTMLElement>(`[data-seq="${found}"]`)
    item?.scrollIntoView({ block: 'center' })
    item?.focus()
  }, [found])
  const undone = new Map((useAnswer('imports.list', {}).data ?? []).map((one) => [one.import, one.undone]))
  const undoneOf = ({ event }: TimelineEntry) => (event.source ? (undone.get(event.source.import) ?? null) : null)
  const newestFirst = [...entries].sort((one, two) => two.event.occurred.from.localeCompare(one.event.occurred.from))
  return (
    <section className="section" aria-labelledby="history">
      <header>
        <h2 id="history">{t('history.title')}</h2>
        <span className="soft small">{t('history.count', { n: entries.length })}</span>
      </header>
      <ul className="history" ref={list}>
        {newestFirst.map((entry) => (
          <li
            key={entry.event.seq}
            data-seq={entry.event.seq}
            data-corrected={entry.corrected ? '' : undefined}
            data-undone={undoneOf(entry) && !staysSaid(entry) ? '' : undefined}
            data-found={entry.event.seq === found ? '' : undefined}
            tabIndex={-1}
          >
            <Entry entry={entry} words={words} contact={contact} undone={undoneOf(entry)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Entry({
  entry,
  words,
  contact,
  undone,
}: {
  readonly entry: TimelineEntry
  readonly words: EventWords
  readonly contact: number
  /** When the import that brought it was undone. */
  readonly undone: Instant | null
}) {
  const { t, dayShort, moment } = useText()
  const { decision, report } = useSharedWords()
  const { event, grade, form, file, late, corrected } = entry
  const from = file
    ? t('history.fromFile', { file, line: event.source?.line ?? 0 })
    : t('history.byHand', { via: report.vias[event.via], by: event.by })
  const about = words.about(event)
  const [rowsShown, showRows] = useState(false)
  return (
    <>
      <time dateTime={event.occurred.from}>
        {event.occurred.precision === 'unknown' ? t('unknown') : dayShort(event.occurred.from)}
      </time>
      <div className="stack-tight">
        <span className="history-what">
          <strong>{words.title(event)}</strong>
          {about && ` · ${about}`}
        </span>
        <span className="small soft">
          {form && `${words.form(form)} · `}
          {from} · {t('history.recorded', { moment: moment(event.recorded) })}
          {late && !event.source && ` · ${t('history.late')}`}
          {corrected && ` · ${t('history.corrected')}`}
          {event.reason && about !== event.reason && ` · ${event.reason}`}
        </span>
        {undone && (
          <span className="small objected">
            {t(staysSaid(entry) ? 'history.undoneStays' : 'history.undone', { day: dayShort(undone) })}
          </span>
        )}
        <Carried entry={entry} words={words} />
        {rowsShown && <FileRows seq={event.seq} />}
        {event.documents?.map((document) => (
          <span key={document.sha256} className="small">
            <IconPaperclip size={14} aria-hidden /> <DocumentLink document={document} />
          </span>
        ))}
      </div>
      <span className="row">
        {grade && (
          <span
            className="tag"
            data-tone={grade === 'A' || grade === 'B' ? undefined : grade === 'C' ? 'review' : 'no'}
          >
            {decision.grades[grade].name}
          </span>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <button
              type="button"
              className="icon-button"
              aria-label={t('history.more', { what: words.title(event), day: dayShort(event.occurred.from) })}
            >
              <IconDotsVertical size={18} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {event.source && (
              <Menu.Item onClick={() => showRows(!rowsShown)}>
                {t(rowsShown ? 'rows.hide' : 'rows.show', { n: 1 + (event.source.more?.length ?? 0) })}
              </Menu.Item>
            )}
            <Menu.Item onClick={() => go(`contacts/${contact}/record/evidence-attached?to=${event.seq}`)}>
              {t('record.evidence-attached')}
            </Menu.Item>
            <Menu.Item onClick={() => go(`contacts/${contact}/record/correction?to=${event.seq}`)}>
              {t('record.correction')}
            </Menu.Item>
            {event.type === 'sale' && (
              <>
                <Menu.Item
                  onClick={() =>
                    go(`contacts/${contact}/record/sale-cancelled?order=${encodeURIComponent(orderOf(entry))}`)
                  }
                >
                  {t('record.sale-cancelled')}
                </Menu.Item>
                <Menu.Item
                  onClick={() =>
                    go(`contacts/${contact}/record/sale-refunded?order=${encodeURIComponent(orderOf(entry))}`)
                  }
                >
                  {t('record.sale-refunded')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </span>
    </>
  )
}

/** What the form of an order carried beside it. */
function Carried({ entry, words }: { readonly entry: TimelineEntry; readonly words: EventWords }) {
  const { t } = useText()
  const { carried } = entry
  if (!carried) return null
  const said = [
    carried.consents.length > 0 && t('carried.consents', { categories: words.categories(carried.consents) }),
    carried.refused && t('carried.refused', { categories: words.categories(carried.refused) || t('scope.all') }),
    carried.objected && t('carried.objected', { scope: words.scope(carried.objected) }),
    !carried.objected && carried.offered === 'opt-out' && t(`outcome.${carried.outcome}`),
  ].filter(Boolean)
  return said.length === 0 ? null : <span className="small">{t('carried.with', { what: said.join('; ') })}</span>
}

const orderOf = ({ event }: TimelineEntry): string => ('order' in event.body ? (event.body.order ?? '') : '')

/** What was said against mail goes on counting when its import is undone. */
const staysSaid = ({ event, carried }: TimelineEntry): boolean =>
  carried?.objected != null || saidAgainst.includes(event.type)
