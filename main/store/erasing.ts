/** Takes the text of events away, and what was derived from it. The log keeps their hashes; an erasure names the gaps. */
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { ContactReader, ContactWriter } from './contacts.ts'
import { type EventReader, erasedDetail } from './events.ts'
import { type Project, remarker } from './projection.ts'
import type { Shapes } from './shapes.ts'
import type { Sqlite } from './sqlite.ts'
import type { Undone } from './undone.ts'

interface Parts {
  readonly contacts: ContactReader
  readonly events: EventReader
  readonly shapes: Shapes
  readonly undone: Undone
}

/** Contacts whose events are looked at in one step. */
const PORTION = 4_000
const DUE = 'compact-due'

export type Erasing = ReturnType<typeof erasing>

export function erasing(
  sqlite: Sqlite,
  { contacts, events, shapes, undone }: Parts,
  writer: ContactWriter,
  project: Project,
) {
  const shapeOf = sqlite.select<[number], { shape: number }>('SELECT shape FROM event WHERE seq = ?', ['shape'])
  const removeText = sqlite.write<[number, number, number]>(
    `UPDATE event SET payload = NULL, erased_by = ?, thread = NULL, shape = ?, occurred_from = recorded, occurred_to = NULL
      WHERE seq = ? AND payload IS NOT NULL`,
  )
  const shapesOf = sqlite.select<[number, number], { shape: number }>(
    'SELECT DISTINCT shape FROM event WHERE contact > ? AND contact <= ?',
    ['shape'],
  )
  const shapesOfRegister = sqlite.select<[], { shape: number }>(
    'SELECT DISTINCT shape FROM event WHERE contact IS NULL',
    ['shape'],
  )
  const seqsWith = (list: readonly number[]) =>
    sqlite.select<[number, number], { seq: number }>(
      `SELECT seq FROM event WHERE contact > ? AND contact <= ? AND shape IN (${list.join()})`,
      ['seq'],
    )
  const removeShape = sqlite.write<[number]>('DELETE FROM shape WHERE id = ?')
  const removeDetail = sqlite.write<[number, number]>(
    'DELETE FROM detail WHERE id = ? AND NOT EXISTS (SELECT 1 FROM shape WHERE detail = ?)',
  )
  const removeProduct = sqlite.write<[number]>('DELETE FROM product WHERE id = ?')
  const note = sqlite.write<[string, number]>(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const noted = sqlite.select<[string], { value: number }>('SELECT value FROM meta WHERE key = ?', ['value'])
  const unnote = sqlite.write<[string]>('DELETE FROM meta WHERE key = ?')

  return {
    /**
     * While it is on, references between tables hang loose, and what is deleted is overwritten. Outside a transaction.
     */
    prepare: (on: boolean): void =>
      sqlite.script(`PRAGMA foreign_keys = ${on ? 'OFF' : 'ON'}; PRAGMA secure_delete = ${on ? 'ON' : 'OFF'}`),
    /** Takes texts away, in the name of the erasure with number `by`. Returns the shapes they had. */
    removeTexts: (seqs: readonly number[], by: number): ReadonlySet<number> => {
      const tombstone = shapes.shapeId(shapes.detailId('erased', erasedDetail), [])
      const had = new Set<number>()
      for (const seq of seqs) {
        const shape = shapeOf.one(seq)?.shape
        if (shape !== undefined && removeText(by, tombstone, seq) === 1) had.add(shape)
      }
      return had
    },
    /** Events of a type, or of any type with a document attached; found by their shapes. */
    *eventsWhere(
      fits: (detail: { readonly type: string; readonly documented: string }) => boolean,
    ): Generator<number, RegisterEvent[], void> {
      const details = new Set(shapes.detailsAfter(0).flatMap(({ id, detail }) => (fits(detail) ? [id] : [])))
      const fitting = shapes.after(0).flatMap(({ id, detail }) => (details.has(detail) ? [id] : []))
      const found: RegisterEvent[] = []
      if (fitting.length === 0) return found
      const seqs = seqsWith(fitting)
      const last = contacts.lastId()
      for (let after = 0; after < last; after += PORTION) {
        for (const seq of seqs.pluck<number>(after, after + PORTION)) {
          const event = events.get(seq)
          if (event) found.push(event)
        }
        yield after
      }
      return found
    },
    /** Deletes the shapes, details and products among these that no event has any more: they may tell of one person. */
    *removeOrphans(had: ReadonlySet<number>): Generator<number, void, void> {
      const orphans = new Set(had)
      for (const shape of shapesOfRegister.pluck<number>()) orphans.delete(shape)
      const last = contacts.lastId()
      for (let after = 0; after < last && orphans.size > 0; after += PORTION) {
        for (const shape of shapesOf.pluck<number>(after, after + PORTION)) orphans.delete(shape)
        yield after
      }
      if (orphans.size === 0) return
      const all = shapes.after(0)
      const gone = all.filter(({ id }) => orphans.has(id))
      const used = new Set(all.flatMap(({ id, products }) => (orphans.has(id) ? [] : products.split(','))))
      for (const { id, detail } of gone) {
        removeShape(id)
        removeDetail(detail, detail)
      }
      const products = new Set(gone.flatMap(({ products: text }) => text.split(',')))
      for (const product of products) if (product !== '' && !used.has(product)) removeProduct(Number(product))
      shapes.forget()
    },
    /** Everyone whose derived rows hang together with these contacts'; `mergers` are all events that ever merged any. */
    circle: (ids: readonly number[], mergers: readonly RegisterEvent[]): Set<number> => {
      const pairs = mergers.flatMap((event) =>
        event.type === 'merged' ? [[event.contact as number, event.body.with] as const] : [],
      )
      const circle = new Set(ids)
      for (const id of circle) {
        const record = contacts.get(id)
        for (const one of pairs) {
          const [a, b] = one
          if (a === id) circle.add(b)
          if (b === id) circle.add(a)
        }
        for (const other of contacts.mergedWith(id)) circle.add(other)
        const keys = [...(record ? [{ narrow: record.narrow, wide: record.wide }] : []), ...contacts.addresses(id)]
        for (const { narrow, wide } of keys) {
          for (const other of contacts.ofNarrow(narrow)) circle.add(other)
          for (const other of contacts.ofWide(wide ?? narrow)) circle.add(other)
        }
      }
      return circle
    },
    /** Derives the rows of these contacts anew from the events that are left, as a rebuild would. */
    derive: (circle: ReadonlySet<number>): void => {
      const left = [...circle].flatMap((id) => events.ofContact(id).map(({ event }) => event))
      for (const id of circle) writer.remove(id)
      for (const event of left.sort((one, other) => one.seq - other.seq)) project(event)
      const gone = undone.all()
      const remark = remarker(events, writer)
      for (const id of gone.length === 0 ? [] : circle) {
        const was = events.ofContact(id).some(({ event }) => undone.when(event.seq) !== undefined)
        if (was) remark(id, Number.POSITIVE_INFINITY, gone)
      }
    },
    /** That the file is still to be rewritten; noted in the same transaction that erases. */
    due: (): boolean => noted.one(DUE) !== undefined,
    setDue: (due: boolean): void => void (due ? note(DUE, 1) : unnote(DUE)),
  }
}
