/** Pages anywhere in the list, and search as people type. */
import { openOnThread, value } from '../register.ts'
import { type Spread, spreadOf } from '../spread.ts'

export interface ListMeasure {
  readonly contacts: number
  readonly open: number
  /** The first search after the register was opened: names and addresses are read into memory. */
  readonly first: number
  readonly page: Spread
  readonly find: Spread
  readonly search: Spread
}

const typed = [
  'm',
  'ma',
  'mar',
  'marie',
  'marieke verk',
  'hofst',
  'oosterveen',
  'post12',
  'fatima.2',
  'zoe',
  'renee',
  'xq',
  'jansen',
  'anneke tolkamp',
  'hazelaar post3',
  '.2xk',
]

export async function measureLists({ file }: { file: string }): Promise<ListMeasure> {
  const register = await openOnThread(file)
  const everyone = { search: '', status: null, objected: null, order: 'name' } as const
  const begun = performance.now()
  const { view, count } = value(await register.call('contacts.open', everyone))
  const open = performance.now() - begun

  const first = await timed(async () => value(await register.call('contacts.find', { text: 'jansen' })))

  const page: number[] = []
  const find: number[] = []
  const search: number[] = []
  for (let turn = 0; turn < 200; turn++) {
    const from = (turn * 48_611) % Math.max(1, count - 100)
    page.push(await timed(async () => value(await register.call('contacts.rows', { view, from, count: 100 }))))
    const text = typed[turn % typed.length] ?? ''
    find.push(await timed(async () => value(await register.call('contacts.find', { text }))))
    if (turn < 2 * typed.length)
      search.push(
        await timed(async () => {
          const opened = value(await register.call('contacts.open', { ...everyone, search: text }))
          if (opened.count > 0) value(await register.call('contacts.rows', { view: opened.view, from: 0, count: 100 }))
        }),
      )
  }
  await register.close()
  return { contacts: count, open, first, page: spreadOf(page), find: spreadOf(find), search: spreadOf(search) }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
