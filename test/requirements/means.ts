/** Short names for the places that requirements point to. */
import type { Name } from '../../preload/contract/contract.ts'
import type { Place, ScreenName, Shown } from './requirement.ts'

const within =
  (file: string) =>
  (name: string): Shown => ({ kind: 'test', file, name })

const rules = (file: string) => within(`test/main/domain/rules/${file}.test.ts`)
/** A worked case of RULES.md 3.9 by its number. */
export const worked = rules('workedCases')
export const edge = rules('edgeCases')
export const special = rules('specialMail')
export const policies = rules('policies')
export const reasons = rules('reasons')
export const successions = rules('successions')
export const lesson = rules('lessonExample')
export const precedence = rules('precedence')
export const collection = rules('collection')
export const grades = rules('grades')
export const status = rules('status')
export const norms = rules('norms')
export const invariant = rules('invariants')
export const words = rules('words')

export const address = within('test/main/domain/address.test.ts')
export const evidence = within('test/main/domain/evidence.test.ts')
export const dossier = within('test/main/report/writeEvidence.test.ts')
export const checked = within('test/main/report/verifyEvidence.test.ts')
export const log = within('test/main/store/log.test.ts')
export const register = within('test/main/services/register.test.ts')
export const tallied = within('test/main/services/tally.test.ts')
export const message = within('test/main/services/content.test.ts')
export const erased = within('test/main/services/rights/erase.test.ts')
export const setUp = within('test/main/services/setup.test.ts')
export const sent = within('test/main/services/sending.test.ts')
export const narrowed = within('test/main/services/comparing.test.ts')
export const planned = within('test/main/services/planning.test.ts')
export const lists = within('test/main/services/lists.test.ts')
export const chosen = within('test/main/services/policies.test.ts')
export const audited = within('test/main/services/rights/audit.test.ts')
export const process = within('test/main/services/processProof.test.ts')
export const entered = within('test/main/services/entering.test.ts')
export const files = within('test/main/files/reading.test.ts')
export const profiles = within('test/main/files/profiles.test.ts')
export const list = within('test/main/files/writing.test.ts')
export const typed = within('test/main/terminal/commands.test.ts')
export const web = within('test/main/host/web.test.ts')
export const journey = within('test/e2e/window/journey.test.ts')
export const page = within('test/e2e/web/session.test.ts')

export const screen = (name: ScreenName): Place => ({ kind: 'screen', screen: name })
export const terminal = (command: string): Place => ({ kind: 'terminal', command })
export const endpoint = (name: Name): Place => ({ kind: 'endpoint', name })
