/** The timeline in words: every event with its two clocks, its source, grade and documents. */
import { Menu } from '@mantine/core'
import { IconDotsVertical, IconPaperclip } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { TimelineEntry } from '../../preload/contract/endpoints/contacts.ts'
import { DocumentLink } from '../app/DocumentLink.tsx'
import type { EventWords } from '../app/eventWords.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { useSharedWords } from '../app/sharedWords.ts'

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
            data-found={entry.event.seq === found ? '' : undefined}
            tabIndex={-1}
          >
            <Entry entry={entry} words={words} contact={contact} />
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
}: {
  readonly entry: TimelineEntry
  readonly words: EventWords
  readonly contact: number
}) {
  const { t, dayShort, moment } = useText()
  const { decision, report } = useSharedWords()
  const { event, grade, form, file, late, corrected } = entry
  const from = file
    ? t('history.fromFile', { file, line: event.source?.line ?? 0 })
    : t('history.byHand', { via: report.vias[event.via], by: event.by })
  const about = words.about(event)
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
          {event.reason && ` · ${event.reason}`}
        </span>
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
            <Menu.Item onClick={() => go(`contacts/${contact}/record/evidence-attached?to=${event.seq}`)}>
              {t('record.evidence-attached')}
            </Menu.Item>
            <Menu.Item onClick={() => go(`contacts/${contact}/record/correction?to=${event.seq}`)}>
              {t('record.correction')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
    </>
  )
}
