/** The words by which lists in Dutch, English, German and French say that somebody must not be mailed, and why. */

/** Kept apart: who objects, who left a list, who complained, and whose address does not work. */
export type Stop = 'objection' | 'left' | 'complaint' | 'bounce'

const complaint = /spam|complain|abuse|klacht|misbruik|beschwerde|plainte/u
const bounce =
  /bounce|undeliver|invalid|onbestelbaar|ongeldig|unzustellbar|ung[uü]ltig|^cleaned$|non d[eé]livr|^[45]\d\d [45]\.\d\.\d|^[45]\.\d\.\d{1,3}$/u
const objection = new RegExp(
  [
    /bezwaar|verzet|geblok|blokkeer|blokkade|blo[ck]k? ?(?:list|lijst)|\bblocked\b|black ?list|deny ?list|suppress|onderdrukt/u,
    /niet (?:meer )?(?:e ?)?(?:mailen|benaderen|contacteren|aanschrijven)|geen (?:e ?mails?|mail|reclame|nieuwsbrief|mailings?)\b/u,
    /do ?n[o']t ?(?:e ?mail|mail|contact|send)|\bdnc\b|\bno ?(?:e ?mails?|mail)\b|(?:never|nooit) (?:meer )?(?:e ?)?mail|mail disabled|exclu(?:sion|ded)|uitgesloten|zwarte lijst/u,
    /widerspr|sperrliste|gesperrt|keine? (?:e ?mails?|mail|werbung|newsletter)|nicht (?:kontaktieren|anschreiben|mailen)|robinson/u,
    /opposition|liste noire|liste d'exclusion|ne pas (?:contacter|envoyer)|bloqu[eé]/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
)
const left = new RegExp(
  [
    /unsub|opt(?:ed)? ?out|withdrawn|revoked|uitgeschr|uitschrij|afgemeld|afmeld|opgezegd|opzegg|ingetrokken|intrekking/u,
    /abgemeldet|abmeld|abbestell|ausgetragen|austragung|widerrufen|gek[uü]ndigt|d[eé]sabon|d[eé]sinscri/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
)

/** "Niet afgemeld" and "never unsubscribed" are no opt-outs. */
const denied =
  /\b(?:not|never|niet|nooit|nicht|nie|non|pas) (?:yet |meer )?(?=unsub|opt|withdrawn|revoked|uitgeschr|afgemeld|opgezegd|ingetrokken|geblok|blocked|block|black|suppress|bounce|abgemeldet|gesperrt|d[eé]s)/u

export const isDenied = (text: string): boolean => denied.test(plainOf(text))

const inOrder = [
  [complaint, 'complaint'],
  [bounce, 'bounce'],
  [objection, 'objection'],
  [left, 'left'],
] as const satisfies readonly (readonly [RegExp, Stop])[]

/** A column's name (as `headerKey` has it) that is about people who object or left. */
export const optOut = new RegExp(`${objection.source}|${left.source}`, 'u')

/** Null where a text (a cell, a column's name, a file's name) has no such word. */
export function stopIn(text: string): Stop | null {
  const plain = plainOf(text)
  if (plain === '' || denied.test(plain)) return null
  return inOrder.find(([words]) => words.test(plain))?.[1] ?? null
}

const plainOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ')
    .trim()
