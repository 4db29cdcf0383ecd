/** All requirements of RULES.md section 1, in its order. */
import { lessonA } from './lessonA.ts'
import { lessonB } from './lessonB.ts'
import type { Requirement } from './requirement.ts'

export const requirements: readonly Requirement[] = [...lessonA, ...lessonB]
