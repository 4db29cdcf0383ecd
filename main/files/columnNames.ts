/** What columns are called by shops and mailing tools that no profile knows, and what such a column probably means. */
import type { Field } from '../../preload/contract/vocabulary/import.ts'
import { headerKey } from './cells.ts'
import { optOut } from './stopWords.ts'

/**
 * Most telling first: the first pattern that fits a column's name gives its field; a field is given once, to the
 * column whose pattern is stronger. Names are compared in lower case with blanks for `-` and `_`.
 */
const names: readonly (readonly [RegExp, Field])[] = [
  [
    /^(?:e ?mail(?: ?adres(?:se)?)?|email address|customer email|billing email|buyer email|emailadres|mailadres|mail|recipient|adresse (?:e ?mail|courriel)|courriel)$/u,
    'email',
  ],
  [
    /^(?:email|e mail)\b(?!.*(?:status|consent|subscriber|suppress|marketing|blacklist|blocked|bounce|type|opt|unsub|disabled))|e ?mail ?adres|\(email\)/u,
    'email',
  ],
  [/voorvoegsel|tussenvoegsel|preposition|infix|^insertion$/u, 'infix'],
  [/voornaam|first ?name|firstname|given name|^vorname$|^pr[ée]nom$/u, 'first-name'],
  [/achternaam|last ?name|lastname|surname|family name|^nachname$/u, 'last-name'],
  [
    /^(?:naam|name|full ?name|volledige naam|klant ?naam|klant|customer ?name|customer|billing name|bill to name|contactpersoon|buyer name|kunde|kunden ?name|client|nom du client)$/u,
    'name',
  ],
  [/bedrijfsnaam|bedrijf|company|organi[sz]atie|organi[sz]ation|^firma$/u, 'company'],
  [
    /^(?:order ?(?:nummer|number|nr\.?)|bestel ?nummer|(?:bestell|auftrags) ?(?:nummer|nr\.?)|num[eé]ro de commande)$/u,
    'order',
  ],
  [
    /^(?:order ?(?:nummer|number|nr|no|id|name)?\.?|bestel ?nummer|bestelling|bestel ?nr|ordernr|factuur ?nummer|rechnungs ?(?:nummer|nr\.?)|commande|invoice number|reference|increment id)$/u,
    'order',
  ],
  [/cancel(?:l?ed)?(?: ?(?:at|date|on|op))$|geannuleerd op|annuleer ?datum/u, 'cancelled-at'],
  [
    /^(?:order|purchase|bestel|sale) ?(?:date|datum|time|tijd|moment)|besteldatum|besteld op|purchase date|orderdatum|^created at$|aankoopdatum|datum bestelling|^(?:bestell|auftrags|kauf) ?datum|date de (?:la )?commande/u,
    'order-time',
  ],
  [
    /^(?:order|bestel|bestell|auftrags) ?status|statut de (?:la )?commande|financial status|annuleringsverzoek/u,
    'order-status',
  ],
  [/betaal ?status|payment ?status|betaling|zahlungs ?status|statut de paiement/u, 'payment'],
  [
    /^(?:total|totaal|order ?total|bedrag|amount|grand total.*|totaalbedrag|prijs totaal|order total amount|gesamt ?(?:betrag|summe)|betrag|summe|montant(?: total)?)$/u,
    'amount',
  ],
  [/currency|valuta|munteenheid|w[aä]hrung|devise/u, 'currency'],
  [/^(?:sku|artikel ?(?:nummer|nr|code)|lineitem sku|item sku|ean|referentie|product ?(?:code|id|nummer))$/u, 'sku'],
  [/categor/u, 'product-category'],
  [
    /product ?titel|product ?na(?:am|me)|lineitem name|item name|^product$|^artikel$|omschrijving|artikel ?naam|^item$|^artikel ?bezeichnung$|produkt ?name|^produkt$|^produit$|^article$/u,
    'product',
  ],
  [/line items|orderregels/u, 'packed-lines'],
  [/^(?:vendor|merk|brand|leverancier)$/u, 'vendor'],
  [
    /^(?:aantal|quantity|qty|lineitem quantity|quantity purchased|item quantity|menge|anzahl|quantit[eé])$/u,
    'quantity',
  ],
  [/consent text|toestemmings?tekst|\(text\)|wording/u, 'consent-text'],
  [/(?:confirm|bevestig|activat)\w*.*\bip\b/u, 'confirm-ip'],
  [/^confirm(?!.*opt ?out).*(?:time|date|at$)|bevestigd op|confirmed at|bevestigingsdatum|activated/u, 'confirm-time'],
  [/(?:opt ?in|signup|aanmeld|user|^)\W*ip\b(?: ?(?:address|adres))?|^ip ?(?:address|adres)$/u, 'consent-ip'],
  [
    /unsub\w*(?: ?(?:time|date|at|on))|opt(?:ed)? ?out ?(?:date|time|at|on)|uitgeschreven op|afgemeld op|(?:afmeld|uitschrijf) ?datum|datum (?:afmelding|uitschrijving|intrekking)|(?:ingetrokken|opgezegd) op|withdrawn (?:on|at)|(?:suppressed|blocked|blacklisted) (?:on|at)|date suppressed|(?:abgemeldet|ausgetragen) am|abmelde ?datum|d[eé]sinscri\w* le|date de d[eé]s\w+/u,
    'unsubscribe-time',
  ],
  [
    /consent timestamp|opt ?in ?(?:time|date|datum|at)|(?<!un)subscribed (?:on|at)|ingeschreven op|aangemeld op|aanmeld ?datum|inschrijf ?datum|signup (?:date|time)|entry date|toestemming(?:s ?datum| (?:gegeven )?op)|angemeldet am|anmelde ?datum|inscrit le|date d'inscription|datum (?:van )?(?:het )?(?:formulier|kaartje|aanmelding|inschrijving|toestemming)|(?:ingevuld|getekend|ondertekend) op/u,
    'consent-time',
  ],
  [
    /(?:unsub\w*|suppression|bounce|opt ?out|block) ?(?:reason|type)|^reason$|^reden$|afmeldreden|reden (?:van )?(?:afmeld|uitschrij|blokk)\w*|^grund$|abmeldegrund|^raison$|^motif$/u,
    'unsubscribe-reason',
  ],
  [/bounce\w*.*(?:time|date|at$)|bounced|clean time/u, 'bounce-time'],
  [/complain\w*|klacht/u, 'complaint-time'],
  [optOut, 'objection'],
  [
    /accepts (?:email )?marketing|marketing(?! (?:contact|source|campaign|title))|nieuwsbrief|newsletter|opt ?in|toestemming|consent|mailing ?lijst|^subscribed$|akkoord|mag (?:ge)?mail|wil (?:e ?mail|mail|reclame|nieuws)|einwilligung|zustimmung|consentement|infolettre/u,
    'statement',
  ],
  [
    /^status$|subscriber status|subscription status|abonnee ?status|(?:e ?mail|list|lijst) ?status|^state$|^statut$/u,
    'status',
  ],
  [/^(?:bron|source|herkomst|source url|kanaal)$/u, 'source'],
  [/^(?:taal|language|locale)$/u, 'language'],
  [
    /created(?! ?(?:in|by)\b)|aangemaakt|^sign ?up$|registration|date added|added time|added on|registered|registratie|geregistreerd|toegevoegd|profile created|^datum$|^date$|timestamp|tijdstip/u,
    'created-at',
  ],
]

/** The field that a column's name tells, and how telling it is: 0 is most; null where no name is like it. */
export function fieldByName(column: string): { readonly field: Field; readonly rank: number } | null {
  const key = headerKey(column)
  const rank = names.findIndex(([pattern]) => pattern.test(key))
  const found = names[rank]
  return found === undefined ? null : { field: found[1], rank }
}
