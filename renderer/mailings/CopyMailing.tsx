/** A mailing that returns: like an earlier one, under a name of its own and with its own message. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { MailingEntry } from '../../preload/contract/endpoints/mailings.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer, useCommand } from '../register.ts'
import { ChooseContent } from './Content.tsx'

export function CopyMailing({ id }: { readonly id: number }) {
  const entry = useAnswer('mailings.get', { mailing: id })
  if (entry.problem) return <ProblemNote problem={entry.problem} again={entry.again} />
  return entry.data ? <Form entry={entry.data} /> : null
}

function Form({ entry }: { readonly entry: MailingEntry }) {
  const { t } = useText()
  const [by] = useBy()
  const copy = useCommand('mailings.copy')
  const [name, setName] = useState('')
  const [contentSha256, setContent] = useState<string | null>(null)
  const submit = async () => {
    const reply = await copy.run({ mailing: entry.id, name, contentSha256, by })
    if (reply.ok) go(`mailings/${reply.value.mailing}?count`)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h1>{t('copy.title', { name: entry.mailing.name })}</h1>
      <p className="soft">{t('copy.lead')}</p>
      <TextInput
        className="field"
        label={t('mailing.name')}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ChooseContent mailing={entry.mailing} onLooked={({ document }) => setContent(document?.sha256 ?? null)} />
      {copy.problem && <ProblemNote problem={copy.problem} />}
      <div className="row">
        <Button type="submit" loading={copy.running} disabled={!name.trim()}>
          {t('mailing.count')}
        </Button>
        <span className="soft small">{t('record.by', { by })}</span>
      </div>
    </form>
  )
}

/** Mailings that were marked to start from. */
export function Templates() {
  const { t } = useText()
  const templates = useAnswer('mailings.templates', {})
  if (!templates.data || templates.data.length === 0) return null
  return (
    <nav className="note" aria-label={t('copy.templates')}>
      <strong>{t('copy.templates')}</strong>
      <div className="row">
        {templates.data.map(({ id, mailing }) => (
          <a key={id} href={`#/mailings/new?like=${id}`}>
            {mailing.name}
          </a>
        ))}
      </div>
    </nav>
  )
}

/** Marks a mailing to start from, and starts one like it. */
export function Again({ entry }: { readonly entry: MailingEntry }) {
  const { t } = useText()
  const [by] = useBy()
  const mark = useCommand('mailings.mark')
  const template = entry.template ?? false
  return (
    <>
      <button
        type="button"
        className="as-link"
        aria-pressed={template}
        disabled={mark.running}
        onClick={() => mark.run({ mailing: entry.id, template: !template, by })}
      >
        {t(template ? 'copy.unmark' : 'copy.mark')}
      </button>
      <a href={`#/mailings/new?like=${entry.id}`}>{t('copy.like')}</a>
    </>
  )
}
