/** `letters`: texts with which one may ask people whom one may not mail, filled in from the setup. */
import { enLetters } from '../../../preload/words/en/letters.ts'
import { letterKeys, nlLetters } from '../../../preload/words/nl/letters.ts'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { misuse, refuse } from '../refuse.ts'
import { withRegister } from '../session.ts'
import { tableOf, wrap } from '../table.ts'
import { formatIn } from '../words.ts'

const WIDTH = 88

export const letters: Command = {
  name: 'letters',
  operands: [{ name: 'value.name', required: false }],
  options: {
    entity: { type: 'string', value: 'value.key', help: 'option.entity' },
    category: { type: 'string', value: 'value.key', help: 'option.category' },
  },
  summary: 'letters.summary',
  run: (call) =>
    withRegister(call, async (session) => {
      const { print, language } = call.screen
      const words = language === 'nl' ? nlLetters : enLetters
      const got = await session.call('setup.get', {})
      if (!got.ok) return refuse(call, got.error)
      const { entities, categories } = got.value.setup
      const chosen = <T extends { readonly key: string }>(list: readonly T[], key: string | null) =>
        key === null ? list[0] : list.find((one) => one.key === key)
      const entity = chosen(entities, call.text('entity'))
      if (!entity && call.text('entity') !== null) {
        return misuse(call, 'usage.unknown-entity', { key: call.text('entity') ?? '' })
      }
      const category = chosen(categories, call.text('category'))
      const promise = category?.promise.trim() ?? ''
      const values = {
        sender: entity?.name ?? '[…]',
        contact: entity?.contact ?? '[…]',
        category: category?.name ?? '[…]',
        promise: promise === '' || /[.!?]$/u.test(promise) ? promise : `${promise}.`,
      }
      const asked = call.operand(0)
      const found = letterKeys.filter((key) => asked === null || key === asked)
      if (found.length === 0)
        return misuse(call, 'usage.unknown-letter', { key: asked ?? '', keys: letterKeys.join(', ') })
      const filled = found.map((key) => ({
        key,
        ...words.letters[key],
        text: formatIn(language, words.letters[key].text, values),
      }))
      const say = (text: string) => {
        for (const line of wrap(text, WIDTH)) print(line)
      }
      if (asked === null) {
        say(words.lead)
        for (const line of tableOf(
          [{ head: '' }, { head: '' }],
          filled.map(({ key, title }) => [key, title]),
        ))
          print(line)
        print('')
        say(words.one)
      } else {
        for (const { title, use, text, fill, fields, worth, mind } of filled) {
          print(title)
          say(use)
          print(`\n${text}\n`)
          for (const [head, lines] of [
            [words.fill, fill],
            [words.fields, fields],
            [words.worth, [worth]],
            [words.mind, [mind]],
          ] as const) {
            say(`${head}: ${lines.join('; ')}`)
          }
        }
      }
      print('')
      say(`${words.whyTitle} ${words.why}`)
      say(words.limits)
      return { exit: exitCodes.done, result: { letters: filled, why: words.why } }
    }),
}
