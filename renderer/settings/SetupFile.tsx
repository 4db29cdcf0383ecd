/** The whole setup as one file: to keep, to move, to hand to somebody. */
import { Button } from '@mantine/core'
import { useText } from '../app/language.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useCommand, useDesktop } from '../register.ts'
import { ReadSetupFile } from '../setup/ReadSetupFile.tsx'

export function SetupFile() {
  const { t } = useText()
  const desktop = useDesktop()
  const save = useCommand('setup.save')
  const write = async () => {
    const to = await desktop.save(t('setupFile.name'))
    if (!to) return
    const reply = await save.run({ to: to.grant })
    if (reply.ok) await desktop.deliver(to)
  }
  return (
    <>
      <section className="section">
        <h2>{t('setupFile.save')}</h2>
        <p className="soft">{t('setupFile.saveHint')}</p>
        {save.problem && <ProblemNote problem={save.problem} />}
        <div>
          <Button variant="default" onClick={write} loading={save.running}>
            {t('setupFile.save')}
          </Button>
        </div>
      </section>
      <section className="section">
        <h2>{t('setupFile.read')}</h2>
        <p className="soft">{t('setupFile.readHint')}</p>
        <ReadSetupFile />
      </section>
    </>
  )
}
