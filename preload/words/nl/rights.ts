/** The words of the letter that answers a request for access. Braces: ICU messages. */
export const nlRights = {
  title: 'Je gegevens bij ons',
  subtitle: 'Antwoord op je verzoek om inzage (AVG artikel 15)',
  opening:
    'Je vroeg welke gegevens wij van je hebben. Hieronder staat alles wat ons toestemmingsregister over je bewaart, waar het vandaan komt en waarvoor we het gebruiken. Hetzelfde staat in een bestand dat een computer kan lezen (AVG artikel 20).',
  purposes: 'Waarvoor we dit bewaren',
  happened: 'Wat we over je hebben vastgelegd',
  sources: 'Waar dit vandaan komt: de regels uit bestanden',
  mailed: 'Mail die je kreeg',
  rights: 'Wat je kunt doen',
  nothing: 'Hierover is niets vastgelegd.',
  corrected: '(later verbeterd)',
  sourceOf: '{file}, overgenomen op {at}',
  notMailed: 'Je staat op geen enkele lijst die wij hebben gemaakt.',
  mailedAs: '{name}, lijst van {at}',
  facts: {
    person: 'Naam',
    addresses: 'E-mailadressen',
    received: 'Verzoek van',
    answered: 'Antwoord van',
    due: 'Antwoord uiterlijk',
  },
  columns: {
    when: 'Wanneer',
    what: 'Wat',
    how: 'Hoe',
    recorded: 'Vastgelegd',
  },
  purposeList: {
    proof: 'Om te kunnen aantonen of wij je mogen mailen, op grond van je toestemming of omdat je klant bent.',
    stop: 'Om ervoor te zorgen dat wij je niet mailen als je dat niet wilt.',
    years: 'Wij bewaren dit bewijs tot {years} jaar na de laatste mail die erop berust. Daarna wordt het gewist.',
    others:
      'Dit register wordt op onze eigen computer bewaard. Wij geven lijsten met e-mailadressen alleen aan de dienst die onze mail verstuurt.',
  },
  rightList: {
    stop: 'Je kunt je altijd afmelden. Dat geldt meteen.',
    mend: 'Klopt er iets niet? Dan verbeteren we het.',
    erase: 'Je kunt vragen om je gegevens te wissen. Wat wij nodig hebben als bewijs, mogen we nog bewaren.',
    restrict: 'Je kunt vragen om je gegevens even niet te gebruiken.',
    contact: 'Stuur je vraag naar {contact}.',
    authority: 'Ben je het niet met ons eens? Dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens.',
  },
} as const
