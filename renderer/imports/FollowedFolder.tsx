/** The folder in which exports land: followed if one likes, and what landed in it waits here for a yes. */
import { Button } from '@mantine/core'
import { IconFolderSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { GrantedFile } from '../../preload/contract/desktop.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { useDesktop } from '../register.ts'
import { forgetLanded, type Landed, leaveLanded, useLanded } from './landed.ts'

export function FollowedFolder({ onFile }: { readonly onFile: (file: GrantedFile) => void }) {
  const { t } = useText()
  const desktop = useDesktop()
  const landed = useLanded()
  const [folder, setFolder] = useState<string | null>(null)
  useEffect(() => {
    desktop.followed?.().then((found) => setFolder(found?.folder ?? null))
  }, [desktop])
  if (!desktop.follow) return null
  const follow = async () => {
    const chosen = await desktop.follow?.()
    if (!chosen) return
    forgetLanded()
    setFolder(chosen.folder)
  }
  const stop = async () => {
    await desktop.unfollow?.()
    forgetLanded()
    setFolder(null)
  }
  return (
    <section className="section" aria-labelledby="followed">
      <header>
        <h2 id="followed">{t('follow.title')}</h2>
        {folder !== null && (
          <span className="row">
            <button type="button" className="as-link" onClick={follow}>
              {t('follow.other')}
            </button>
            <button type="button" className="as-link" onClick={stop}>
              {t('follow.stop')}
            </button>
          </span>
        )}
      </header>
      {folder === null ? (
        <>
          <p>{t('follow.lead')}</p>
          <div className="row">
            <Button variant="default" leftSection={<IconFolderSearch size={16} aria-hidden />} onClick={follow}>
              {t('follow.choose')}
            </Button>
          </div>
        </>
      ) : (
        <p>{t('follow.at', { folder, n: landed.length })}</p>
      )}
      {landed.length > 0 && (
        <ul className="landed">
          {landed.map((one) => (
            <Waiting key={one.file.grant} one={one} onFile={onFile} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Waiting({ one, onFile }: { readonly one: Landed; readonly onFile: (file: GrantedFile) => void }) {
  const { t } = useText()
  const { files, fill } = useSharedWords()
  const { file, look, problem } = one
  const known = files.profiles[look?.profile?.key as keyof typeof files.profiles]?.name ?? look?.saved?.name
  const unreadable = problem?.kind === 'unreadable' ? files.unreadable[problem.code] : null
  return (
    <li className="row-apart">
      <span className="stack-tight">
        <strong>{file.name}</strong>
        <span className="small soft">
          {unreadable
            ? fill(unreadable.means, { about: problem?.kind === 'unreadable' ? (problem.about ?? '') : '', line: 0 })
            : known
              ? t('look.known', { name: known })
              : t('look.unknown')}
        </span>
      </span>
      <span className="row">
        {look && (
          <Button size="xs" variant="default" onClick={() => onFile(file)}>
            {t('follow.see')}
          </Button>
        )}
        <Button size="xs" variant="subtle" onClick={() => leaveLanded(one)}>
          {t('follow.leave')}
        </Button>
      </span>
    </li>
  )
}
