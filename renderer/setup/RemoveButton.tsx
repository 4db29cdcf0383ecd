/** A small cross that takes an entry out of what is being edited; nothing is lost until it is saved. */
import { IconX } from '@tabler/icons-react'
import { useText } from '../app/language.tsx'

export function RemoveButton({ what, onClick }: { readonly what: string; readonly onClick: () => void }) {
  const { t } = useText()
  return (
    <button type="button" className="icon-button" aria-label={t('setup.remove', { what })} onClick={onClick}>
      <IconX size={17} aria-hidden />
    </button>
  )
}
