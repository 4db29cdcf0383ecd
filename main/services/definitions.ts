/** Mailings as they are defined, by themselves or after an earlier one that returns. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Mailing } from '../../preload/contract/vocabulary/mailing.ts'
import type { Reading, Store } from '../store/index.ts'
import { mailingOf } from './definedMailing.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { templates } from './mailingEntries.ts'
import { mailingFlaw } from './mailingFlaw.ts'
import { occurredAt } from './now.ts'

type DefinitionHandlers = Pick<
  HandlersOf<'mailings'>,
  'mailings.define' | 'mailings.copy' | 'mailings.mark' | 'mailings.templates'
>

export function definitions({ read, write }: Store, { now }: Surroundings): DefinitionHandlers {
  return {
    'mailings.define': ({ mailing, by }) => define(mailing, null, by),

    'mailings.copy': ({ mailing: id, name, contentSha256, by }) => {
      const mailing = mailingOf(write, id)
      if (!mailing) return err({ kind: 'missing', what: 'mailing' })
      if (contentSha256 != null && !write.documents.find(contentSha256)) {
        return err({ kind: 'missing', what: 'document' })
      }
      const content = contentSha256 === undefined ? mailing.contentSha256 : contentSha256
      return define({ ...mailing, name, contentSha256: content }, id, by)
    },

    'mailings.mark': ({ mailing, template, by }) => {
      if (!mailingOf(write, mailing)) return err({ kind: 'missing', what: 'mailing' })
      if (templates(write).has(mailing) === template) return ok({})
      const moment = now()
      write.act(by, moment, (act) => {
        const body = { mailing, template }
        write.append.append(act, { occurred: occurredAt(moment), via: 'system', type: 'template-set', body }, null)
      })
      return ok({})
    },

    'mailings.templates': () => {
      const marked = templates(read)
      const made = read.register.all().flatMap((event) => {
        return event.type === 'mailing-defined' && event.body.copyOf !== undefined ? [event.body.copyOf] : []
      })
      return ok(
        read.records.mailings().flatMap(({ id }) => {
          const mailing = marked.has(id) ? mailingOf(read, id) : null
          if (!mailing) return []
          const uses = made.filter((one) => one === id).length
          const filter = lastFilter(read, id)
          return [{ id, mailing, uses, ...(filter ? { filter } : {}) }]
        }),
      )
    },
  }

  function define(mailing: Mailing, copyOf: number | null, by: string): Result<{ mailing: number }, Problem> {
    const flaw = mailingFlaw(read.setups.knowledgeAt(Number.POSITIVE_INFINITY), mailing)
    if (flaw) return err(flaw)
    const id = write.records.nextMailing()
    const moment = now()
    write.act(by, moment, (act) => {
      const body = { mailing, id, ...(copyOf === null ? {} : { copyOf }) }
      const draft = { occurred: occurredAt(moment), via: 'system', type: 'mailing-defined', body } as const
      write.project(write.events.get(write.append.append(act, draft, null)) as RegisterEvent)
    })
    return ok({ mailing: id })
  }
}

/** The filter with which it was frozen last. */
function lastFilter({ records, events }: Reading, mailing: number) {
  const [latest] = records.decisions(mailing)
  const event = latest ? events.get(latest.seq) : null
  return event?.type === 'decided' ? event.body.filter : undefined
}
