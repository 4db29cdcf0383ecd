/** A request of an authority or a complaint: from what is in hand, to what is found, to what is handed over. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import type { Asker } from '../../preload/contract/endpoints/evidence.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { DateField } from '../parts/DateField.tsx'
import { nowInstant, partsOf } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { ProgressLine } from '../parts/ProgressLine.tsx'
import { useDesktop, useJob } from '../register.ts'
import { EvidencePage } from './EvidencePage.tsx'
import type { Collected, Letter } from './letter.ts'
import { RequestAnswer } from './RequestAnswer.tsx'

const askers = ['acm', 'ap', 'rcc', 'other', 'person'] as const

export function Request() {
  const { t } = useText()
  const search = useJob('evidence.collect')
  const [letter, setLetter] = useState<Letter>(() => ({
    ...{ from: 'acm', reference: '', answerBefore: '', address: '', message: null },
    received: partsOf(nowInstant()).day,
  }))
  const [found, setFound] = useState<{ readonly collected: Collected; readonly contact: number | null } | null>(null)
  const look = async (meant?: number) => {
    const reply = await search.start({
      address: letter.address.trim() || null,
      message: letter.message?.grant ?? null,
      reference: letter.reference.trim() || null,
      ...(meant === undefined ? {} : { contact: meant }),
    })
    if (reply.ok) setFound({ collected: reply.value, contact: meant ?? reply.value.contacts[0]?.contact ?? null })
  }
  return (
    <EvidencePage title={t('request.title')} lead={t('request.lead')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          look()
        }}
      >
        <InHand
          letter={letter}
          onChange={(next) => {
            setLetter(next)
            // What was found belongs to what was searched for.
            if (next.address !== letter.address || next.message !== letter.message) setFound(null)
          }}
        />
        <ProgressLine job={search} />
        {search.problem && <ProblemNote problem={search.problem} />}
        <div>
          <Button type="submit" variant={found ? 'default' : 'filled'} disabled={search.running || !letter.received}>
            {t(found ? 'request.searchAgain' : 'request.search')}
          </Button>
        </div>
      </form>
      {found && (
        <RequestAnswer
          key={`${found.contact} ${found.collected.question?.at}`}
          letter={letter}
          collected={found.collected}
          contact={found.contact}
          onContact={look}
        />
      )}
    </EvidencePage>
  )
}

function InHand({ letter, onChange }: { readonly letter: Letter; readonly onChange: (letter: Letter) => void }) {
  const { t } = useText()
  const { proof } = useSharedWords()
  const desktop = useDesktop()
  const set = (some: Partial<Letter>) => onChange({ ...letter, ...some })
  const choose = async () => {
    const [file] = await desktop.open({ kinds: ['document'], several: false })
    if (file) set({ message: file })
  }
  return (
    <section className="section" aria-labelledby="in-hand">
      <header>
        <h2 id="in-hand">{t('request.inHand')}</h2>
      </header>
      <p className="soft">{t('request.inHandLead')}</p>
      <div className="fields">
        <NativeSelect
          label={t('request.from')}
          value={letter.from}
          onChange={(event) => set({ from: event.currentTarget.value as Asker })}
          data={askers.map((value) => ({ value, label: proof.request.askers[value] }))}
        />
        <TextInput
          label={t('record.reference')}
          description={t('evidence.referenceHint')}
          maxLength={200}
          value={letter.reference}
          onChange={(event) => set({ reference: event.currentTarget.value })}
        />
        <DateField
          label={t('access.received')}
          required
          value={letter.received}
          onChange={(received) => set({ received })}
        />
        <DateField
          label={t('request.answerBefore')}
          description={t('request.optional')}
          value={letter.answerBefore}
          onChange={(answerBefore) => set({ answerBefore })}
        />
        <TextInput
          label={t('request.address')}
          description={t('request.addressHint')}
          maxLength={320}
          value={letter.address}
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
        <div className="stack-tight">
          <span className="small field-label">{t('request.message')}</span>
          <span className="small soft">{t('request.messageHint')}</span>
          <span className="row">
            <Button size="xs" variant="default" leftSection={<IconPaperclip size={15} aria-hidden />} onClick={choose}>
              {t(letter.message ? 'request.otherMessage' : 'request.chooseMessage')}
            </Button>
            {letter.message && <span className="small">{letter.message.name}</span>}
          </span>
        </div>
      </div>
    </section>
  )
}
