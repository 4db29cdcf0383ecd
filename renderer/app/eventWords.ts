/** An event in a few plain words, for the timeline, the list of what happened, and the facts of an answer. */
import type { RegisterEvent, Scope } from '../../preload/contract/vocabulary/event.ts'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import type { Text } from './language.tsx'
import { sharedWords } from './sharedWords.ts'

/** A form version by the keys of point and version. */
export interface FormRef {
  readonly point: string
  readonly version: string
}

export interface EventWords {
  /** `Bestelling 10482` */
  readonly title: (event: RegisterEvent) => string
  /** What it was about: categories, products, scope; empty where the title says all. */
  readonly about: (event: RegisterEvent) => string
  readonly scope: (scope: Scope) => string
  readonly categories: (keys: readonly string[]) => string
  /** `Kassa, versie 2` */
  readonly form: (form: FormRef) => string
}

export function eventWords(text: Text, setup: Setup | undefined): EventWords {
  const { t } = text
  const { events } = sharedWords(text.language).report
  const named = (list: readonly { key: string; name: string }[] | undefined, keys: readonly string[]) =>
    keys.map((key) => list?.find((one) => one.key === key)?.name ?? key).join(', ')
  const categories = (keys: readonly string[]) => named(setup?.categories, keys)
  const scope = (of: Scope) => {
    if (of.kind === 'all') return t('scope.all')
    return of.kind === 'categories' ? categories(of.categories) : named(setup?.families, of.families)
  }
  const title = (event: RegisterEvent): string => {
    const order = 'order' in event.body && event.body.order ? event.body.order : ''
    return order ? t('event.withOrder', { what: events[event.type], order }) : events[event.type]
  }
  const about = (event: RegisterEvent): string => {
    switch (event.type) {
      case 'consent-given':
      case 'consent-refused':
        return categories(event.body.categories) || t('scope.unknown')
      case 'objection':
      case 'consent-withdrawn':
        return scope(event.body.scope)
      case 'sale':
      case 'membership':
        return event.body.lines
          .map((line) => line.title ?? line.sku ?? line.category ?? '')
          .filter(Boolean)
          .join(', ')
      case 'objection-opportunity':
        return t(`outcome.${event.body.outcome}`)
      case 'complaint':
      case 'authority-request':
        return event.body.about
      case 'correction':
        return event.body.why
      case 'bounce':
        return event.body.code ?? ''
      case 'address-changed':
        return event.body.to
      case 'quote-request':
      case 'info-request':
      case 'freebie-request':
      case 'cart':
      case 'account-created':
        return event.body.asked
      case 'review-resolved':
        return [
          t(`verdict.${event.body.verdict}`),
          event.body.category === null ? '' : categories([event.body.category]),
          event.body.family === undefined ? '' : named(setup?.families, [event.body.family]),
        ]
          .filter(Boolean)
          .join(' · ')
      default:
        return event.reason ?? ''
    }
  }
  return { title, about, scope, categories, form: (form) => formWords(text, setup, form) }
}

export function formWords({ t }: Text, setup: Setup | undefined, form: FormRef): string {
  const point = setup?.points.find(({ key }) => key === form.point)
  const place = point?.versions.findIndex(({ key }) => key === form.version) ?? -1
  return t('history.form', { point: point?.name ?? form.point, version: place < 0 ? form.version : String(place + 1) })
}
