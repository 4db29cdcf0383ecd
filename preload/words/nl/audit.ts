/** The words of the self-audit. Braces: ICU messages. */
export const nlAudit = {
  title: 'Nagelopen',
  subtitle: 'Wat een controleur zou vragen, zelf nagekeken',
  made: 'Nagelopen op {at} door {by}.',
  looked: 'Bekeken: {events} gebeurtenissen van {contacts} contacten. Het zegel van wat is bekeken:',
  todo: 'Wat je te doen staat',
  nothing: 'Niets gevonden.',
  checked: 'Wat is nagekeken, en hoeveel',
  limits:
    'Dit overzicht laat zien wat het programma kan zien. Of de formulieren echt zo op de site stonden, en of er buiten het register om is gemaild, kan alleen een mens nagaan.',
  facts: {
    at: 'Nagelopen op',
    by: 'Door',
    events: 'Gebeurtenissen',
    contacts: 'Contacten',
    root: 'Zegel',
    check: 'Nagekeken',
    count: 'Aantal',
  },
  severities: { grave: 'Nu doen', mild: 'Binnenkort', note: 'Goed om te weten' },
  places: {
    register: 'het register',
    contacts: 'contacten',
    imports: 'importeren',
    mailings: 'mailings',
    forms: 'formulieren',
    families: 'productgroepen',
    anchors: 'zegels',
    rights: 'verzoeken',
  },
  /** What was looked for; what was found; why it matters; how it is put right. */
  codes: {
    'log-fails': {
      sought: 'Het register zelf',
      found: 'Het register klopt niet meer: {count, plural, one {# fout} other {# fouten}}.',
      why: 'Wat is veranderd of weg, bewijst niets meer.',
      mend: 'Zet een kopie terug die wel klopt, en zoek uit wat er is gebeurd.',
    },
    'sample-differs': {
      sought: 'Antwoorden opnieuw beslist',
      found:
        '{count, plural, one {# antwoord komt} other {# antwoorden komen}} nu anders uit dan op de vastgelegde lijst.',
      why: 'Een lijst moet zijn na te rekenen.',
      mend: 'Leg het dossier van deze contacten vast en kijk welke regel anders is.',
    },
    'weak-consent-used': {
      sought: 'Toestemmingen achter een ja',
      found: '{count, plural, one {# toestemming} other {# toestemmingen}} van niveau D of X staat achter een ja.',
      why: 'Daarmee is de toestemming niet aan te tonen (AVG 7 lid 1).',
      mend: 'Zoek het formulier of de kaart erbij, of mail deze mensen niet meer.',
    },
    'sent-after-expiry': {
      sought: 'Verzendingen',
      found: '{count, plural, one {# mailing is} other {# mailings zijn}} verstuurd nadat de lijst was verlopen.',
      why: 'Wie zich intussen afmeldde, kan toch mail hebben gekregen.',
      mend: 'Maak de lijst kort voor het versturen, en kijk wie zich in die tijd afmeldde.',
    },
    'objection-late': {
      sought: 'Afmeldingen',
      found: '{count, plural, one {# afmelding is} other {# afmeldingen zijn}} later verwerkt dan je eigen termijn.',
      why: 'Een afmelding moet meteen gelden.',
      mend: 'Haal de afmeldingen vaker op uit je mailprogramma.',
    },
    'clock-back': {
      sought: 'Klok bij het vastleggen',
      found: '{count, plural, one {# keer ging} other {# keer ging}} de klok van deze computer terug.',
      why: 'De volgorde staat vast, maar de tijden ernaast overtuigen minder.',
      mend: 'Laat de computer zijn klok van internet halen.',
    },
    'recorded-before': {
      sought: 'Tijd van gebeuren',
      found: '{count, plural, one {# gebeurtenis is} other {# gebeurtenissen zijn}} vastgelegd vóór die gebeurde.',
      why: 'Dat kan niet: een klok of tijdzone klopt niet.',
      mend: 'Kijk naar de tijdzone van het bestand of formulier.',
    },
    'form-gap': {
      sought: 'Formulieren bij gebeurtenissen',
      found:
        'Bij {count, plural, one {# gebeurtenis} other {# gebeurtenissen}} was geen versie van het formulier bekend.',
      why: 'Zonder versie is niet te zien wat er op het formulier stond.',
      mend: 'Vul de ontbrekende periode aan, met een schermafdruk van toen.',
    },
    'form-unknown': {
      sought: 'Bestellingen',
      found: '{count, plural, one {# bestelling noemt} other {# bestellingen noemen}} geen formulier.',
      why: 'Dan is niet te zien of de klant bezwaar kon maken.',
      mend: 'Kies bij het importeren het formulier van de kassa.',
    },
    'everybody-says-yes': {
      sought: 'Geïmporteerde bestanden',
      found: 'In {count, plural, one {# bestand} other {# bestanden}} zegt iedereen ja.',
      why: 'Dat komt zelden voor: het bestand is misschien bewerkt of gefilterd.',
      mend: 'Importeer het bestand zoals de winkel het geeft, met alle rijen.',
    },
    'request-overdue': {
      sought: 'Verzoeken van mensen',
      found: '{count, plural, one {# verzoek is} other {# verzoeken zijn}} na een maand nog niet beantwoord.',
      why: 'Op een verzoek hoort binnen een maand antwoord te komen (AVG 12 lid 3).',
      mend: 'Beantwoord het verzoek nu.',
    },
    unanchored: {
      sought: 'Verankering',
      found: 'Al {count, plural, one {# week} other {# weken}} is er geen zegel buiten de deur gebracht.',
      why: 'Alleen een zegel van elders laat zien dat het register sindsdien niet is herschreven.',
      mend: 'Geef een zegel aan je accountant, of laat het van een tijdstempel voorzien.',
    },
    'products-without-family': {
      sought: 'Producten',
      found: '{count, plural, one {# product hoort} other {# producten horen}} bij geen productgroep.',
      why: 'Kopers daarvan gelden voor geen enkele mailing als klant.',
      mend: 'Zet deze producten in een groep.',
    },
    'no-copy': {
      sought: 'Kopie',
      found: 'Er is geen kopie van de laatste week.',
      why: 'Gaat de schijf stuk, dan is je bewijs weg.',
      mend: 'Maak een kopie, en bewaar er een buiten de deur.',
    },
    'compact-due': {
      sought: 'Opruimen na wissen',
      found: 'Het bestand is na het wissen nog niet opnieuw geschreven.',
      why: 'Op de schijf kan nog iets staan van wie je hebt gewist.',
      mend: 'Maak ruimte op de schijf en schrijf het bestand opnieuw.',
    },
  },
} as const
