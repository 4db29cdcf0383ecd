/** What actions on mailings read from the command line beside the mailing itself. */
import { z } from 'zod'
import { err, ok, type Result } from '../../../preload/contract/result.ts'
import { Filter } from '../../../preload/contract/vocabulary/filter.ts'
import { ListFormat } from '../../../preload/contract/vocabulary/listFormat.ts'
import type { Question } from '../../../preload/contract/vocabulary/mailing.ts'
import { WhatIf } from '../../../preload/contract/vocabulary/whatIf.ts'
import type { Call, Ended } from '../command.ts'
import { readJson } from '../json.ts'
import { questionOf } from '../mailing.ts'
import { misuse } from '../refuse.ts'
import type { Session } from '../session.ts'

/** A number that was typed as the second word or as an option. */
export function numberIn(call: Call, text: string | null, needed: string): Result<number, Ended> {
  if (text === null) return err(misuse(call, 'usage.needs-option', { option: needed }))
  return /^\d{1,12}$/u.test(text) ? ok(Number(text)) : err(misuse(call, 'usage.no-number', { text }))
}

export function filterOf(call: Call): Result<Filter | null, Ended> {
  const file = call.text('filter')
  return file === null ? ok(null) : readJson(call, file, Filter)
}

export function supposedOf(call: Call): Result<WhatIf[], Ended> {
  const file = call.text('suppose')
  return file === null ? ok([]) : readJson(call, file, z.array(WhatIf))
}

/** The question with its filter. */
export async function narrowedQuestion(call: Call, session: Session): Promise<Result<Question, Ended>> {
  const question = await questionOf(call, session)
  if (!question.ok) return question
  const filter = filterOf(call)
  if (!filter.ok) return filter
  return ok(filter.value === null ? question.value : { ...question.value, filter: filter.value })
}

/** As named, else as the file's ending says. */
export function formatOf(call: Call, out: string): Result<ListFormat, Ended> {
  const word = call.text('format') ?? (/\.xlsx$/iu.test(out) ? 'xlsx' : 'csv')
  const format = ListFormat.safeParse(word)
  const words = ListFormat.options.join(', ')
  return format.success ? ok(format.data) : err(misuse(call, 'usage.one-of', { option: '--format', words }))
}
