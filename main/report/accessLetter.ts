/** The answer to a request for access (AVG 15) as a letter: what is held about one person, where it came from, and why. */
import type { TimelineEntry } from '../../preload/contract/endpoints/contacts.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { enRights } from '../../preload/words/en/rights.ts'
import { nlRights } from '../../preload/words/nl/rights.ts'
import type { Evidence } from '../domain/evidence.ts'
import { bytesOfPaper } from './pdf/bytes.ts'
import { type Paper, paperOf } from './pdf/paper.ts'
import { accent, soft, styles } from './pdf/type.ts'
import { detailText } from './tell.ts'
import { type Language, type Voice, voiceOf } from './voice.ts'

export interface Access {
  readonly at: Instant
  readonly received: Instant
  readonly due: Instant
  readonly addresses: readonly string[]
  readonly person: string
  readonly setup: Setup
  readonly names: Evidence['names']
  /** This person's own events, oldest first. */
  readonly timeline: readonly TimelineEntry[]
  readonly sources: readonly {
    readonly file: string
    readonly header: string | null
    readonly row: string
    readonly imported: Instant
  }[]
  /** Lists that were written with this person on them. */
  readonly lists: readonly { readonly name: string; readonly at: Instant }[]
  readonly years: number
}

/** Equal answers give equal bytes. Drawn twice: the number of pages stands on each. */
export function accessLetter(access: Access, language: Language): { readonly bytes: Buffer; readonly pages: number } {
  return draw(access, language, draw(access, language, 0).pages)
}

const wordsIn = (language: Language) => (language === 'nl' ? nlRights : enRights)

function draw(access: Access, language: Language, pages: number) {
  const voice = voiceOf(language)
  const words = wordsIn(language)
  const sender = access.setup.entities[0]
  const paper = paperOf({
    title: words.title,
    subject: words.subtitle,
    lang: language === 'nl' ? 'nl-NL' : 'en-GB',
    made: new Date(access.at),
    author: sender?.name ?? 'Mailbewijs',
    keywords: '',
    running: words.title,
    pageOf: (page) => voice.say(voice.words.pageOf, { page, pages }),
  })
  paper.part()
  paper.newPage()
  paper.artifact(() => paper.doc.rect(0, 0, 595.28, 7).fill(accent))
  paper.gap(6)
  if (sender) paper.body(`${sender.name}\n${sender.postalAddress}\n${sender.contact}`)
  paper.gap(10)
  paper.words(words.title, styles.display, { type: 'H1' })
  paper.words(words.subtitle, { ...styles.body, size: 12, leading: 17, color: soft })
  paper.gap(8)
  paper.facts([
    [words.facts.person, access.person],
    [words.facts.addresses, access.addresses.join('\n')],
    [words.facts.received, voice.day(access.received)],
    [words.facts.answered, voice.day(access.at)],
    [words.facts.due, voice.day(access.due)],
  ])
  paper.body(words.opening)
  paper.sub(words.purposes)
  paper.bullets(Object.values(words.purposeList).map((text) => voice.say(text, { years: access.years })))
  drawData(paper, access, words, voice)
  paper.sub(words.rights)
  paper.bullets(Object.values(words.rightList).map((text) => voice.say(text, { contact: sender?.contact ?? '' })))
  paper.close()
  return { bytes: bytesOfPaper(paper), pages: paper.pages() }
}

function drawData(paper: Paper, access: Access, words: ReturnType<typeof wordsIn>, voice: Voice): void {
  const { timeline, sources, lists, names } = access
  paper.sub(words.happened)
  if (timeline.length === 0) paper.body(words.nothing)
  else {
    paper.table(
      [
        { title: words.columns.when, share: 20 },
        { title: words.columns.what, share: 44 },
        { title: words.columns.how, share: 22 },
        { title: words.columns.recorded, share: 18 },
      ],
      timeline.map(({ event, corrected, file }) => [
        voice.occurredShort(event.occurred),
        [voice.words.events[event.type], detailText(event, names, voice), ...(corrected ? [words.corrected] : [])]
          .filter((text) => text !== '')
          .join('\n'),
        [voice.words.vias[event.via], file ?? ''].filter((text) => text !== '').join('\n'),
        voice.day(event.recorded),
      ]),
    )
  }
  paper.sub(words.sources)
  if (sources.length === 0) paper.body(words.nothing)
  for (const { file, header, row, imported } of sources) {
    paper.strong(voice.say(words.sourceOf, { file, at: voice.day(imported) }))
    paper.code(header === null ? row : `${header}\n${row}`)
  }
  paper.sub(words.mailed)
  if (lists.length === 0) paper.body(words.notMailed)
  else paper.bullets(lists.map(({ name, at }) => voice.say(words.mailedAs, { name, at: voice.day(at) })))
}
