/** Decides some answers of every frozen list again, and looks what the consents of those on it are worth. */
import { inflateRawSync } from 'node:zlib'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { decide } from '../domain/rules/decide.ts'
import { gradeIn } from '../domain/rules/grades.ts'
import { millisOf } from '../domain/time.ts'
import type { Reading } from '../store/index.ts'
import { mailingOf } from './definedMailing.ts'

const ROW = 6

export interface Sample {
  /** Answers that were decided again. */
  readonly decided: number
  /** `decision contact` of those that came out otherwise. */
  readonly different: readonly string[]
  /** Consents behind a yes; and the events among them of grade D or X. */
  readonly consents: number
  readonly weak: readonly number[]
}

interface Stored {
  readonly result: string
  readonly basis: string | null
}

/** `samples` of each list, evenly spread. Contacts that were erased, or since belong together with others, are left out. */
export function* sampleDecisions(reading: Reading, samples: number): Generator<Progress, Sample, void> {
  const kin = reading.contacts.kin()
  const ids = reading.sqlite.select<[], { id: number }>('SELECT id FROM decision ORDER BY id', ['id']).pluck<number>()
  const different: string[] = []
  const weak = new Set<number>()
  let [decided, consents] = [0, 0]

  const check = (id: number): void => {
    const record = reading.records.decision(id)
    const event = record && reading.events.get(record.seq)
    if (!record || event?.type !== 'decided') return
    const mailing = mailingOf(reading, event.body.mailing)
    if (!mailing) return
    const { at, known } = event.body
    const question = { mailing, at, known, mailingId: event.body.mailing }
    const knowledge = reading.setups.knowledgeAt(millisOf(known))
    for (const { contact, answer } of spread(inflateRawSync(record.record), samples)) {
      const person = kin.has(contact) ? undefined : reading.contacts.get(contact)
      if (!person) continue
      const history = reading.histories.of(person, [contact])
      const again = decide(question, history, knowledge)
      decided++
      if (again.result !== answer.result || again.basis !== answer.basis) different.push(`${id} ${contact}`)
      if (again.result !== 'yes' || again.basis !== 'consent') continue
      const used = history.entries.filter(
        ({ seq, detail }) => detail.type === 'consent-given' && again.events.includes(seq),
      )
      consents += used.length
      const grades = used.map((entry) => gradeIn(entry, history, knowledge, millisOf(at), millisOf(known)))
      if (grades.length > 0 && grades.every((grade) => grade === 'D' || grade === 'X')) {
        for (const { seq } of used) weak.add(seq)
      }
    }
  }
  for (const [place, id] of ids.entries()) {
    check(id)
    yield { step: 'deciding', done: place + 1, total: ids.length }
  }
  return { decided, different, consents, weak: [...weak] }
}

/** Rows of a record as `recordOf` wrote it. */
function spread(record: Buffer, samples: number): { contact: number; answer: Stored }[] {
  const start = record.indexOf('\n') + 1
  const answers = JSON.parse(record.toString('utf8', 0, start)) as Stored[]
  const rows = Math.floor((record.length - start) / ROW)
  const count = Math.min(samples, rows)
  return Array.from({ length: count }, (_, at) => {
    const row = start + Math.floor((at * rows) / count) * ROW
    return { contact: record.readUInt32LE(row), answer: answers[record.readUInt16LE(row + 4)] as Stored }
  })
}
