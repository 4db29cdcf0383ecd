/** The requirements of the second lesson, on signing up. RULES.md 1.2. */
import {
  accessed,
  chosen,
  collection,
  dossier,
  edge,
  endpoint,
  erased,
  evidence,
  files,
  grades,
  invariant,
  journey,
  lesson,
  list,
  lists,
  log,
  message,
  page,
  policies,
  precedence,
  profiles,
  reasons,
  register,
  screen,
  sent,
  special,
  tallied,
  terminal,
  typed,
  web,
  worked,
} from './means.ts'
import { met, not, partly, type Requirement } from './requirement.ts'

export const lessonB: readonly Requirement[] = [
  met('B-01', 'Niet zomaar iedereen op de lijst zetten.', 'Do not put just anyone on the list.', {
    verdict: 'OK',
    means: [
      worked('TC01'),
      invariant('3. without a sale, gift or consent nobody gets advertising'),
      files('takes cleaned addresses for bounced, and guests for nothing at all'),
    ],
  }),
  met(
    'B-02',
    'Alleen mailen aan wie dat uitdrukkelijk goedvond, of aan een klant binnen de uitzondering.',
    'Mail only those who explicitly agreed, or a customer within the exception.',
    { verdict: 'NUANCE', clashes: ['C6'], means: [worked('TC02'), worked('TC06'), worked('TC26')] },
  ),
  met('B-03', 'Toestemming vastleggen en beheren.', 'Document and manage consent.', {
    verdict: 'OK',
    means: [
      typed('a card filled in by hand counts once its scan is attached'),
      journey('weak proof of a consent is named before it is saved'),
      endpoint('events.record'),
      endpoint('events.attach'),
      terminal('record'),
      terminal('attach'),
      screen('record'),
    ],
  }),
  met(
    'B-04',
    'Tijd en manier van aanmelden vastleggen, en altijd kunnen bewijzen.',
    'Record time and manner of the sign-up, and always be able to prove it.',
    {
      verdict: 'OK',
      means: [
        worked('TC02'),
        profiles('Gravity Forms: the words that were shown, the click, the time and the address behind it'),
        dossier('prints the exact wording, and who said what when on both clocks'),
        terminal('evidence'),
      ],
    },
  ),
  met(
    'B-05',
    'Wie alleen een weggever wil onderscheiden van wie ook reclame wil.',
    'Tell those who want a freebie only from those who want advertising too.',
    {
      verdict: 'OK',
      means: [
        worked('TC43'),
        worked('TC45'),
        special('a newsletter on the strength of an e-book'),
        endpoint('mailings.tally'),
      ],
    },
  ),
  met(
    'B-06',
    'Naam, e-mail en IP-adres zijn persoonsgegevens: niet meer bewaren dan nodig.',
    'Name, e-mail and IP address are personal data: keep no more than needed.',
    {
      verdict: 'OK',
      means: [
        chosen('store_ip %j: the address behind a click is kept as %j'),
        evidence('stay out: only what binds the address is told, and the proof of its place stays'),
        files('never has its text in the error'),
        screen('policy'),
      ],
    },
  ),
  not('B-07', 'Gegevens alleen met toestemming verwerken.', 'Process data with consent only.', {
    verdict: 'WRONG',
    clashes: ['C6'],
    means: [worked('TC06'), worked('TC33')],
    why: {
      nl: 'De AVG kent zes grondslagen. Naast toestemming kent het programma de klantrelatie, servicemail en gevraagde mail, elk met zijn eigen artikel.',
      en: 'The GDPR has six bases. Beside consent the program knows the customer basis, service mail and requested mail, each with its own article.',
    },
  }),
  met(
    'B-08',
    'Verantwoording: toestemming kunnen aantonen, en afmelden kan altijd.',
    'Accountability: be able to show consent, and unsubscribing is always possible.',
    {
      verdict: 'OK',
      means: [
        dossier('holds the dossier, the data, the proofs and the originals byte for byte'),
        invariant('1. an objection never makes a yes'),
        log('nothing in the log can be changed or removed, not even by SQL'),
      ],
    },
  ),
  not(
    'B-09',
    'Boetes tot 20 miljoen euro of 4% van de omzet noemen.',
    'Name fines of up to EUR 20 million or 4% of turnover.',
    {
      verdict: 'OK',
      clashes: ['C9'],
      why: {
        nl: 'Klopt voor de AVG, niet voor de Telecommunicatiewet. Het programma noemt met opzet geen bedragen: bang maken bewijst niets.',
        en: 'True for the GDPR, not for the Telecommunicatiewet. The program deliberately names no amounts: fear proves nothing.',
      },
    },
  ),
  partly('B-10', 'Veilige systemen en duidelijke communicatie.', 'Secure systems and clear communication.', {
    verdict: 'OK',
    means: [
      web('only this machine can reach it'),
      page('scripts and styles that the program did not bring are not run'),
      profiles('what is never kept'),
      register('staging and then cancelling, or discarding, leaves no trace'),
    ],
    lacks: {
      nl: 'Alles blijft op de eigen computer, zonder netwerk; het registerbestand zelf is niet versleuteld, dat doet de schijf.',
      en: 'Everything stays on the own computer, without a network; the register file itself is not encrypted, the disk does that.',
    },
  }),
  met(
    'B-11',
    'Altijd kunnen aantonen wanneer en hoe iemand instemde.',
    'Always be able to show when and how somebody agreed.',
    {
      verdict: 'OK',
      means: [
        evidence('bind what belongs together'),
        typed('the past is answered with what was known then'),
        grades('grades of consents (RULES.md 3.3)'),
        terminal('evidence'),
        screen('contact'),
      ],
    },
  ),
  met('B-12', 'Toestemming verschilt per soort mailing.', 'Consent differs per kind of mailing.', {
    verdict: 'OK',
    means: [
      worked('TC04'),
      worked('TC05'),
      precedence('consent to the newsletter reopens the newsletter only'),
      screen('categories'),
    ],
  }),
  met(
    'B-13',
    'Wie zich aanmeldt weet welke mail er komt, en zegt apart ja tegen reclame.',
    'Whoever signs up knows which mail to expect, and says yes to promotions separately.',
    {
      verdict: 'OK/NUANCE',
      clashes: ['C13'],
      means: [worked('TC04'), worked('TC05'), reasons('CONSENT_WRONG_CATEGORY'), screen('forms')],
    },
  ),
  met('B-14', '"Alles of niets" mag niet.', '"All or nothing" is not allowed.', {
    verdict: 'OK',
    means: [worked('TC42'), edge('Bundled with terms/freebie/contest')],
  }),
  met(
    'B-15',
    'Pas versturen na een actieve, bewuste toestemming; een nieuwsbrief is ook reclame.',
    'Send only after active, conscious consent; a newsletter is advertising too.',
    {
      verdict: 'OK',
      means: [precedence('consent at the very moment of the mailing'), special('Newsletter, "informative"')],
    },
  ),
  met('B-16', 'Het formulier maakt duidelijk dat je je aanmeldt.', 'The form makes clear that one signs up.', {
    verdict: 'OK',
    means: [reasons('CONSENT_NO_PURPOSE'), worked('TC43'), screen('forms')],
  }),
  met(
    'B-17',
    'Bij een weggever kiest iemand zelf: alleen de weggever, of ook de nieuwsbrief.',
    'With a freebie a person chooses: the freebie only, or the newsletter too.',
    {
      verdict: 'OK',
      means: [worked('TC45'), worked('TC43'), edge('the freebie itself')],
    },
  ),
  met(
    'B-18',
    'Een duidelijke, ondubbelzinnige wens vóór het versturen.',
    'A clear and unambiguous wish before sending.',
    {
      verdict: 'OK',
      means: [worked('TC02'), worked('TC40'), precedence('consent at the very moment of the mailing')],
    },
  ),
  met(
    'B-19',
    'Een vooraf aangevinkt vakje of zwijgen is niet genoeg: vastleggen hoe het vakje stond.',
    'A pre-ticked box or silence is not enough: record how the box stood.',
    {
      verdict: 'OK',
      clashes: ['C1'],
      means: [
        reasons('CONSENT_PRETICKED'),
        collection('ticked "yes, mail" box'),
        invariant('5. pre-ticked, bundled or merely asserted consent never carries a yes'),
        screen('forms'),
      ],
    },
  ),
  met(
    'B-20',
    'Een actieve daad: zelf aanvinken, of bevestigen per mail. Vastleggen welke.',
    'An active act: ticking oneself, or confirming by mail. Record which.',
    {
      verdict: 'OK',
      means: [
        worked('TC02'),
        worked('TC36'),
        grades('a confirmation from the address makes it A; one from elsewhere does not'),
        screen('record'),
      ],
    },
  ),
  met('B-21', 'Ja tegen een e-book is geen ja tegen reclame.', 'Yes to an e-book is no yes to advertising.', {
    verdict: 'OK',
    means: [worked('TC43'), special('a newsletter on the strength of an e-book')],
  }),
  met(
    'B-22',
    'Vastleggen is plicht, en de ontvanger kan zien wat hij goedkeurde.',
    'Recording is a duty, and the recipient can see what he approved.',
    {
      verdict: 'OK',
      means: [
        evidence('the standing answers, and nothing is said about a message'),
        accessed('one person’s data in a letter and a file, nobody else’s, and the request on record'),
        terminal('access'),
        screen('evidence'),
        screen('contact'),
      ],
    },
  ),
  met('B-23', 'Zeggen waarover de mail gaat, en liefst hoe vaak.', 'Say what the mail is about, and best how often.', {
    verdict: 'NUANCE',
    means: [reasons('CONSENT_NO_PURPOSE'), screen('forms'), screen('categories')],
  }),
  met(
    'B-24',
    'Nieuwsbrief en aanbiedingen: voor elke soort een eigen ja, tenzij de tekst ze samen noemde.',
    'Newsletter and offers: a yes for each kind, unless the wording named them together.',
    {
      verdict: 'NUANCE',
      clashes: ['C13'],
      means: [worked('TC04'), worked('TC05')],
    },
  ),
  met('B-25', 'Op het formulier staat dat er nieuwsbrieven komen.', 'The form states that newsletters will be sent.', {
    verdict: 'OK',
    means: [worked('TC04'), edge('Bundled with terms/freebie/contest'), screen('forms')],
  }),
  met(
    'B-26',
    'Een voorbeeldtekst: een nieuwsbrief met tips en aanbiedingen, onder één aanmelding.',
    'An example text: a newsletter with tips and offers, under one sign-up.',
    {
      verdict: 'OK',
      clashes: ['C13'],
      means: [worked('TC05'), screen('categories')],
    },
  ),
  met(
    'B-27',
    'Korte, heldere tekst met een link naar de privacyverklaring: link en versie bewaren.',
    'A short clear text with a link to the privacy statement: keep link and version.',
    {
      verdict: 'OK',
      means: [
        reasons('CONSENT_INFO_INCOMPLETE'),
        dossier('prints the exact wording, and who said what when on both clocks'),
        screen('forms'),
      ],
    },
  ),
  met('B-28', 'Altijd per soort kunnen kiezen.', 'Always a choice for each kind.', {
    verdict: 'OK',
    means: [
      worked('TC04'),
      typed('an objection for one category leaves the others as they were'),
      endpoint('contacts.glance'),
    ],
  }),
  met('B-29', 'Losse vakjes, en geen ervan vooraf aangevinkt.', 'Separate boxes, none of them ticked beforehand.', {
    verdict: 'OK',
    means: [collection('two "yes" boxes'), worked('TC42'), screen('forms')],
  }),
  met('B-30', 'De software verdeelt de lijsten.', 'The software divides the lists.', {
    verdict: 'OK',
    means: [
      tallied('a tally is the sum of single decisions: today, in the past, as known then and as known now'),
      list('has the address as written, and the name'),
      endpoint('mailings.freeze'),
      terminal('list'),
    ],
  }),
  not(
    'B-31',
    'Een offerteaanvraag ook als klantrelatie tellen.',
    'Count a request for a quote as a customer relation too.',
    {
      verdict: 'WRONG',
      clashes: ['C4'],
      means: [worked('TC23'), worked('TC24'), policies('quote_counts_as_sale')],
      why: {
        nl: 'Een offerte is geen verkoop. Wie dat anders wil, krijgt hooguit NAKIJKEN; de offerte zelf mag je natuurlijk beantwoorden.',
        en: 'A quote is no sale. Whoever chooses otherwise gets a review at most; the quote itself may of course be answered.',
      },
    },
  ),
  met(
    'B-32',
    'Klanten productinformatie sturen en een gericht aanbod doen.',
    'Send customers product information and a targeted offer.',
    {
      verdict: 'NUANCE',
      clashes: ['C7'],
      means: [
        worked('TC33'),
        special('Order/shipping/invoice/recall/security/terms change'),
        special('Service mail with any promotion'),
      ],
    },
  ),
  met('B-33', 'Mail past bij wat de klant koopt of kocht.', 'Mail fits what the customer buys or bought.', {
    verdict: 'OK',
    clashes: ['C2'],
    means: [worked('TC06'), worked('TC08'), screen('similarity')],
  }),
  met('B-34', 'In elke mailing een duidelijke afmeldmogelijkheid.', 'A clear way to unsubscribe in each mailing.', {
    verdict: 'OK',
    clashes: ['C8'],
    means: [worked('TC66'), invariant('a yes for advertising always has an unsubscribe link, a sender and an address')],
  }),
  met(
    'B-35',
    'Klanten niet op de lijst zetten alleen omdat ze klant zijn.',
    'Do not put customers on the list merely because they are customers.',
    {
      verdict: 'OK',
      clashes: ['C3', 'C6'],
      means: [worked('TC10'), worked('TC11'), edge('Purchase without opt-out offered')],
    },
  ),
  met(
    'B-36',
    'De klantgrond alleen voor wat rechtstreeks bij de aankoop hoort.',
    'The customer basis only for what directly relates to the purchase.',
    {
      verdict: 'OK',
      clashes: ['C2'],
      means: [worked('TC08'), worked('TC09'), precedence('one single sale')],
    },
  ),
  met(
    'B-37',
    'Updates, servicemail en aanvullende producten uit elkaar houden.',
    'Keep updates, service mail and complementary products apart.',
    {
      verdict: 'NUANCE',
      clashes: ['C7'],
      means: [special('Service mail with any promotion'), worked('TC68'), worked('TC09')],
    },
  ),
  met(
    'B-38',
    'Wie een telefoon kocht, mag horen over garantie, levering en een hoesje.',
    'Whoever bought a phone may hear of warranty, delivery and a case.',
    {
      verdict: 'OK',
      means: [lesson('a phone, its warranty, and a case'), screen('similarity')],
    },
  ),
  partly(
    'B-39',
    'Een echte klantrelatie: kort geleden gekocht, of bezig met kopen.',
    'A real customer relation: bought recently, or about to buy.',
    {
      verdict: 'NUANCE/WRONG',
      clashes: ['C4', 'C15'],
      means: [worked('TC63'), policies('customer_recency_months'), reasons('CART_ONLY'), screen('policy')],
      lacks: {
        nl: 'Hoe recent is een keuze van 6 tot 36 maanden. Wie nog bezig is met kopen is met opzet geen klant.',
        en: 'How recent is a choice of 6 to 36 months. Whoever is still about to buy is deliberately no customer.',
      },
    },
  ),
  met(
    'B-40',
    'In de winkel of op de betaalpagina uitdrukkelijk zeggen dat men zich kan afmelden.',
    'Say expressly in the shop or on the payment page that one can object.',
    {
      verdict: 'OK',
      means: [
        worked('TC06'),
        reasons('NO_OBJECTION_OPPORTUNITY'),
        grades('grades of opportunities to object'),
        screen('forms'),
      ],
    },
  ),
  met('B-41', 'Het alleen in de voorwaarden noemen is niet genoeg.', 'To mention it in the terms only is not enough.', {
    verdict: 'OK',
    means: [worked('TC10'), collection('only in the terms'), collection('behind an icon')],
  }),
  partly(
    'B-42',
    'Het ook in de privacyverklaring en op andere plaatsen zeggen.',
    'Say it in the privacy statement and other places too.',
    {
      verdict: 'OK',
      means: [reasons('CONSENT_INFO_INCOMPLETE'), screen('forms')],
      lacks: {
        nl: 'Bij elke formulierversie staat welke privacyverklaring er gold, en die kan erbij bewaard worden; wat erin staat, leest het programma niet.',
        en: 'Each form version says which privacy statement applied, and it can be kept with it; what it says the program does not read.',
      },
    },
  ),
  met('B-43', 'Het tijdstip van de toestemming vastleggen.', 'Record the time of the consent.', {
    verdict: 'OK',
    means: [
      files('knows a sign-up from a moment of import'),
      worked('TC39'),
      worked('TC71'),
      edge('Consent without time'),
      screen('contact'),
    ],
  }),
  met(
    'B-44',
    'Zeggen welke gegevens, waarvoor en hoe lang: een bewaartermijn.',
    'Say which data, what for and how long: a retention term.',
    {
      verdict: 'OK',
      means: [
        chosen('proof_retention_years %i: after six years somebody is proposed for clearing: %j'),
        erased('leaves the proof of mail that was sent, as long as the policy says, and takes the rest'),
        endpoint('rights.retention'),
        terminal('retention'),
        screen('policy'),
      ],
    },
  ),
  met(
    'B-45',
    'De privacyverklaring hoort bij elk aanmeldformulier.',
    'The privacy statement goes with each sign-up form.',
    {
      verdict: 'OK',
      means: [reasons('CONSENT_INFO_INCOMPLETE'), screen('forms')],
    },
  ),
  met('B-46', 'Geen gegevens aan anderen geven zonder toestemming.', 'Give no data to others without consent.', {
    verdict: 'SOFT',
    means: [
      reasons('NOT_OWN'),
      evidence('stay out: only what binds the address is told, and the proof of its place stays'),
      page('scripts and styles that the program did not bring are not run'),
    ],
  }),
  met(
    'B-47',
    'In elke commerciële mailing een werkende, vindbare afmeldmogelijkheid.',
    'In each commercial mailing a functional, findable way to unsubscribe.',
    {
      verdict: 'OK',
      clashes: ['C8'],
      means: [
        worked('TC66'),
        message('a bare mail is asked about, part by part'),
        typed('a mailing that lacks what the law asks for goes to nobody'),
      ],
    },
  ),
  partly(
    'B-48',
    'Afmelden zit niet achter een ingewikkelde weg of een inlogscherm.',
    'Unsubscribing is not behind a complicated way or a login.',
    {
      verdict: 'OK',
      means: [
        message('a newsletter with everything in it leaves nothing to ask, and is kept as it is'),
        screen('define'),
      ],
      lacks: {
        nl: 'Of er een link is en één klik volstaat, is aan het bericht te zien; de pagina erachter bekijkt het programma niet.',
        en: 'Whether there is a link and one click will do shows in the message; the page behind it the program does not visit.',
      },
    },
  ),
  partly(
    'B-49',
    'Afmeldingen vanzelf verwerken en meteen bevestigen.',
    'Process unsubscribes by themselves and confirm at once.',
    {
      verdict: 'SOFT',
      means: [
        typed('an objection takes effect at once, and no import brings its owner back'),
        files('lets the columns of leaving win over what the file name says'),
      ],
      lacks: {
        nl: 'Verwerken werkt meteen; een bevestiging verstuurt Mailbewijs niet, want het verstuurt nooit iets.',
        en: 'Processing works at once; a confirmation is not sent, for Mailbewijs never sends anything.',
      },
    },
  ),
  partly(
    'B-50',
    'Afmeldingen koppelen met klantenbestand en mailprogramma, zonder handwerk.',
    'Tie unsubscribes to customer file and mailing tool, without manual work.',
    {
      verdict: 'SOFT',
      means: [
        profiles('every known system'),
        typed('a list is frozen: who objects later is held back when it is written again'),
        chosen('export_valid_hours %i: a frozen list may be used that long'),
        lists('an expired list is refused, and nothing is written'),
        sent('bounces, unsubscribes and complaints are recorded once, and stop the next mailing'),
      ],
      lacks: {
        nl: 'Uitwisselen gaat met bestanden, en een lijst verloopt zodat hij niet oud kan worden; een koppeling over het netwerk is er met opzet niet.',
        en: 'Exchange is by files, and a list expires so that it cannot grow old; there is deliberately no link over the network.',
      },
    },
  ),
  met(
    'B-51',
    'Soorten aanmelding uit elkaar houden: nieuwsbrief, weggever, klant.',
    'Tell kinds of sign-up apart: newsletter, freebie, customer.',
    {
      verdict: 'OK',
      means: [
        worked('TC02'),
        worked('TC06'),
        worked('TC24'),
        special('Freebie/e-book delivery, back-in-stock alert, quote reply'),
      ],
    },
  ),
  met('B-52', 'De persoon meldt zichzelf aan, en weet waarvoor.', 'The person signs up himself, knowing what for.', {
    verdict: 'OK',
    means: [
      precedence('a later consent entered by staff, without a document'),
      profiles('ActiveCampaign: whoever has no address was put on the list by somebody else'),
      worked('TC35'),
    ],
  }),
  met(
    'B-53',
    'Dubbele aanmelding hoeft niet, maar is aan te raden: een keuze.',
    'Double opt-in is not obligatory but advised: a choice.',
    {
      verdict: 'OK',
      means: [worked('TC03'), worked('TC16'), policies('require_doi'), screen('policy')],
    },
  ),
  not('B-54', 'Aanmelden geeft 20 tot 30% betere cijfers.', 'Opt-in gives 20 to 30% better rates.', {
    verdict: 'CLAIM',
    why: {
      nl: 'Een bewering zonder bron. Het programma meet geen open- of klikcijfers.',
      en: 'A claim without a source. The program measures no open or click rates.',
    },
  }),
]
