/** A message that passes: something was done. */
import { notifications } from '@mantine/notifications'
import { useText } from './language.tsx'

export function useNotice(): (message: string) => void {
  const { t } = useText()
  return (message) => void notifications.show({ message, closeButtonProps: { 'aria-label': t('close') } })
}
