/** The shape of a service: one function an endpoint, typed by the contract. */
import type { Answer, Asked, CallName, contract, JobName, Name } from '../../preload/contract/contract.ts'
import type { Problem, Result } from '../../preload/contract/result.ts'
import type { Grant, Progress, Target } from '../../preload/contract/vocabulary/progress.ts'
import type { Importer } from './importer.ts'
import type { LogChecker } from './verifyLog.ts'

/** Work in steps. Each `yield` is a point where it may be shown, paused or cancelled. */
export type Steps<T> = Generator<Progress, T, void> | AsyncGenerator<Progress, T, void>

export type Handler<N extends Name> = N extends JobName
  ? (asked: Asked<N>) => Steps<Result<Answer<N>, Problem>>
  : N extends CallName
    ? (asked: Asked<N>) => Result<Answer<N>, Problem> | QuerySteps<N>
    : never

/** A query that goes through everybody does so in steps too, so that it holds nobody up; or it asks another thread. */
type QuerySteps<N extends CallName> = N extends QueryName
  ? Generator<Progress, Result<Answer<N>, Problem>, void> | Promise<Result<Answer<N>, Problem>>
  : never
type QueryName = { [N in CallName]: (typeof contract)[N]['kind'] extends 'query' ? N : never }[CallName]

export type Handlers = { readonly [N in Name]: Handler<N> }

/** The endpoints of one service: `HandlersOf<'imports'>` is everything named `imports.*`. */
export type HandlersOf<Service extends string> = Pick<Handlers, Extract<Name, `${Service}.${string}`>>

/** What the services take from outside, so that tests can choose it. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** The path behind a token; null when it was never given, or not in this session. */
  readonly pathOf: (token: Grant | Target) => string | null
  /** A token for a file of the register's own making. */
  readonly grant: (path: string) => Grant
  /** Where files are staged and committed. */
  readonly importer: Importer
  /** What recomputes the log's hashes while its texts are looked at; null where nothing does. */
  readonly checkLog: LogChecker | null
}
