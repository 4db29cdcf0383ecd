/** What a form makes of what an order says: every kind of form against every kind of word. RULES.md 1.3 C1, 3.4 K4. */
import { describe, expect, test } from 'vitest'
import { collectionBy } from '../../../../main/domain/rules/collection.ts'
import type { Box, FormVersion } from '../../../../preload/contract/vocabulary/setup.ts'
import { vanDam } from './fixture.ts'

const forms = Object.fromEntries(vanDam.points.flatMap(({ versions }) => versions.map((one) => [one.key, one])))
const form = (key: string, ...more: Box[]): FormVersion => {
  const version = forms[key] as FormVersion
  return { ...version, boxes: [...version.boxes, ...more] }
}
const optIn = form('co4').boxes[0] as Box
const optOut = form('co5').boxes[0] as Box

const named = {
  'empty "no mail" box': form('co5'),
  'empty "yes, mail" box': form('co4'),
  'ticked "yes, mail" box': form('co3'),
  'both boxes': form('co5', optIn),
  'two "yes" boxes': form('co4', { ...optIn, key: 'acties', categories: ['acties'] }),
  'only in the terms': form('co2'),
  'behind an icon': { ...form('co5'), boxes: [{ ...optOut, placement: 'hidden' as const }] },
  'no box at all': { ...form('co5'), boxes: [] },
  'form not known': null,
} satisfies Record<string, FormVersion | null>

type Row = readonly [
  name: keyof typeof named,
  says: 'yes' | 'no' | 'none',
  boxes: Record<string, 'ticked' | 'unticked'> | null,
  offered: string,
  outcome: string,
  made: string,
]

const rows: readonly Row[] = [
  // form                    file says  box by box            offered        outcome     and so
  ['empty "no mail" box', 'none', { nee: 'unticked' }, 'opt-out', 'not-used', 'nothing'],
  ['empty "no mail" box', 'none', { nee: 'ticked' }, 'opt-out', 'used', 'objects to all'],
  ['empty "no mail" box', 'yes', null, 'opt-out', 'not-used', 'nothing'],
  ['empty "no mail" box', 'no', null, 'opt-out', 'used', 'objects to all'],
  ['empty "no mail" box', 'none', null, 'opt-out', 'unknown', 'nothing'],
  ['empty "yes, mail" box', 'yes', null, 'opt-in-only', 'unknown', 'consents to nieuws'],
  ['empty "yes, mail" box', 'no', null, 'opt-in-only', 'unknown', 'refuses nieuws'],
  ['empty "yes, mail" box', 'none', { nb: 'unticked' }, 'opt-in-only', 'unknown', 'refuses nieuws'],
  ['empty "yes, mail" box', 'none', null, 'opt-in-only', 'unknown', 'nothing'],
  ['ticked "yes, mail" box', 'yes', null, 'preticked', 'not-used', 'leaves a tick that was there'],
  ['ticked "yes, mail" box', 'no', null, 'preticked', 'used', 'objects to nieuws, acties'],
  ['ticked "yes, mail" box', 'none', null, 'preticked', 'unknown', 'nothing'],
  // Where both stand, a bare word speaks of the opt-in box; of the other nothing is known.
  ['both boxes', 'yes', null, 'opt-out', 'unknown', 'consents to nieuws'],
  ['both boxes', 'no', null, 'opt-out', 'unknown', 'refuses nieuws'],
  ['both boxes', 'none', { nee: 'unticked', nb: 'unticked' }, 'opt-out', 'not-used', 'refuses nieuws'],
  // One "yes" for two boxes says of neither that it was ticked; one "no" says it of both.
  ['two "yes" boxes', 'yes', null, 'opt-in-only', 'unknown', 'nothing'],
  ['two "yes" boxes', 'no', null, 'opt-in-only', 'unknown', 'refuses nieuws, acties'],
  ['two "yes" boxes', 'none', { acties: 'ticked' }, 'opt-in-only', 'unknown', 'consents to acties'],
  ['only in the terms', 'yes', null, 'none', 'unknown', 'nothing'],
  ['behind an icon', 'no', null, 'none', 'unknown', 'objects to all'],
  ['no box at all', 'yes', null, 'none', 'unknown', 'nothing'],
  ['form not known', 'yes', null, 'none', 'unknown', 'nothing'],
  ['form not known', 'no', null, 'none', 'unknown', 'refuses all'],
]

describe('what a form makes of an order', () => {
  test.each(rows)(
    '%s; the file says %s %o: offered %s, %s; the customer %s',
    (name, says, boxes, offered, outcome, made) => {
      const collection = collectionBy(named[name], says, boxes)
      expect([collection.offered, collection.outcome, madeOf(collection)]).toEqual([offered, outcome, made])
    },
  )
})

function madeOf({ agreed, refused, objected }: ReturnType<typeof collectionBy>): string {
  const parts = [
    ...agreed.map((box) =>
      box.default === 'preticked' ? 'leaves a tick that was there' : `consents to ${box.categories.join(', ')}`,
    ),
    ...(refused === null ? [] : [`refuses ${refused.length === 0 ? 'all' : refused.join(', ')}`]),
    ...(objected === null
      ? []
      : [`objects to ${objected.kind === 'categories' ? objected.categories.join(', ') : 'all'}`]),
  ]
  return parts.join('; ') || 'nothing'
}
