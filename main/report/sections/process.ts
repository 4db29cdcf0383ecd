/** Who answers for the mailings, with what and with whom, trained and tested: as the sender stated it. RULES.md 4.3. */

import { emptyProcess } from '../../../preload/contract/vocabulary/emptySetup.ts'
import type { Process } from '../../../preload/contract/vocabulary/setup.ts'
import type { CivilDate } from '../../../preload/contract/vocabulary/time.ts'
import type { ProcessFacts } from '../../domain/processReport.ts'
import { instantOf } from '../../domain/time.ts'
import type { Paper } from '../pdf/paper.ts'
import { proofWords } from '../proofWords.ts'
import type { Voice } from '../voice.ts'
import type { Tools } from '../writeSealed.ts'
import { drawDocument } from './document.ts'

type Told = Tools<ProcessFacts>

/** What was left empty is told as not recorded: the reader sees that it was asked. */
export function drawProcess(paper: Paper, tools: Told): void {
  const { voice, facts } = tools
  const { stated: words } = proofWords(voice.language)
  const { responsible, systems, processors, activities, training, tests }: Process = facts.setup.process ?? emptyProcess
  paper.note(words.note)
  paper.facts([[words.responsible, responsible || words.none]])

  paper.sub(words.systems)
  if (systems.length === 0) paper.body(words.none)
  else paper.facts(systems.map(({ name, use }) => [name || words.unnamed, use || words.blank]))

  paper.sub(words.processors)
  if (processors.length === 0) paper.body(words.none)
  for (const { name, does, agreed, documents } of processors) {
    paper.facts([
      [words.processor, name || words.unnamed],
      [words.does, does || words.blank],
      [words.agreed, agreed === null ? words.none : dayOf(agreed, voice)],
    ])
    for (const document of documents) drawDocument({ paper, ...tools }, document)
  }

  paper.sub(words.activities)
  if (activities.where || activities.documents.length === 0) paper.body(activities.where || words.none)
  for (const document of activities.documents) drawDocument({ paper, ...tools }, document)

  drawDated(
    paper,
    words.tests,
    [words.when, words.tested, words.finding],
    tools,
    tests.map(({ on, what, finding }) => [on, what, finding]),
  )
  drawDated(
    paper,
    words.training,
    [words.when, words.about, words.who],
    tools,
    training.map(({ on, about, who }) => [on, about, who]),
  )
}

type Dated = readonly [on: CivilDate | null, what: string, more: string]

function drawDated(
  paper: Paper,
  title: string,
  [when, what, more]: readonly [string, string, string],
  { voice }: Told,
  rows: readonly Dated[],
): void {
  const { stated: words } = proofWords(voice.language)
  paper.sub(title)
  if (rows.length === 0) {
    paper.body(words.none)
    return
  }
  paper.table(
    [
      { title: when, share: 22 },
      { title: what, share: 39 },
      { title: more, share: 39 },
    ],
    rows.map(([on, text, rest]) => [
      on === null ? words.undated : dayOf(on, voice),
      text || words.blank,
      rest || words.blank,
    ]),
  )
}

/** At noon, so that the day is the same in every zone that reads it here. */
const dayOf = (date: CivilDate, voice: Voice): string => voice.day(instantOf(Date.parse(`${date}T12:00:00Z`)))
