/** The whole program without a window: open a file, get a door. */
import { err, type OpenProblem, ok, type Result } from '../../preload/contract/result.ts'
import { type Importer, importerHere } from '../services/importer.ts'
import { services, stagingJobs, writingJobs } from '../services/index.ts'
import type { LogChecker } from '../services/verifyLog.ts'
import { openStore } from '../store/index.ts'
import type { Defect } from './defect.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'
import { createGrants, type Grants } from './grants.ts'

export interface OpenRegister {
  readonly dispatch: Dispatch
  readonly grants: Grants
  /** Refuses new work, cancels and awaits what runs, then closes the file. */
  readonly close: () => Promise<void>
}

/** How a register behaves towards its surroundings. */
export interface Manners {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly report: (defect: Defect) => void
  /** Tests also hold answers to the contract. */
  readonly checkAnswers?: boolean | undefined
  /** Where files are staged and committed: in this very thread unless said otherwise. */
  readonly importer?: (file: string) => Importer
  /** What recomputes hashes while a verification reads texts: nothing, one after the other, unless said otherwise. */
  readonly checkLog?: LogChecker
}

/** Makes the file when it is not there. A file that cannot be opened is left as it was found. */
export function openRegister(file: string, manners: Manners): Result<OpenRegister, OpenProblem> {
  const opened = openStore(file, { now: manners.now })
  if (!opened.ok) return err(opened.error.problem)
  const store = opened.value
  const grants = createGrants()
  const { now, report, checkAnswers, importer: importerOf = importerHere, checkLog = null } = manners
  const importer = importerOf(file)
  const handlers = services(store, { now, ...grants, importer, checkLog })
  const dispatch = createDispatch({ handlers, writingJobs, stagingJobs, report, checkAnswers })
  const close = async () => {
    await dispatch.close()
    await importer.rest()
    store.close()
  }
  return ok({ dispatch, grants, close })
}
