/** What keeps a register whole over the years: copies, moving house, and looking at it as an inspector would. */
import { z } from 'zod'
import { command, job, query } from '../endpoint.ts'
import { Grant, Target } from '../vocabulary/progress.ts'
import { Instant } from '../vocabulary/time.ts'
import { OlderCopy } from './rights.ts'

export const upkeep = {
  /** Rewrites the file so that nothing deleted is left in it. `rights.erase` does it by itself where the disk has room. */
  'register.compact': job(z.strictObject({}), z.strictObject({ bytes: z.int() })),
  /**
   * A copy while the register goes on working, checked before it counts: SQLite's own check, and the whole log verified
   * on the copy. `to` null: beside the register, where the oldest copies make room for the newest.
   */
  'register.backup': job(
    z.strictObject({ to: Target.nullable() }),
    z.strictObject({
      name: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      /** The log on the copy: as large as here, and it holds. */
      events: z.int(),
      removed: z.int(),
      at: Instant,
    }),
  ),
  /**
   * How often the program makes a copy by itself, and where: null where it makes none. A folder of null is beside the
   * register. Each is checked as `register.backup` does; of the newest, `kept` stay.
   */
  'register.copyPlan': query(
    z.strictObject({}),
    z.strictObject({
      plan: z.strictObject({ folder: z.string().nullable(), every: z.enum(['day', 'week']), kept: z.int() }).nullable(),
      last: z.strictObject({ at: Instant, name: z.string() }).nullable(),
      /** The last try did not work; it is tried again every hour. `code` as of a problem. */
      failed: z.strictObject({ at: Instant, code: z.string() }).nullable(),
    }),
  ),
  /** Plans copies, or with `every: null` stops them. `to` is a folder, made where it is not there; null: beside the register. */
  'register.planCopies': command(
    z.strictObject({
      every: z.enum(['day', 'week']).nullable(),
      to: Target.nullable(),
      /** The folder that was planned before stays; `to` is not looked at. */
      sameFolder: z.boolean().default(false),
      kept: z.int().min(2).max(60).default(7),
    }),
    z.strictObject({}),
  ),
  /** Makes the planned copy where it is due: when the register changed and the last one is old enough. */
  'register.copyDue': job(z.strictObject({}), z.strictObject({ made: z.string().nullable() })),
  /** Copies beside the register and in the planned folder, newest first. */
  'register.copies': query(z.strictObject({}), z.array(OlderCopy)),
  /**
   * The whole register as lines of JSON (format `mailbewijs-register/1`, described in main/services/interchange.ts):
   * every event to the letter, documents, frozen decisions, checkpoints. Equal registers give equal bytes. With
   * `identity` the signing key travels too: the other register then is this one, and this one must not be used any more.
   */
  'register.exportAll': job(
    z.strictObject({ to: Target, identity: z.boolean().default(false), by: z.string().max(120) }),
    z.strictObject({ sha256: z.string(), bytes: z.int(), events: z.int(), documents: z.int() }),
  ),
  /**
   * Reads such a file into an empty register: the same log root, the same decisions, or nothing at all (`unreadable`
   * with `damaged` where the file is not whole or not what its root says; `refused` with `not-empty`). Without the
   * identity this register keeps its own key, names the other one's, and anchors the other one's last root.
   */
  'register.importAll': job(
    z.strictObject({ file: Grant, by: z.string().max(120) }),
    z.strictObject({
      events: z.int(),
      contacts: z.int(),
      documents: z.int(),
      /** Root at the other register's size, base64. */
      root: z.string(),
      origin: z.string(),
      /** This register now is the other one: same number, same key. */
      moved: z.boolean(),
    }),
  ),
} as const
