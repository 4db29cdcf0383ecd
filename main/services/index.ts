/** Every endpoint of the contract, each from its service. */
import type { JobName } from '../../preload/contract/contract.ts'
import type { Store } from '../store/index.ts'
import { anchorService } from './anchors.ts'
import { auditService } from './audit.ts'
import { comparingService } from './comparing.ts'
import { contactService } from './contacts.ts'
import { contentService } from './content.ts'
import { doubleService } from './doubles.ts'
import { evidenceService } from './evidence.ts'
import type { Handlers, Surroundings } from './handlers.ts'
import { importService } from './imports.ts'
import { mailingService } from './mailings.ts'
import { planningService } from './planning.ts'
import { registerService } from './register.ts'
import { reviewService } from './reviews.ts'
import { rightsService } from './rights.ts'
import { sendingService } from './sending.ts'
import { setupService } from './setup.ts'
import { sourceService } from './sources.ts'
import { upkeepService } from './upkeep.ts'

/** Jobs that write, or that read what only the writing connection sees: one at a time, in turn with commands. */
export const writingJobs: ReadonlySet<JobName> = new Set<JobName>([
  'imports.commit',
  'content.read',
  'sending.reconcile',
  'sending.explain',
  'mailings.freeze',
  'mailings.suppressionList',
  'mailings.export',
  'evidence.export',
  'evidence.mailing',
  'evidence.process',
  'evidence.lacking',
  'evidence.answer',
  'anchors.page',
  'register.audit',
  'register.rebuild',
  'register.sample',
  'register.compact',
  'register.backup',
  'register.copyDue',
  'register.exportAll',
  'register.importAll',
  'rights.erase',
  'rights.access',
  'rights.consentRecords',
])

/** Jobs that stage a file or commit what is staged: one at a time. Others go on writing while a file is staged. */
export const stagingJobs: ReadonlySet<JobName> = new Set<JobName>([
  'imports.stage',
  'imports.commit',
  'register.sample',
])

export function services(store: Store, surroundings: Surroundings): Handlers {
  const setup = setupService(store, surroundings)
  const imports = importService(store, surroundings)
  return {
    ...setup,
    ...imports,
    ...sourceService(store),
    ...doubleService(store, surroundings),
    ...contactService(store, surroundings),
    ...mailingService(store, surroundings),
    ...comparingService(store),
    ...reviewService(store),
    ...planningService(store, surroundings),
    ...sendingService(store, surroundings),
    ...contentService(store, surroundings),
    ...evidenceService(store, surroundings),
    ...anchorService(store, surroundings),
    ...rightsService(store, surroundings),
    ...upkeepService(store, surroundings),
    ...auditService(store, surroundings),
    ...registerService(store, surroundings, { ...setup, ...imports }),
  }
}
