/**
 * Teksten om toestemming of een gelegenheid tot verzet aan te bieden, waar dat zonder mail kan. Accolades: ICU, ingevuld
 * uit de inrichting; wat tussen rechte haken staat, vult de ondernemer zelf in.
 */
export interface LetterWords {
  readonly title: string
  /** Waar de tekst voor is. */
  readonly use: string
  readonly text: string
  /** Wat nog ingevuld moet worden. */
  readonly fill: readonly string[]
  /** Wat er bij het formulier of de vastlegging moet staan om als bewijs te tellen. */
  readonly fields: readonly string[]
  /** Wat het waard is. */
  readonly worth: string
  /** Waar je op moet letten. */
  readonly mind: string
}

export const letterKeys = [
  'checkout-no',
  'checkout-yes',
  'site-form',
  'confirmation',
  'counter-card',
  'parcel-note',
  'spoken',
  'within-basis',
] as const
export type LetterKey = (typeof letterKeys)[number]

export const nlLetters = {
  title: 'Teksten om het te mogen vragen',
  lead: 'Voor mensen die je nu niet mag mailen. Elke tekst is bedoeld voor een plek waar vragen wel kan: aan de kassa, op je site, op papier of in een gesprek.',
  whyTitle: 'Waarom niet gewoon een mail?',
  why: 'Een mail waarin je om toestemming vraagt, is zelf ongevraagde communicatie. Artikel 11.7 van de Telecommunicatiewet verbiedt die zonder voorafgaande toestemming, ook als er verder niets in wordt verkocht; zo leest ook DMCC de wet: “U mag ook geen mail sturen om toestemming te vragen”. Het programma telt zo’n mail daarom als reclame. Ook een orderbevestiging met “schrijf je in” erin telt als reclame. Wie bezwaar maakte of zich liet wissen, vraag je helemaal niet opnieuw.',
  limits: 'Dit zijn voorbeelden, geen juridisch advies. Laat ze bij twijfel nalezen.',
  open: 'Teksten om het wel te mogen vragen',
  use: 'Waarvoor',
  fill: 'Zelf invullen',
  fields: 'Zo telt het als bewijs',
  worth: 'Wat het waard is',
  mind: 'Let op',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  nobody: 'Stel eerst in wie de afzender is; dan staan je eigen namen in de teksten.',
  one: 'Eén tekst met uitleg: mailbewijs letters NAAM',
  letters: {
    'checkout-no': {
      title: 'Kassa: gelegenheid tot verzet',
      use: 'Wie koopt, mag je daarna mailen over eigen, vergelijkbare producten, als deze vraag bij het e-mailadres staat (klantrelatie, geen toestemming).',
      text: '{sender} mailt je over producten die lijken op wat je koopt. Afmelden kan altijd.\n☐ Nee, liever niet',
      fill: ['Zet de regel bij het veld voor het e-mailadres, niet alleen in de voorwaarden en niet achter een knop.'],
      fields: [
        'Soort vakje: verzet (nee-vakje), vooraf leeg, bij het e-mailadres',
        'Genoemd: je bedrijf of merk; doel en afmelden staan erbij',
        'Een schermafdruk bij de formulierversie, met de dag waarop die begon',
      ],
      worth: 'B: de bewaarde formulierversie en de bestelling samen.',
      mind: 'Geldt alleen voor wie vanaf nu koopt. Voor oude kopers zonder deze vraag is er geen klantrelatie om op te mailen.',
    },
    'checkout-yes': {
      title: 'Kassa: vakje voor toestemming',
      use: 'Toestemming voor één soort mail, los van de bestelling. Heb je meer soorten, zet er dan voor elk een eigen vakje.',
      text: '☐ Ja, mail mij {category}: {promise} Van {sender}. Intrekken kan altijd, onder aan elke mail. Zie onze privacyverklaring: [link].',
      fill: ['De link naar je privacyverklaring', 'Hoe vaak je mailt, als dat meer is dan iemand verwacht'],
      fields: [
        'Soort vakje: toestemming, vooraf leeg, niet verplicht en nergens aan gekoppeld',
        'De soort mail van dit vakje; afzender, doel, intrekken en privacyverklaring staan erbij',
        'Een schermafdruk bij de formulierversie',
      ],
      worth: 'B als de webwinkel het vinkje bij de bestelling bewaart; A als de klant daarna via een mail bevestigt.',
      mind: 'Een leeg vakje is een nee. Staat er alleen dit vakje, dan is er geen klantrelatie om op terug te vallen.',
    },
    'site-form': {
      title: 'Aanmeldformulier op je site',
      use: 'Iedereen die zelf komt: prospects, oude klanten, wie een briefje van je kreeg.',
      text: 'Meld je aan voor {category} van {sender}\n{promise}\n[e-mailadres]\nJe kunt je altijd weer afmelden, onder aan elke mail. Wat wij met je adres doen: [link naar privacyverklaring].\n[Aanmelden]',
      fill: ['De link naar je privacyverklaring', 'Hoe vaak je mailt'],
      fields: [
        'Een formulier dat alleen hiervoor is, of een leeg vakje per soort mail',
        'Bevestigen via een mail (dubbele opt-in) staat aan bij deze formulierversie',
        'Een schermafdruk bij de formulierversie, en de tekst van de bevestigingsmail erbij',
      ],
      worth: 'A na bevestiging. Zonder bevestiging telt een webformulier bij het standaardbeleid niet.',
      mind: 'Een weggever of prijsvraag mag er niet aan vastzitten: wie niet wil, krijgt hem ook.',
    },
    confirmation: {
      title: 'Bevestigingsmail na een aanmelding',
      use: 'Het ene bericht dat je na een aanmelding mag sturen: alleen om te bevestigen.',
      text: 'Onderwerp: Bevestig je aanmelding voor {category}\n\nIemand, waarschijnlijk jij, vroeg met dit adres om {category} van {sender}. {promise}\n\nKlopt dat? Klik dan hier: [link]\n\nKlopt het niet, dan hoef je niets te doen: je krijgt geen mail van ons. Na je bevestiging kun je je altijd afmelden, onder aan elke mail.\n\n{sender}, {contact}',
      fill: ['De bevestigingslink van je mailprogramma'],
      fields: [
        'Bewaar de tekst bij de formulierversie',
        'Importeer uit je mailprogramma wanneer is bevestigd, of leg het vast bij het contact',
      ],
      worth: 'Maakt van een bewaarde aanmelding A.',
      mind: 'Eén keer, zonder aanbieding, logo met slogan of korting. Geen herinnering.',
    },
    'counter-card': {
      title: 'Kaartje aan de toonbank of op een beurs',
      use: 'Toestemming op papier, met handtekening.',
      text: 'Ja, {sender} mag mij mailen:\n☐ {category}: {promise}\nNaam: ____________  E-mailadres: ____________\nDatum: ____________  Handtekening: ____________\nIntrekken kan altijd, onder aan elke mail of via {contact}. Privacyverklaring: [adres]',
      fill: ['Het adres van je privacyverklaring', 'Een regel met een leeg vakje voor elke soort mail'],
      fields: [
        'Een inzamelpunt van de soort papier, met het lege kaartje als document',
        'Bij het vastleggen: ondertekend, datum, en een scan van het ingevulde kaartje',
      ],
      worth: 'B met de scan; C zonder scan.',
      mind: 'Vul het niet voor iemand in. Leg het binnen enkele dagen vast.',
    },
    'parcel-note': {
      title: 'Briefje in het pakket of op de bon',
      use: 'Oude klanten die je niet mag mailen, bij hun volgende bestelling of bezoek.',
      text: 'Wil je {category} van {sender} ontvangen? {promise}\nMeld je aan op [adres] of met deze code: [QR-code].\nNiets doen is ook goed: dan mailen wij je niet.',
      fill: ['Het adres van je aanmeldformulier, of een QR-code ernaartoe'],
      fields: ['De aanmelding zelf loopt via je formulier; zie daar'],
      worth: 'Het briefje bewijst niets. De aanmelding die volgt is A na bevestiging.',
      mind: 'Op papier. Dezelfde regel in een orderbevestiging per mail maakt die mail reclame. Geef het niet aan wie bezwaar maakte tegen reclame.',
    },
    spoken: {
      title: 'Vragen in de winkel, of als iemand zelf belt',
      use: 'Mensen die voor je staan of die jou bellen.',
      text: '“Mag {sender} je {category} mailen? {promise} Je kunt altijd weer stoppen. Op welk adres? Dan vul ik dit kaartje in en lees jij het na.”',
      fill: ['Laat het kaartje meelezen en tekenen als dat kan'],
      fields: [
        'De precieze woorden, het adres, dag en uur',
        'Het getekende kaartje, of bij bellen de opname als de beller die goedvond',
      ],
      worth: 'Met een getekend kaartje B. Met alleen je eigen bewering D: dat telt niet.',
      mind: 'Bel er niet zelf voor op: voor bellen gelden eigen regels, en die kent dit programma niet.',
    },
    'within-basis': {
      title: 'In een mail die je al mag sturen',
      use: 'Wie je nu al mag mailen, vragen of die ook een andere soort wil.',
      text: 'Ook {category}? {promise}\nDat krijg je alleen als je je daarvoor aanmeldt: [link naar het aanmeldformulier]. Niets doen is nee.',
      fill: ['De link naar het aanmeldformulier'],
      fields: ['Maak de mailing aan als vraag om toestemming en gebruik alleen de lijst met MAG'],
      worth: 'De aanmelding die volgt is A na bevestiging.',
      mind: 'Alleen aan wie bij deze mailing MAG is. Wie bezwaar maakte tegen de andere soort, vraag je niet.',
    },
  },
} as const satisfies {
  readonly letters: Readonly<Record<LetterKey, LetterWords>>
} & Readonly<Record<string, string | object>>
