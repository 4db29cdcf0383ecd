/** De woorden van een beoordeling: antwoorden, grondslagen, redenen, regels, artikelen en beleid. */
import type { Basis, Finding, Grade, NormRef, ReasonCode, Verdict } from '../../contract/vocabulary/decision.ts'
import type { Mailing, Nature } from '../../contract/vocabulary/mailing.ts'
import type { PolicyKey } from '../../contract/vocabulary/setup.ts'

/** What is said about one reason code. */
export interface ReasonWords {
  /** A few words, for lists and charts. */
  readonly label: string
  /** One sentence: why. */
  readonly why: string
  /** What would change the answer. */
  readonly helps: string
}

export interface PolicyWords {
  readonly name: string
  readonly what: string
  readonly default: string
  readonly room: string
}

export interface DecisionWords {
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly verdictMeanings: Readonly<Record<Verdict, string>>
  readonly bases: Readonly<Record<Basis, { readonly name: string; readonly meaning: string }>>
  readonly noBasis: string
  readonly grades: Readonly<Record<Grade, { readonly name: string; readonly meaning: string }>>
  readonly natures: Readonly<Record<Nature, string>>
  readonly kinds: Readonly<Record<NonNullable<Mailing['kind']>, string>>
  readonly outcomes: Readonly<Record<Finding['outcome'], string>>
  readonly statuses: Readonly<Record<'customer' | 'former-customer' | 'prospect', string>>
  readonly whyLabel: string
  readonly helpsLabel: string
  readonly reasons: Readonly<Record<ReasonCode, ReasonWords>>
  readonly rules: Readonly<Record<RuleNumber, string>>
  readonly norms: Readonly<Record<NormRef['id'], string>>
  readonly policies: Readonly<Record<PolicyKey, PolicyWords>>
}

/** Every rule number that a finding can carry. `B` is the addressee outside the EEA, which has no number of its own. */
export type RuleNumber =
  | `G${0 | 1 | 2 | 3 | 6}`
  | `V${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14}`
  | `K${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}`
  | `B${'' | 1 | 2 | 3 | 4 | 5 | 6}`

export const nlDecision = {
  verdicts: { yes: 'Mag', no: 'Mag niet', review: 'Nakijken' },
  verdictMeanings: {
    yes: 'Je mag deze mailing sturen, en je kunt laten zien waarom.',
    no: 'Je mag deze mailing niet sturen.',
    review: 'Er ontbreekt iets of er is iets om te beoordelen. Tot dat gedaan is, gaat er geen mail uit.',
  },
  bases: {
    consent: { name: 'Toestemming', meaning: 'Deze persoon heeft zelf ja gezegd tegen deze mail (opt-in).' },
    customer: {
      name: 'Klantrelatie',
      meaning:
        'Een klant mag je mailen over eigen, vergelijkbare producten, als hij bij de bestelling bezwaar kon maken. Dit is geen toestemming.',
    },
    donor: {
      name: 'Donateursrelatie',
      meaning: 'Een donateur mag je mailen over je eigen doel, als hij bij zijn gift bezwaar kon maken.',
    },
    business: {
      name: 'Zakelijk adres',
      meaning: 'Het bedrijf heeft dit adres zelf bekendgemaakt om zulke aanbiedingen op te krijgen.',
    },
    service: { name: 'Servicebericht', meaning: 'Een bericht over een bestelling of contract, zonder reclame.' },
    requested: { name: 'Gevraagd bericht', meaning: 'Het antwoord op een vraag van deze persoon, één keer.' },
  },
  noBasis: 'Geen grondslag',
  grades: {
    A: {
      name: 'A · volledig bewijs',
      meaning:
        'Wie, wanneer, hoe en de precieze tekst zijn door een computer vastgelegd, en de aanmelding is bevestigd vanaf het adres of ondertekend.',
    },
    B: {
      name: 'B · goed bewijs',
      meaning: 'Wie, wanneer, hoe en de precieze tekst zijn bekend en het stuk is bewaard. Dit is genoeg.',
    },
    C: {
      name: 'C · onvolledig bewijs',
      meaning:
        'De dag en de bron zijn zeker, maar de tekst of het formulier is nog niet bewaard. Voeg het toe, dan wordt het B.',
    },
    D: {
      name: 'D · alleen een bewering',
      meaning: 'Er is geen bron, geen bruikbare datum of geen tekst. Dit telt niet als bewijs.',
    },
    X: {
      name: 'X · ongeldig',
      meaning: 'Zo kan toestemming niet worden gegeven, ook niet met een document erbij.',
    },
  },
  natures: {
    commercial: 'Reclame',
    idealistic: 'Ideëel',
    charitable: 'Voor een goed doel',
    service: 'Servicebericht',
    requested: 'Gevraagd bericht',
  },
  kinds: {
    'review-request': 'Vraag om een beoordeling',
    're-permission': 'Vraag om toestemming',
    survey: 'Enquête',
  },
  outcomes: {
    pass: 'Voldoet',
    soft: 'Te beoordelen',
    fail: 'Voldoet niet',
    invalid: 'Ongeldig',
  },
  statuses: { customer: 'Klant', 'former-customer': 'Ex-klant', prospect: 'Prospect' },
  whyLabel: 'Waarom',
  helpsLabel: 'Wat helpt',
  reasons: {
    MAILING_MIXED_PROMO: {
      label: 'Bericht met reclame erin',
      why: 'Een servicebericht of antwoord met reclame erin telt helemaal als reclame.',
      helps: 'Haal de reclame eruit, of stuur haar apart aan wie reclame mag krijgen.',
    },
    MAILING_SURVEY: {
      label: 'Enquête: reclame of service?',
      why: 'Deze enquête bevat geen reclame, maar het is niet zeker dat zij als servicebericht telt.',
      helps: 'Beoordeel of de enquête alleen over de bestelling gaat, of mail haar alleen aan wie reclame mag krijgen.',
    },
    MAILING_NO_UNSUBSCRIBE: {
      label: 'Geen afmeldlink',
      why: 'In deze mailing kan niemand zich afmelden, en dat moet in elke reclamemail kunnen.',
      helps: 'Zet een werkende afmeldlink in de mail en geef dat aan bij de mailing.',
    },
    MAILING_NO_IDENTITY: {
      label: 'Afzender niet genoemd',
      why: 'Deze mailing zegt niet van wie zij echt komt.',
      helps: 'Zet de naam van je bedrijf in de mail en geef dat aan bij de mailing.',
    },
    MAILING_NO_CONTACT_ADDRESS: {
      label: 'Geen postadres of nummer',
      why: 'In deze mailing staat geen geldig postadres of nummer om te zeggen dat het moet stoppen.',
      helps: 'Zet een postadres of telefoonnummer in de mail en geef dat aan bij de mailing.',
    },
    ADDRESS_INVALID: {
      label: 'Geen geldig adres',
      why: 'Dit is geen e-mailadres waar mail heen kan.',
      helps: 'Vraag het goede adres, bij de volgende bestelling of aan de telefoon.',
    },
    ADDRESS_BOUNCED: {
      label: 'Mail komt terug',
      why: 'Mail naar dit adres kwam onbestelbaar terug. Toestemming of verzet verandert daar niet door.',
      helps: 'Vraag een ander adres, of wacht op een teken dat het adres weer werkt.',
    },
    ADDRESS_BOUNCED_LONG_AGO: {
      label: 'Adres werkt weer na lange tijd',
      why: 'Mail naar dit adres kwam meer dan een jaar geleden terug en het adres werkt nu weer; misschien is het nu van iemand anders.',
      helps: 'Ga na of het adres nog van dezelfde persoon is, en leg dat vast.',
    },
    ADDRESS_DISPUTED: {
      label: '“Dat ben ik niet”',
      why: 'De gebruiker van dit adres zegt een ander te zijn dan wij denken.',
      helps: 'Mail dit adres niet meer. Bleek het een vergissing, leg dan een correctie vast.',
    },
    ADDRESS_ERASED: {
      label: 'Gewist op verzoek',
      why: 'Deze persoon heeft zich laten wissen, en het adres staat daarom op de blokkadelijst.',
      helps: 'Alleen nieuwe toestemming die deze persoon zelf na het wissen geeft. Vraag er niet om per mail.',
    },
    ADDRESS_CHANGED_UNVERIFIED: {
      label: 'Gegeven met een ander adres',
      why: 'De toestemming of bestelling hoort bij een ander adres, en dat de persoon zelf dit adres doorgaf is niet bewezen.',
      helps: 'Leg het bericht vast waarmee de persoon het nieuwe adres doorgaf.',
    },
    ADDRESS_RETIRED: {
      label: 'Adres verlaten',
      why: 'Deze persoon heeft laten weten nu een ander adres te gebruiken.',
      helps: 'Mail naar het nieuwe adres; de toestemming is meegegaan.',
    },
    RESTRICTED: {
      label: 'Gebruik beperkt',
      why: 'Deze persoon heeft gevraagd zijn gegevens voorlopig niet te gebruiken (AVG art. 18).',
      helps: 'Handel het verzoek af en leg vast dat de beperking is opgeheven.',
    },
    SERVICE_NO_LINK: {
      label: 'Geen bestelling bij dit bericht',
      why: 'Een servicebericht hoort bij een bestelling, contract of wettelijke plicht, en die is voor deze persoon niet gevonden.',
      helps: 'Noem bij de mailing waar zij op rust, of controleer of de bestelling is geïmporteerd.',
    },
    REQUESTED_NONE_OPEN: {
      label: 'Geen open vraag',
      why: 'Er staat geen vraag van deze persoon open die dit bericht beantwoordt.',
      helps: 'Leg de vraag vast zoals zij binnenkwam. Een vraag geeft recht op één antwoord.',
    },
    OBJECTED: {
      label: 'Verzet (afgemeld)',
      why: 'Deze persoon heeft gezegd deze mail niet te willen, en daarna niet opnieuw ja gezegd.',
      helps:
        'Alleen een latere, bewezen toestemming voor deze soort mail. Een nieuwe bestelling is niet genoeg, en erom mailen mag niet.',
    },
    WITHDRAWN: {
      label: 'Toestemming ingetrokken',
      why: 'Deze persoon heeft zijn toestemming ingetrokken, en een andere grondslag mag daar niet voor in de plaats komen.',
      helps: 'Alleen een latere, bewezen toestemming voor deze soort mail. Erom mailen mag niet.',
    },
    SPAM_COMPLAINT: {
      label: 'Klacht',
      why: 'Over mail aan deze persoon is geklaagd; dat geldt als verzet tegen alle reclame.',
      helps: 'Alleen een latere, bewezen toestemming van deze persoon zelf. Erom mailen mag niet.',
    },
    NO_BASIS_PROSPECT: {
      label: 'Prospect zonder toestemming',
      why: 'Deze persoon heeft niets gekocht en geen toestemming gegeven.',
      helps: 'Vraag toestemming op de site, aan de kassa of op papier. Mailen om toestemming te vragen mag niet.',
    },
    NO_CONSENT: {
      label: 'Geen toestemming',
      why: 'Er is geen toestemming voor deze mail, en de klantrelatie geldt hier niet.',
      helps: 'Vraag toestemming op de site, aan de kassa of op papier. Mailen om toestemming te vragen mag niet.',
    },
    CONSENT_PRETICKED: {
      label: 'Vakje stond al aangevinkt',
      why: 'Het vakje stond al aan. Wie niets doet, geeft geen toestemming.',
      helps: 'Bied een leeg vakje aan. Wat al verzameld is, kan niet hersteld worden.',
    },
    CONSENT_WRONG_CATEGORY: {
      label: 'Toestemming voor andere mail',
      why: 'Deze persoon gaf toestemming, maar niet voor deze soort mail.',
      helps: 'Stuur deze persoon alleen wat in de tekst beloofd is, of bied een vakje voor deze soort aan.',
    },
    CONSENT_WRONG_SENDER: {
      label: 'Toestemming aan een ander',
      why: 'Deze toestemming is niet gegeven aan de afzender van deze mailing, of niet voor de partij die erin adverteert.',
      helps: 'Vraag toestemming waarin deze afzender met naam genoemd wordt.',
    },
    CONSENT_BUNDLED: {
      label: 'Toestemming niet vrij',
      why: 'De toestemming zat vast aan iets anders, zoals de voorwaarden of een weggever.',
      helps: 'Bied een apart, leeg vakje aan dat men kan overslaan.',
    },
    CONSENT_INFO_INCOMPLETE: {
      label: 'Uitleg bij toestemming onvolledig',
      why: 'Bij het vakje stond niet dat men de toestemming kan intrekken, of er was geen privacyverklaring, of dat is niet bekend.',
      helps: 'Voeg de formulierversie toe waarop het wel staat, of pas het formulier aan voor wie nog komt.',
    },
    CONSENT_NO_PURPOSE: {
      label: 'Doel niet genoemd',
      why: 'Bij het vakje stond niet waarvoor het adres gebruikt zou worden.',
      helps: 'Zet op het formulier welke mail men krijgt, en vraag opnieuw op de site of aan de kassa.',
    },
    CONSENT_EVIDENCE_INCOMPLETE: {
      label: 'Bewijs onvolledig',
      why: 'De datum en de bron zijn bekend, maar de tekst of het formulier van toen is nog niet bewaard.',
      helps: 'Voeg de formulierversie van toen toe met een schermafdruk, of het originele stuk.',
    },
    CONSENT_UNPROVEN: {
      label: 'Toestemming niet bewezen',
      why: 'Er is alleen een bewering: geen bron, geen tekst, of te laat vastgelegd zonder document.',
      helps: 'Voeg het originele stuk toe. Is het er niet, vraag dan opnieuw op de site, aan de kassa of op papier.',
    },
    CONSENT_UNDATED: {
      label: 'Datum ontbreekt',
      why: 'Het is niet bekend wanneer de toestemming is gegeven, of niet zeker dat het vóór de mailing was.',
      helps: 'Zoek de datum op in het programma waar de toestemming vandaan komt, en importeer haar opnieuw.',
    },
    CONSENT_STALE: {
      label: 'Toestemming is oud',
      why: 'De toestemming is ouder dan je beleid toelaat zonder te kijken.',
      helps: 'Beoordeel of deze persoon de mail nog verwacht, en leg dat vast.',
    },
    CONSENT_REFUSED: {
      label: 'Toestemming geweigerd',
      why: 'Deze persoon liet het vakje voor deze mail leeg, of zei nee.',
      helps: 'Respecteer dat. Alleen een latere toestemming verandert het antwoord.',
    },
    BRAND_NOT_NAMED: {
      label: 'Ander merk genoemd',
      why: 'Bij het geven van het adres stond een ander merk van jouw bedrijf, niet het merk van deze mailing.',
      helps: 'Mail onder het genoemde merk, of beoordeel of deze persoon de afzender herkent.',
    },
    DOI_PENDING: {
      label: 'Aanmelding niet bevestigd',
      why: 'Deze persoon heeft de link in de bevestigingsmail niet aangeklikt, en je beleid vraagt dat.',
      helps: 'Wacht op de bevestiging. Stuur geen tweede verzoek.',
    },
    MINOR: {
      label: 'Jonger dan zestien',
      why: 'Deze persoon is, of was toen, misschien jonger dan zestien, en een ouder gaf geen toestemming.',
      helps: 'Leg de toestemming van een ouder of voogd vast.',
    },
    THIRD_PARTY_COLLECTED: {
      label: 'Door een ander verzameld',
      why: 'Een ander verzamelde deze toestemming voor jou. Er is bewijs per adres, maar dat moet iemand nakijken.',
      helps: 'Bekijk het bewijs voor dit adres en leg je oordeel vast.',
    },
    IMPORT_THIRD_PARTY: {
      label: 'Gekochte of gedeelde lijst',
      why: 'Dit adres komt van een ander, zonder bewijs dat deze persoon aan jou toestemming gaf.',
      helps: 'Gebruik zo’n lijst niet. Alleen bewijs per adres waarin jouw bedrijf genoemd wordt, telt.',
    },
    ENTITY_TRANSFER: {
      label: 'Van ander bedrijf overgenomen',
      why: 'Deze toestemming is aan een ander bedrijf gegeven, dat jij later overnam.',
      helps: 'Laat nagaan of de toestemming is meegegaan, en leg dat vast.',
    },
    SALE_CANCELLED: {
      label: 'Bestelling ging niet door',
      why: 'De bestelling is geannuleerd of helemaal terugbetaald.',
      helps: 'Een nieuwe bestelling met een afmeldvakje, of toestemming.',
    },
    SALE_OTHER_ENTITY: {
      label: 'Klant van een ander bedrijf',
      why: 'Deze persoon kocht bij een ander bedrijf dan de afzender van deze mailing, al horen ze bij elkaar.',
      helps: 'Mail uit naam van het bedrijf waar gekocht is, of vraag toestemming.',
    },
    SALE_MARKETPLACE: {
      label: 'Gekocht op een marktplaats',
      why: 'De bestelling liep via een marktplaats, en dat adres is er alleen om de bestelling uit te voeren.',
      helps:
        'Vraag toestemming in je eigen winkel of op papier bij de bestelling. Mailen om toestemming te vragen mag niet.',
    },
    SALE_STALE: {
      label: 'Aankoop te lang geleden',
      why: 'De laatste aankoop is ouder dan je beleid toelaat.',
      helps: 'Een nieuwe bestelling met een afmeldvakje, of toestemming.',
    },
    QUOTE_ONLY: {
      label: 'Alleen een offerte gevraagd',
      why: 'Deze persoon vroeg een offerte maar kocht niets, en is dus geen klant.',
      helps: 'Beantwoord de offerte. Voor andere mail is een bestelling of toestemming nodig.',
    },
    CART_ONLY: {
      label: 'Alleen een winkelwagen',
      why: 'Deze persoon vulde een winkelwagen maar kocht niets, en is dus geen klant.',
      helps: 'Er is een bestelling of toestemming nodig.',
    },
    ACCOUNT_ONLY: {
      label: 'Alleen een gratis account',
      why: 'Deze persoon maakte een account maar kocht niets, en is dus geen klant.',
      helps: 'Vraag toestemming met een leeg vakje in het account.',
    },
    ADDRESS_NOT_FROM_SALE: {
      label: 'Adres niet bij de aankoop gegeven',
      why: 'Deze persoon kocht iets, maar gaf dit adres niet zelf bij die aankoop.',
      helps: 'Vraag het adres bij een volgende bestelling, met een afmeldvakje erbij.',
    },
    NO_OBJECTION_OPPORTUNITY: {
      label: 'Geen afmeldvakje bij bestelling',
      why: 'Bij het bestellen kon deze persoon geen bezwaar maken tegen reclame, of is niet bekend hoe.',
      helps:
        'Bied bij een volgende bestelling een afmeldvakje aan, of vraag toestemming op de site. Mailen om toestemming te vragen mag niet.',
    },
    OPPORTUNITY_OPTIN_ONLY: {
      label: 'Alleen een leeg ja-vakje',
      why: 'Bij het bestellen was er alleen een leeg vakje om ja te zeggen. Wie dat leeg liet, verwacht geen mail.',
      helps: 'Zet bij de kassa een vakje “Nee, liever niet”, of vraag toestemming op de site.',
    },
    OPPORTUNITY_UNPROVEN: {
      label: 'Afmeldvakje niet bewezen',
      why: 'Er was een afmeldvakje, maar het formulier van toen is niet bewaard of het is niet bekend wat is aangevinkt.',
      helps: 'Voeg een schermafdruk van het formulier van toen toe, of een bestand waarin staat wat is aangevinkt.',
    },
    OPPORTUNITY_PRETICKED: {
      label: 'Ja-vakje stond al aan',
      why: 'Bij het bestellen stond “ja, mail mij” al aangevinkt. Dat is geen toestemming, en of het als afmeldvakje telt, is omstreden.',
      helps: 'Kies in je beleid hoe je dit ziet, of beoordeel het zelf. Beter is een leeg vakje “Nee, liever niet”.',
    },
    PURPOSE_MISSTATED: {
      label: 'Gebruik niet of anders gemeld',
      why: 'Bij het bestellen stond niet dat het adres voor reclame gebruikt wordt, of er stond dat het alleen voor de bestelling was.',
      helps: 'Zeg het duidelijk bij de kassa, voor wie nog komt. Voor deze persoon is toestemming nodig.',
    },
    NOT_SIMILAR: {
      label: 'Ander soort product',
      why: 'Deze mailing gaat over producten die niet lijken op wat deze persoon kocht, of er is geen productgroep bekend.',
      helps: 'Mail over vergelijkbare producten, vul de gelijksoortigheid in met een reden, of vraag toestemming.',
    },
    SIMILARITY_REVIEW: {
      label: 'Lijkt het product erop?',
      why: 'Of dit product lijkt op wat deze persoon kocht, moet iemand per geval beoordelen.',
      helps: 'Leg je oordeel vast, of vul de gelijksoortigheid in met een reden.',
    },
    NOT_OWN: {
      label: 'Aanbod van een ander',
      why: 'Deze mailing bevat een aanbod van een ander. De klantrelatie geldt alleen voor eigen producten.',
      helps: 'Haal dat aanbod eruit, of mail alleen wie daar toestemming voor gaf.',
    },
    B2B_OFF: {
      label: 'Zakelijke grondslag staat uit',
      why: 'Dit bedrijf maakte zijn adres bekend voor aanbiedingen, maar je beleid gebruikt die grondslag niet.',
      helps: 'Zet de zakelijke grondslag aan in je beleid. Elk adres moet dan nog worden nagekeken.',
    },
    B2B_NOT_DESIGNATED: {
      label: 'Adres niet voor aanbiedingen bedoeld',
      why: 'Dat een bedrijf zijn adres toont, is niet genoeg: er moet staan dat het voor zulke aanbiedingen is, en daar is bewijs van nodig.',
      helps: 'Bewaar een schermafdruk van de plek waar dat staat. Staat het er niet, vraag dan toestemming.',
    },
    B2B_NOT_PROFESSIONAL: {
      label: 'Niet zeker een bedrijf',
      why: 'Het is niet vastgelegd dat dit adres van een rechtspersoon of van iemand in zijn beroep is.',
      helps: 'Zoek de rechtsvorm en het KvK-nummer op en leg ze vast.',
    },
    B2B_PURPOSE: {
      label: 'Ander doel dan aangegeven',
      why: 'Het bedrijf gaf dit adres op voor een ander soort aanbiedingen.',
      helps: 'Mail alleen wat past bij het doel dat het bedrijf noemde.',
    },
    B2B_CAPTURE_OLD: {
      label: 'Bewijs ouder dan een jaar',
      why: 'De schermafdruk waarop het bedrijf zijn adres bekendmaakt, is ouder dan twaalf maanden.',
      helps: 'Kijk of het er nog staat en bewaar een nieuwe schermafdruk.',
    },
    B2B_NO_ACQUISITION: {
      label: 'Wil geen acquisitie',
      why: 'Het bedrijf geeft aan geen acquisitie te willen.',
      helps: 'Respecteer dat en mail dit adres niet.',
    },
    B2B_SOURCE_NOTICE: {
      label: 'Herkomst nog melden',
      why: 'Het adres hoort bij een persoon met naam, en die is nog niet verteld waar je het adres vandaan hebt.',
      helps: 'Zet in de eerste mail waar het adres vandaan komt, en leg dat vast.',
    },
    B2B_OUTSIDE_EEA: {
      label: 'Buiten de EER',
      why: 'Dit bedrijf zit buiten de Europese Economische Ruimte; daar geldt ook het recht van dat land.',
      helps: 'Laat nagaan wat daar geldt. Dit blijft altijd nakijken.',
    },
    B2B_REVIEW: {
      label: 'Zakelijk adres nakijken',
      why: 'Alles lijkt te kloppen, maar een zakelijk adres moet altijd één keer door iemand zijn nagekeken.',
      helps: 'Bekijk het bewijs en leg je oordeel vast.',
    },
  },
  rules: {
    G0: 'Mag de mailing zelf uit',
    G1: 'Kan er mail naar dit adres',
    G2: 'Servicebericht of gevraagd bericht',
    G3: 'Verzet, intrekking en klachten',
    G6: 'Zakelijke grondslag in gebruik',
    V1: 'Er is toestemming voor e-mail',
    V2: 'Zelf gedaan, niet vooraf aangevinkt',
    V3: 'Deze soort mail stond in de tekst',
    V4: 'De afzender was genoemd',
    V5: 'Vrij gegeven, nergens aan vast',
    V6: 'Doel, intrekken en privacy uitgelegd',
    V7: 'Bewijs is goed genoeg',
    V8: 'Gegeven vóór de mailing',
    V9: 'Bevestigd per mail, waar dat moet',
    V10: 'Zestien of ouder, of met een ouder',
    V11: 'Door ons verzameld',
    V12: 'Hoort bij dit adres',
    V13: 'Op tijd vastgelegd, of met document',
    V14: 'Niet te lang geleden',
    K1: 'Er is iets gekocht',
    K2: 'Bij deze afzender, onder een genoemd merk',
    K3: 'Adres bij deze aankoop gegeven',
    K4: 'Kon bezwaar maken bij de bestelling',
    K5: 'Wist dat het adres voor reclame is',
    K6: 'Maakte toen geen bezwaar',
    K7: 'Eigen en vergelijkbaar product',
    K8: 'Daarna geen toestemming geweigerd',
    K9: 'Aankoop is recent genoeg',
    K10: 'Niet jonger dan zestien',
    B: 'Binnen de EER',
    B1: 'Een bedrijf of beroep',
    B2: 'Adres bekendgemaakt voor aanbiedingen',
    B3: 'Past bij het genoemde doel',
    B4: 'Bewijs jonger dan een jaar',
    B5: 'Geen “geen acquisitie”',
    B6: 'Herkomst van het adres gemeld',
  },
  norms: {
    'tw-consent': 'Reclame per e-mail mag alleen met toestemming vooraf, en de verzender moet die kunnen aantonen.',
    'tw-business': 'Uitzondering: een bedrijf dat zijn adres zelf voor zulke aanbiedingen bekendmaakte.',
    'tw-customer':
      'Uitzondering: klanten, over eigen gelijksoortige producten, als zij bij het geven van hun adres en in elke mail bezwaar kunnen maken.',
    'tw-identity': 'In elke reclamemail staat wie de afzender echt is en waar men kan zeggen dat het moet stoppen.',
    'avg-4-11': 'Toestemming is vrij, specifiek, geïnformeerd en ondubbelzinnig, door een actieve handeling.',
    'avg-6-1-a': 'Persoonsgegevens mogen gebruikt worden met toestemming.',
    'avg-6-1-bc': 'Persoonsgegevens mogen gebruikt worden voor een overeenkomst of een wettelijke plicht.',
    'avg-6-1-f': 'Persoonsgegevens mogen gebruikt worden voor een gerechtvaardigd belang, zoals direct marketing.',
    'avg-7': 'Wie toestemming gebruikt, moet haar kunnen aantonen; intrekken is net zo makkelijk als geven.',
    'avg-8': 'Onder de zestien geeft een ouder of voogd toestemming.',
    'avg-14': 'Wie gegevens van een ander krijgt, vertelt de persoon waar ze vandaan komen.',
    'avg-17': 'Recht op wissen. Wat nodig is om iemand niet opnieuw te mailen, blijft.',
    'avg-18': 'Recht om het gebruik van gegevens te laten beperken.',
    'avg-21': 'Recht van bezwaar tegen direct marketing: daarna stopt het, altijd en meteen.',
    'outside-tw': 'Het spamverbod gaat over ongevraagde reclame. Dit bericht valt daarbuiten.',
  },
  policies: {
    quote_counts_as_sale: {
      name: 'Een offerte telt als aankoop',
      what: 'Of iemand die alleen een offerte vroeg, als klant kan gelden.',
      default: 'nee',
      room: 'Ja geeft hooguit “nakijken”, nooit “mag”.',
    },
    cart_counts_as_sale: {
      name: 'Een winkelwagen telt als aankoop',
      what: 'Of iemand die alleen een winkelwagen vulde, als klant kan gelden.',
      default: 'nee',
      room: 'Ja geeft hooguit “nakijken”, nooit “mag”.',
    },
    free_account_counts_as_sale: {
      name: 'Een gratis account telt als aankoop',
      what: 'Of iemand met alleen een gratis account als klant kan gelden.',
      default: 'nee',
      room: 'Ja geeft hooguit “nakijken”, nooit “mag”. Alleen denkbaar als een betaalde versie het gratis deel betaalt.',
    },
    customer_recency_months: {
      name: 'Hoe lang iemand klant blijft',
      what: 'Zoveel maanden na de laatste aankoop geldt de klantrelatie nog.',
      default: '24 maanden',
      room: '6 tot 36 maanden; de wet noemt geen termijn.',
    },
    consent_review_months: {
      name: 'Wanneer toestemming nagekeken wordt',
      what: 'Na zoveel maanden moet iemand kijken of de toestemming nog past.',
      default: '24 maanden',
      room: '12 tot 60 maanden, of uit; de wet noemt geen termijn.',
    },
    require_doi: {
      name: 'Bevestiging per mail (dubbele opt-in)',
      what: 'Waar een aanmelding pas telt na een klik in een bevestigingsmail.',
      default: 'webformulier: ja; kassa: nee; papier of in persoon: nee',
      room: 'Niet verplicht, wel het sterkste bewijs dat de houder van het adres zelf ja zei.',
    },
    pretick_as_opportunity: {
      name: 'Aangevinkt vakje bij de kassa',
      what: 'Of een ja-vakje dat al aan stond, telt als kans om bezwaar te maken.',
      default: 'nakijken',
      room: 'Nee, nakijken of ja. Toestemming wordt het nooit; nee is de voorzichtige keuze.',
    },
    unused_optin_blocks_customer: {
      name: 'Leeg ja-vakje blokkeert de klantrelatie',
      what: 'Of wie een leeg ja-vakje leeg liet, ook als klant geen reclame krijgt.',
      default: 'ja',
      room: 'Nee geeft, als er alleen een ja-vakje was, hooguit “nakijken”.',
    },
    new_sale_reopens: {
      name: 'Een nieuwe aankoop na verzet',
      what: 'Of een nieuwe aankoop na verzet iets verandert.',
      default: 'nee',
      room: 'Ja geeft hooguit “nakijken”: alleen nieuwe toestemming heft verzet op.',
    },
    cancelled_sale_counts: {
      name: 'Een geannuleerde bestelling telt',
      what: 'Of een bestelling die niet doorging, iemand tot klant maakt.',
      default: 'nee',
      room: 'Ja is riskant: uiteindelijk is er niets betaald.',
    },
    review_request_nature: {
      name: 'Wat een vraag om een beoordeling is',
      what: 'Of “Wat vond je van je aankoop?” reclame is of een servicebericht.',
      default: 'reclame',
      room: 'Servicebericht kan, als er niets in wordt aangeprezen; er is geen uitspraak over.',
    },
    similarity_default: {
      name: 'Gelijksoortig zonder eigen oordeel',
      what: 'Wat geldt voor productgroepen waarvoor je niets hebt ingevuld.',
      default: 'dezelfde productgroep wel, andere niet',
      room: 'Of niets, tot je het met een reden invult.',
    },
    brand_mismatch: {
      name: 'Ander merk van hetzelfde bedrijf',
      what: 'Wat er gebeurt als bij het geven van het adres een ander merk genoemd was.',
      default: 'nakijken',
      room: 'Nakijken of niet mailen.',
    },
    b2b_basis: {
      name: 'Zakelijke adressen gebruiken',
      what: 'Of je bedrijven mailt die hun adres voor aanbiedingen bekendmaakten.',
      default: 'uit',
      room: 'Aan geeft per adres eerst “nakijken”. Het is een smalle uitzondering.',
    },
    late_record_hours: {
      name: 'Wanneer vastleggen te laat is',
      what: 'Wat later dan zoveel uren wordt ingevoerd, heeft een document of bestand nodig.',
      default: '72 uur',
      room: '1 tot 720 uur.',
    },
    manual_unsubscribe_sla_hours: {
      name: 'Afmelding verwerken binnen',
      what: 'Zoveel uren na een afmelding moet zij verwerkt zijn.',
      default: '24 uur',
      room: '1 tot 48 uur. De wet zegt: meteen.',
    },
    export_valid_hours: {
      name: 'Hoe lang een lijst geldig is',
      what: 'Na zoveel uren moet een mailinglijst opnieuw beoordeeld worden.',
      default: '24 uur',
      room: '1 tot 72 uur.',
    },
    store_ip: {
      name: 'IP-adres bewaren',
      what: 'Of bij een aanmelding het IP-adres bewaard wordt.',
      default: 'nee',
      room: 'Ja kan helpen als je geen bevestigingsmail gebruikt.',
    },
    proof_retention_years: {
      name: 'Hoe lang bewijs bewaard blijft',
      what: 'Zoveel jaren na de laatste mail op die grondslag.',
      default: '5 jaar',
      room: '5 tot 20 jaar, en langer zolang er een geschil loopt.',
    },
  },
} as const satisfies DecisionWords
