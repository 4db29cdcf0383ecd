/** Short names for what is new in a setup. A key is made once, from the name, and never changes after that. */
import type { Process, Setup } from '../../preload/contract/vocabulary/setup.ts'

/** `Café & Bar "De Zon"` becomes `cafe-bar-de-zon`; with a number behind it where that is taken. */
export function keyFrom(name: string, taken: readonly string[], otherwise: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 50)
  const start = plain || otherwise
  if (!taken.includes(start)) return start
  for (let n = 2; ; n++) if (!taken.includes(`${start}-${n}`)) return `${start}-${n}`
}

/** Gives a key to every entry that has none yet, and leaves out what was added but never named. */
export function withKeys(setup: Setup): Setup {
  const labels = setup.entities.flatMap((entity) => entity.labels.map(({ key }) => key)).filter(Boolean)
  const label = (one: Setup['entities'][number]['labels'][number]) => {
    const key = one.key || keyFrom(one.name, labels, 'label')
    labels.push(key)
    return { ...one, key }
  }
  return {
    ...setup,
    entities: keyed(setup.entities, 'afzender').map((entity) => ({
      ...entity,
      labels: namedLabels(entity).map(label),
    })),
    categories: keyed(setup.categories, 'soort'),
    families: keyed(setup.families, 'groep').map((family) => ({
      ...family,
      matches: family.matches.filter((rule) => rule.value.trim()),
    })),
    ...(setup.process && { process: filledIn(setup.process) }),
    points: keyed(setup.points, 'formulier').map((point) => ({
      ...point,
      entity: point.entity || (setup.entities[0]?.key ?? ''),
      versions: point.versions.map((version, index, all) => ({
        ...version,
        key:
          version.key ||
          keyFrom(
            `versie-${index + 1}`,
            all.map(({ key }) => key),
            'versie',
          ),
        boxes: version.boxes
          .filter((box) => box.wording.trim())
          .map((box, place, boxes) => ({
            ...box,
            key:
              box.key ||
              keyFrom(
                box.kind,
                boxes.slice(0, place).map(({ key, kind }) => key || kind),
                box.kind,
              ),
          })),
      })),
    })),
  }
}

/** Without the rows that were added and left blank. */
function filledIn(process: Process): Process {
  const filled = <T extends object>(list: readonly T[]) =>
    list.filter((one) => Object.values(one).some((value) => (typeof value === 'string' ? value.trim() : value?.length)))
  return {
    ...process,
    systems: filled(process.systems),
    processors: filled(process.processors),
    training: filled(process.training),
    tests: filled(process.tests),
  }
}

/** Mail always goes out under some name; without one of its own that is the company's. */
function namedLabels(entity: Setup['entities'][number]) {
  const named = entity.labels.filter(({ name }) => name.trim())
  return named.length > 0 ? named : [{ key: '', name: entity.name }]
}

function keyed<T extends { readonly key: string; readonly name: string }>(list: readonly T[], otherwise: string): T[] {
  const taken = list.map(({ key }) => key).filter(Boolean)
  return list
    .filter(({ name, key }) => name.trim() || key)
    .map((one) => {
      if (one.key) return one
      const key = keyFrom(one.name, taken, otherwise)
      taken.push(key)
      return { ...one, key }
    })
}
