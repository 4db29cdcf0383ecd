/** The words of what is handed over beside the dossier of one address, in a language. */
import { enProof } from '../../preload/words/en/proof.ts'
import { nlProof } from '../../preload/words/nl/proof.ts'
import type { Language } from './voice.ts'

type Spoken<T> = T extends string ? string : { readonly [K in keyof T]: Spoken<T[K]> }
export type ProofWords = Spoken<typeof nlProof>

export const proofWords = (language: Language): ProofWords => (language === 'nl' ? nlProof : enProof)
