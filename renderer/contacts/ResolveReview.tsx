/** A person's own word on what must be looked at: yes or no, with a reason that stays beside it. */
import { Button, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Decision } from '../../preload/contract/vocabulary/decision.ts'
import type { HandDraft } from '../../preload/contract/vocabulary/event.ts'
import { useBy } from '../app/by.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { nowInstant } from '../parts/moment.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useCommand } from '../register.ts'
import { resolvable } from './resolvable.ts'

interface Named {
  readonly key: string
  readonly name: string
}

export function ResolveReview({
  contact,
  decision,
  category,
  family,
  onDone,
}: {
  readonly contact: number
  readonly decision: Decision
  readonly category: Named
  /** What the mail in question is about. */
  readonly family: Named
  readonly onDone: () => void
}) {
  const { t } = useText()
  const words = useSharedWords().decision
  const [by] = useBy()
  const [verdict, setVerdict] = useState<'yes' | 'no' | null>(null)
  const [everyFamily, setEveryFamily] = useState(false)
  const [why, setWhy] = useState('')
  const record = useCommand('events.record')
  const reasons = resolvable(decision)
  // Whether one product is like another is a question about that very product.
  const canReachAll = !reasons.includes('SIMILARITY_REVIEW')
  const reach = everyFamily && canReachAll ? {} : { family: family.key }
  if (decision.result !== 'review') return null
  if (reasons.length === 0) return <p className="soft">{t('resolve.cannot')}</p>

  const save = async () => {
    if (!verdict) return
    const at = nowInstant()
    for (const reason of reasons) {
      const draft: HandDraft = {
        type: 'review-resolved',
        body: { reason, verdict, mailing: null, category: category.key, grade: null, ...reach },
        occurred: { from: at, to: at, precision: 'second' },
        via: 'system',
        reason: why.trim(),
      }
      const reply = await record.run({ contact, draft, by })
      if (!reply.ok) return
    }
    onDone()
  }
  return (
    <details className="resolve">
      <summary>{t('record.review-resolved')}</summary>
      <div className="stack choices">
        <p className="soft">{t('record.review-resolved.what')}</p>
        <ul className="plain-list">
          {reasons.map((reason) => (
            <li key={reason}>{words.reasons[reason].why}</li>
          ))}
        </ul>
        <Radio.Group
          label={t('resolve.verdict', { category: category.name, family: family.name })}
          description={t('resolve.reach')}
          value={verdict ?? ''}
          onChange={(value) => setVerdict(value === 'yes' ? 'yes' : 'no')}
        >
          <div className="row choices">
            <Radio value="yes" label={t('verdict.yes')} />
            <Radio value="no" label={t('verdict.no')} />
          </div>
        </Radio.Group>
        {canReachAll && (
          <Radio.Group
            label={t('resolve.for')}
            value={everyFamily ? 'every' : 'one'}
            onChange={(value) => setEveryFamily(value === 'every')}
          >
            <div className="stack-tight choices">
              <Radio value="one" label={t('resolve.forOne', { family: family.name })} />
              <Radio value="every" label={t('resolve.forEvery', { category: category.name })} />
            </div>
          </Radio.Group>
        )}
        <Textarea
          label={t('record.why')}
          description={t('resolve.whyHint')}
          required
          minRows={2}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        {record.problem && <ProblemNote problem={record.problem} />}
        <div className="row">
          <Button size="sm" disabled={!verdict || why.trim() === ''} loading={record.running} onClick={save}>
            {t('save')}
          </Button>
          <span className="soft small">{t('record.by', { by })}</span>
        </div>
      </div>
    </details>
  )
}
