/** What in a setup refers to something that is not there, or contradicts itself. The setup is kept all the same. */
import type { Box, CollectionPoint, FormVersion, Setup, SetupFlaw } from '../../preload/contract/vocabulary/setup.ts'
import { millisOf } from './time.ts'

type Code = SetupFlaw['code']
type Report = (path: string, code: Code) => void

/** Flaws in the order of the document; `path` is written like `points[0].versions[1].boxes[0].categories[2]`. */
export function flawsOf(setup: Setup): SetupFlaw[] {
  const flaws: SetupFlaw[] = []
  const report: Report = (path, code) => flaws.push({ path, code })
  const known = {
    entity: keysOf(setup.entities),
    category: keysOf(setup.categories),
    family: keysOf(setup.families),
    label: keysOf(setup.entities.flatMap(({ labels }) => labels)),
  }
  duplicates(setup.entities, 'entities', report)
  labelFlaws(setup, report)
  duplicates(setup.categories, 'categories', report)
  duplicates(setup.families, 'families', report)
  similarityFlaws(setup, known.family, report)
  successionFlaws(setup, known.entity, report)
  duplicates(setup.points, 'points', report)
  setup.points.forEach((point, index) => {
    pointFlaws(point, `points[${index}]`, known, report)
  })
  return flaws
}

interface Known {
  readonly entity: ReadonlySet<string>
  readonly category: ReadonlySet<string>
  readonly label: ReadonlySet<string>
}

const keysOf = (list: readonly { readonly key: string }[]): ReadonlySet<string> => new Set(list.map(({ key }) => key))

/** The second and later of those that share a key. */
function duplicates(list: readonly { readonly key: string }[], path: string, report: Report): void {
  const seen = new Set<string>()
  list.forEach(({ key }, index) => {
    if (seen.has(key)) report(`${path}[${index}]`, 'duplicate-key')
    seen.add(key)
  })
}

/** A label belongs to one entity at a time: to two only where the one took the place of the other. */
function labelFlaws({ entities, successions = [] }: Setup, report: Report): void {
  const joined = (one: string, other: string) =>
    successions.some(({ from, to }) => (from === one && to === other) || (from === other && to === one))
  const owner = new Map<string, string>()
  entities.forEach(({ key: entity, labels }, index) => {
    duplicates(labels, `entities[${index}].labels`, report)
    labels.forEach(({ key }, at) => {
      const other = owner.get(key) ?? entity
      if (other !== entity && !joined(entity, other))
        report(`entities[${index}].labels[${at}]`, 'label-of-two-entities')
      owner.set(key, other)
    })
  })
}

function similarityFlaws({ similarity }: Setup, families: ReadonlySet<string>, report: Report): void {
  const seen = new Set<string>()
  similarity.forEach(({ from, to }, index) => {
    const path = `similarity[${index}]`
    if (!families.has(from)) report(`${path}.from`, 'unknown-family')
    if (!families.has(to)) report(`${path}.to`, 'unknown-family')
    if (seen.has(`${from}→${to}`)) report(path, 'duplicate-key')
    seen.add(`${from}→${to}`)
  })
}

function successionFlaws({ successions = [] }: Setup, entities: ReadonlySet<string>, report: Report): void {
  const seen = new Set<string>()
  successions.forEach(({ from, to }, index) => {
    const path = `successions[${index}]`
    if (!entities.has(from)) report(`${path}.from`, 'unknown-entity')
    if (!entities.has(to)) report(`${path}.to`, 'unknown-entity')
    if (from === to || seen.has(`${from}→${to}`)) report(path, 'duplicate-key')
    seen.add(`${from}→${to}`)
  })
}

function pointFlaws(point: CollectionPoint, path: string, known: Known, report: Report): void {
  if (!known.entity.has(point.entity)) report(`${path}.entity`, 'unknown-entity')
  duplicates(point.versions, `${path}.versions`, report)
  point.versions.forEach((version, index) => {
    versionFlaws(version, `${path}.versions[${index}]`, known, report)
  })
  periodFlaws(point.versions, `${path}.versions`, report)
}

function versionFlaws({ boxes, names }: FormVersion, path: string, known: Known, report: Report): void {
  duplicates(boxes, `${path}.boxes`, report)
  boxes.forEach(({ categories }: Box, index) => {
    categories.forEach((category, at) => {
      if (!known.category.has(category)) report(`${path}.boxes[${index}].categories[${at}]`, 'unknown-category')
    })
  })
  names.labels.forEach((label, at) => {
    if (!known.label.has(label)) report(`${path}.names.labels[${at}]`, 'unknown-label')
  })
}

/**
 * Live periods of one form should follow each other. Where two overlap nobody knows which was shown, so neither
 * proves anything then; in a gap no form is known, so neither a consent nor an opportunity can be shown.
 */
function periodFlaws(versions: readonly FormVersion[], path: string, report: Report): void {
  const periods = versions
    .map(({ liveFrom, liveTo }, index) => ({
      path: `${path}[${index}]`,
      from: millisOf(liveFrom),
      to: liveTo === null ? Number.POSITIVE_INFINITY : millisOf(liveTo),
    }))
    .sort((a, b) => a.from - b.from)
  let until: number | null = null
  for (const period of periods) {
    if (period.to <= period.from) {
      report(`${period.path}.liveTo`, 'live-backwards')
      continue
    }
    if (until !== null && period.from < until) report(`${period.path}.liveFrom`, 'live-overlap')
    if (until !== null && period.from > until) report(`${period.path}.liveFrom`, 'live-gap')
    until = Math.max(until ?? period.to, period.to)
  }
}
