/** What the program asks after it has looked through a message. A question each: the owner knows, the program does not. */
import type { ContentPart } from '../../contract/vocabulary/content.ts'

interface Asked {
  readonly name: string
  /** Asked where the finding says `ask`; the other texts tell what was seen. */
  readonly question: string
  readonly found: string
  readonly missing: string
}

export const nlContent = {
  hidden: 'Dit is aan dit soort bestand niet te zien. Bewaar het bericht als .eml om ook de kopregels te laten lezen.',
  parts: {
    unsubscribe: {
      name: 'Afmeldlink',
      question: 'Waar kan de ontvanger zich afmelden? Er is geen link of afmeldveld gevonden.',
      found: 'Er staat een link of veld om je af te melden.',
      missing: 'Geen link om je af te melden gevonden.',
    },
    'one-click': {
      name: 'Afmelden met één klik',
      question:
        'Zet je mailprogramma de kopregels voor afmelden met één klik erbij? In dit bericht zijn ze niet gevonden.',
      found: 'De kopregels List-Unsubscribe en List-Unsubscribe-Post staan erin.',
      missing: 'De kopregels voor afmelden met één klik ontbreken.',
    },
    identity: {
      name: 'Wie het stuurt',
      question: 'Ziet de ontvanger van wie dit komt? De naam van het bedrijf of label is niet gevonden.',
      found: 'De naam van het bedrijf of label staat erin.',
      missing: 'De naam van het bedrijf of label is niet gevonden.',
    },
    'contact-address': {
      name: 'Postadres of nummer',
      question:
        'Staat er een adres of nummer in waar iemand een verzoek om te stoppen kan indienen? Er is er geen gevonden.',
      found: 'Er staat een adres of nummer in.',
      missing: 'Geen postadres of telefoonnummer gevonden.',
    },
    reply: {
      name: 'Antwoordadres',
      question: 'Leest iemand de antwoorden? Het adres waar een antwoord heen gaat, lijkt niet gelezen te worden.',
      found: 'Een antwoord gaat naar een gewoon adres.',
      missing: 'Een antwoord gaat naar een adres dat niet gelezen lijkt te worden.',
    },
    promotion: {
      name: 'Reclame',
      question:
        'Is dit wel alleen een dienstbericht? Deze woorden klinken als reclame. Met reclame erin gelden de regels voor reclame.',
      found: 'Er staan woorden in die als reclame klinken.',
      missing: 'Geen woorden gevonden die als reclame klinken.',
    },
    'third-party': {
      name: 'Namen van anderen',
      question:
        'Maak je hier ook reclame voor een ander? Deze namen of woorden wijzen daarop. Daarvoor is aparte toestemming nodig.',
      found: 'Er staan namen of woorden in die op een ander bedrijf wijzen.',
      missing: 'Geen namen van andere bedrijven gevonden.',
    },
  },
} as const satisfies ContentWords

export interface ContentWords {
  /** For `seen: 'hidden'`. */
  readonly hidden: string
  readonly parts: Readonly<Record<ContentPart, Asked>>
}
