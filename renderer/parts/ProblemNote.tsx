/** A failure in words: what happened, what is safe, what to do; a code small beneath. */
import { Button } from '@mantine/core'
import type { Problem } from '../../preload/contract/result.ts'
import { type Text, useText, type WordId } from '../app/language.tsx'
import { sharedWords } from '../app/sharedWords.ts'

export function ProblemNote({ problem, again }: { readonly problem: Problem; readonly again?: () => void }) {
  const text = useText()
  const { what, todo, code } = problemInWords(problem, text)
  return (
    <div className="note" data-tone="no" role="alert">
      <strong>{what}</strong>
      <span>
        {text.t('problem.safe')} {todo}
      </span>
      <span className="code soft">{code}</span>
      {again && (
        <div>
          <Button size="xs" variant="default" onClick={again}>
            {text.t('again')}
          </Button>
        </div>
      )}
    </div>
  )
}

export function problemInWords(problem: Problem, { t, language }: Text): { what: string; todo: string; code: string } {
  const { files, fill } = sharedWords(language)
  const say = (id: WordId, todo: WordId, code: string) => ({ what: t(id), todo: t(todo), code })
  switch (problem.kind) {
    case 'invalid':
      return say(
        'problem.invalid',
        'problem.invalid.do',
        ['invalid', ...problem.issues.slice(0, 5).map(({ path }) => path)].join(' · '),
      )
    case 'missing':
      return say(`problem.missing.${problem.what}`, 'problem.missing.do', `missing · ${problem.what}`)
    case 'stale':
      return say(`problem.stale.${problem.what}`, 'problem.stale.do', `stale · ${problem.what}`)
    case 'unreadable': {
      const { means, help } = files.unreadable[problem.code]
      const values = { line: problem.line ?? '?', about: problem.about ?? '' }
      const where =
        problem.line === null || means.includes('{line}') ? '' : t('problem.unreadable.line', { line: problem.line })
      return {
        what: fill(means, values),
        todo: [where, fill(help, values)].join(' ').trim(),
        code: ['unreadable', problem.code, problem.line ?? []].flat().join(' · '),
      }
    }
    case 'unwritable':
      return say(`problem.unwritable.${problem.code}`, 'problem.unwritable.do', `unwritable · ${problem.code}`)
    case 'setup':
      return {
        what: t('problem.setup'),
        todo: t('problem.setup.do'),
        code: problem.flaws.map((flaw) => `${flaw.code} ${flaw.path}`).join(' · '),
      }
    case 'refused':
      return say(`problem.refused.${problem.code}`, `problem.refused.${problem.code}.do`, `refused · ${problem.code}`)
    case 'busy':
      return say('problem.busy', 'problem.busy.do', 'busy')
    case 'cancelled':
      return say('problem.cancelled', 'problem.cancelled.do', 'cancelled')
    case 'defect':
      return say('problem.defect', 'problem.defect.do', `defect · ${problem.ref}`)
  }
}
