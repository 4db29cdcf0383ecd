/** Exactly what writing this file will do, before anything is written. */
import { Button } from '@mantine/core'
import { Fragment, useState } from 'react'
import { Grade } from '../../preload/contract/vocabulary/decision.ts'
import type { EventType } from '../../preload/contract/vocabulary/event.ts'
import type { Preview as PreviewData } from '../../preload/contract/vocabulary/import.ts'
import { formWords } from '../app/eventWords.ts'
import { useText, type WordId } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'
import { useAnswer, useCommand, useDesktop } from '../register.ts'
import { FormNow } from './FormNow.tsx'

export function Preview({
  preview,
  onSetup,
}: {
  readonly preview: PreviewData
  /** The setup was changed: what will happen is to be seen anew. */
  readonly onSetup: () => void
}) {
  const { t, day } = useText()
  return (
    <>
      <section className="section" aria-labelledby="preview">
        <header>
          <h2 id="preview">{t('preview.title', { n: preview.rows })}</h2>
          {preview.span && (
            <span className="soft small">
              {t('preview.span', { from: day(preview.span.from), to: day(preview.span.to) })}
            </span>
          )}
        </header>
        <div className="columns">
          <People preview={preview} />
          <Events preview={preview} />
        </div>
        <Warnings preview={preview} />
      </section>
      <Forms preview={preview} onSetup={onSetup} />
      <Products preview={preview} />
      {preview.refused > 0 && <Refused preview={preview} />}
    </>
  )
}

function People({ preview }: { readonly preview: PreviewData }) {
  const { t, number } = useText()
  const { people } = preview
  const lines: readonly (readonly [WordId, number])[] = [
    ['preview.fresh', people.fresh],
    ['preview.knownPeople', people.known],
    ['preview.becomeCustomer', people.becomeCustomer],
    ['preview.suppressed', people.suppressed],
    ['preview.objectionsStanding', preview.objectionsStanding],
    ['preview.merged', preview.merged],
    ['preview.known', preview.known],
    ['preview.refused', preview.refused],
  ]
  return (
    <table className="ledger">
      <caption>{t('preview.people')}</caption>
      <tbody>
        {lines
          .filter(([id, n], index) => n > 0 || index < 2 || id === 'preview.refused')
          .map(([id, n]) => (
            <tr key={id}>
              <th scope="row">{t(id)}</th>
              <td className="num">{number(n)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function Events({ preview }: { readonly preview: PreviewData }) {
  const { t, number } = useText()
  const { decision, report } = useSharedWords()
  const told = Object.entries(preview.events).filter(([, n]) => n > 0)
  const grades = Grade.options.flatMap((grade) => {
    const n = preview.consentsByGrade[grade] ?? 0
    return n > 0 ? [{ grade, n }] : []
  })
  return (
    <table className="ledger">
      <caption>{t('preview.events')}</caption>
      <tbody>
        {told.map(([type, n]) => (
          <Fragment key={type}>
            <tr>
              <th scope="row">{report.events[type as EventType]}</th>
              <td className="num">{number(n)}</td>
            </tr>
            {type === 'consent-given' &&
              grades.map((one) => (
                <tr key={one.grade} className="of-which">
                  <th scope="row">{t('preview.consentGrade', { grade: decision.grades[one.grade].name })}</th>
                  <td className="num">{number(one.n)}</td>
                </tr>
              ))}
          </Fragment>
        ))}
        {told.length === 0 && (
          <tr>
            <td>{t('imports.nothingNew')}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** What has a section of its own beneath is told there. */
function Warnings({ preview }: { readonly preview: PreviewData }) {
  const { t } = useText()
  const { files, fill } = useSharedWords()
  const listed = preview.unmappedProducts.length > 0
  const told = preview.warnings.filter(({ code }) => !(listed && code === 'products-without-family'))
  if (told.length === 0) return null
  return (
    <ul className="note warnings" data-tone="review" aria-label={t('preview.warnings')}>
      {told.map(({ code, about, count }) => (
        <li key={`${code} ${about}`}>
          <strong>{fill(files.warnings[code].means, { count, about })}</strong>
          <span>{fill(files.warnings[code].help, { count, about })}</span>
        </li>
      ))}
    </ul>
  )
}

function Forms({ preview, onSetup }: { readonly preview: PreviewData; readonly onSetup: () => void }) {
  const text = useText()
  const { t, dayShort, number } = text
  const setup = useAnswer('setup.get', {}).data?.setup
  if (preview.forms.length === 0) return null
  return (
    <section className="section" aria-labelledby="preview-forms">
      <header>
        <h2 id="preview-forms">{t('preview.forms')}</h2>
      </header>
      <p className="soft">{t('preview.formsHint')}</p>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('preview.form')}</th>
            <th scope="col">{t('preview.period')}</th>
            <th scope="col" className="num">
              {t('preview.sales')}
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.forms.map((form) => (
            <tr key={`${form.point} ${form.version} ${form.from}`}>
              <th scope="row">
                {form.version ? (
                  formWords(text, setup, { point: form.point, version: form.version })
                ) : (
                  <span className="verdict" data-verdict="review">
                    {t('preview.noVersion', {
                      point: setup?.points.find(({ key }) => key === form.point)?.name ?? form.point,
                    })}
                  </span>
                )}
              </th>
              <td>
                {dayShort(form.from)} – {dayShort(form.to)}
              </td>
              <td className="num">{number(form.sales)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {setup &&
        preview.forms
          .filter((form) => form.version === null)
          .map((form) => <FormNow key={form.point} missing={form} setup={setup} onSaved={onSetup} />)}
    </section>
  )
}

function Products({ preview }: { readonly preview: PreviewData }) {
  const { t, number } = useText()
  const products = preview.unmappedProducts
  if (products.length === 0) return null
  return (
    <section className="section" aria-labelledby="preview-products">
      <header>
        <h2 id="preview-products">{t('preview.products', { n: products.length })}</h2>
        <a href="#/settings/families">{t('preview.addFamily')}</a>
      </header>
      <p className="soft">{t('preview.productsHint')}</p>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('product.title')}</th>
            <th scope="col">SKU</th>
            <th scope="col" className="num">
              {t('preview.sales')}
            </th>
          </tr>
        </thead>
        <tbody>
          {products.slice(0, mostProducts).map((product) => (
            <tr key={`${product.sku} ${product.title}`}>
              <th scope="row">{product.title || t('unknown')}</th>
              <td className="code">{product.sku}</td>
              <td className="num">{number(product.sales)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {products.length > mostProducts && (
        <p className="soft small">{t('preview.moreProducts', { n: products.length - mostProducts })}</p>
      )}
    </section>
  )
}

const mostProducts = 12
const pageSize = 50

function Refused({ preview }: { readonly preview: PreviewData }) {
  const { t, language } = useText()
  const { files } = useSharedWords()
  const desktop = useDesktop()
  const [from, setFrom] = useState(0)
  const rows = useAnswer('imports.refused', { batch: preview.batch, from, count: pageSize }, { keep: true })
  const save = useCommand('imports.saveRefused')
  const saveAll = async () => {
    const to = await desktop.save(t('preview.refusedFile', { file: preview.file.replace(/^.*\/|\.[^.]*$/gu, '') }))
    if (!to) return
    const reply = await save.run({ batch: preview.batch, to: to.grant, language })
    if (reply.ok) await desktop.deliver(to)
  }
  return (
    <section className="section" aria-labelledby="preview-refused">
      <header>
        <h2 id="preview-refused">{t('preview.refusedTitle', { n: preview.refused })}</h2>
        <Button size="xs" variant="default" onClick={saveAll} loading={save.running}>
          {t('preview.saveRefused')}
        </Button>
      </header>
      <p className="soft">{t('preview.refusedHint')}</p>
      {(save.problem ?? rows.problem) && <ProblemNote problem={(save.problem ?? rows.problem) as never} />}
      <ScrollRoom label={t('preview.refusedTitle', { n: preview.refused })}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col" className="num">
                {t('preview.line')}
              </th>
              <th scope="col">{t('preview.why')}</th>
              <th scope="col">{t('preview.cells')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.data?.map((row) => (
              <tr key={row.line}>
                <td className="num">{row.line}</td>
                <th scope="row">
                  {files.refusals[row.code].means}
                  {row.field && <span className="soft"> ({row.field})</span>}
                </th>
                <td className="soft small">{shortened(row.cells)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRoom>
      {preview.refused > pageSize && (
        <div className="row">
          <Button size="xs" variant="default" disabled={from === 0} onClick={() => setFrom(from - pageSize)}>
            {t('page.earlier')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={from + pageSize >= preview.refused}
            onClick={() => setFrom(from + pageSize)}
          >
            {t('page.later')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** As many whole cells as fit in two lines. */
function shortened(cells: readonly string[]): string {
  const text = cells.filter(Boolean).join(' · ')
  if (text.length <= 120) return text
  const end = text.lastIndexOf(' · ', 120)
  return `${text.slice(0, end > 0 ? end : 120)} …`
}
