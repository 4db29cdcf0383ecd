/** The words about files: what is wrong with one, what its columns mean, and what each system's export proves. */
import type { UnreadableCode } from '../../contract/result.ts'
import type {
  Encoding,
  Field,
  FileKind,
  ListStatus,
  RefusalCode,
  WarningCode,
} from '../../contract/vocabulary/import.ts'

/** What it means, and what to do. */
export interface Said {
  readonly means: string
  readonly help: string
}

/** The keys of the known systems. */
export type ProfileKey =
  | 'shopify-orders'
  | 'woocommerce-advanced-order-export'
  | 'woocommerce-customer-order-export'
  | 'mailchimp'
  | 'shopify-customers'
  | 'woocommerce-customers'
  | 'magento-customers'
  | 'magento-orders'
  | 'magento-newsletter'
  | 'prestashop-newsletter'
  | 'prestashop-customers'
  | 'lightspeed-customers'
  | 'shopware-newsletter'
  | 'shopware-customers'
  | 'squarespace-orders'
  | 'wix-contacts'
  | 'etsy-items'
  | 'etsy-orders'
  | 'bol-orders'
  | 'amazon-orders'
  | 'klaviyo'
  | 'klaviyo-suppressions'
  | 'brevo'
  | 'activecampaign'
  | 'listmonk'
  | 'kit'
  | 'beehiiv'
  | 'substack'
  | 'hubspot'
  | 'gravity-forms'
  | 'flamingo-contacts'
  | 'flamingo-messages'
  | 'suppression-list'

export const nlFiles = {
  refusals: {
    'too-few-cells': {
      means: 'Deze rij heeft minder cellen dan de kop van het bestand.',
      help: 'Kijk of de rij in het bestand heel is. Maak de export zo nodig opnieuw en bewerk hem niet in een teksteditor.',
    },
    'too-many-cells': {
      means: 'Deze rij heeft meer cellen dan de kop van het bestand.',
      help: 'Vaak staat er een scheidingsteken in een tekst zonder aanhalingstekens. Maak de export opnieuw, of zet de tekst tussen aanhalingstekens.',
    },
    'address-missing': {
      means: 'Er staat geen e-mailadres in deze rij.',
      help: 'Zonder adres valt er niets vast te leggen. Hoort er een adres te staan, vul het dan aan in je winkel en exporteer opnieuw.',
    },
    'address-invalid': {
      means: 'Wat er staat, is geen e-mailadres waar mail naartoe kan.',
      help: 'Kijk naar spaties, een punt te veel of een ontbrekend @. Verbeter het in het systeem waar de export vandaan komt.',
    },
    'address-relay': {
      means: 'Dit is een doorstuuradres van een marktplaats, zoals bol of Amazon.',
      help: 'Daar mag je geen reclame naartoe sturen. De rij is daarom niet als aanmelding opgenomen; je hoeft niets te doen.',
    },
    'order-missing': {
      means: 'Er staat geen bestelnummer in deze rij.',
      help: 'Een verkoop is alleen te bewijzen met een bestelnummer. Kijk of de goede kolom is gekozen.',
    },
    'date-missing': {
      means: 'Er staat geen datum in deze rij.',
      help: 'Zonder datum is niet vast te stellen welk formulier toen gold. Kijk of de goede kolom is gekozen.',
    },
    'date-unreadable': {
      means: 'De datum is niet te lezen.',
      help: 'Kijk of de volgorde van dag, maand en jaar goed staat.',
    },
    'date-future': {
      means: 'De datum ligt in de toekomst.',
      help: 'Kijk of de volgorde van dag, maand en jaar goed staat, en of de klok van deze computer goed loopt.',
    },
    'status-unknown': {
      means: 'De status van deze bestelling is onbekend. Misschien is er niets verkocht.',
      help: 'Lees het bestand met een eigen kolomindeling en geef aan welke statussen geen verkoop zijn.',
    },
    'order-contradicts': {
      means: 'Deze rij hoort bij een bestelling waarvan een andere rij een ander e-mailadres noemt.',
      help: 'Kijk in je winkel wie de bestelling deed. De andere rijen van de bestelling zijn wel gelezen.',
    },
  },
  unreadable: {
    'not-found': {
      means: 'Het bestand is er niet meer.',
      help: 'Misschien is het verplaatst of heeft het een andere naam. Kies het opnieuw.',
    },
    'no-permission': {
      means: 'Je mag dit bestand niet openen.',
      help: 'Sluit het bestand in andere programma’s, of kopieer het naar je eigen map en kies de kopie.',
    },
    empty: { means: 'Het bestand is leeg.', help: 'Maak de export opnieuw.' },
    'no-text': {
      means:
        'Dit is geen tabel die we kunnen lezen, maar {about, select, excel {een oude of beveiligde Excel-werkmap} opendocument {een OpenDocument-bestand} zip {een zipbestand in een zipbestand} pdf {een PDF} image {een afbeelding} folder {een map} other {een ander soort bestand}}.',
      help: '{about, select, excel {Open het in Excel en kies Opslaan als: Excel-werkmap (.xlsx), zonder wachtwoord.} opendocument {Open het in LibreOffice en kies Opslaan als: Excel 2007 (.xlsx) of CSV.} zip {Pak het uit en kies de bestanden die erin zitten.} other {Kies de CSV die je winkel of mailprogramma heeft gemaakt.}}',
    },
    'wrong-encoding': {
      means: 'Op regel {line} staan tekens die niet bij de gekozen tekencodering horen.',
      help: 'Kies een andere tekencodering en kijk of namen met accenten goed staan. Blijft het fout, maak de export dan opnieuw als UTF-8.',
    },
    'no-header': {
      means: 'Boven de tabel staat geen rij met namen van kolommen.',
      help: 'Exporteer met kolomnamen, of zet er zelf een eerste rij boven, bijvoorbeeld: E-mail, Naam, Datum.',
    },
    'no-rows': {
      means: 'Onder de kolomnamen staat niets.',
      help: 'Kijk of de export wel bestellingen of mensen bevatte.',
    },
    'unbalanced-quotes': {
      means: 'De aanhalingstekens kloppen niet vanaf regel {line}.',
      help: 'Er is niets ingelezen. Maak de export opnieuw en open hem tussendoor niet in een ander programma. Of verbeter die regel: een aanhalingsteken in een tekst schrijf je dubbel.',
    },
    'cell-too-long': {
      means: 'Een cel die op regel {line} begint, is langer dan een miljoen tekens.',
      help: 'Meestal staat daar een aanhalingsteken dat nooit sluit. Er is niets ingelezen. Maak de export opnieuw.',
    },
    'too-many-columns': {
      means: 'Het bestand heeft {about} kolommen. Dat is meer dan dit programma leest.',
      help: 'Exporteer alleen de kolommen die je nodig hebt, of kijk of het scheidingsteken klopt.',
    },
    'cut-off': {
      means: 'Het bestand houdt midden in een rij op.',
      help: 'Er is niets ingelezen, want er kunnen mensen ontbreken. Download de export opnieuw.',
    },
    'wrong-columns': {
      means: 'In dit bestand ontbreekt: {about}.',
      help: 'Er is niets ingelezen. Misschien is het een andere export dan de vorige keer, of heet de kolom nu anders. Maak de export opnieuw met deze kolom, of kies zelf wat elke kolom betekent.',
    },
    'dates-ambiguous': {
      means: 'De datums in {about} kunnen op twee manieren gelezen worden: dag en maand, of maand en dag.',
      help: 'Er is niets ingelezen. Zeg welke volgorde klopt. Zoek bijvoorbeeld een bestelling op waarvan je de datum kent.',
    },
    damaged: {
      means: 'Dit bestand is beschadigd.',
      help: 'Er is niets ingelezen. Download de export opnieuw. Opent het bestand wel in Excel, sla het daar dan op als CSV UTF-8.',
    },
    'too-big': {
      means: 'Dit bestand wordt bij het uitpakken groter dan een export ooit is.',
      help: 'Er is niets ingelezen. Vertrouw je de afzender niet, gooi het bestand dan weg. Sla het anders op als CSV, of exporteer een kortere periode.',
    },
    protected: {
      means: 'Dit bestand is met een wachtwoord beveiligd.',
      help: 'Haal het wachtwoord er in het andere programma af, of pak het zelf uit en kies het bestand dat erin zit.',
    },
    'no-table': {
      means:
        '{about, select, none {In dit bestand zit geen tabel.} other {Het blad of bestand “{about}” zit er niet in.}}',
      help: 'Kies een CSV-bestand, een Excel-werkmap (.xlsx) of een zipbestand waar die in zitten.',
    },
    'not-a-mapping': {
      means: 'Dit is geen kolomindeling van Mailbewijs.',
      help: 'Kies een bestand dat een collega met “Kolomindeling bewaren” heeft gemaakt.',
    },
    'not-json': { means: 'Dit bestand is geen geldig JSON.', help: 'Kies het bestand dat Mailbewijs heeft gemaakt.' },
    'not-a-setup': {
      means: 'Dit is geen instellingenbestand van Mailbewijs.',
      help: 'Kies een bestand dat je met “Instellingen bewaren” hebt gemaakt.',
    },
    'not-evidence': {
      means: 'Dit is geen bewijsdossier van Mailbewijs.',
      help: 'Kies de map of het evidence.json van een dossier.',
    },
  },
  warnings: {
    'everybody-says-yes': {
      means: 'Iedereen in dit bestand heeft ja gezegd tegen reclame.',
      help: 'Dat is ongewoon: vaak is zo’n kolom met de hand gevuld of was het vakje al aangevinkt. Kijk of dit klopt voordat je verdergaat.',
    },
    'words-unknown': {
      means:
        'Bij {count, plural, one {# regel} other {# regels}} staat een woord over mail dat we niet kennen: {about}.',
      help: 'Het telt als geen antwoord. Is het een afmelding, ga dan terug en zet het bij de woorden die “nee” betekenen; anders gaat zij verloren.',
    },
    'form-version-missing': {
      means:
        'Voor {count, plural, one {# verkoop of aanmelding} other {# verkopen of aanmeldingen}} is niet bekend hoe het formulier er toen uitzag.',
      help: 'Voeg bij de formulieren de versie toe die toen te zien was, met een schermafdruk.',
    },
    'no-point-chosen': {
      means: 'Je hebt niet gekozen bij welke kassa of welk formulier deze mensen horen.',
      help: 'Zonder formulier is niet te laten zien wat mensen te zien kregen. Kies er een, of maak hem eerst aan.',
    },
    'statement-column-absent': {
      means: 'Het bestand zegt niet of mensen reclame wilden.',
      help: 'Dat telt als “niets gezegd”, niet als nee en niet als ja. Neem als het kan de kolom van het vakje op in de export.',
    },
    'zone-assumed': {
      means: 'Bij {count, plural, one {# tijd} other {# tijden}} staat geen tijdzone.',
      help: 'Ze zijn gelezen in {about}. Klopt dat niet, kies dan een andere tijdzone.',
    },
    'import-not-consent': {
      means:
        'Bij {count, plural, one {# persoon} other {# mensen}} is de aanmeldtijd het moment waarop de lijst in het mailprogramma is gezet.',
      help: 'Dat bewijst geen toestemming. Zoek de oude aanmelding op, of vraag opnieuw toestemming op je site of in je winkel.',
    },
    'consent-without-date': {
      means: '{count, plural, one {# toestemming heeft} other {# toestemmingen hebben}} geen datum.',
      help: 'Zonder datum is toestemming niet te bewijzen. Exporteer met de kolommen van het aanmeldmoment.',
    },
    'consent-without-category': {
      means: 'Bij {count, plural, one {# toestemming} other {# toestemmingen}} is niet gezegd voor welke soort mail.',
      help: 'Zonder soort mag er geen enkele mailing op rusten. Ga terug naar de vragen en kies wat er bij de aanmelding stond. Weet je dat niet, laat het dan open.',
    },
    'marketplace-addresses': {
      means: '{count, plural, one {# adres is} other {# adressen zijn}} van een marktplaats.',
      help: 'De verkoop wordt vastgelegd, maar reclame naar zo’n adres mag niet.',
    },
    'role-addresses': {
      means:
        '{count, plural, one {# adres is} other {# adressen zijn}} van een afdeling of een systeem, zoals info@ of no-reply@.',
      help: 'Ze krijgen dezelfde regels als andere adressen. Kijk of ze op je lijst horen.',
    },
    'products-without-family': {
      means: '{count, plural, one {# product hoort} other {# producten horen}} nog bij geen productgroep.',
      help: 'Wijs ze toe bij Productgroepen. Tot dan kan een verkoop ervan niet gelden als verkoop van iets gelijksoortigs.',
    },
    'same-file': {
      means: 'Precies dit bestand is al eerder ingelezen.',
      help: 'Opnieuw inlezen voegt niets toe en haalt niets weg.',
    },
    'dates-in-future': {
      means:
        '{count, plural, one {Eén regel heeft} other {# regels hebben}} een datum in de toekomst, en {count, plural, one {wordt} other {worden}} geweigerd.',
      help: 'Kijk of dag en maand niet verwisseld zijn, en of de klok van deze computer goed loopt.',
    },
    'status-from-file-name': {
      means: 'Of deze mensen aangemeld of afgemeld zijn, staat alleen in de naam van het bestand.',
      help: 'Kijk of de gekozen status klopt. Een afmelding die als aanmelding wordt gelezen, valt later niet meer op.',
    },
  },
  fields: {
    email: 'E-mailadres',
    name: 'Naam',
    'first-name': 'Voornaam',
    infix: 'Tussenvoegsel',
    'last-name': 'Achternaam',
    company: 'Bedrijf',
    order: 'Bestelnummer',
    'order-time': 'Besteld op',
    'order-status': 'Status van de bestelling',
    'cancelled-at': 'Geannuleerd op',
    payment: 'Status van de betaling',
    amount: 'Bedrag',
    currency: 'Munt',
    sku: 'Artikelnummer',
    product: 'Product',
    'product-category': 'Productcategorie',
    vendor: 'Merk of leverancier',
    quantity: 'Aantal',
    'packed-lines': 'Alle orderregels in één cel',
    statement: 'Wil reclame (ja of nee)',
    objection: 'Wil geen reclame (verzet)',
    'consent-time': 'Aangemeld op',
    'consent-text': 'Tekst bij de aanmelding',
    'consent-ip': 'IP-adres bij de aanmelding',
    'confirm-time': 'Bevestigd op',
    'confirm-ip': 'IP-adres bij de bevestiging',
    status: 'Status op de lijst',
    'unsubscribe-time': 'Afgemeld op',
    'unsubscribe-reason': 'Reden van afmelden',
    'bounce-time': 'Onbestelbaar sinds',
    'complaint-time': 'Klacht op',
    source: 'Herkomst',
    language: 'Taal',
    'created-at': 'Toegevoegd op',
  },
  kinds: {
    orders: { name: 'Bestellingen', about: 'Elke rij is een bestelling of een orderregel.' },
    members: {
      name: 'Mensen op een mailinglijst',
      about: 'Aanmeldingen en afmeldingen uit een mailprogramma of formulier.',
    },
    suppressions: {
      name: 'Mensen die geen mail willen',
      about: 'Elke rij is een afmelding, een klacht of een onbestelbaar adres.',
    },
    contacts: {
      name: 'Klanten of relaties',
      about: 'Adressen uit je eigen administratie. Een los “ja” erbij bewijst weinig.',
    },
  },
  listStatuses: {
    subscribed: 'Aangemeld',
    unsubscribed: 'Afgemeld',
    cleaned: 'Onbestelbaar',
    'non-subscribed': 'Nooit aangemeld',
  },
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 (little-endian)',
    'utf-16be': 'UTF-16 (big-endian)',
    'windows-1252': 'Windows-1252 (West-Europees)',
  },
  delimiters: { ',': 'komma', ';': 'puntkomma', '\t': 'tab', '|': 'rechte streep' },
  quotes: { '"': 'dubbele aanhalingstekens', "'": 'enkele aanhalingstekens', none: 'geen' },
  /** Columns whose dates can be read both ways round. */
  ambiguousDates: {
    means: 'In {about} kan elke datum op twee manieren gelezen worden: dag en maand, of maand en dag.',
    help: 'Kies zelf welke volgorde klopt. Zoek bijvoorbeeld een bestelling op waarvan je de datum kent.',
  },
  /** Order of day and month, to choose from. */
  dateOrders: {
    iso: 'jaar-maand-dag',
    'day-month-year': 'dag-maand-jaar',
    'month-day-year': 'maand-dag-jaar',
    'year-month-day': 'jaar-maand-dag',
  },
  withheld: {
    means: '{about} {count, plural, one {wordt} other {worden}} niet ingelezen en niet bewaard.',
    help: 'Daarin staat wat geen bewijs nodig heeft: notities, betaalgegevens of versleutelde wachtwoorden. In plaats van het bestand zelf bewaren we een kopie zonder die kolommen.',
  },
  sheet: { one: 'Blad', hidden: 'Verborgen blad', file: 'Bestand' },
  profiles: {
    'shopify-orders': {
      name: 'Shopify, bestellingen',
      proves:
        'Bewijst wie wat wanneer heeft gekocht, en wat er bij “Accepts Marketing” stond op het moment van de bestelling. Bewijst niet wat er op je kassa te lezen stond, en “no” betekent niet dat iemand bezwaar kon maken: voeg daarvoor een schermafdruk van de kassa toe.',
    },
    'woocommerce-advanced-order-export': {
      name: 'WooCommerce, bestellingen (Advanced Order Export)',
      proves:
        'Bewijst wie wat wanneer heeft gekocht. WooCommerce bewaart zelf geen vinkje voor reclame: zet de kolom van je nieuwsbrief-plug-in in de export, en voeg een schermafdruk van de kassa toe.',
    },
    'woocommerce-customer-order-export': {
      name: 'WooCommerce, bestellingen (Customer / Order / Coupon Export)',
      proves:
        'Bewijst wie wat wanneer heeft gekocht, met alle orderregels. Zegt niets over een vinkje voor reclame: voeg een schermafdruk van de kassa toe.',
    },
    mailchimp: {
      name: 'Mailchimp, mensen op een lijst',
      proves:
        'Bewijst wanneer en vanaf welk IP-adres iemand zich aanmeldde en bevestigde, als die kolommen gevuld zijn. Zijn ze leeg, dan is de lijst ooit ingelezen en bewijst de datum geen toestemming. De tekst van het formulier zit er niet bij. Afmeldingen zijn wel bewezen: lees dus ook het bestand met “unsubscribed” in.',
    },
    'shopify-customers': {
      name: 'Shopify, klanten',
      proves:
        'Bewijst dat deze mensen in je winkel staan en wat er nu bij e-mailmarketing staat. Er staat geen datum, tekst of IP-adres bij: “yes” alleen is geen bewijs van toestemming. Lees daarnaast je bestellingen in.',
    },
    'woocommerce-customers': {
      name: 'WooCommerce, klanten (Analytics)',
      proves:
        'Bewijst dat deze mensen in je winkel staan en sinds wanneer. Zegt niets over reclame: WooCommerce bewaart dat zelf niet. Wie wat kocht, staat in de export van je bestellingen.',
    },
    'magento-customers': {
      name: 'Magento 2, klanten',
      proves:
        'Bewijst dat deze mensen een account hebben en sinds wanneer. Zegt niets over reclame. In dit bestand staan versleutelde wachtwoorden: die worden niet ingelezen en niet bewaard. Gooi het bestand daarna zelf weg.',
    },
    'magento-orders': {
      name: 'Magento 2, bestellingen',
      proves:
        'Bewijst wie wanneer heeft gekocht en voor hoeveel, maar niet wat: de producten staan er niet in. Zet in Magento de kolom “Customer Email” aan voordat je exporteert. Zegt niets over reclame.',
    },
    'magento-newsletter': {
      name: 'Magento 2, nieuwsbrief',
      proves:
        'Bewijst wie zich heeft afgemeld. Van aanmeldingen staat er alleen een status: geen datum, geen tekst, geen IP-adres. Dat is op zichzelf geen bewijs van toestemming.',
    },
    'prestashop-newsletter': {
      name: 'PrestaShop, nieuwsbrief',
      proves:
        'Bewijst wanneer iemand zich aanmeldde. De tekst van het formulier en het IP-adres staan er niet bij: voeg een schermafdruk van het formulier van toen toe.',
    },
    'prestashop-customers': {
      name: 'PrestaShop, klanten',
      proves:
        'Bewijst dat deze mensen een account hebben en of de nieuwsbrief nu aan- of uitstaat (1 of 0). Er staat geen datum of tekst bij dat vinkje, dus dat is op zichzelf geen bewijs van toestemming. Aanbiedingen van partners worden niet gelezen.',
    },
    'lightspeed-customers': {
      name: 'Lightspeed eCom, klanten',
      proves:
        'Bewijst dat deze mensen in je winkel staan en sinds wanneer. Zegt niets over reclame: nieuwsbriefabonnees staan in een aparte export.',
    },
    'shopware-newsletter': {
      name: 'Shopware 6, nieuwsbrief',
      proves:
        'Bewijst wie zich heeft afgemeld (optOut). Bij “optIn” bevestigde iemand zijn adres en bij “direct” niet, maar er staat geen datum of tekst bij: op zichzelf geen bewijs van toestemming. De code om af te melden wordt niet bewaard.',
    },
    'shopware-customers': {
      name: 'Shopware 6, klanten',
      proves: 'Bewijst dat deze mensen in je winkel staan. Zegt niets over aankopen en niets over reclame.',
    },
    'squarespace-orders': {
      name: 'Squarespace, bestellingen',
      proves:
        'Bewijst wie wat wanneer heeft gekocht. Zegt niets over een vinkje voor reclame: voeg een schermafdruk van de kassa toe.',
    },
    'wix-contacts': {
      name: 'Wix, contacten',
      proves:
        'Bewijst wie zich heeft afgemeld. Van wie “Subscribed” is, staat er geen datum, tekst of IP-adres bij: op zichzelf geen bewijs van toestemming. Alleen het eerste e-mailadres van iemand wordt gelezen.',
    },
    'etsy-items': {
      name: 'Etsy, verkochte artikelen',
      proves:
        'In dit bestand staan geen e-mailadressen: Etsy geeft die niet. Elke rij wordt daarom geweigerd. Kopers op Etsy zijn klanten van de marktplaats en mag je langs deze weg geen reclame mailen.',
    },
    'etsy-orders': {
      name: 'Etsy, bestellingen',
      proves:
        'In dit bestand staan geen e-mailadressen: Etsy geeft die niet. Elke rij wordt daarom geweigerd. Kopers op Etsy zijn klanten van de marktplaats en mag je langs deze weg geen reclame mailen.',
    },
    'bol-orders': {
      name: 'bol, bestellingen',
      proves:
        'Bewijst wie via bol wat wanneer heeft gekocht. Het adres is van bol en niet van de koper: reclame ernaartoe mag niet. Vroeg iemand om te annuleren, dan telt de rij niet als verkoop.',
    },
    'amazon-orders': {
      name: 'Amazon, bestellingen',
      proves:
        'Bewijst wie via Amazon wat wanneer heeft gekocht. Het adres is van Amazon en niet van de koper: reclame ernaartoe mag niet.',
    },
    klaviyo: {
      name: 'Klaviyo, mensen op een lijst',
      proves:
        'Bewijst wanneer de toestemming voor het laatst veranderde, als die tijd is ingevuld. De tekst van het formulier staat er niet bij, en het IP-adres is dat van het laatste bezoek en telt niet mee. Wie onderdrukt is (Email Suppressions), krijgt geen mail, ook als er SUBSCRIBED staat.',
    },
    'klaviyo-suppressions': {
      name: 'Klaviyo, onderdrukte adressen',
      proves:
        'Bewijst wie geen mail meer mag krijgen, sinds wanneer en waarom. Lees dit bestand altijd in naast de lijst zelf.',
    },
    brevo: {
      name: 'Brevo, contacten',
      proves:
        'Bewijst wie op de zwarte lijst staat: die mensen krijgen geen mail. OPT_IN en DOUBLE_OPT-IN zeggen alleen ja of nee, zonder tijd, tekst of IP-adres: op zichzelf geen bewijs van toestemming.',
    },
    activecampaign: {
      name: 'ActiveCampaign of MailBlue',
      proves:
        'Bewijst wanneer en vanaf welk IP-adres iemand erbij kwam, als het IP-adres is ingevuld. Is het leeg, dan zette iemand de persoon op de lijst en bewijst de datum geen toestemming. De tekst van het formulier staat er niet bij. Afmeldingen zijn bewezen, maar zonder datum.',
    },
    listmonk: {
      name: 'listmonk',
      proves:
        'Bewijst wie geblokkeerd is (blocklisted): dat telt als verzet. “enabled” zegt niets over een aanmelding: of iemand bevestigde, staat in listmonk bij de lijst en niet in dit bestand.',
    },
    kit: {
      name: 'Kit (ConvertKit)',
      proves:
        'Bewijst wie zich heeft afgemeld (cancelled) of klaagde. Bij “active” staat alleen wanneer iemand erbij kwam, niet hoe, en geen tekst of IP-adres: op zichzelf geen bewijs van toestemming.',
    },
    beehiiv: {
      name: 'beehiiv en soortgelijke',
      proves:
        'Bewijst wie zich wanneer heeft afgemeld. Van wie “active” is, staat er alleen wanneer hij erbij kwam: op zichzelf geen bewijs van toestemming.',
    },
    substack: {
      name: 'Substack',
      proves:
        'Bewijst wie e-mail heeft uitgezet (email_disabled): dat telt als verzet. Een betaald abonnement zegt niets over reclame. Een tekst of IP-adres staat er niet bij.',
    },
    hubspot: {
      name: 'HubSpot, contacten',
      proves:
        'Bewijst wie zich overal voor heeft afgemeld. “Freely given consent from contact” is wat iemand in HubSpot koos, zonder tijd of tekst: op zichzelf geen bewijs van toestemming. “Marketing contact” gaat over de rekening van HubSpot en telt niet mee.',
    },
    'gravity-forms': {
      name: 'Gravity Forms, inzendingen',
      proves:
        'Bewijst wie wanneer en vanaf welk IP-adres een formulier instuurde, en welke tekst er bij het vinkje stond. Sterker bewijs heeft geen enkele andere export. Voeg een schermafdruk van het formulier toe om te laten zien hoe het eruitzag.',
    },
    'flamingo-contacts': {
      name: 'Flamingo, adresboek',
      proves:
        'Bewijst alleen dat iemand ooit een formulier op je site instuurde. Zegt niet welk formulier, wanneer, of dat iemand reclame wilde.',
    },
    'flamingo-messages': {
      name: 'Flamingo, berichten',
      proves:
        'Bewijst wie wanneer een formulier instuurde, en of het vinkje voor de nieuwsbrief aanstond als dat veld erin zit. Een vraag via een contactformulier is geen toestemming. De tekst bij het vinkje staat er niet bij: voeg een schermafdruk toe.',
    },
    'suppression-list': {
      name: 'Lijst van afmeldingen en blokkades',
      proves:
        'Bewijst wie geen mail meer mag krijgen, en zo mogelijk sinds wanneer en waarom. Lees zo’n lijst altijd in.',
    },
  },
  /** Any other file, read by a mapping. */
  mapped: {
    name: 'Ander bestand',
    proves:
      'Bewijst wat de kolommen zeggen die je aanwijst, en niet meer. Hoe meer tijden, teksten en IP-adressen erin staan, hoe sterker.',
  },
  /** Head of the file with refused rows. */
  refusedFile: { line: 'Regel', field: 'Kolom', message: 'Wat is er mis', help: 'Wat kun je doen' },
  listFile: { email: 'E-mailadres', name: 'Naam' },
} as const satisfies {
  refusals: Record<RefusalCode, Said>
  unreadable: Record<UnreadableCode, Said>
  warnings: Record<WarningCode, Said>
  fields: Record<Field, string>
  kinds: Record<FileKind, { name: string; about: string }>
  listStatuses: Record<ListStatus, string>
  encodings: Record<Encoding, string>
  profiles: Record<ProfileKey, { name: string; proves: string }>
  [other: string]: unknown
}
