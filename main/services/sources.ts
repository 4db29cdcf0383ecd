/** From an event back to the rows of the file that it was read from. */
import { err, ok } from '../../preload/contract/result.ts'
import type { Store } from '../store/index.ts'
import type { HandlersOf } from './handlers.ts'
import { sourceCells } from './sourceRows.ts'

export function sourceService({ read }: Store): HandlersOf<'sources'> {
  return {
    'sources.ofEvent': ({ seq }) => {
      const event = read.events.get(seq)
      return event ? ok(sourceCells(read, event)) : err({ kind: 'missing', what: 'event' })
    },
  }
}
