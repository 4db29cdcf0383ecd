/** Who may have said something against mail: the few whose histories must be read for it. */
import type { Question } from '../../preload/contract/vocabulary/mailing.ts'
import { millisOf } from '../domain/time.ts'
import type { Reading } from '../store/index.ts'
import { shapeClasses } from './shapeClasses.ts'

/** Who ever said anything that may stand against mail, and everyone who shares an address with them. */
export function spokeAgainst(reading: Reading, question: Question): ReadonlySet<number> {
  const knowledge = reading.setups.knowledgeAt(millisOf(question.known))
  const classOf = shapeClasses(reading.shapes, question, knowledge)
  const speakers = new Set<number>()
  for (const [contact, shape] of reading.records.newsAfter(-1)) {
    if (speakers.has(contact) || classOf(shape).harmless) continue
    const record = reading.contacts.get(contact)
    for (const one of record ? reading.histories.group(record) : []) speakers.add(one)
  }
  for (const contact of reading.histories.withErased()) {
    const record = reading.contacts.get(contact)
    for (const one of record ? reading.histories.group(record) : [contact]) speakers.add(one)
  }
  return speakers
}
