/** What Mailbewijs is, and what it does not promise. */
import { useEffect, useState } from 'react'
import { useText } from '../app/language.tsx'
import { useAnswer, useDesktop } from '../register.ts'

export function About() {
  const { t, number } = useText()
  const desktop = useDesktop()
  const state = useAnswer('register.state', {})
  const [version, setVersion] = useState('')
  useEffect(() => {
    desktop.info().then((info) => setVersion(info.version))
  }, [desktop])
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{t('about.version')}</dt>
        <dd>{version}</dd>
        <dt>{t('about.register')}</dt>
        <dd>{state.data?.name}</dd>
        <dt>{t('about.id')}</dt>
        <dd className="code">{state.data?.id}</dd>
        <dt>{t('about.size')}</dt>
        <dd>
          {state.data &&
            t('about.sizeIn', { events: number(state.data.events), contacts: number(state.data.contacts) })}
        </dd>
      </dl>
      <section className="section">
        <h2>{t('about.promise')}</h2>
        {(['local', 'why', 'advice', 'tamper', 'open'] as const).map((one) => (
          <p key={one}>{t(`about.${one}`)}</p>
        ))}
      </section>
    </div>
  )
}
