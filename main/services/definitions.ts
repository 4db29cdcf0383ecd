/** Mailings as they are defined: by themselves, after an earlier one that returns, or anew while nothing rests on them. */
import { isDeepStrictEqual } from 'node:util'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Mailing } from '../../preload/contract/vocabulary/mailing.ts'
import type { DefinedEvent } from '../domain/mailingChanges.ts'
import type { Reading, Store } from '../store/index.ts'
import { definitionOf, isRelied, mailingOf } from './definedMailing.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'
import { templates } from './mailingEntries.ts'
import { mailingFlaw } from './mailingFlaw.ts'
import { occurredAt } from './now.ts'

type DefinitionHandlers = Pick<
  HandlersOf<'mailings'>,
  'mailings.define' | 'mailings.change' | 'mailings.copy' | 'mailings.mark' | 'mailings.templates'
>

export function definitions({ read, write }: Store, { now }: Surroundings): DefinitionHandlers {
  return {
    'mailings.define': ({ mailing, by }) => define(mailing, null, by),

    'mailings.change': ({ mailing: id, to, by }) => {
      const before = definitionOf(write, id)
      if (!before) return err({ kind: 'missing', what: 'mailing' })
      if (isRelied(write, id)) return err({ kind: 'refused', code: 'mailing-relied' })
      const flaw = mailingFlaw(write.setups.knowledgeAt(Number.POSITIVE_INFINITY), to)
      if (flaw) return err(flaw)
      if (isDeepStrictEqual(before.body.mailing, to)) return ok({ mailing: id })
      const { copyOf } = before.body
      record({ mailing: to, id, ...(copyOf === undefined ? {} : { copyOf }), replaces: before.seq }, by)
      return ok({ mailing: id })
    },

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
        // A definition that takes the place of another is no further use.
        const isNew = event.type === 'mailing-defined' && event.body.replaces === undefined
        return isNew && event.body.copyOf !== undefined ? [event.body.copyOf] : []
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
    record({ mailing, id, ...(copyOf === null ? {} : { copyOf }) }, by)
    return ok({ mailing: id })
  }

  function record(body: DefinedEvent['body'], by: string): void {
    const moment = now()
    write.act(by, moment, (act) => {
      const draft = { occurred: occurredAt(moment), via: 'system', type: 'mailing-defined', body } as const
      write.project(write.events.get(write.append.append(act, draft, null)) as RegisterEvent)
    })
  }
}

/** The filter with which it was frozen last. */
function lastFilter({ records, events }: Reading, mailing: number) {
  const [latest] = records.decisions(mailing)
  const event = latest ? events.get(latest.seq) : null
  return event?.type === 'decided' ? event.body.filter : undefined
}
