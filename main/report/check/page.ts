/** The page: takes a folder or zip, shows what the check finds. Text only ever enters the document as text. */
import { enCheck } from '../../../preload/words/en/check.ts'
import { nlCheck } from '../../../preload/words/nl/check.ts'
import { type Comparison, check, compareSeal, type Flaw, type FlawCode, type Outcome } from './check.ts'
import { dropped, type Gathered, gather } from './folder.ts'

type Language = 'nl' | 'en'
interface State {
  readonly language: Language
  readonly step: 'waiting' | 'reading' | 'checking' | 'none' | 'done'
  readonly share: number
  readonly outcome: Outcome | null
  readonly gathered: Gathered | null
  readonly seconds: number
  readonly note: string
  readonly comparison: Comparison | null
}

const words = { nl: nlCheck, en: enCheck }
const page = document.querySelector('#page') as HTMLElement
let state: State = {
  language: navigator.language.toLowerCase().startsWith('nl') ? 'nl' : 'en',
  step: 'waiting',
  share: 0,
  outcome: null,
  gathered: null,
  seconds: 0,
  note: '',
  comparison: null,
}
show()

// Outside the marked field a drop would make the browser leave this page.
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  const { dataTransfer } = event
  if (dataTransfer !== null) void judge(dropped(dataTransfer.items))
})

async function judge(chosen: Promise<{ path: string; file: File }[]>): Promise<void> {
  change({ step: 'reading', outcome: null, comparison: null, note: '' })
  const gathered = await chosen.then(gather).catch((): Gathered | null => null)
  await weigh(gathered)
}

async function weigh(gathered: Gathered | null): Promise<void> {
  if (gathered === null) return change({ step: 'none' })
  change({ step: 'checking', share: 0, gathered, outcome: null, comparison: null, note: '' })
  const begun = performance.now()
  const outcome = await check(gathered, (share) => {
    state = { ...state, share }
    const bar = page.querySelector('progress')
    if (bar !== null) bar.value = share
    return new Promise((settle) => setTimeout(settle, 0))
  })
  const language = outcome.language === 'nl' || outcome.language === 'en' ? outcome.language : state.language
  change({ step: 'done', outcome, language, seconds: (performance.now() - begun) / 1000 })
}

function change(some: Partial<State>): void {
  state = { ...state, ...some }
  show()
}

function show(): void {
  const { language, step, outcome } = state
  const text = words[language]
  document.documentElement.lang = language
  document.title = `Mailbewijs – ${text.title}`
  const turn = element('button', { class: 'bare', lang: language === 'nl' ? 'en' : 'nl' }, text.other)
  turn.addEventListener('click', () => change({ language: language === 'nl' ? 'en' : 'nl' }))
  page.replaceChildren(
    element('header', {}, element('h1', {}, text.title), turn),
    element('p', { class: 'soft' }, text.lead),
  )
  if (step === 'done' && outcome !== null) page.append(...result(outcome))
  else page.append(chooser())
}

function chooser(): HTMLElement {
  const text = words[state.language]
  const field = element(
    'div',
    { class: 'drop' },
    element('strong', {}, text.drop),
    element('span', { class: 'soft' }, text.or),
  )
  field.append(element('div', { class: 'picks' }, picker(text.pickFolder, true), picker(text.pickZip, false)))
  field.addEventListener('dragenter', () => field.classList.add('over'))
  field.addEventListener('dragleave', () => field.classList.remove('over'))
  const told = element('div', { role: 'status' })
  if (state.step === 'reading') told.append(element('p', {}, text.reading))
  if (state.step === 'none') told.append(element('p', {}, text.notEvidence))
  if (state.step === 'checking') {
    told.append(element('p', {}, text.checks), element('progress', { max: '1', value: '0', 'aria-label': text.checks }))
  }
  return element('div', {}, field, told)
}

function picker(label: string, folder: boolean): HTMLElement {
  const input = element('input', { type: 'file', ...(folder ? { webkitdirectory: '' } : { accept: '.zip' }) })
  input.addEventListener('change', () => {
    const files = Array.from((input as HTMLInputElement).files ?? [])
    if (files.length > 0) {
      void judge(Promise.resolve(files.map((file) => ({ path: file.webkitRelativePath || file.name, file }))))
    }
  })
  return element('label', { class: 'pick' }, label, input)
}

function result(outcome: Outcome): HTMLElement[] {
  const text = words[state.language]
  const again = element('button', {}, text.again)
  again.addEventListener('click', () => change({ step: 'waiting', outcome: null }))
  return [
    verdict(outcome),
    ...beside(),
    ...(outcome.holds ? [] : faults(outcome)),
    element('h2', {}, text.checks),
    element('table', { class: 'checks' }, ...checkRows(outcome)),
    ...stampsTold(outcome),
    ...(outcome.holds ? [element('h2', {}, text.shows), list(text.showsList)] : []),
    ...(outcome.holds ? [element('h2', {}, text.showsNot), list(text.showsNotList)] : []),
    compare(outcome),
    element('h2', {}, text.about),
    element('table', { class: 'about' }, ...aboutRows(outcome)),
    element('p', {}, again),
  ]
}

function verdict({ holds, events, size, flaws, further }: Outcome): HTMLElement {
  const text = words[state.language]
  const count = flaws.length + further
  const more = holds
    ? fill(text.holdsMore, { events, size })
    : count === 1
      ? text.failsOne
      : fill(text.failsMore, { count })
  return element(
    'section',
    { class: `verdict ${holds ? 'good' : 'bad'}`, role: 'status', 'data-holds': String(holds) },
    sign(holds),
    element('h2', {}, holds ? text.holds : text.fails),
    element('p', {}, more),
    element('p', { class: 'soft' }, fill(text.seconds, { seconds: digits(state.seconds, 2) })),
  )
}

/** Other dossiers that were dropped with this one: each is checked by itself. */
function beside(): HTMLElement[] {
  const { gathered, language } = state
  if (gathered === null || gathered.others.length === 0) return []
  const text = words[language]
  const buttons = gathered.others.map(({ name, open }) => {
    const button = element('button', { 'data-dossier': name }, fill(text.checkOther, { name }))
    button.addEventListener('click', () => void weigh(open()))
    return button
  })
  const told = fill(text.several, { name: gathered.name, count: gathered.others.length })
  return [element('section', { class: 'beside' }, element('p', {}, told), element('p', { class: 'picks' }, ...buttons))]
}

function faults({ flaws, further }: Outcome): HTMLElement[] {
  const text = words[state.language]
  const told = flaws.map(({ code, where }) =>
    element(
      'li',
      { 'data-code': code, 'data-where': where },
      `${text.flaws[code]}: `,
      element('code', {}, place(where)),
    ),
  )
  return [
    element('h2', {}, text.faults),
    element('ul', { class: 'faults' }, ...told),
    element('p', {}, text.failsMeans),
    ...(further > 0 ? [element('p', {}, fill(text.further, { count: further }))] : []),
  ]
}

function place(where: string): string {
  const text = words[state.language]
  if (/^\d+$/u.test(where)) return fill(text.event, { seq: where })
  const size = /^checkpoint (\d+)$/u.exec(where)?.[1]
  return size === undefined ? where : fill(text.checkpoint, { size })
}

/** Which of the checks each fault speaks against. */
const rowOf: Readonly<Record<FlawCode, (where: string) => string>> = {
  'event-altered': () => 'events',
  'event-missing': () => 'events',
  'event-unnamed-gap': () => 'proofs',
  'checkpoint-mismatch': () => 'seal',
  'checkpoint-signature': (where) => (where.startsWith('checkpoint ') ? 'anchors' : 'seal'),
  'copy-differs': (where) => (where.startsWith('checkpoint ') ? 'anchors' : 'copies'),
  'file-altered': () => 'files',
  'file-missing': () => 'files',
  'file-unlisted': () => 'files',
  'proof-fails': (where) => (where.startsWith('checkpoint ') ? 'anchors' : 'proofs'),
  'document-altered': () => 'documents',
  'stamp-fails': () => 'stamps',
  'log-cut': () => 'anchors',
  unreadable: (where) => (where === 'manifest.json' ? 'files' : where.startsWith('events') ? 'events' : 'copies'),
}

function checkRows(outcome: Outcome): HTMLElement[] {
  const { files, events, documents, anchors, flaws, further, signed } = outcome
  const text = words[state.language]
  const failed = new Set(flaws.map(({ code, where }: Flaw) => rowOf[code](where)))
  if (!signed) failed.add('seal')
  const stamps = anchors.filter((one) => one.stamps.length > 0)
  const counts: Readonly<Record<string, number>> = {
    files,
    events,
    documents,
    anchors: anchors.length,
    stamps: stamps.length,
  }
  const names = ['files', 'seal', 'events', 'proofs', 'anchors', 'stamps', 'copies', 'documents'] as const
  return names.flatMap((name) => {
    if (name === 'stamps' && stamps.length === 0) return []
    const [title, what] = text.rows[name === 'anchors' && anchors.length === 0 ? 'noAnchors' : name]
    const bad = failed.has(name) || (further > 0 && flaws.length === 0)
    const open = name === 'stamps' && stamps.some((one) => one.stamps.some(({ state }) => state !== 'holds'))
    const unknown = !bad && (open || (name === 'anchors' && anchors.length === 0))
    const told = unknown ? null : bad
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, title),
      element('td', {}, fill(what, { count: counts[name] ?? 0 })),
      told === null
        ? element('td', {}, name === 'stamps' ? text.notHere : '–')
        : element('td', { class: told ? 'bad' : 'good' }, told ? text.bad : text.good),
    )
  })
}

/** Each time stamp by itself: who says what, and what is not verified. */
function stampsTold({ anchors }: Outcome): HTMLElement[] {
  const text = words[state.language].stamps
  const told = anchors.flatMap(({ size, stamps }) =>
    stamps.map(({ state: found, time, authority, issuer }) => {
      const at = time === null ? '' : `${time.slice(0, 10)} ${time.slice(11, 19)} UTC`
      const values = { size, time: at, authority: authority ?? '', issuer: issuer ?? '' }
      return element('li', { 'data-stamp': found }, fill(text[found], values))
    }),
  )
  if (told.length === 0) return []
  return [element('h2', {}, text.title), element('ul', {}, ...told), element('p', { class: 'soft' }, text.trust)]
}

function aboutRows(outcome: Outcome): HTMLElement[] {
  const text = words[state.language]
  const rows: readonly (readonly [string, string | null])[] = [
    [text.address, outcome.about],
    [text.made, outcome.made],
    [text.program, outcome.program],
    [text.register, outcome.register],
    [text.size, String(outcome.size)],
    [text.withheld, String(outcome.withheld)],
    [text.root, outcome.root],
    [text.key, outcome.key],
    [text.manifest, outcome.manifestSha256],
  ]
  return rows.flatMap(([name, value]) =>
    value === null
      ? []
      : [element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, element('code', {}, value)))],
  )
}

function compare(outcome: Outcome): HTMLElement {
  const text = words[state.language]
  const { comparison, note } = state
  const field = element('textarea', { id: 'note', spellcheck: 'false' }) as HTMLTextAreaElement
  field.value = note
  const button = element('button', {}, text.compareButton)
  button.addEventListener('click', () => change({ note: field.value, comparison: compareSeal(field.value, outcome) }))
  const good = comparison === 'same' || comparison === 'earlier'
  const told = element('p', { class: `told ${good ? 'good' : 'bad'}`, role: 'status' })
  if (comparison !== null) {
    told.setAttribute('data-comparison', comparison)
    told.append(text.comparisons[comparison])
  }
  return element(
    'section',
    { class: 'compare' },
    element('h2', {}, text.compare),
    element('p', {}, element('label', { for: 'note' }, text.compareLead)),
    field,
    element('p', {}, button),
    told,
  )
}

const list = (points: readonly string[]): HTMLElement =>
  element('ul', {}, ...points.map((point) => element('li', {}, point)))

function sign(good: boolean): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const drawing = document.createElementNS(space, 'svg')
  drawing.setAttribute('viewBox', '0 0 24 24')
  drawing.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', good ? 'M4.5 12.5l5 5 10-11' : 'M5.5 5.5l13 13M18.5 5.5l-13 13')
  for (const [name, value] of Object.entries({ fill: 'none', stroke: 'currentColor', 'stroke-width': '2.6' })) {
    path.setAttribute(name, value)
  }
  drawing.append(path)
  return drawing
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

const digits = (value: number, most: number): string =>
  value.toLocaleString(state.language, { maximumFractionDigits: most, minimumFractionDigits: most })

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = values[name] ?? ''
    return typeof value === 'number' ? value.toLocaleString(state.language) : value
  })
