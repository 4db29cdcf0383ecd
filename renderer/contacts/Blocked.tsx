/** Whether an address was erased and is kept from being mailed: the register asks by hash, it no longer holds it. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer } from '../register.ts'

export function Blocked() {
  const { t, day } = useText()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const found = useAnswer('rights.suppressed', asked === '' ? null : { address: asked })
  return (
    <section className="section" aria-labelledby="blocked">
      <header>
        <h2 id="blocked">{t('blocked.title')}</h2>
      </header>
      <p className="soft">{t('blocked.lead')}</p>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(typed.trim())
        }}
      >
        <TextInput
          className="field"
          aria-label={t('blocked.address')}
          placeholder={t('blocked.address')}
          maxLength={320}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={typed.trim() === ''}>
          {t('blocked.look')}
        </Button>
      </form>
      {found.problem && <ProblemNote problem={found.problem} />}
      {found.data && (
        <p role="status">
          {found.data.since && found.data.matches
            ? t(`blocked.${found.data.matches}`, { address: asked, day: day(found.data.since) })
            : t('blocked.not', { address: asked })}
        </p>
      )}
    </section>
  )
}
