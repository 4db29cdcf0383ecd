/** Who is at the screen: written beside everything that is entered here. */
import { useEffect, useState } from 'react'
import { useDesktop } from '../register.ts'
import { useRemembered } from './remember.ts'

export function useBy(): readonly [string, (name: string) => void] {
  const desktop = useDesktop()
  const [kept, keep] = useRemembered('by')
  const [guess, setGuess] = useState('')
  useEffect(() => {
    desktop.info().then((info) => setGuess(info.user))
  }, [desktop])
  return [kept?.trim() || guess || '?', keep]
}
