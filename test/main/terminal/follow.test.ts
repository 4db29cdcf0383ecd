/** A folder that is followed from the terminal: what lands there is shown, and recorded after a yes alone. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ask, resultOf, start } from './program.ts'
import { shop } from './shop.ts'

const { path, copy } = shop(0)
const header = 'Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Accepts Marketing\n'
const row = (order: number) => `#${order},koper${order}@example.org,paid,2025-02-03 10:00:00 +0100,1,Thee,THEE-1,no\n`

test('a file is recorded after a yes, not after a no, and not twice; what is unknown is left', async () => {
  const register = copy('follow.mailbewijs')
  const folder = path('landing')
  mkdirSync(folder)
  writeFileSync(`${folder}/orders.csv`, header + row(9001))
  const follow = async (typed: string | null) => {
    const args = ['--register', register, '--json', 'follow', folder, '--once']
    return resultOf('follow', await start(args, {}, typed).ended).files
  }
  const left = [{ file: 'orders.csv', exit: 0, recorded: false }]
  expect(await follow('n\n')).toEqual(left)
  expect(await follow(null)).toEqual(left)
  writeFileSync(`${folder}/onbekend.csv`, 'kleur,maat\nrood,3\n')
  copyFileSync(`${folder}/orders.csv`, `${folder}/zelfde.csv`)
  const files = await follow('j\nj\nj\n')
  expect(files.find(({ file }) => file === 'onbekend.csv')).toMatchObject({ exit: 4, recorded: false })
  expect(files.filter(({ recorded }) => recorded)).toHaveLength(1)
  expect((await ask(register, 'contact', 'koper9001@example.org')).timeline).toHaveLength(1)
})

test('it goes on until Ctrl+C, and ends with what was recorded', async () => {
  const folder = path('empty')
  mkdirSync(folder)
  const running = start(['--register', copy('idle.mailbewijs'), 'follow', folder])
  await running.said('stdout', folder)
  running.kill('SIGINT')
  expect(await running.ended).toMatchObject({ exit: 0, signal: null })
})
