/** Files in: look, stage, see exactly what will happen, commit once. */
import { z } from 'zod'
import { command, job, query } from '../endpoint.ts'
import {
  Dialect,
  ImportContext,
  ImportSummary,
  Inspection,
  Mapping,
  MappingPreview,
  Preview,
  RefusedRow,
  Table,
} from '../vocabulary/import.ts'
import { Grant, Target } from '../vocabulary/progress.ts'

export const imports = {
  /** `table`: which table of a zip or workbook, read as the evidence in it says; left out where the dialect names it. */
  'imports.inspect': job(
    z.strictObject({
      file: Grant,
      dialect: Dialect.nullable(),
      table: Table.pick({ entry: true, sheet: true }).optional(),
    }),
    Inspection,
  ),
  /** The tables in a workbook or zip, to be brought in one after another; of a plain table only that. */
  'imports.tables': job(z.strictObject({ file: Grant }), z.array(Table)),
  /** How the first rows will be understood: what a person looks at while mapping columns. */
  'imports.previewMapping': query(
    z.strictObject({
      file: Grant,
      dialect: Dialect,
      reading: z.union([z.strictObject({ profile: z.string() }), z.strictObject({ mapping: Mapping })]),
      context: ImportContext,
      rows: z.int().min(1).max(50),
    }),
    MappingPreview,
  ),
  /** A mapping as a file for a colleague. */
  'imports.saveMappingFile': command(
    z.strictObject({ mapping: Mapping, header: z.array(z.string()), to: Target }),
    z.strictObject({ sha256: z.string() }),
  ),
  'imports.readMappingFile': query(
    z.strictObject({ file: Grant }),
    z.strictObject({ mapping: Mapping, header: z.array(z.string()) }),
  ),
  /** A mapping (kept before, or a colleague's) laid over a file's header: what fits, what is missing, what takes its place. */
  'imports.fitMapping': query(
    z.strictObject({
      mapping: Mapping,
      /** Of the file that it was made for; empty where that is not known. */
      known: z.array(z.string()),
      header: z.array(z.string()),
      suggested: Mapping,
    }),
    z.strictObject({ mapping: Mapping, saved: Inspection.shape.saved.unwrap() }),
  ),
  'imports.stage': job(
    z.strictObject({
      file: Grant,
      dialect: Dialect,
      /** A known system, or a mapping. */
      reading: z.union([z.strictObject({ profile: z.string() }), z.strictObject({ mapping: Mapping })]),
      context: ImportContext,
    }),
    Preview,
  ),
  'imports.refused': query(
    z.strictObject({ batch: z.int(), from: z.int().nonnegative(), count: z.int().min(1).max(500) }),
    z.array(RefusedRow),
  ),
  /** Writes a file, and nothing in the register. */
  'imports.saveRefused': query(
    z.strictObject({ batch: z.int(), to: Target, language: z.enum(['nl', 'en']).default('nl') }),
    z.strictObject({ rows: z.int() }),
  ),
  'imports.commit': job(z.strictObject({ batch: z.int(), by: z.string().max(120) }), ImportSummary),
  'imports.discard': command(z.strictObject({ batch: z.int() }), z.strictObject({})),
  /**
   * Takes back all that an import brought, whenever: its events stay in the log and no longer count. What it said
   * against mail stays.
   */
  'imports.undo': command(
    z.strictObject({ import: z.int(), reason: z.string().trim().min(1).max(2000), by: z.string().max(120) }),
    z.strictObject({ events: z.int() }),
  ),
  /**
   * Writes the file of an import as it is kept: byte for byte what was brought, unless it came from a workbook, had
   * columns that are never kept, or speaks of somebody who was erased.
   */
  'imports.saveKept': job(
    z.strictObject({ import: z.int(), to: Target }),
    z.strictObject({ sha256: z.string(), bytes: z.int(), isAsBrought: z.boolean() }),
  ),
  'imports.list': query(z.strictObject({}), z.array(ImportSummary)),
  'imports.mappings': query(z.strictObject({}), z.array(Mapping)),
  'imports.saveMapping': command(z.strictObject({ mapping: Mapping, header: z.array(z.string()) }), z.strictObject({})),
} as const
