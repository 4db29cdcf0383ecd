/** `npm run requirements`: every requirement, whether it is met, and where to look. `--lang en`, `--json`. */
import { parseArgs } from 'node:util'
import { wrap } from '../../main/terminal/table.ts'
import { contradictions } from './contradictions.ts'
import { type Both, type Clash, type Means, type Requirement, type State, screens } from './requirement.ts'
import { requirements } from './requirements.ts'

type Language = keyof Both
const WIDTH = 100
const INDENT = ' '.repeat(8)

const words = {
  title: {
    nl: 'Wat de twee lessen vragen, en waaraan je kunt zien dat Mailbewijs het doet',
    en: 'What the two lessons ask for, and by what one can see that Mailbewijs does it',
  },
  A: { nl: 'Les A: afmelden', en: 'Lesson A: unsubscribing' },
  B: { nl: 'Les B: aanmelden', en: 'Lesson B: signing up' },
  clashes: {
    nl: 'Waar de lessen elkaar of de wet tegenspreken',
    en: 'Where the lessons contradict each other or the law',
  },
  lacks: { nl: 'Wat ontbreekt', en: 'What is missing' },
  why: { nl: 'Waarom niet', en: 'Why not' },
  screen: { nl: 'scherm', en: 'screen' },
  terminal: { nl: 'terminal', en: 'terminal' },
  endpoint: { nl: 'aanroep', en: 'endpoint' },
} as const satisfies Record<string, Both>

const states: Readonly<Record<State, Both & { readonly sign: string }>> = {
  met: { sign: '✓', nl: 'gedaan', en: 'met' },
  partly: { sign: '◐', nl: 'deels', en: 'partly' },
  not: { sign: '–', nl: 'met opzet niet gebouwd', en: 'not built on purpose' },
}

const { values } = parseArgs({ options: { lang: { type: 'string', default: 'nl' }, json: { type: 'boolean' } } })
const language: Language = values.lang === 'en' ? 'en' : 'nl'
console.log(values.json ? JSON.stringify(asData(), null, 2) : asPage(language).join('\n'))

function asData() {
  return { counts: countsOf(requirements), requirements, contradictions }
}

function countsOf(list: readonly Requirement[]): Readonly<Record<State, number>> {
  const count = (state: State) => list.filter((one) => one.state === state).length
  return { met: count('met'), partly: count('partly'), not: count('not') }
}

function asPage(language: Language): string[] {
  const all = requirements
  const lesson = (letter: 'A' | 'B') => all.filter(({ id }) => id.startsWith(letter))
  const clashes = Object.entries(contradictions) as [Clash, Both][]
  return [
    words.title[language],
    sumOf(all, language),
    ...(['A', 'B'] as const).flatMap((letter) => [
      '',
      `${words[letter][language]} (${sumOf(lesson(letter), language)})`,
      ...lesson(letter).flatMap((one) => ['', ...linesOf(one, language)]),
    ]),
    '',
    words.clashes[language],
    '',
    ...clashes.flatMap(([clash, text]) => hanging(`  ${clash.padEnd(5)} `, text[language])),
    '',
    sumOf(all, language),
  ]
}

function sumOf(list: readonly Requirement[], language: Language): string {
  const { met, partly, not } = countsOf(list)
  return `${met} ${states.met[language]} · ${partly} ${states.partly[language]} · ${not} ${states.not[language]}`
}

function linesOf({ id, asks, verdict, state, clashes, means, because }: Requirement, language: Language): string[] {
  const told = state === 'partly' ? words.lacks : words.why
  return [
    ...hanging(`${states[state].sign} ${id}  `, `${asks[language]} [${[verdict, ...clashes].join(', ')}]`),
    ...(because === null ? [] : wrap(`${told[language]}: ${because[language]}`, WIDTH, INDENT)),
    ...means.flatMap((one) => hanging(`${INDENT}· `, placeOf(one, language))),
  ]
}

function placeOf(means: Means, language: Language): string {
  switch (means.kind) {
    case 'test':
      return `${means.file} › ${means.name}`
    case 'screen':
      return `${words.screen[language]} ${screens[means.screen][language]}`
    case 'terminal':
      return `${words.terminal[language]} mailbewijs ${means.command}`
    case 'endpoint':
      return `${words.endpoint[language]} ${means.name}`
  }
}

/** The first line begins with the mark, the rest stand under its text. */
function hanging(mark: string, text: string): string[] {
  const [first = '', ...rest] = wrap(text, WIDTH, ' '.repeat(mark.length))
  return [mark + first.trimStart(), ...rest]
}
