/** Ctrl/Cmd+K: any contact, screen or action by a few letters. */
import { Modal } from '@mantine/core'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconArrowRight, IconSearch, IconUser } from '@tabler/icons-react'
import { type KeyboardEvent, useDeferredValue, useState } from 'react'
import { useAnswer } from '../register.ts'
import { useText, type WordId } from './language.tsx'
import { go, screens } from './place.ts'

export const openFind = (): void => spotlight.open()

/** What can be done from anywhere, and where it is done. */
const actions: readonly { readonly id: WordId; readonly path: string }[] = [
  { id: 'action.object', path: 'contacts?record=objection' },
  { id: 'action.consent', path: 'contacts?record=consent' },
  { id: 'action.import', path: 'imports/new' },
  { id: 'action.reviews', path: 'contacts/reviews' },
  { id: 'action.requests', path: 'contacts/requests' },
  { id: 'action.mailing', path: 'mailings/new' },
  { id: 'action.evidence', path: 'evidence/new' },
  { id: 'action.request', path: 'evidence/request' },
  { id: 'action.verify', path: 'evidence/verify' },
  { id: 'action.forms', path: 'settings/points' },
  { id: 'action.families', path: 'settings/families' },
  { id: 'action.policy', path: 'settings/policy' },
  { id: 'action.setupFile', path: 'settings/file' },
  { id: 'action.about', path: 'settings/about' },
]

export function Find() {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const people = useAnswer('contacts.find', text.length > 0 ? { text: text.slice(0, 200) } : null, { keep: true })
  const fits = (words: string) => words.toLocaleLowerCase().includes(text.toLocaleLowerCase())
  const places = screens.filter((one) => fits(t(`place.${one}`)))
  const doable = actions.filter(({ id }) => fits(t(id)))
  const found = text ? (people.data ?? []) : []
  return (
    <Spotlight.Root
      query={typed}
      onQueryChange={setTyped}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
    >
      <Modal.Title className="unseen">{t('find.open')}</Modal.Title>
      <Spotlight.Search
        placeholder={t('find.placeholder')}
        aria-label={t('find.placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        onKeyDown={chooseFirst}
      />
      <Spotlight.ActionsList>
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={t('find.people')}>
            {found.map((one) => (
              <Spotlight.Action
                key={one.id}
                label={one.name || one.address}
                description={one.name ? one.address : t(`status.${one.status}`)}
                leftSection={<IconUser size={18} aria-hidden />}
                onClick={() => go(`contacts/${one.id}`)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {doable.length > 0 && (
          <Spotlight.ActionsGroup label={t('find.actions')}>
            {doable.map(({ id, path }) => (
              <Spotlight.Action
                key={id}
                label={t(id)}
                leftSection={<IconArrowRight size={18} aria-hidden />}
                onClick={() => go(path)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {places.length > 0 && (
          <Spotlight.ActionsGroup label={t('find.places')}>
            {places.map((one) => (
              <Spotlight.Action
                key={one}
                label={t(`place.${one}`)}
                leftSection={<IconArrowRight size={18} aria-hidden />}
                onClick={() => go(one)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length + doable.length + places.length === 0 && <Spotlight.Empty>{t('find.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** People arrive a moment after the letters, when nothing in the list is marked yet: Enter then takes the first. */
function chooseFirst(event: KeyboardEvent): void {
  const list = event.currentTarget.closest('[role="dialog"]')
  if (event.key !== 'Enter' || list?.querySelector('[data-action][data-selected]')) return
  event.preventDefault()
  list?.querySelector<HTMLElement>('[data-action]')?.click()
}
