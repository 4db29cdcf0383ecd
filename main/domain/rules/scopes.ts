/** Whether what somebody said about some mail concerns this mailing. Wide for a no: what is unknown is covered. P5. */
import type { Scope } from '../../../preload/contract/vocabulary/event.ts'
import type { Mailing } from '../../../preload/contract/vocabulary/mailing.ts'

export function covers(scope: Scope, { category, families }: Mailing): boolean {
  switch (scope.kind) {
    case 'all':
      return true
    case 'categories':
      return category === null || scope.categories.includes(category)
    case 'families':
      return families.length === 0 || families.some((family) => scope.families.includes(family))
  }
}
