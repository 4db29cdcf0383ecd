/** The request that a report answers: who asked what and when, and what was searched for. RULES.md 4.1, points 1 and 2. */
import type { AnsweredRequest } from '../../domain/evidenceInput.ts'
import type { Paper } from '../pdf/paper.ts'
import { proofWords } from '../proofWords.ts'
import type { Voice } from '../voice.ts'

interface Asked {
  readonly paper: Paper
  readonly voice: Voice
  readonly request: AnsweredRequest
  readonly reference: string | null
}

export function drawRequest({ paper, voice, request, reference }: Asked): void {
  const { request: words } = proofWords(voice.language)
  const { from, received, answerBefore, period, questions, search, inRegister } = request
  paper.facts([
    [words.from, words.askers[from]],
    [words.reference, reference ?? voice.words.cover.noReference],
    [words.received, voice.day(received)],
    [words.answerBefore, answerBefore === null ? null : voice.day(answerBefore)],
    [
      words.period,
      period && voice.say(voice.words.cover.spanValue, { from: voice.day(period.from), to: voice.day(period.to) }),
    ],
  ])
  paper.sub(words.questions)
  const asked = questions.split(/\r?\n/u).filter((line) => line.trim() !== '')
  if (asked.length === 0) paper.body(words.noQuestions)
  else for (const line of asked) paper.quote(line)

  if (search.address === null && search.message === null) return
  const { message } = search
  paper.sub(words.search)
  paper.facts([
    [words.address, search.address],
    [words.sender, message?.from ?? null],
    [words.subject, message?.subject || null],
    [words.sent, message?.sent ? voice.exact(message.sent) : null],
    [words.messageId, message?.messageId ?? null],
  ])
  if (inRegister === false) paper.body(words.unknownAddress)
  else paper.body(search.how === null ? words.notFound : words.how[search.how])
  paper.note(words.searched)
}
