/** Where the two lessons contradict each other or the law, and what holds instead. RULES.md 1.3. */
import type { Both, Clash } from './requirement.ts'

export const contradictions: Readonly<Record<Clash, Both>> = {
  C1: {
    nl: 'Een vakje dat al aangevinkt stond, is nooit toestemming; hooguit een gelegenheid tot bezwaar die een mens nakijkt.',
    en: 'A box that was ticked beforehand is never consent; at most an opportunity to object, for a person to judge.',
  },
  C2: {
    nl: 'De klantrelatie dekt alleen eigen, gelijksoortige producten, niet het hele aanbod.',
    en: 'The customer basis covers own, similar products only, not the whole range.',
  },
  C3: {
    nl: 'Een adres krijgen is niet genoeg: er was een verkoop, en een duidelijke afmeldkeuze bij het vragen van het adres.',
    en: 'Being given an address is not enough: there was a sale, and a clear way to object where the address was asked.',
  },
  C4: {
    nl: 'Klant is aan wie iets is verkocht; een offerte, mandje of gratis account is geen verkoop.',
    en: 'A customer is someone to whom something was sold; a quote, basket or free account is no sale.',
  },
  C5: {
    nl: 'Veronderstelde toestemming bestaat niet; de klantrelatie is een eigen grond zonder toestemming.',
    en: 'Presumed consent does not exist; the customer basis is a basis of its own, without consent.',
  },
  C6: {
    nl: 'De uitzondering staat in de Telecommunicatiewet; de AVG kent zes grondslagen, niet alleen toestemming.',
    en: 'The exception is in the Telecommunicatiewet; the GDPR has six bases, not consent alone.',
  },
  C7: {
    nl: 'Zuivere servicemail heeft geen toestemming nodig, maar één aanbieding maakt het hele bericht reclame.',
    en: 'Pure service mail needs no consent, but a single offer makes the whole message advertising.',
  },
  C8: {
    nl: 'De wet vraagt een afmeldmogelijkheid in elk reclamebericht; één klik is een eis van mailboxen, niet van de wet.',
    en: 'The law asks for a way to unsubscribe in all advertising; one click is asked by mailbox providers, not by the law.',
  },
  C9: {
    nl: 'Twee toezichthouders met elk hun eigen boetes: de ACM voor de Telecommunicatiewet, de AP voor de AVG.',
    en: 'Two regulators with fines of their own: the ACM for the Telecommunicatiewet, the AP for the GDPR.',
  },
  C10: {
    nl: 'De wet noemt geen aantal dagen: een afmelding werkt meteen.',
    en: 'The law names no number of days: an unsubscribe works at once.',
  },
  C11: {
    nl: 'Mailen over rechten mag alleen aan wie je al mag mailen; vragen om toestemming per mail is zelf al reclame.',
    en: 'Mail about rights may go only to those you may mail; asking for consent by mail is itself advertising.',
  },
  C12: {
    nl: 'Een leeg gelaten aanmeldvakje is een nee, en telt als nee.',
    en: 'A sign-up box that was left empty is a no, and counts as a no.',
  },
  C13: {
    nl: 'Een nieuwsbrief met aanbiedingen kan één soort mail zijn, als de tekst dat zei; verder vraagt elke soort zijn eigen ja.',
    en: 'A newsletter with offers can be one kind of mail if the text said so; otherwise each kind asks for its own yes.',
  },
  C14: {
    nl: 'Afmelden kan voor alles of voor één soort; een "stop" zonder meer is voor alles.',
    en: 'One can unsubscribe from all or from one kind; a plain "stop" is from all.',
  },
  C15: {
    nl: '"Recent" staat niet in de wet; het is een keuze, standaard 24 maanden.',
    en: '"Recent" is not in the law; it is a choice, 24 months unless set.',
  },
}
