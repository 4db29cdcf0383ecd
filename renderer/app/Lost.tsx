/** The register's thread has died under an open window. */
import { Button } from '@mantine/core'
import { useText } from './language.tsx'

export function Lost() {
  const { t } = useText()
  return (
    <main className="page">
      <h1>{t('lost.title')}</h1>
      <p>{t('lost.safe')}</p>
      <p>{t('lost.do')}</p>
      <div>
        <Button onClick={() => location.reload()}>{t('lost.again')}</Button>
      </div>
    </main>
  )
}
