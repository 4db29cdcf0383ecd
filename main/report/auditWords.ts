/** The words of the self-audit, in a language. */
import { enAudit } from '../../preload/words/en/audit.ts'
import { nlAudit } from '../../preload/words/nl/audit.ts'
import type { Language } from './voice.ts'

type Spoken<T> = T extends string ? string : { readonly [K in keyof T]: Spoken<T[K]> }
export type AuditWords = Spoken<typeof nlAudit>

export const auditWords = (language: Language): AuditWords => (language === 'nl' ? nlAudit : enAudit)
