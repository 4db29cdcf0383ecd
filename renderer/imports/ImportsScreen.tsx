/** Files in: drop or choose them, see exactly what will happen, and what earlier files brought. */
import { useState } from 'react'
import type { GrantedFile } from '../../preload/contract/desktop.ts'
import { useText } from '../app/language.tsx'
import { usePlace } from '../app/place.ts'
import { FileDrop } from '../parts/FileDrop.tsx'
import { useDesktop } from '../register.ts'
import { FollowedFolder } from './FollowedFolder.tsx'
import { ImportFlow } from './ImportFlow.tsx'
import { PastImport } from './PastImport.tsx'
import { PastImports } from './PastImports.tsx'

/** Files that were chosen together, and which of them is being looked at. */
interface Pile {
  readonly files: readonly GrantedFile[]
  readonly at: number
  /** Landed in the folder that is followed: looked at already. */
  readonly isLanded?: boolean
}

export function ImportsScreen() {
  const { t } = useText()
  const desktop = useDesktop()
  const { rest } = usePlace()
  const [pile, setPile] = useState<Pile>({ files: [], at: 0 })
  const file = pile.files[pile.at]
  if (file)
    return (
      <ImportFlow
        key={file.grant}
        file={file}
        place={{ at: pile.at + 1, of: pile.files.length }}
        straight={pile.isLanded === true}
        next={pile.files[pile.at + 1] ?? null}
        onNext={() => setPile({ ...pile, at: pile.at + 1 })}
        onClose={() => setPile({ files: [], at: 0 })}
      />
    )
  if (/^\d+$/u.test(rest[0] ?? '')) return <PastImport key={rest[0]} number={Number(rest[0])} />
  return (
    <div className="page">
      <header>
        <div>
          <h1>{t('place.imports')}</h1>
          <p>{t('imports.lead')}</p>
        </div>
      </header>
      <FileDrop
        desktop={desktop}
        title={t('imports.drop')}
        hint={t('imports.dropHint')}
        onFiles={(files) => setPile({ files, at: 0 })}
      />
      <FollowedFolder onFile={(one) => setPile({ files: [one], at: 0, isLanded: true })} />
      <PastImports />
    </div>
  )
}
