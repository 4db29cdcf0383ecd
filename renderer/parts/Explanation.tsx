/** An answer explained, always in this order: the answer, why in one sentence, article and facts, what would change it. */
import type { ReactNode } from 'react'
import type { Decision, ReasonCode } from '../../preload/contract/vocabulary/decision.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { VerdictSign } from './Verdict.tsx'

export interface Fact {
  readonly seq: number
  readonly words: string
}

export function Explanation({
  decision,
  title,
  facts,
  onFact,
  children,
}: {
  readonly decision: Decision
  /** What was asked: "Nieuwsbrief, over Fietsen". */
  readonly title: string
  /** The events it rests on, in words. */
  readonly facts: readonly Fact[]
  readonly onFact: (seq: number) => void
  readonly children?: ReactNode
}) {
  const { t, moment } = useText()
  const { decision: words, letters } = useSharedWords()
  const [first, ...others] = decision.reasons
  const helps = [...new Set(decision.reasons.map((reason) => words.reasons[reason].helps))]
  return (
    <section className="explanation" data-verdict={decision.result} aria-label={t('explain.label')} aria-live="polite">
      <div className="row-apart">
        <VerdictSign verdict={decision.result} large />
        <span className="soft small">{title}</span>
      </div>
      <p className="answer">
        {first
          ? words.reasons[first].why
          : decision.basis
            ? words.bases[decision.basis].meaning
            : words.verdictMeanings[decision.result]}
      </p>
      {others.length > 0 && (
        <div className="stack-tight">
          <span className="soft small">{t('explain.also')}</span>
          <ul>
            {others.map((reason) => (
              <li key={reason}>{words.reasons[reason].why}</li>
            ))}
          </ul>
        </div>
      )}
      <dl className="facts">
        {decision.basis && (
          <>
            <dt>{t('explain.basis')}</dt>
            <dd>
              {words.bases[decision.basis].name}
              {decision.grade && <span className="soft"> · {words.grades[decision.grade].name}</span>}
            </dd>
          </>
        )}
        <dt>{t('explain.articles')}</dt>
        <dd>{decision.norms.map((norm) => norm.cited).join(' · ') || t('explain.noArticle')}</dd>
        <dt>{t('explain.facts')}</dt>
        <dd>
          {facts.length === 0
            ? t('explain.noFacts')
            : facts.map((fact) => (
                <div key={fact.seq}>
                  <button type="button" className="as-link" onClick={() => onFact(fact.seq)}>
                    {fact.words}
                  </button>
                </div>
              ))}
        </dd>
        {helps.length > 0 && (
          <>
            <dt>{t('explain.helps')}</dt>
            <dd>
              {helps.map((help) => (
                <p key={help}>{help}</p>
              ))}
              {decision.result === 'no' && decision.reasons.some((reason) => askable.includes(reason)) && (
                <a href="#/contacts/asking">{letters.open}</a>
              )}
            </dd>
          </>
        )}
      </dl>
      {children}
      <span className="soft small">
        {t('explain.stand', { at: moment(decision.at), known: moment(decision.known), edition: decision.edition })}
      </span>
    </section>
  )
}

/** Where nothing was said against mail: asking is possible, though not by mail. */
const askable: readonly ReasonCode[] = [
  'NO_BASIS_PROSPECT',
  'NO_CONSENT',
  'NO_OBJECTION_OPPORTUNITY',
  'CONSENT_PRETICKED',
  'CONSENT_WRONG_CATEGORY',
  'CONSENT_WRONG_SENDER',
  'CONSENT_BUNDLED',
  'CONSENT_NO_PURPOSE',
  'CONSENT_UNPROVEN',
  'CONSENT_UNDATED',
  'IMPORT_THIRD_PARTY',
  'SALE_MARKETPLACE',
  'SALE_STALE',
  'SALE_OTHER_ENTITY',
  'NOT_SIMILAR',
  'QUOTE_ONLY',
  'CART_ONLY',
  'ACCOUNT_ONLY',
]
