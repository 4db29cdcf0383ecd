/** One fixed list: how long it holds, for which program it was written, and to whom it must not be sent any more. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import type { MailingEntry } from '../../preload/contract/endpoints/mailings.ts'
import type { ListFormat } from '../../preload/contract/vocabulary/listFormat.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { TallyBar } from '../parts/TallyBar.tsx'
import { useDesktop, useJob } from '../register.ts'
import { extensionOf, fileNameOf, listFormats, useListFormat } from './listFormats.ts'
import { LeftOutTable } from './Narrow.tsx'

export type FrozenDecision = MailingEntry['decisions'][number]

export function FrozenList({ decision, mailing }: { readonly decision: FrozenDecision; readonly mailing: string }) {
  const { t, moment, number, language } = useText()
  const desktop = useDesktop()
  const [by] = useBy()
  const write = useJob('mailings.export')
  const [format, setFormat] = useListFormat()
  const [written, setWritten] = useState<Answer<'mailings.export'> | null>(null)
  const expired = Date.parse(decision.validUntil) < Date.now()
  const stopped = stoppedWord(decision)
  const save = async () => {
    const name = t('frozen.fileName', { name: fileNameOf(mailing), ending: extensionOf(format) })
    const to = await desktop.save(name)
    if (!to) return
    const reply = await write.start({ decision: decision.id, to: to.grant, format, language, by })
    if (!reply.ok) return
    setWritten(reply.value)
    await desktop.deliver(to)
  }
  return (
    <article className="frozen">
      <div className="row-apart">
        <strong>{t('frozen.at', { moment: moment(decision.frozen) })}</strong>
        <span className="tag" data-tone={expired ? 'no' : 'accent'}>
          {t(expired ? 'frozen.expired' : 'frozen.valid', { moment: moment(decision.validUntil) })}
        </span>
      </div>
      <TallyBar counts={decision} />
      {decision.leftOut && <LeftOutTable leftOut={decision.leftOut} />}
      {decision.objectedSince > 0 && (
        <div className="note" data-tone={stopped === 'frozen.stopped' ? 'no' : undefined}>
          {t(stopped, { n: decision.objectedSince })}
        </div>
      )}
      {decision.exports.length > 0 && <Files decision={decision} />}
      <span className="code soft">
        {t('frozen.record', {
          hash: decision.recordSha256.slice(0, 16),
          total: number(decision.yes + decision.no + decision.review),
        })}
      </span>
      <ProgressLine job={write} />
      {write.problem && <ProblemNote problem={write.problem} />}
      {written && (
        <div className="note" data-tone="yes" role="status">
          <strong>{t('frozen.wrote', { n: written.rows })}</strong>
          {written.heldBack > 0 && <span>{t('frozen.heldBack', { n: written.heldBack })}</span>}
          {written.mostBytes !== undefined && <span>{t('frozen.tooBig', { mb: written.mostBytes / 1_000_000 })}</span>}
          {written.voids.length > 0 && <span>{t('frozen.voids', { n: written.voids.length })}</span>}
        </div>
      )}
      <div className="row bottom">
        <NativeSelect
          label={t('format.label')}
          value={format}
          data={listFormats.map((value) => ({ value, label: t(`format.${value}`) }))}
          disabled={expired}
          onChange={(event) => setFormat(event.currentTarget.value as ListFormat)}
        />
        <Button onClick={save} disabled={expired || write.running || decision.yes === 0}>
          {t('frozen.save')}
        </Button>
      </div>
    </article>
  )
}

/** Whether who objected since the list was fixed is still in the file that was written last. */
function stoppedWord({ exports }: FrozenDecision) {
  const last = exports.at(-1)
  if (!last) return 'frozen.stoppedUnsaved'
  return (last.objectedSince ?? 0) > 0 ? 'frozen.stopped' : 'frozen.stoppedSince'
}

function Files({ decision }: { readonly decision: FrozenDecision }) {
  const { t, momentShort, number } = useText()
  return (
    <ScrollRoom label={t('frozen.files')}>
      <table className="ledger">
        <caption>{t('frozen.files')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('frozen.savedAt')} · SHA-256</th>
            <th scope="col">{t('format.label')}</th>
            <th scope="col" className="num">
              {t('frozen.addresses')}
            </th>
            <th scope="col">{t('frozen.state')}</th>
          </tr>
        </thead>
        <tbody>
          {decision.exports.map((file) => (
            <tr key={file.sha256 + file.at}>
              <td className="figure">
                <div className="saved-at">{momentShort(file.at)}</div>
                <div className="code soft">{file.sha256.slice(0, 12)}…</div>
              </td>
              <td>{t(`format.${file.format ?? 'csv'}`)}</td>
              <td className="num">{number(file.rows)}</td>
              <td>
                <FileState file={file} expired={Date.parse(decision.validUntil) < Date.now()} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRoom>
  )
}

/** A file somebody objected after is not to be used; one that expired neither. */
function FileState({ file, expired }: { readonly file: FrozenDecision['exports'][number]; readonly expired: boolean }) {
  const { t } = useText()
  const since = file.objectedSince ?? 0
  if (file.voided || since > 0)
    return (
      <div className="stack-tight">
        <span className="tag in-cell" data-tone="no">
          {t('file.stop')}
        </span>
        {since > 0 && <span className="small">{t('file.objected', { n: since })}</span>}
        {file.voided && <span className="small">{t('file.voided')}</span>}
      </div>
    )
  return (
    <span className="tag" data-tone={expired ? 'no' : 'accent'}>
      {t(expired ? 'file.expired' : 'file.good')}
    </span>
  )
}
