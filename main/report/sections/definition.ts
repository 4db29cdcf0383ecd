/** The mailing as it counts, and how it was changed before anything rested on it. */
import type { Mailing } from '../../../preload/contract/vocabulary/mailing.ts'
import type { Done, MailingFacts } from '../../domain/mailingReport.ts'
import type { Paper } from '../pdf/paper.ts'
import { type Style, styles } from '../pdf/type.ts'
import { proofWords } from '../proofWords.ts'
import { nameIn, namesIn } from '../tell.ts'
import type { Voice } from '../voice.ts'
import type { Tools } from '../writeSealed.ts'

type Told = Tools<MailingFacts>
/** Null: there is none. */
type Row = readonly [name: string, text: string | null] | readonly [name: string, text: string | null, style: Style]

export const doneText = ({ at, by, seq }: Done, voice: Voice): string =>
  voice.say(proofWords(voice.language).mailing.done, { at: voice.exact(at), by, seq })

export function drawDefinition(paper: Paper, tools: Told): void {
  const { voice, facts } = tools
  const { message } = voice.words
  const { mailing: words } = proofWords(voice.language)
  const { mailing, content, changes } = facts
  const rows = rowsOf(mailing, tools)
  const last = changes.at(-1)
  paper.facts([
    rows.name,
    [message.id, String(facts.id)],
    [words.defined, doneText(facts.defined, voice)],
    [words.changed, last === undefined ? words.neverChanged : doneText(last, voice)],
    rows.entity,
    rows.label,
    rows.nature,
    rows.kind,
    rows.category,
    rows.families,
    rows.link,
    rows.promotional,
    rows.thirdParty,
    rows.content,
    [message.document, content?.name ?? voice.words.notKept],
    rows.contentSha256,
  ])
  paper.note(message.attested)
  if (content !== null && content.sha256 !== mailing.contentSha256) paper.note(message.contentBlanked)
  drawChanges(paper, tools)
}

function drawChanges(paper: Paper, tools: Told): void {
  const { voice, facts } = tools
  const { mailing: words } = proofWords(voice.language)
  if (facts.changes.length === 0) return
  paper.sub(words.changes)
  paper.note(words.changesNote)
  for (const change of facts.changes) {
    const { seq, replaces, at, by } = change
    paper.sentence(voice.say(words.changeDone, { at: voice.exact(at), by, seq, replaces }))
    const before = rowsOf({ ...facts.mailing, ...change.was } as Mailing, tools)
    const after = rowsOf({ ...facts.mailing, ...change.became } as Mailing, tools)
    paper.table(
      [
        { title: words.part, share: 24 },
        { title: words.was, share: 38 },
        { title: words.became, share: 38 },
      ],
      (Object.keys(change.was) as (keyof Mailing)[]).map((part) => [
        before[part][0],
        before[part][1] ?? voice.words.none,
        after[part][1] ?? voice.words.none,
      ]),
    )
  }
}

function rowsOf(mailing: Mailing, { voice, facts, decisions }: Told): Readonly<Record<keyof Mailing, Row>> {
  const { message, cover } = voice.words
  const { mailing: words } = proofWords(voice.language)
  const { entities, labels, categories, families } = facts.names
  const { kind, category, link } = mailing
  const familiesText = (keys: readonly string[]) => (keys.length === 0 ? null : namesIn(families, keys, voice))
  return {
    name: [message.name, mailing.name],
    entity: [message.sender, nameIn(entities, mailing.entity, voice)],
    label: [cover.label, nameIn(labels, mailing.label, voice)],
    nature: [message.nature, decisions.nature(mailing.nature)],
    kind: [words.kind, kind === null ? null : decisions.kind(kind)],
    category: [message.category, category === null ? null : nameIn(categories, category, voice)],
    families: [message.families, familiesText(mailing.families)],
    link: [
      words.link,
      link === null ? null : [words.links[link.to], familiesText(link.families) ?? ''].join('\n').trim(),
    ],
    promotional: [message.promotional, voice.yesNo(mailing.promotional)],
    thirdParty: [message.thirdParty, mailing.thirdParty ?? words.noThirdParty],
    content: [message.content, contentText(mailing.content, voice)],
    contentSha256: [message.contentHash, mailing.contentSha256, styles.code],
  }
}

const parts = ['unsubscribe', 'oneClick', 'identity', 'contactAddress', 'replyWorks'] as const

function contentText(content: Mailing['content'], voice: Voice): string {
  const { message } = voice.words
  const present = parts.filter((part) => content[part]).map((part) => message[part])
  const absent = parts.filter((part) => !content[part]).map((part) => message[part])
  return [voice.list(present), absent.length === 0 ? '' : voice.say(message.absent, { what: voice.list(absent) })]
    .filter((text) => text !== '')
    .join('\n')
}
