/** "Mag ik mailen?" for every category and family of one sender. */
import type { Asked } from '../../preload/contract/contract.ts'
import type { Mailing } from '../../preload/contract/vocabulary/mailing.ts'
import type { History } from '../domain/history.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { decide } from '../domain/rules/decide.ts'

export function glance(
  history: History,
  knowledge: Knowledge,
  { entity, label, at, known }: Omit<Asked<'contacts.glance'>, 'contact'>,
) {
  return [...knowledge.categories.keys()].flatMap((category) =>
    [...knowledge.families.keys()].map((family) => {
      const mailing = plainMailing(entity, label, category, [family])
      const { result, basis, reasons } = decide({ mailing, at, known }, history, knowledge)
      return { category, family, result, basis, reason: reasons[0] ?? null }
    }),
  )
}

/** An ordinary commercial mailing that holds what it must hold. */
export function plainMailing(entity: string, label: string, category: string, families: readonly string[]): Mailing {
  return {
    name: category,
    entity,
    label,
    category,
    families: [...families],
    nature: 'commercial',
    kind: null,
    promotional: true,
    thirdParty: null,
    content: { unsubscribe: true, oneClick: true, identity: true, contactAddress: true, replyWorks: true },
    link: null,
    contentSha256: null,
  }
}
