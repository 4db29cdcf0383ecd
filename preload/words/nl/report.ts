/** The words of the evidence: PDF, readme and the verdict on a check. Messages with braces are ICU messages. */
import type { EventType, Via } from '../../contract/vocabulary/event.ts'

export const nlReport = {
  title: 'Bewijsdossier',
  subtitle: 'Alles wat het register weet over één e-mailadres',
  subtitleMailing: 'Eén e-mailadres en één mailing',
  madeWith: 'Gemaakt met {program}',
  sampleNote: 'Voorbeeld: dit dossier komt uit het voorbeeldregister. De mensen erin bestaan niet.',
  pageOf: 'pagina {page} van {pages}',
  contents: 'Inhoud',
  timesNote:
    'Tijden zijn Nederlandse tijd (Europe/Amsterdam). “nr.” is het volgnummer van een gebeurtenis in het register.',
  noAdvice:
    'Dit dossier geeft weer wat in het register is vastgelegd en wat de regels daarover zeggen. Het is geen juridisch advies.',
  yes: 'ja',
  no: 'nee',
  unknown: 'onbekend',
  none: 'geen',
  notKept: 'niet bewaard',
  number: 'nr. {seq}',
  replaced: 'Tekens die dit lettertype niet kent, staan als [U+code]. In evidence.json staan ze zoals ze zijn.',

  sections: {
    request: 'Het verzoek',
    message: 'Het bericht waar het om gaat',
    answer: 'Het antwoord',
    standing: 'Het antwoord per soort mail',
    identity: 'Van wie het adres is',
    timeline: 'Tijdlijn',
    consents: 'Toestemming',
    sales: 'Klantrelatie',
    objections: 'Verzet en afmeldingen',
    decisions: 'Beoordeling toen en nu',
    missing: 'Wat ontbreekt',
    action: 'Wat er na de klacht is gedaan',
    annexes: 'Bijlagen',
    integrity: 'Echtheid',
    explanation: 'Toelichting van de verzender',
  },

  cover: {
    about: 'Over het adres',
    answerLabel: 'Het antwoord in één regel',
    sender: 'Verzender',
    kvk: 'KvK-nummer',
    label: 'Merk',
    postal: 'Postadres',
    reference: 'Kenmerk',
    noReference: 'geen kenmerk opgegeven',
    span: 'Periode van de feiten',
    spanValue: '{from} tot en met {to}',
    known: 'Stand per',
    made: 'Gemaakt op',
    by: 'Gemaakt door',
    edition: 'Regelboek',
    register: 'Register',
    hash: 'SHA-256 van evidence.json',
    hashNote: 'Dezelfde gegevens, leesbaar voor programma’s. Het bestand zit ook als bijlage in deze pdf.',
  },

  answer: {
    yes: 'Op {at} mocht deze mailing naar {address}, op grond van {basis}.',
    no: 'Op {at} mocht deze mailing niet naar {address}.',
    review: 'Op {at} stond niet vast dat deze mailing naar {address} mocht: iemand moet dit nakijken.',
    unproven: 'Dat het mocht, is met dit register niet te bewijzen.',
    knownNow: 'Zo staat het register per {known}.',
    sameThen: 'Op het moment van verzenden gaf het register hetzelfde antwoord.',
    otherThen: 'Op het moment van verzenden was het antwoord: {result}. Zie “{section}”.',
    basis: 'Grondslag',
    noBasis: 'geen',
    norms: 'Artikel',
    reasons: 'Reden',
    grade: 'Bewijskracht',
    events: 'Berust op',
    standingSentence: 'Bij dit dossier is geen mailing genoemd. Hieronder staat per soort mail wat op {at} mocht.',
    standingNone: 'Er zijn geen soorten mail of productgroepen ingesteld.',
    coverStanding:
      '{yes, plural, =0 {Voor geen enkele soort mail} one {Voor 1 soort mail} other {Voor # soorten mail}} mag dit adres reclame krijgen, op {at}.',
    category: 'Soort mail',
    family: 'Productgroep',
    result: 'Antwoord',
    anyFamily: 'elke',
  },

  message: {
    none: 'Er is geen mailing genoemd. Dit dossier gaat over alles wat voor dit adres is vastgelegd.',
    foreign:
      'Dit bericht staat niet als mailing in het register. In het register is gezocht op het adres: de mailings die ernaartoe gingen, staan hieronder.',
    name: 'Mailing',
    id: 'Nummer in het register',
    at: 'Moment van verzenden',
    sender: 'Namens',
    nature: 'Aard',
    category: 'Soort mail',
    families: 'Productgroepen',
    promotional: 'Bevat reclame',
    thirdParty: 'Reclame van een ander',
    content: 'In het bericht aanwezig',
    unsubscribe: 'afmeldlink',
    oneClick: 'afmelden met één klik (List-Unsubscribe)',
    identity: 'naam van de verzender',
    contactAddress: 'geldig postadres of nummer',
    replyWorks: 'werkend antwoordadres',
    attested: 'Dit heeft de verzender verklaard toen de mailing werd vastgelegd.',
    absent: 'ontbreekt: {what}',
    document: 'Bewaarde inhoud',
    contentBlanked:
      'Uit de bewaarde inhoud zijn gegevens van een ontvanger gewist, op verzoek. De hash is van het bericht zoals het was.',
    contentHash: 'SHA-256 van de inhoud',
    sends: 'Mailings naar dit adres',
    noSends: 'Het register kent geen mailing die naar dit adres is gegaan.',
    listed: 'op de verzendlijst',
    reported: 'verzending gemeld',
  },

  identity: {
    address: 'Adres zoals opgegeven',
    name: 'Naam',
    addresses: 'Bekend onder',
    narrow: 'Vergeleken als (smal)',
    wide: 'Vergeleken als (ruim)',
    keysNote:
      'Voor “mag wel” telt alleen precies dit adres. Voor “mag niet” telt ook het ruime adres: zonder +toevoeging, en bij Gmail zonder punten.',
    kin: 'Anderen achter dit adres',
    kinNone: 'Het register kent niemand anders achter dit adres.',
    kinNote: 'Gegevens van anderen zijn weggelaten.',
    sameAddress: 'zelfde adres',
    wideSibling: 'zelfde ruime adres',
    further: 'via een ander',
    merged: 'samengevoegd',
    status: 'Hoedanigheid',
    statusNote: 'De hoedanigheid volgt uit de verkopen in het register; niemand kan haar intypen.',
    since: 'In het register sinds',
    events: 'Gebeurtenissen over de houder',
  },

  timeline: {
    sentence:
      '{count, plural, =0 {Over dit adres is niets vastgelegd.} one {Over dit adres is 1 gebeurtenis vastgelegd.} other {Over dit adres zijn # gebeurtenissen vastgelegd.}} Elke gebeurtenis heeft twee tijden: wanneer het gebeurde, en wanneer het register het te weten kwam.',
    happened: 'Gebeurd',
    recorded: 'Vastgelegd',
    what: 'Wat',
    how: 'Via',
    grade: 'Bewijs',
    late: 'laat vastgelegd',
    correctedBy: 'gecorrigeerd door nr. {seq}; telt niet meer mee',
    ofOther: 'van een ander achter dit adres; gegevens weggelaten',
    erased: 'gewist op {at} (nr. {by}); de tekst is weg, de plaats in het register blijft bewijsbaar',
    pictureAlt: 'Tijdlijn van {from} tot {to}. Boven wanneer iets gebeurde, onder wanneer het is vastgelegd. {list}',
    legendConsent: 'toestemming',
    legendSale: 'verkoop',
    legendObjection: 'verzet of intrekking',
    legendOther: 'overig',
    legendSend: 'mailing',
    bandConsent: 'Toestemming: {category}',
    bandObjection: 'Verzet: {scope}',
    askedAt: 'verzonden',
    today: 'stand per',
  },

  consent: {
    heading: 'Toestemming nr. {seq}',
    none: 'Het register bevat geen toestemming van dit adres.',
    sentence:
      'Op {at} gaf {address} toestemming aan {entity} voor {categories}, via {point}. Het register legde dit vast op {recorded} (nr. {seq}).',
    confirmed: 'Op {at} is deze toestemming bevestigd vanaf het adres zelf (nr. {seq}).',
    unconfirmed: 'Een bevestiging vanaf het adres is niet vastgelegd.',
    when: 'Wanneer',
    recorded: 'Vastgelegd',
    how: 'Hoe',
    act: 'Handeling',
    categories: 'Waarvoor',
    entity: 'Aan wie',
    point: 'Waar',
    version: 'Formulierversie',
    live: 'Deze versie stond er',
    liveValue: 'van {from} tot {to}',
    liveOpen: 'vanaf {from}, en nog steeds',
    wording: 'Letterlijke tekst',
    default: 'Stand van het vakje vooraf',
    required: 'Verplicht om verder te gaan',
    bundled: 'Vast aan iets anders',
    named: 'Verzender genoemd',
    purpose: 'Doel genoemd',
    withdrawal: 'Intrekken genoemd',
    privacy: 'Privacyverklaring',
    frequency: 'Frequentie genoemd',
    otherBoxes: 'Andere vakjes op het formulier',
    refusals: 'Leeg gelaten',
    requests: 'Bevestigingsverzoek',
    confirmations: 'Bevestiging',
    collector: 'Verzameld door een ander',
    ip: 'IP-adres',
    source: 'Bron',
    sourceLine: '{file}, regel {line}',
    grade: 'Bewijskracht',
    endedBy: 'Daarna',
    findings: 'Wat de regels erover zeggen',
    corrected: 'Deze gebeurtenis is gecorrigeerd (nr. {seq}) en telt niet mee.',
    noForm: 'Geen formulierversie bekend',
    claimNote: 'Deze gegevens komen uit een opgave; een bewaarde formulierversie hoort er niet bij.',
    fromEmptyWording: 'De tekst is niet bewaard.',
  },
  acts: {
    ticked: 'vakje zelf aangevinkt',
    submitted: 'formulier verzonden',
    signed: 'ondertekend',
    wrote: 'geschreven',
    'said-yes': 'mondeling ja gezegd',
    unknown: 'onbekend',
  },
  controls: {
    checkbox: 'aanvinkvakje',
    button: 'knop',
    'paper-box': 'vakje op papier',
    oral: 'mondeling',
    sentence: 'zin in een bericht',
  },
  defaults: { unticked: 'leeg', preticked: 'vooraf aangevinkt', none: 'geen vakje' },
  bundled: {
    none: 'nee',
    terms: 'ja, aan de voorwaarden',
    purchase: 'ja, aan de aankoop',
    freebie: 'ja, aan een weggever',
    contest: 'ja, aan een winactie',
  },
  placements: {
    'beside-address': 'naast het adresveld',
    'separate-page': 'op een eigen pagina',
    'terms-only': 'alleen in de voorwaarden',
    hidden: 'verborgen',
  },
  kinds: { 'opt-in': 'vraagt toestemming', 'opt-out': 'biedt verzet aan' },
  pointKinds: {
    checkout: 'kassa van de webshop',
    'web-form': 'formulier op de site',
    paper: 'papier',
    phone: 'telefoon',
    store: 'winkel',
    fair: 'beurs',
  },
  boxStates: { ticked: 'aangevinkt', unticked: 'leeg gelaten' },

  sale: {
    heading: 'Bestelling {order}',
    none: 'Het register bevat geen verkoop aan dit adres.',
    sentence:
      'Op {at} sloot {address} bij {entity} koop {order} ({families}). Het register legde dit vast op {recorded} (nr. {seq}).',
    offered: 'Bij het opgeven van het adres was er gelegenheid tot verzet ({placement}); die is {used}.',
    notOffered: 'Dat er bij het opgeven van het adres gelegenheid tot verzet was, is niet vastgelegd.',
    used: 'gebruikt',
    unused: 'niet gebruikt',
    useUnknown: 'al dan niet gebruikt: dat is niet bekend',
    order: 'Bestelnummer',
    when: 'Wanneer',
    entity: 'Verkoper',
    channel: 'Verkoopkanaal',
    lines: 'Gekocht',
    families: 'Productgroep',
    amount: 'Bedrag',
    payment: 'Betaling',
    addressEntered: 'Adres bij deze bestelling opgegeven',
    opportunity: 'Gelegenheid tot verzet',
    statement: 'Wat de bestelling over mail zegt',
    boxes: 'Vakjes',
    undone: 'Annulering of terugbetaling',
    similarity: 'Gelijksoortig met de mailing',
    similarityRow: '{from} → {to}: {verdict}. Reden: {reason}',
    sameFamily: '{family} → {family}: dezelfde productgroep',
    recency: 'Tussen koop en mailing',
    form: 'Kassaformulier',
    uncategorised: 'niet ingedeeld',
  },
  channels: {
    'own-shop': 'eigen webshop',
    store: 'winkel',
    phone: 'telefoon',
    marketplace: 'marktplaats van een ander',
  },
  payments: {
    paid: 'betaald',
    pending: 'nog niet betaald',
    refunded: 'terugbetaald',
    'partly-refunded': 'deels terugbetaald',
    void: 'vervallen',
    unknown: 'onbekend',
  },
  statements: { yes: 'ja', no: 'nee', none: 'niets' },
  verdictsOfSimilarity: { yes: 'gelijksoortig', review: 'nakijken', no: 'niet gelijksoortig' },

  objection: {
    heading: '{what} nr. {seq}',
    none: 'Het register bevat geen verzet, intrekking of spamklacht van dit adres.',
    sentence:
      'Op {at} ontving de verzender van {address}: {what}, gericht tegen {scope}. Het register verwerkte dit op {recorded}, {elapsed} later (nr. {seq}).',
    noneAfter: 'Daarna is volgens het register geen reclame binnen dit bereik naar dit adres gegaan.',
    someAfter:
      '{count, plural, one {Daarna ging 1 mailing binnen dit bereik uit. Dat is een incident.} other {Daarna gingen # mailings binnen dit bereik uit. Dat zijn incidenten.}}',
    received: 'Ontvangen',
    recorded: 'Verwerkt in het register',
    effective: 'Ingegaan',
    elapsed: 'Verwerkingstijd',
    elapsedAfter: '{elapsed} na het verzet',
    scope: 'Bereik',
    via: 'Via',
    by: 'Verwerkt door',
    confirmation: 'Bevestiging gestuurd',
    sendsAfter: 'Mailings erna',
    message: 'Reden of bericht',
    atCollection: 'Bij het opgeven van het adres zelf',
  },
  scopes: { all: 'alle reclame', categories: 'soort mail: {list}', families: 'productgroep: {list}' },

  decisions: {
    sentenceSame: 'Toen en nu is het antwoord hetzelfde.',
    sentenceChanged: 'Het antwoord is nu anders dan bij het verzenden, omdat het register later meer te weten kwam.',
    atSending: 'Zoals toen bekend',
    now: 'Zoals nu bekend',
    at: 'Gevraagd voor',
    known: 'Bekend op',
    policy: 'Beleid',
    policyDefault: 'standaardinstellingen',
    learned: 'Later bekend geworden, over wat eerder gebeurde',
    decisive: 'Daarop berust het andere antwoord',
    findings: 'Voorwaarden',
    rule: 'Regel',
    outcome: 'Uitkomst',
    rests: 'Berust op',
    why: 'Waarom',
    incidents: 'Incidenten',
    noIncidents: 'Het register kent geen mailing die naar dit adres ging en niet mocht.',
    sentAfterObjection: '{name} ging uit op {at}, {elapsed} na het verzet (nr. {objection}).',
    sentWithoutGround: '{name} ging uit op {at}. Met wat nu bekend is, mocht dat niet.',
  },

  missingIntro:
    'Een dossier is alleen te vertrouwen als het ook zegt wat er niet is. Dit ontbreekt, of is minder sterk dan het had kunnen zijn:',
  missingNone: 'De controle op bekende tekorten vond niets.',
  missing: {
    'consent-without-wording': 'De tekst waarop de toestemming slaat, is niet bewaard.',
    'consent-without-time': 'Wanneer de toestemming is gegeven, is niet bekend.',
    'consent-weak': 'De bewijskracht van deze toestemming is C of D.',
    'consent-unconfirmed': 'Het formulier vroeg om een bevestiging, maar die is niet vastgelegd.',
    'form-without-document':
      'Van deze formulierversie is geen schermafdruk of ander origineel bewaard; zij is een reconstructie.',
    'form-without-entity': 'Dit formulier noemde de rechtspersoon die verzendt niet.',
    'sale-without-form': 'Bij welke versie van de kassa deze bestelling hoort, is niet bekend.',
    'sale-without-opportunity': 'Dat bij deze bestelling verzet mogelijk was, is niet vastgelegd.',
    'late-without-source': 'Dit is laat vastgelegd, zonder brondocument.',
    'source-not-kept': 'De regel uit het bronbestand is niet meegeleverd.',
    'message-unknown': 'Het bericht zelf staat niet als mailing in het register.',
    'message-not-kept': 'De inhoud van het bericht is niet bewaard.',
    'message-not-reported': 'Een verzendbericht van het mailprogramma is niet ingelezen.',
    'nothing-deposited':
      'Er is nog geen zegel buiten de eigen computer neergelegd. Tegen wie het hele register opnieuw had kunnen maken, bewijst dit dossier dan minder.',
    'events-erased': 'De tekst van deze gebeurtenissen is gewist op verzoek. Dat zij er waren, blijft bewijsbaar.',
    'zone-assumed': 'De bron noemde geen tijdzone; Nederlandse tijd is aangenomen.',
  },

  action: {
    none: 'Het register bevat geen klacht en geen verzoek van een toezichthouder over dit adres.',
    sentence: 'Op {at} kwam de eerste klacht of het eerste verzoek binnen (nr. {seq}). Sindsdien is vastgelegd:',
    exports: 'Eerder gemaakte dossiers over dit adres',
    noExports: 'Er is niet eerder een dossier over dit adres gemaakt.',
  },

  annexes: {
    forms: 'Formulieren',
    formHeading: '{name}, versie {version}',
    formUsed: 'Gebruikt door {events}',
    formUrl: 'Adres op het web',
    formLanguage: 'Taal',
    formEntity: 'Noemt de rechtspersoon',
    formLabels: 'Noemt de merken',
    formDoi: 'Vraagt om bevestiging per mail',
    formThirdParties: 'Noemt als verzender ook',
    boxes: 'Vakjes en teksten',
    noForms: 'Er zijn geen formulierversies bij dit adres.',
    documents: 'Originelen',
    documentsNote: 'Byte voor byte bewaard, in de map “bronnen”.',
    noDocuments: 'Er zijn geen originelen bij dit adres bewaard.',
    captured: 'vastgelegd op {at}',
    sources: 'Regels uit ingelezen bestanden',
    sourcesNote:
      'Alleen de regels over dit adres. De hele bestanden bevatten gegevens van anderen; hun SHA-256 staat erbij, zodat ze later naast dit dossier te leggen zijn.',
    noSources: 'Niets over dit adres komt uit een ingelezen bestand.',
    sourceLine: '{file}, regel {line} (import {number}, {at}, door {by})',
    fileHash: 'SHA-256 van het bestand',
    figureAlt: 'Afbeelding van {name}',
    tooLarge: 'Deze afbeelding is te groot om hier af te drukken; het origineel zit in de map “bronnen”.',
    unreadable: 'Dit bestand is hier niet af te beelden; het origineel zit in de map “bronnen”.',
    names: 'Bestand',
    sizeBytes: '{bytes} bytes',
  },
  languages: { nl: 'Nederlands', en: 'Engels', de: 'Duits', fr: 'Frans', other: 'anders' },
  documentKinds: {
    screenshot: 'schermafdruk',
    scan: 'scan',
    message: 'bericht',
    letter: 'brief',
    recording: 'opname',
    page: 'webpagina',
    content: 'inhoud van een mailing',
    other: 'ander bestand',
  },

  integrity: {
    sentence:
      'De {events, plural, one {ene gebeurtenis} other {# gebeurtenissen}} in dit dossier {events, plural, one {staat} other {staan}} aantoonbaar in een register van {size} regels, verzegeld op {at}.',
    shows: 'Wat dit aantoont',
    showsList: [
      'Elke gebeurtenis in events.jsonl staat letter voor letter in het verzegelde register, op de plaats van haar volgnummer.',
      'Het zegel is gezet met de sleutel van dit register. Wie één letter verandert, weglaat of toevoegt, breekt het bewijs.',
      'Van elk neergelegd zegel hieronder is aangetoond dat het register sindsdien alleen is gegroeid.',
    ],
    showsNot: 'Wat dit niet aantoont',
    showsNotList: [
      'Dat wat is vastgelegd ook waar is: een register bewijst dat iets is opgeschreven, en wanneer.',
      'Dat het register niet in zijn geheel opnieuw is gemaakt. Daarvoor dient een zegel dat eerder bij een ander is neergelegd, zoals een accountant of een tijdstempeldienst.',
      'Dat de klok van de computer goed liep. Tijden uit bronbestanden en van anderen wegen zwaarder.',
      'Dat er buiten dit register niets is.',
    ],
    size: 'Regels in het register',
    root: 'Wortel (base64)',
    at: 'Verzegeld op',
    key: 'Openbare sleutel',
    note: 'Het zegel',
    anchors: 'Zegels die buiten zijn neergelegd',
    anchorRow: '{at}: {size} regels, bij {where}',
    noAnchors: 'Er is nog geen zegel buiten neergelegd.',
    proofs: 'Plaats van elke gebeurtenis',
    proofsNote: 'De bewijzen zelf staan in proofs.json; hier staat per gebeurtenis haar blad.',
    leaf: 'Blad (SHA-256)',
    check: 'Zelf controleren: zie LEESMIJ.txt.',
    readme: 'LEESMIJ.txt',
  },

  explanationNote:
    'Hieronder spreekt de verzender. Deze toelichting is geen onderdeel van de feiten en komt niet uit het register.',

  events: {
    'consent-given': 'Toestemming gegeven',
    'doi-request-sent': 'Bevestigingsverzoek verzonden',
    'consent-confirmed': 'Aanmelding bevestigd',
    'consent-refused': 'Toestemming niet gegeven',
    'consent-withdrawn': 'Toestemming ingetrokken',
    objection: 'Verzet (afmelding)',
    'spam-complaint': 'Spamklacht',
    'objection-opportunity': 'Gelegenheid tot verzet geboden',
    sale: 'Verkoop',
    'sale-cancelled': 'Bestelling geannuleerd',
    'sale-refunded': 'Terugbetaling',
    'quote-request': 'Offerteaanvraag',
    cart: 'Winkelwagen',
    'account-created': 'Account gemaakt',
    'info-request': 'Informatieverzoek',
    'freebie-request': 'Weggever aangevraagd',
    donation: 'Gift',
    membership: 'Lidmaatschap',
    'b2b-designation': 'Zakelijk adres bekendgemaakt voor reclame',
    'address-added': 'Adres toegevoegd',
    'address-changed': 'Adres gewijzigd',
    bounce: 'Onbestelbaar',
    'holder-disputed': '“Dat ben ik niet”',
    merged: 'Samengevoegd met een ander contact',
    split: 'Niet dezelfde persoon als een ander contact',
    'age-signal': 'Leeftijd bekend geworden',
    'guardian-consent': 'Toestemming van ouder of voogd',
    hold: 'Vastgehouden voor een geschil',
    'erasure-requested': 'Verzoek om te wissen',
    erased: 'Gewist',
    restricted: 'Verwerking beperkt',
    'access-request': 'Inzageverzoek',
    complaint: 'Klacht',
    'authority-request': 'Verzoek van een toezichthouder',
    'entity-set': 'Verzender vastgelegd',
    'entity-succeeded': 'Verzender opgevolgd',
    'category-set': 'Soort mail vastgelegd',
    'family-set': 'Productgroep vastgelegd',
    'similarity-set': 'Gelijksoortigheid vastgelegd',
    'point-set': 'Formulier vastgelegd',
    'policy-set': 'Beleid vastgelegd',
    'process-set': 'Werkwijze vastgelegd',
    'setup-removed': 'Instelling verwijderd',
    'import-batch': 'Bestand ingelezen',
    'import-undone': 'Import teruggedraaid',
    'mailing-defined': 'Mailing vastgelegd',
    decided: 'Beoordeling vastgelegd',
    exported: 'Bestand uitgegeven',
    'sent-reported': 'Verzending gemeld',
    incident: 'Incident vastgelegd',
    'template-set': 'Sjabloon gekozen',
    'evidence-attached': 'Bewijs toegevoegd',
    correction: 'Correctie',
    'review-resolved': 'Nagekeken',
    anchored: 'Zegel buiten neergelegd',
    'self-audited': 'Zelf nagelopen',
  } satisfies Record<EventType, string>,

  vias: {
    'web-form': 'formulier op de site',
    checkout: 'kassa van de webshop',
    store: 'winkel',
    paper: 'papier',
    phone: 'telefoon',
    fair: 'beurs',
    'e-mail': 'e-mail',
    letter: 'brief',
    link: 'link in een mail',
    'one-click': 'afmelden met één klik',
    'mailing-tool-import': 'bestand van het mailprogramma',
    'webshop-import': 'bestand van de webshop',
    'authority-letter': 'brief van een toezichthouder',
    system: 'het programma',
  } satisfies Record<Via, string>,

  durations: {
    between: '{least} tot {most}',
    atOnce: 'direct',
    minutes: '{n, plural, one {1 minuut} other {# minuten}}',
    hours: '{n, plural, one {1 uur} other {# uur}}',
    days: '{n, plural, one {1 dag} other {# dagen}}',
    months: '{n, plural, one {1 maand} other {# maanden}}',
  },
  occurred: {
    between: 'tussen {from} en {to}',
    unknown: 'onbekend',
    unknownBetween: 'onbekend, tussen {from} en {to}',
  },

  verify: {
    registerHolds:
      'Het register klopt: {events, plural, one {1 gebeurtenis past} other {# gebeurtenissen passen}} precies onder {checkpoints, plural, =0 {geen zegel: er is er nog geen gezet} one {het zegel} other {alle # zegels}}.',
    registerFails:
      'Het register klopt niet: {count, plural, one {er is 1 fout gevonden} other {er zijn # fouten gevonden}}, als eerste “{first}” bij {where}.',
    evidenceHolds:
      'Het dossier klopt: {events, plural, one {1 gebeurtenis staat} other {# gebeurtenissen staan}} letter voor letter in het verzegelde register van {size} regels, en geen bestand is veranderd.',
    evidenceFails:
      'Het dossier klopt niet: {count, plural, one {er is 1 fout gevonden} other {er zijn # fouten gevonden}}, als eerste “{first}” bij {where}.',
    holdsMeans:
      'Dit toont aan dat sinds het zegel niets is veranderd, weggelaten of toegevoegd. Het toont niet aan dat wat is opgeschreven waar is, en niet dat het register nooit in zijn geheel opnieuw is gemaakt: vergelijk daarvoor het zegel met een zegel dat eerder bij een ander is neergelegd.',
    failsMeans:
      'Vertrouw de genoemde delen niet. Wat niet genoemd is, klopt wel met het zegel. Vraag om een nieuwe kopie, of leg het originele register ernaast.',
    flaws: {
      'event-altered': 'gebeurtenis veranderd',
      'event-missing': 'gebeurtenis ontbreekt',
      'event-unnamed-gap': 'gebeurtenis weg zonder dat dit is vastgelegd',
      'tile-altered': 'bewaarde hash veranderd',
      'checkpoint-mismatch': 'zegel hoort bij een ander register of een andere stand',
      'checkpoint-signature': 'handtekening van het zegel klopt niet',
      'copy-differs': 'twee kopieën van hetzelfde gegeven verschillen',
      'file-altered': 'bestand veranderd',
      'file-missing': 'bestand ontbreekt',
      'file-unlisted': 'bestand hoort niet bij het dossier',
      'proof-fails': 'bewijs van plaats klopt niet',
      'document-altered': 'origineel veranderd',
      'record-altered': 'vastgelegde beoordeling veranderd',
      'log-cut': 'register afgekapt',
      'stamp-fails': 'tijdstempel klopt niet',
      unreadable: 'niet te lezen',
    },
  },

  files: {
    readme: 'LEESMIJ.txt',
    pdf: 'dossier.pdf',
    evidence: 'alle gegevens van het dossier, voor programma’s',
    events: 'elke gebeurtenis, één per regel, letter voor letter zoals verzegeld',
    proofs: 'de bewijzen dat die gebeurtenissen in het register staan (RFC 9162)',
    checkpoint: 'het zegel van het register (C2SP signed note)',
    key: 'de openbare sleutel waarmee het zegel te controleren is',
    manifest: 'alle bestanden met hun grootte en SHA-256',
    check: 'controle van dit dossier in een browser, zonder internet',
    table: 'een tabel, voor een rekenblad (CSV)',
    dossier: 'het dossier om te lezen',
    sources: 'de originelen en de regels uit bronbestanden',
  },
  readme: `BEWIJSDOSSIER

Over:       {address}
Stand per:  {known} (UTC)
Gemaakt op: {made} (UTC)

In deze map
{files}

ZELF CONTROLEREN

1. Zijn de bestanden onveranderd?
   In manifest.json staat van elk bestand de SHA-256. Reken die na:
     Linux:    sha256sum <bestand>
     macOS:    shasum -a 256 <bestand>
     Windows:  certutil -hashfile <bestand> SHA256
   De SHA-256 van manifest.json zelf staat in het register van de verzender,
   bij de gebeurtenis “Bestand uitgegeven”.

2. Is het zegel echt?
   checkpoint.txt is een ondertekend bericht: drie regels (naam van het register,
   aantal regels, wortel), een lege regel, en de handtekening (Ed25519).
   Op Linux of macOS, in deze map, met OpenSSL 3:

     head -n 3 checkpoint.txt > zegel.txt
     tail -n 1 checkpoint.txt | cut -d " " -f 3 | openssl base64 -d -A | tail -c 64 > zegel.sig
     openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in zegel.txt -sigfile zegel.sig

   Het antwoord moet zijn: Signature Verified Successfully.
   Vergelijk de regels van het zegel met een zegel dat de verzender eerder bij een
   ander heeft neergelegd. Gooi zegel.txt en zegel.sig daarna weg.

3. Staan de gebeurtenissen in het register?
   Het blad van een gebeurtenis is de SHA-256 van een nulbyte en de regel uit
   events.jsonl (zonder het regeleinde). Voor de eerste regel:

     (printf '\\000'; head -n 1 events.jsonl | tr -d '\\n') | sha256sum

   Dat is “leaf” bij dezelfde “seq” in proofs.json. Van daar reken je met “hashes”
   naar boven: elke stap is de SHA-256 van een byte 01, de linker en de rechter hash
   (RFC 9162, paragraaf 2.1.3.2). Je hoort uit te komen op de wortel in checkpoint.txt.
   Dit alles in één keer doet controle.html: open die in een browser en sleep deze map
   erin. Het programma Mailbewijs kan het ook (mailbewijs verify <map>), net als elk
   programma dat RFC 9162 en C2SP signed notes kent.

4. Ligt er een tijdstempel bij (RFC 3161)?
   Dan ligt het antwoord van de dienst in de map “bronnen”, meestal als .tsr, en staat
   de tekst die is gestempeld in proofs.json, bij “anchors”, onder “note”.
   controle.html en “mailbewijs verify” rekenen na dat het stempel van die tekst is, welke
   tijd het noemt, en dat de handtekening past bij het certificaat dat erin zit. Kan een
   browser dat niet, dan staat dat erbij. Of de dienst te vertrouwen is, rekenen zij niet
   na: dat blijkt met OpenSSL en haar stamcertificaat (van haar eigen website):

     python3 -c "import json; print(next(a['note'] for a in
       json.load(open('proofs.json'))['anchors'] if a.get('kind') == 'timestamp'),
       end='')" > gestempeld.txt
     openssl ts -reply -in bronnen/<bestand>.tsr -text
     openssl ts -verify -data gestempeld.txt -in bronnen/<bestand>.tsr -CAfile <stam>.pem

   De eerste opdracht van OpenSSL toont de tijd. De tweede hoort te antwoorden met:
   Verification: OK. Gooi gestempeld.txt daarna weg.

WAT DIT AANTOONT, EN WAT NIET

{shows}

{showsNot}
`,
} as const
