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
        'Dit is geen CSV-bestand, maar {about, select, excel {een Excel-werkmap} zip {een zipbestand} pdf {een PDF} image {een afbeelding} folder {een map} other {een ander soort bestand}}.',
      help: '{about, select, excel {Open het in Excel en kies Opslaan als: CSV UTF-8.} zip {Pak het uit en kies de CSV-bestanden die erin zitten.} other {Kies de CSV die je winkel of mailprogramma heeft gemaakt.}}',
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
      means: 'De kolom “{about}” ontbreekt.',
      help: 'Dit is waarschijnlijk een andere export dan gekozen. Kies zelf wat elke kolom betekent.',
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
    'form-version-missing': {
      means:
        'Voor {count, plural, one {# verkoop} other {# verkopen}} is niet bekend hoe het formulier er toen uitzag.',
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
    contacts: { name: 'Klanten of relaties', about: 'Adressen zonder bewijs van toestemming.' },
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
