/** The reports about one mailing (who could get it, on what basis, what happened after) and about the whole process. */
import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../preload/contract/contract.ts'
import { useText } from '../app/language.tsx'
import { go } from '../app/place.ts'
import { Empty } from '../parts/Empty.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer, useJob } from '../register.ts'
import { EvidencePage } from './EvidencePage.tsx'
import { Lacking } from './Lacking.tsx'
import { ProofForm } from './ProofForm.tsx'
import { WrittenFiles } from './WrittenFiles.tsx'

type Written = Answer<'evidence.mailing'>

export function MailingEvidence({ mailing }: { readonly mailing: number | null }) {
  const { t } = useText()
  const list = useAnswer('mailings.list', {})
  const fixed = (list.data ?? []).filter(({ decisions }) => decisions.length > 0)
  const chosen = fixed.find(({ id }) => id === mailing) ?? fixed.at(-1)
  return (
    <EvidencePage title={t('reportB.title')} lead={t('reportB.lead')}>
      {list.problem && <ProblemNote problem={list.problem} again={list.again} />}
      {list.data && !chosen && (
        <Empty title={t('reportB.none')} text={t('reportB.noneText')}>
          <Button onClick={() => go('mailings')}>{t('place.mailings')}</Button>
        </Empty>
      )}
      {chosen && (
        <MakeForMailing
          first={chosen.id}
          options={fixed.map(({ id, mailing: { name } }) => ({ value: String(id), label: name }))}
        />
      )}
    </EvidencePage>
  )
}

function MakeForMailing({
  first,
  options,
}: {
  readonly first: number
  readonly options: { readonly value: string; readonly label: string }[]
}) {
  const { t } = useText()
  const job = useJob('evidence.mailing')
  const [mailing, setMailing] = useState(first)
  const [full, setFull] = useState(false)
  const [written, setWritten] = useState<Written | null>(null)
  if (written) {
    return <WrittenFiles written={written} name={options.find(({ value }) => value === String(mailing))?.label ?? ''} />
  }
  return (
    <ProofForm
      job={job}
      first={
        <NativeSelect
          label={t('compare.mailing')}
          value={String(mailing)}
          data={options}
          onChange={(event) => setMailing(Number(event.currentTarget.value))}
        />
      }
      more={
        <Checkbox
          label={t('reportB.full')}
          description={t('reportB.fullHint')}
          checked={full}
          onChange={(event) => setFull(event.currentTarget.checked)}
        />
      }
      save={async (asked) => {
        const reply = await job.start({ ...asked, mailing, full })
        if (reply.ok) setWritten(reply.value)
        return reply.ok
      }}
    />
  )
}

/** The whole process: forms, policy, sources, how fast objections held. It names nobody. */
export function ProcessEvidence() {
  const { t } = useText()
  const job = useJob('evidence.process')
  const [written, setWritten] = useState<Written | null>(null)
  return (
    <EvidencePage title={t('reportC.title')} lead={t('reportC.lead')}>
      {written ? (
        <WrittenFiles written={written} name={t('reportC.name')} />
      ) : (
        <>
          {/* Gone while the report is made: what it does would only be waited for. */}
          {!job.running && <Lacking searched={null} reports={onlyProcess} />}
          <ProofForm
            job={job}
            save={async (asked) => {
              const reply = await job.start(asked)
              if (reply.ok) setWritten(reply.value)
              return reply.ok
            }}
          />
        </>
      )}
    </EvidencePage>
  )
}

const onlyProcess = { contact: null, question: null, address: false, mailing: null, process: true } as const
