/** What the first screen says, in Dutch: B1, "je", ICU message syntax. The English file has the same keys. */
export const nlOverviewWindow = {
  'overview.lead': 'Wie er in je register staan, en wie je vandaag mag mailen.',
  'overview.sample': 'Voorbeeldgegevens: verzonnen mensen',
  'overview.empty': 'Nog niemand in het register',
  'overview.emptyText':
    'Begin met het exportbestand van je webwinkel of mailprogramma. Daarna zie je hier per mailingsoort wie je mag mailen.',
  'overview.customers': 'Klanten',
  'overview.formerCustomers': 'Ex-klanten',
  'overview.prospects': 'Prospects',
  'overview.may': 'Wie mag je mailen?',
  'overview.mayHint': 'Stand van {day}, over de meest gekochte productgroep',
  'overview.noCategories': 'Er zijn nog geen mailingsoorten.',
  'overview.makeMailing': 'Mailing maken',
  'overview.lastImport': 'Laatste import: {day}.',
  'overview.lastObjection': 'Laatste afmelding vastgelegd: {day}.',
  'overview.salesWithoutForm':
    'Bij {n, plural, one {# bestelling} other {# bestellingen}} is niet bekend wat er toen in de kassa stond. Daarop kun je niet mailen.',
  'overview.formAfterwards':
    'Koos je bij het importeren geen kassa? Neem die import dan terug en lees het bestand opnieuw in, met de kassa erbij.',
  'overview.onBasis': 'Op grond van:',
  'attention.title': 'Wat aandacht vraagt',
  'attention.sender': 'Het is nog niet bekend wie de afzender is.',
  'attention.categories': 'Er zijn nog geen mailingsoorten ingesteld.',
  'attention.families': 'Er zijn nog geen productgroepen. Zonder groepen mag je klanten nergens over mailen.',
  'attention.points': 'Er zijn nog geen formulieren. Zonder formulier is niet aan te tonen wat mensen zagen.',
  'attention.products': '{n, plural, one {# product hoort} other {# producten horen}} nog bij geen productgroep.',
  'attention.objectedSince': 'Na het vastleggen van de lijst voor “{name}” hebben mensen zich afgemeld.',
  'attention.open': 'Bekijken',
  'attention.checkpoint': 'Er is nog geen zegel gezet.',
  'seal.title': 'Zegel',
  'seal.make': 'Nu verzegelen',
  'seal.last': 'Laatste: {moment}, over {n} gebeurtenissen.',
  'seal.none': 'Een zegel legt vast wat er nu in het register staat. Bewaar het buiten deze computer.',
  'seal.show': 'Toon de tekst om te bewaren',
  'seal.deposit':
    'Mail deze regels aan je boekhouder of druk ze af. Later bewijst dat dat het register toen al zo was.',
  'calendar.title': 'Wat loopt wanneer af?',
  'calendar.lead':
    'Een klantrelatie wordt te oud, een toestemming ook. Kijk vooruit wie je kwijtraakt als er niets gebeurt.',
  'calendar.family': 'Over',
  'calendar.look': 'Kijk een jaar vooruit',
  'calendar.summary':
    'Nu mag je {now, plural, one {# mens} other {# mensen}} mailen, over een jaar nog {later, plural, one {# mens} other {# mensen}}. Onderweg raak je er {lost, number} kwijt.',
  'calendar.nobody': 'Nu mag je hierover niemand mailen. Er loopt dus ook niets af.',
  'calendar.still': 'Wie je nog mag mailen, per maand',
  'calendar.lost': 'Wie je kwijtraakt, per maand',
  'stops.title': 'Afmeldingen, en hoe snel ze golden',
  'stops.year': '{n, plural, =0 {niemand in een jaar} one {# in een jaar} other {# in een jaar}}',
  'stops.byMonth': 'Afmeldingen per maand',
  'stops.manual': 'Met de hand ingevoerd',
  'stops.imported': 'Uit het mailprogramma: hoelang tot het register het wist',
  'stops.spread':
    'De helft binnen {median}, 9 van de 10 binnen {p90} ({n, plural, one {# afmelding} other {# afmeldingen}}).',
  'stops.before': '{n, plural, one {# afmelding is} other {# afmeldingen zijn}} van vóór dit register.',
  'stops.undated': 'Van {n, plural, one {# afmelding} other {# afmeldingen}} is alleen de dag bekend.',
  'stops.upTo': '≤ {span}',
  'stops.over': '> {span}',
  'stops.hours': '{n, number} uur',
  'stops.days': '{n, plural, one {# dag} other {# dagen}}',
  'stops.late':
    '{n, plural, one {# afmelding duurde} other {# afmeldingen duurden}} langer dan {limit, number} uur. De traagste:',
  'attention.answer-due':
    '{late, select, yes {Een toezichthouder wilde vóór {day} antwoord, en sindsdien is er geen bewijs gemaakt.} other {Een toezichthouder wil antwoord vóór {day}.}}',
  'attention.objected-since-list':
    '{n, plural, one {# mens meldde} other {# mensen meldden}} zich af nadat de lijst voor “{name}” was opgeslagen. Stuur hun niets.',
  'attention.incidents-open':
    'Van {n, plural, one {# incident} other {# incidenten}} staat er geen oorzaak bij{name, select, none {} other { ({name})}}.',
  'attention.slow-unsubscribes':
    '{n, plural, one {# afmelding duurde} other {# afmeldingen duurden}} het laatste jaar langer dan je jezelf toestaat.',
  'attention.not-reported': 'Van “{name}” is nog niet bekend wat er is verstuurd. Neem het verzendrapport in.',
  'attention.anchor':
    'Het laatste zegel elders is van {day}; sindsdien {n, plural, one {kwam er # gebeurtenis} other {kwamen er # gebeurtenissen}} bij.',
  'attention.request':
    '{late, select, yes {{what}: het antwoord had er op {day} moeten zijn.} other {{what}: antwoord vóór {day}.}}',
  'request.access-request': 'Iemand vraagt inzage',
  'request.erasure-requested': 'Iemand vraagt om gewist te worden',
  'request.restricted': 'Iemand vraagt om beperking',
  'warning.synchronised-folder':
    'Je register staat in een map die {about} bijwerkt. Dat kan het bestand beschadigen terwijl het in gebruik is. Zet het in een gewone map.',
  'warning.compact-due': 'Na het wissen moet het bestand nog worden herschreven. Maak ruimte vrij op de schijf.',
  'warning.copy-failed': 'De reservekopie vanzelf is niet gelukt. Kijk bij Instellingen, Reservekopie.',
  'warning.copy-due': 'Er is vandaag nog geen reservekopie gemaakt.',
  'overview.who': 'Wie er zijn, en op welke grond',
  'overview.contactsN': '{n, plural, one {# contact} other {# contacten}}',
  'overview.objectedN': '{n, number} afgemeld',
  'overview.whoHint': 'Het beste antwoord dat iemand vandaag krijgt, voor welke soort mail ook.',
  'attention.more': '{n, plural, one {nog # punt} other {nog # punten}}',
  'calendar.recency': 'aankoop te lang geleden',
  'calendar.staleness': 'toestemming te oud',
  'calendar.otherwise': 'iets anders',
  'stops.limit': 'Je laat jezelf {limit, number} uur; {late, plural, =0 {geen enkele} other {#}} duurde langer.',
  'stops.incidents':
    '{n, plural, =0 {Geen incidenten: er ging niets uit dat niet mocht.} one {# incident:} other {# incidenten:}}',
} as const satisfies Readonly<Record<string, string>>
