/** Nothing that a decision can say is without words, in either language; and no words promise too much. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NormRef, ReasonCode } from '../../../../preload/contract/vocabulary/decision.ts'
import { defaultPolicy } from '../../../../preload/contract/vocabulary/emptySetup.ts'
import { enDecision } from '../../../../preload/words/en/decision.ts'
import { nlDecision } from '../../../../preload/words/nl/decision.ts'
import { answer, anyWorld } from '../../../support/histories.ts'

describe.each([
  ['nl', nlDecision],
  ['en', enDecision],
])('words in %s', (_, words) => {
  test('every reason has a short label, one sentence why, and what helps', () => {
    for (const code of ReasonCode.options) {
      const { label, why, helps } = words.reasons[code]
      expect(label.length, code).toBeLessThanOrEqual(40)
      expect(label, code).not.toMatch(/[.]$/u)
      expect(why, code).toMatch(/^\S.*[.?]$/u)
      expect(helps, code).toMatch(/^\S.*[.?]$/u)
    }
    expect(Object.keys(words.reasons).sort()).toEqual([...ReasonCode.options].sort())
  })

  test('every rule, norm and policy has its words', () => {
    expect(Object.keys(words.norms).sort()).toEqual([...NormRef.shape.id.options].sort())
    expect(Object.keys(words.policies).sort()).toEqual(Object.keys(defaultPolicy).sort())
    const rules = new Set(
      fc.sample(anyWorld, { numRuns: 500, seed: 1 }).flatMap((world) => answer(world).findings.map(({ rule }) => rule)),
    )
    expect([...rules].filter((rule) => !(rule in words.rules))).toEqual([])
    expect(rules.size).toBeGreaterThan(30)
  })

  test('nothing is called watertight', () => {
    expect(JSON.stringify(words)).not.toMatch(/AVG-proof|GDPR-proof|100 ?%|waterdicht|legaal|watertight/iu)
  })

  test('no sentence stands twice by mistake', () => {
    const labels = Object.values(words.reasons).map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
  })
})
