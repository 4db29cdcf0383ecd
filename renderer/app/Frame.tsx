/** Six places left, the screen right; Ctrl/Cmd+K finds anything, Escape goes back. */
import { SegmentedControl } from '@mantine/core'
import {
  IconAddressBook,
  IconFileCertificate,
  IconFileImport,
  IconLayoutList,
  IconMailCheck,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react'
import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react'
import mark from '../assets/sign.svg'
import { ContactsScreen } from '../contacts/ContactsScreen.tsx'
import { EvidenceScreen } from '../evidence/EvidenceScreen.tsx'
import { ImportsScreen } from '../imports/ImportsScreen.tsx'
import { useLanded } from '../imports/landed.ts'
import { MailingsScreen } from '../mailings/MailingsScreen.tsx'
import { OverviewScreen } from '../overview/OverviewScreen.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer } from '../register.ts'
import { SettingsScreen } from '../settings/SettingsScreen.tsx'
import { Start } from '../start/Start.tsx'
import { Find, openFind } from './Find.tsx'
import { type Language, useText } from './language.tsx'
import { goUp, type Screen, screens, usePlace } from './place.ts'
import { useRemembered } from './remember.ts'

const drawn: Readonly<Record<Screen, { readonly Icon: typeof IconSearch; readonly Screen: ComponentType }>> = {
  overview: { Icon: IconLayoutList, Screen: OverviewScreen },
  contacts: { Icon: IconAddressBook, Screen: ContactsScreen },
  imports: { Icon: IconFileImport, Screen: ImportsScreen },
  mailings: { Icon: IconMailCheck, Screen: MailingsScreen },
  evidence: { Icon: IconFileCertificate, Screen: EvidenceScreen },
  settings: { Icon: IconSettings, Screen: SettingsScreen },
}

export function Frame() {
  const { t, language, setLanguage } = useText()
  const place = usePlace()
  const state = useAnswer('register.state', {})
  const landed = useLanded().length
  const [started, setStarted] = useRemembered(`started.${state.data?.id ?? ''}`)
  /** Once begun, the first start lasts until one leaves it, whatever it has filled in meanwhile. */
  const [starting, setStarting] = useState(false)
  const begin = useCallback(() => setStarting(true), [])
  const screen = useRef<HTMLElement>(null)
  const asked = place.params.get('start') !== null
  useEscape()
  useEffect(() => {
    document.title = `${t(`place.${place.screen}`)} · Mailbewijs`
  }, [t, place.screen])

  if (state.problem) return <ProblemPage problem={state.problem} again={state.again} />
  if (!state.data) return null
  const untouched = state.data.contacts === 0 && !state.data.setUp.sender
  if (starting || asked || (untouched && started === null))
    return (
      <Start
        begun={begin}
        done={() => {
          setStarting(false)
          setStarted('yes')
        }}
      />
    )

  const { Screen } = drawn[place.screen]
  return (
    <div className="frame">
      <nav className="rail" aria-label={t('rail.label')}>
        <div className="mark">
          <img src={mark} alt="" />
          Mailbewijs
        </div>
        <button type="button" className="find-button" onClick={openFind}>
          <IconSearch size={16} aria-hidden />
          <span>{t('find.open')}</span>
          <kbd>{t('find.keys', { mac: navigator.platform.startsWith('Mac') ? 'yes' : 'no' })}</kbd>
        </button>
        {screens.map((one) => {
          const { Icon } = drawn[one]
          return (
            <a
              key={one}
              className="place"
              href={`#/${one}`}
              aria-current={one === place.screen ? 'page' : undefined}
              onClick={() => screen.current?.focus()}
            >
              <Icon size={18} stroke={1.75} aria-hidden />
              {t(`place.${one}`)}
              {one === 'imports' && landed > 0 && (
                <span className="place-count" title={t('follow.waiting', { n: landed })}>
                  {landed}
                </span>
              )}
            </a>
          )
        })}
        <div className="rail-foot">
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('language.label')}
            value={language}
            onChange={(next) => setLanguage(next as Language)}
            data={[
              { value: 'nl', label: 'Nederlands' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
      </nav>
      <main className="screen" ref={screen} tabIndex={-1} key={place.screen}>
        <Screen />
      </main>
      <Find />
    </div>
  )
}

function ProblemPage({ problem, again }: { problem: Parameters<typeof ProblemNote>[0]['problem']; again: () => void }) {
  return (
    <main className="page">
      <ProblemNote problem={problem} again={again} />
    </main>
  )
}

/** Escape goes back one step, unless something open on the page (a dialog, a list of choices) wants it. */
function useEscape(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (document.querySelector('[role="dialog"], [aria-expanded="true"]')) return
      if (event.target instanceof HTMLInputElement && event.target.type === 'search' && event.target.value) return
      goUp()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
