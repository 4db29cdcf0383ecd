/** The mailing that a question is about: from a file, or from the options of tally, list, decide and evidence. */
import { err, ok, type Result } from '../../preload/contract/result.ts'
import { Mailing, MandatoryContent, Nature, type Question } from '../../preload/contract/vocabulary/mailing.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { instantOf } from '../domain/time.ts'
import type { Call, Ended, OptionTable } from './command.ts'
import { readJson } from './json.ts'
import { knownOf, plannedOf } from './moment.ts'
import { misuse, refuse } from './refuse.ts'
import type { Session } from './session.ts'

export const mailingOptions = {
  mailing: { type: 'string', value: 'value.json', help: 'option.mailing' },
  category: { type: 'string', value: 'value.key', help: 'option.category' },
  family: { type: 'string', multiple: true, value: 'value.key', help: 'option.family' },
  entity: { type: 'string', value: 'value.key', help: 'option.entity' },
  label: { type: 'string', value: 'value.key', help: 'option.label' },
  nature: { type: 'string', value: 'value.nature', help: 'option.nature' },
  name: { type: 'string', value: 'value.text', help: 'option.name' },
  without: { type: 'string', multiple: true, value: 'value.part', help: 'option.without' },
} as const satisfies OptionTable

export const momentOptions = {
  at: { type: 'string', value: 'value.moment', help: 'option.at' },
  known: { type: 'string', value: 'value.moment', help: 'option.known' },
} as const satisfies OptionTable

/** The mailing, at the moment asked about, as known at the moment asked about. */
export async function questionOf(call: Call, session: Session): Promise<Result<Question, Ended>> {
  const mailing = await mailingOf(call, session)
  if (!mailing.ok) return mailing
  const moments = momentsOf(call)
  return moments.ok ? ok({ mailing: mailing.value, ...moments.value }) : moments
}

/** `--at` and `--known`; now where they are not given. */
export function momentsOf(call: Call): Result<Pick<Question, 'at' | 'known'>, Ended> {
  const now = instantOf(call.now())
  const at = call.text('at')
  const known = call.text('known')
  const planned = at === null ? now : plannedOf(at)
  if (planned === null) return err(misuse(call, 'usage.no-moment', { text: at ?? '' }))
  const wasKnown = known === null ? now : knownOf(known)
  if (wasKnown === null) return err(misuse(call, 'usage.no-moment', { text: known ?? '' }))
  return ok({ at: planned, known: wasKnown })
}

export async function mailingOf(call: Call, session: Session): Promise<Result<Mailing, Ended>> {
  const file = call.text('mailing')
  if (file !== null) return readJson(call, file, Mailing)
  const got = await session.call('setup.get', {})
  if (!got.ok) return err(refuse(call, got.error))
  return fromOptions(call, got.value.setup)
}

const attested = { unsubscribe: true, oneClick: true, identity: true, contactAddress: true, replyWorks: true }
const parts = {
  unsubscribe: 'unsubscribe',
  'one-click': 'oneClick',
  identity: 'identity',
  'contact-address': 'contactAddress',
  reply: 'replyWorks',
} as const satisfies Record<string, keyof MandatoryContent>
const isPart = (word: string): word is keyof typeof parts => Object.hasOwn(parts, word)

function fromOptions(call: Call, setup: Setup): Result<Mailing, Ended> {
  const entity = call.text('entity') ?? setup.entities[0]?.key
  const known = setup.entities.find(({ key }) => key === entity)
  if (entity === undefined) return err(refuse(call, { kind: 'refused', code: 'setup-incomplete' }))
  if (!known) return err(misuse(call, 'usage.unknown-entity', { key: entity }))
  const label = call.text('label') ?? known.labels[0]?.key ?? ''
  if (!known.labels.some(({ key }) => key === label)) return err(misuse(call, 'usage.unknown-label', { key: label }))

  const nature = Nature.safeParse(call.text('nature') ?? 'commercial')
  if (!nature.success) return err(misuse(call, 'usage.unknown-nature', { word: call.text('nature') ?? '' }))
  const promotional = nature.data !== 'service' && nature.data !== 'requested'

  const category = call.text('category')
  if (promotional && category === null)
    return err(misuse(call, 'usage.needs-category', { keys: keysOf(setup.categories) }))
  if (category !== null && !setup.categories.some(({ key }) => key === category))
    return err(misuse(call, 'usage.unknown-category', { key: category, keys: keysOf(setup.categories) }))
  const families = [...call.texts('family')]
  const strange = families.find((family) => !setup.families.some(({ key }) => key === family))
  if (strange !== undefined)
    return err(misuse(call, 'usage.unknown-family', { key: strange, keys: keysOf(setup.families) }))

  const without = call.texts('without')
  const wrong = without.find((part) => !isPart(part))
  if (wrong !== undefined)
    return err(misuse(call, 'usage.unknown-part', { word: wrong, words: Object.keys(parts).join(', ') }))
  const missing = Object.fromEntries(without.filter(isPart).map((part) => [parts[part], false]))
  return ok({
    name: call.text('name') ?? [category ?? nature.data, ...families].join(' · '),
    entity,
    label,
    category,
    families,
    nature: nature.data,
    kind: null,
    promotional,
    thirdParty: null,
    content: MandatoryContent.parse({ ...attested, ...missing }),
    link:
      nature.data === 'service'
        ? { to: 'order', families }
        : nature.data === 'requested'
          ? { to: 'request', families }
          : null,
    contentSha256: null,
  })
}

const keysOf = (list: readonly { readonly key: string }[]): string => list.map(({ key }) => key).join(', ')
