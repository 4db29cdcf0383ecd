/** The requirements of the first lesson, on unsubscribing. RULES.md 1.1. */
import {
  address,
  audited,
  chosen,
  collection,
  dossier,
  edge,
  endpoint,
  entered,
  erased,
  evidence,
  files,
  grades,
  invariant,
  journey,
  lesson,
  list,
  lists,
  message,
  narrowed,
  norms,
  planned,
  policies,
  precedence,
  process,
  profiles,
  reasons,
  register,
  screen,
  sent,
  setUp,
  special,
  status,
  successions,
  tallied,
  terminal,
  typed,
  words,
  worked,
} from './means.ts'
import { met, not, partly, type Requirement } from './requirement.ts'

export const lessonA: readonly Requirement[] = [
  met(
    'A-01',
    'Een klant mag je ook zonder toestemming mailen tot hij bezwaar maakt: een eigen grond, naast toestemming.',
    'A customer may be mailed without consent until he objects: a basis of its own, beside consent.',
    {
      verdict: 'NUANCE',
      clashes: ['C3'],
      means: [worked('TC06'), worked('TC10'), endpoint('mailings.tally'), screen('mailings')],
    },
  ),
  not(
    'A-02',
    'Een vakje dat bij de aankoop al aangevinkt stond, als akkoord opvatten.',
    'Take a box that was ticked beforehand at the purchase for agreement.',
    {
      verdict: 'WRONG',
      clashes: ['C1', 'C12'],
      means: [
        worked('TC13'),
        reasons('CONSENT_PRETICKED'),
        invariant('5. pre-ticked, bundled or merely asserted consent never carries a yes'),
      ],
      why: {
        nl: 'Zo’n vakje is nooit toestemming. Als gelegenheid tot bezwaar gaat het naar Nakijken, en de eigenaar kan ook dat uitzetten.',
        en: 'Such a box is never consent. As an opportunity to object it goes to review, and the owner can switch off even that.',
      },
    },
  ),
  not(
    'A-03',
    'Klanten ook alle andere aanbiedingen van het bedrijf sturen.',
    'Send customers all other offers of the business too.',
    {
      verdict: 'WRONG',
      clashes: ['C2'],
      means: [worked('TC08'), worked('TC09'), lesson('a television')],
      why: {
        nl: 'Alleen wat gelijksoortig is aan wat die klant kocht mag; de rest is MAG NIET zonder toestemming.',
        en: 'Only what is similar to what that customer bought is allowed; the rest is a no without consent.',
      },
    },
  ),
  met(
    'A-04',
    'De klantgrond geldt alleen voor klanten; een prospect mail je alleen met een duidelijke aanmelding.',
    'The customer basis is for customers only; a prospect is mailed only after a clear sign-up.',
    {
      verdict: 'OK',
      means: [
        worked('TC01'),
        worked('TC23'),
        status('a purchase at a marketplace'),
        endpoint('contacts.rows'),
        screen('contacts'),
      ],
    },
  ),
  met(
    'A-05',
    'In elk reclamebericht kan iemand zich makkelijk afmelden, ook voor alles tegelijk.',
    'All advertising offers an easy way to unsubscribe, from everything at once too.',
    {
      verdict: 'OK',
      clashes: ['C8'],
      means: [worked('TC66'), worked('TC27'), message('a bare mail is asked about, part by part'), screen('define')],
    },
  ),
  met(
    'A-06',
    'Bij een klacht ligt het bewijs over dat ene adres klaar.',
    'For a complaint the proof about that one address is at hand.',
    {
      verdict: 'OK',
      means: [
        dossier('gives the answer, the article, the reason and what was known when it was sent'),
        journey('the proof for one address is saved as a folder, and checked'),
        terminal('evidence'),
        screen('evidence'),
      ],
    },
  ),
  partly(
    'A-07',
    'De regels van de branche kennen en juridisch advies vragen.',
    'Know the rules of the trade and ask for legal advice.',
    {
      verdict: 'SOFT',
      means: [
        norms('which paragraph on which day'),
        words('every rule, norm and policy has its words'),
        screen('about'),
      ],
      lacks: {
        nl: 'Elk antwoord noemt zijn artikel, maar de code van de branche zelf staat er niet in; advies geeft het programma met opzet niet, en dat zegt het.',
        en: 'Each answer names its article, but the code of the trade itself is not in it; advice is deliberately not given, and the program says so.',
      },
    },
  ),
  met(
    'A-08',
    'De klant gaf het adres zelf: vastleggen hoe het adres is verkregen.',
    'The customer gave the address himself: record how it was obtained.',
    {
      verdict: 'OK',
      clashes: ['C3'],
      means: [
        reasons('ADDRESS_NOT_FROM_SALE'),
        edge('Guest checkout by a third person ("gift")'),
        terminal('contact'),
        screen('contact'),
      ],
    },
  ),
  met(
    'A-09',
    'Een prospect krijgt pas reclame na een uitdrukkelijke aanmelding vooraf.',
    'A prospect gets advertising only after an explicit sign-up beforehand.',
    { verdict: 'OK', means: [worked('TC01'), invariant('3. without a sale, gift or consent nobody gets advertising')] },
  ),
  met('A-10', 'Aanmelden en afmelden goed verwerken.', 'Process sign-ups and unsubscribes correctly.', {
    verdict: 'OK',
    means: [
      collection('what a form makes of an order'),
      register('an objection takes effect at once, and nothing that is imported brings the address back'),
      terminal('object'),
      screen('record'),
    ],
  }),
  met(
    'A-11',
    'Een aanmelding is een bewuste daad van de persoon zelf.',
    'A sign-up is a conscious act of the person.',
    { verdict: 'OK', means: [worked('TC02'), worked('TC42'), grades('grades of consents (RULES.md 3.3)')] },
  ),
  met(
    'A-12',
    'Klanten informatie en aanbiedingen sturen over wat zij kochten en wat daarop lijkt.',
    'Send customers information and offers about what they bought and what resembles it.',
    {
      verdict: 'NUANCE',
      clashes: ['C2'],
      means: [worked('TC06'), worked('TC08'), worked('TC09'), screen('similarity')],
    },
  ),
  not('A-13', 'Toestemming veronderstellen tot iemand zich afmeldt.', 'Presume consent until somebody unsubscribes.', {
    verdict: 'WRONG',
    clashes: ['C5'],
    means: [worked('TC06'), invariant('3. without a sale, gift or consent nobody gets advertising')],
    why: {
      nl: 'Toestemming wordt nooit verondersteld. De klantgrond heet overal "klantrelatie" en staat apart.',
      en: 'Consent is never presumed. The customer basis has a name of its own everywhere and stands apart.',
    },
  }),
  met('A-14', 'Van elk contact de stand precies vastleggen.', 'Record the standing of every contact exactly.', {
    verdict: 'OK',
    clashes: ['C12'],
    means: [
      status('a purchase last year'),
      tallied('a tally is the sum of single decisions: today, in the past, as known then and as known now'),
      endpoint('contacts.glance'),
      terminal('contact'),
      screen('contact'),
    ],
  }),
  partly('A-15', 'Aan- en afmeldingen automatisch verwerken.', 'Process sign-ups and unsubscribes automatically.', {
    verdict: 'OK',
    means: [
      files('never loses an unsubscribe, not even one without a readable date'),
      profiles('every known system'),
      endpoint('imports.commit'),
      terminal('import'),
      screen('imports'),
    ],
    lacks: {
      nl: 'Bestanden van winkel en mailprogramma worden zonder overtypen verwerkt, maar iemand moet ze zelf inlezen: het programma werkt zonder netwerk.',
      en: 'Files of shop and mailing tool are processed without retyping, but a person has to import them: the program works without a network.',
    },
  }),
  met(
    'A-16',
    'Nooit mailen aan wie nee zei, met woorden of door een vakje leeg te laten.',
    'Never mail those who said no, in words or by leaving a box empty.',
    {
      verdict: 'OK',
      clashes: ['C12'],
      means: [
        worked('TC07'),
        worked('TC15'),
        precedence('left the newsletter box empty at the very sale'),
        edge('Opt-in box only, left empty'),
      ],
    },
  ),
  met(
    'A-17',
    'De regels staan in de Telecommunicatiewet en de AVG: elk antwoord noemt zijn artikel.',
    'The rules are in the Telecommunicatiewet and the GDPR: each answer names its article.',
    {
      verdict: 'OK',
      means: [
        norms('which paragraph on which day'),
        invariant('6. a yes names an article, an event and the edition; anything else a reason'),
        invariant('14. before 1 July 2021 the old paragraphs are cited'),
      ],
    },
  ),
  met('A-18', 'De lijst scherp verdelen: wie mag wat krijgen.', 'Keep the list sharply divided: who may get what.', {
    verdict: 'OK',
    means: [
      typed('a tally is the sum of its answers, and the list holds the addresses it counts'),
      journey('a mailing is counted, explained, fixed, and saved as a list of those who may'),
      terminal('tally'),
      terminal('list'),
      screen('mailings'),
    ],
  }),
  partly(
    'A-19',
    'Afmelden is niet ingewikkeld en de link is te vinden.',
    'Unsubscribing is not complicated and the link can be found.',
    {
      verdict: 'OK',
      means: [message('a bare mail is asked about, part by part'), endpoint('content.read'), screen('define')],
      lacks: {
        nl: 'Of de link in het bericht staat, wordt gezien; wat erachter ligt kan een programma zonder netwerk niet nagaan.',
        en: 'Whether the link is in the message is seen; what lies behind it a program without a network cannot check.',
      },
    },
  ),
  met(
    'A-20',
    'In elke reclamemail een duidelijke afmeldmogelijkheid.',
    'A clear way to unsubscribe in every advertising mail.',
    {
      verdict: 'OK',
      clashes: ['C8'],
      means: [
        worked('TC66'),
        typed('a mailing that lacks what the law asks for goes to nobody'),
        invariant('a yes for advertising always has an unsubscribe link, a sender and an address'),
      ],
    },
  ),
  not(
    'A-21',
    'Een vooraf aangevinkt vakje gebruiken, zolang afmelden later kan.',
    'Use a box that is ticked beforehand, as long as one can unsubscribe later.',
    {
      verdict: 'WRONG',
      clashes: ['C1'],
      means: [worked('TC13'), policies('pretick_as_opportunity'), collection('ticked "yes, mail" box')],
      why: {
        nl: 'Als toestemming kan het niet. Alleen als gelegenheid tot bezwaar telt het, en dan kijkt een mens het na.',
        en: 'As consent it cannot be used. It counts only as an opportunity to object, and then a person looks at it.',
      },
    },
  ),
  met(
    'A-22',
    'Laten zien welke mail precies onder de toestemming valt: reikwijdte en tekst vastleggen.',
    'Show exactly which mail the consent covers: record scope and wording.',
    {
      verdict: 'OK',
      means: [
        worked('TC04'),
        worked('TC05'),
        dossier('prints the exact wording, and who said what when on both clocks'),
        screen('forms'),
        screen('categories'),
      ],
    },
  ),
  not(
    'A-23',
    'Aanbiedingen voor andere producten ook onder de klantgrond laten vallen.',
    'Let offers for other products fall under the customer basis too.',
    {
      verdict: 'WRONG',
      clashes: ['C2'],
      means: [
        worked('TC08'),
        reasons('NOT_SIMILAR'),
        evidence('show the similarity between what was bought and what was offered'),
      ],
      why: {
        nl: 'Wat niet gelijksoortig is, is MAG NIET; twijfel gaat naar Nakijken, met de reden erbij.',
        en: 'What is not similar is a no; what is doubtful goes to review, with the reason.',
      },
    },
  ),
  met(
    'A-24',
    'Afmelden gaat makkelijk en snel, bijvoorbeeld met een link onderaan.',
    'Unsubscribing is easy and fast, for instance by a link at the foot.',
    {
      verdict: 'OK',
      means: [
        message('a page tells nothing of headers, and merge tags count as links'),
        typed('an objection takes effect at once, and no import brings its owner back'),
        journey('an objection flips the answer at once, and the old answer stays to be seen'),
      ],
    },
  ),
  not('A-25', 'Boetes tot tienduizenden euro’s noemen.', 'Name fines of up to tens of thousands of euros.', {
    verdict: 'WRONG',
    clashes: ['C9'],
    why: {
      nl: 'Het bedrag is te laag. Het programma noemt geen boetebedragen: die veranderen en hangen van de toezichthouder af.',
      en: 'The amount is too low. The program names no fines: they change and depend on the regulator.',
    },
  }),
  met(
    'A-26',
    'Rekening houden met andere maatregelen: een opgelegde werkwijze, strenger toezicht.',
    'Reckon with other measures: an imposed way of working, stricter supervision.',
    {
      verdict: 'OK',
      means: [
        evidence('list what was recorded from the first request of an authority on'),
        planned('the day before which an authority wants an answer, until a proof was made'),
        terminal('record'),
        screen('record'),
        screen('overview'),
      ],
    },
  ),
  met(
    'A-27',
    'Ook kleine fouten tellen, zoals onvolledige informatie bij het aanmelden: bewaren wat er toen stond.',
    'Small faults count too, such as incomplete information at sign-up: keep what was shown then.',
    {
      verdict: 'OK',
      means: [
        reasons('CONSENT_INFO_INCOMPLETE'),
        reasons('CONSENT_NO_PURPOSE'),
        evidence('is named with the events concerned'),
        screen('forms'),
      ],
    },
  ),
  met(
    'A-28',
    'Klanten bepalen zelf welke soort mail zij krijgen: voorkeur per soort.',
    'Customers decide which kind of mail they get: a preference for each kind.',
    {
      verdict: 'OK',
      means: [
        worked('TC30'),
        typed('an objection for one category leaves the others as they were'),
        endpoint('contacts.glance'),
        screen('record'),
      ],
    },
  ),
  met(
    'A-29',
    'Afmeldingen binnen de wettelijke tijd verwerken: meteen dus.',
    'Respect unsubscribes within the statutory time: at once, that is.',
    {
      verdict: 'NUANCE',
      clashes: ['C10'],
      means: [
        register('an objection takes effect at once, and nothing that is imported brings the address back'),
        typed('a list is frozen: who objects later is held back when it is written again'),
        evidence('turns the sending in between into an incident, with the time since as exact as the source allows'),
        sent('lead times tell what a person did from what a tool told'),
        endpoint('sending.leadTimes'),
      ],
    },
  ),
  partly(
    'A-30',
    'Klanten sturen zelf hoe vaak zij mail krijgen en waarover.',
    'Customers steer how often they get mail and about what.',
    {
      verdict: 'SOFT',
      means: [typed('an objection for one category leaves the others as they were'), screen('record')],
      lacks: {
        nl: 'Waarover: per soort en per productgroep. Hoe vaak is een gewoonte, geen regel, en wordt niet bijgehouden.',
        en: 'About what: for each kind and product family. How often is a custom, no rule, and is not kept.',
      },
    },
  ),
  partly('A-31', 'Een eigen voorkeurenpagina voor elke ontvanger.', 'A preference page for each recipient.', {
    verdict: 'SOFT',
    means: [precedence('P2, P3, P4: no other basis, no other category, no sale'), terminal('object'), screen('record')],
    lacks: {
      nl: 'De uitkomst wordt vastgelegd, per soort; de pagina zelf hoort bij de website of het mailprogramma.',
      en: 'The outcome is recorded, for each kind; the page itself belongs to the website or the mailing tool.',
    },
  }),
  partly(
    'A-32',
    'Mailings richten en op het goede moment sturen in plaats van aan iedereen.',
    'Aim and time mailings rather than send them to everyone.',
    {
      verdict: 'SOFT',
      means: [
        narrowed('a filter asks its parts of one purchase, and says whom each left out'),
        endpoint('mailings.tally'),
        terminal('tally'),
        screen('define'),
      ],
      lacks: {
        nl: 'Richten kan op soort mail, productgroep en eerdere aankopen; het beste moment om te sturen zegt het programma niet.',
        en: 'Aiming goes by kind of mail, product family and earlier purchases; the best moment to send is not told.',
      },
    },
  ),
  met(
    'A-33',
    'De afmeldmogelijkheid vooraf melden, in de kassa of het formulier: versies van formulieren.',
    'Announce the way to object beforehand, in the checkout or form: versions of forms.',
    {
      verdict: 'OK',
      means: [
        worked('TC06'),
        worked('TC10'),
        collection('what a form makes of an order'),
        grades('grades of opportunities to object'),
        screen('forms'),
      ],
    },
  ),
  met(
    'A-34',
    'Afmeldingen meteen bijhouden en uitwisselen met het mailprogramma.',
    'Keep unsubscribes up at once and exchange them with the mailing tool.',
    {
      verdict: 'OK',
      means: [
        profiles('an objection on a list of people is never dated by when the person was added'),
        typed('a list is frozen: who objects later is held back when it is written again'),
        list('has the address as written, and the name'),
        lists(
          'the suppression list names everyone who objected, under every address, also who bounced or said so at the till',
        ),
        endpoint('mailings.export'),
        endpoint('mailings.suppressionList'),
        terminal('import'),
        terminal('list'),
      ],
    },
  ),
  met(
    'A-35',
    'Vastleggen hoe een afmelding is verwerkt: wanneer gevraagd, wanneer ingegaan, door wie.',
    'Record how an unsubscribe was processed: when asked, when effective, by whom.',
    {
      verdict: 'OK',
      means: [
        typed('an objection is kept with its letter, on the day it came in'),
        evidence('turns the sending in between into an incident, with the time since as exact as the source allows'),
        endpoint('events.record'),
        screen('record'),
      ],
    },
  ),
  met('A-36', 'Bij een controle het juiste bewijs bij de hand.', 'The right proof at hand in an inspection.', {
    verdict: 'OK',
    means: [
      dossier('holds the dossier, the data, the proofs and the originals byte for byte'),
      typed('the proof for one address is a folder that verifies by itself, and no longer once a letter is altered'),
      endpoint('evidence.export'),
      terminal('verify'),
      screen('evidence'),
    ],
  }),
  met('A-37', 'Medewerkers opleiden.', 'Train staff.', {
    verdict: 'SOFT',
    means: [
      process('carries what was stated with its documents, and tells what was not stated'),
      setUp('how the work is organised is kept with its history, goes with the file, and no answer rests on it'),
      screen('process'),
    ],
  }),
  met('A-38', 'Regelmatig zelf controleren en klachten volgen.', 'Audit regularly and follow complaints.', {
    verdict: 'SOFT',
    means: [
      audited('tells gaps in forms, files that only say yes, products without a family, and where to mend each'),
      audited('keeps that the register was gone through where its report was saved, with what there was to do'),
      process('tells forms, policy, lead times, figures and its own check'),
      terminal('audit'),
      typed('what needs a look is counted as the tally counts it'),
      endpoint('register.verify'),
      endpoint('mailings.reviews'),
      terminal('reviews'),
      terminal('verify'),
      screen('overview'),
    ],
  }),
  partly(
    'A-39',
    'Een zichtbare én werkende afmeldlink in elke mail.',
    'A visible and working unsubscribe link in every mail.',
    {
      verdict: 'OK',
      means: [worked('TC66'), message('a bare mail is asked about, part by part'), screen('define')],
      lacks: {
        nl: 'Zichtbaar wordt nagekeken; dat hij werkt, moet de eigenaar zelf proberen: het programma gaat het netwerk niet op.',
        en: 'Visible is looked at; that it works the owner must try: the program does not use the network.',
      },
    },
  ),
  met(
    'A-40',
    'Afmelden voor alles en per soort moet allebei kunnen, liefst met één klik.',
    'Unsubscribing from everything and from one kind must both be possible, best with one click.',
    {
      verdict: 'NUANCE',
      clashes: ['C8', 'C14'],
      means: [
        worked('TC27'),
        worked('TC30'),
        precedence('P5: what a word covers'),
        message('a newsletter with everything in it leaves nothing to ask, and is kept as it is'),
        terminal('object'),
      ],
    },
  ),
  partly(
    'A-41',
    'Op de afmeldpagina kiest iemand zelf welke soorten hij nog wil.',
    'On the unsubscribe page a person chooses which kinds to keep.',
    {
      verdict: 'SOFT',
      clashes: ['C14'],
      means: [precedence('customer who withdrew consent for another category'), screen('record')],
      lacks: {
        nl: 'De keuze wordt vastgelegd en gevolgd; de pagina zelf hoort bij het mailprogramma.',
        en: 'The choice is recorded and followed; the page itself belongs to the mailing tool.',
      },
    },
  ),
  partly(
    'A-42',
    'De bevestigingsmail bij het aanmelden noemt het afmelden.',
    'The confirmation mail at sign-up names how to unsubscribe.',
    {
      verdict: 'OK',
      means: [
        worked('TC02'),
        worked('TC03'),
        grades('a confirmation from the address makes it A; one from elsewhere does not'),
        entered('a sign-up asks for its confirmation, and the confirmation names it'),
        screen('forms'),
      ],
      lacks: {
        nl: 'De bevestiging zelf telt mee, en of het formulier er een stuurt; er is een voorbeeldtekst, en de verstuurde mail is te bewaren bij het vastgelegde bevestigingsverzoek. Of zij het afmelden noemt, leest het programma niet na.',
        en: 'The confirmation itself counts, and whether the form sends one; there is a sample text, and the mail that was sent can be kept with the recorded confirmation request. Whether it names how to unsubscribe, the program does not check.',
      },
    },
  ),
  partly(
    'A-43',
    'Geen technische drempels bij het afmelden, en het goed vastleggen.',
    'No technical hurdles when unsubscribing, and record it correctly.',
    {
      verdict: 'OK',
      means: [
        files('keeps an opt-out beside whatever else the row says'),
        files('of opt-outs gives one reason to stop a row'),
        invariant('11. a +tag in an objection never weakens it'),
        address('the keys of an address'),
      ],
      lacks: {
        nl: 'Het vastleggen verliest er geen; hoe snel de afmeldpagina is, ziet het programma niet.',
        en: 'Recording loses none; how fast the unsubscribe page is, the program cannot see.',
      },
    },
  ),
  partly('A-44', 'Heldere, ondubbelzinnige woorden, geen jargon.', 'Plain, unambiguous words, no jargon.', {
    verdict: 'OK',
    means: [
      words('every reason has a short label, one sentence why, and what helps'),
      dossier('prints the exact wording, and who said what when on both clocks'),
      screen('forms'),
    ],
    lacks: {
      nl: 'De woorden van het formulier worden letter voor letter bewaard en getoond; of ze helder zijn, beoordeelt een mens.',
      en: 'The words of the form are kept and shown to the letter; whether they are plain is for a person to say.',
    },
  }),
  not('A-45', 'Een voorbeeldzin voor de afmeldlink.', 'An example sentence for the unsubscribe link.', {
    verdict: 'SOFT',
    means: [message('a page tells nothing of headers, and merge tags count as links')],
    why: {
      nl: 'De tekst komt uit het mailprogramma. Mailbewijs herkent zulke zinnen in een bericht, maar schrijft ze niet voor.',
      en: 'The text comes from the mailing tool. Mailbewijs knows such sentences in a message, but does not prescribe them.',
    },
  }),
  met(
    'A-46',
    'Een duidelijke privacyverklaring: vastleggen welke versie er gold.',
    'A clear privacy statement: record which version applied.',
    {
      verdict: 'OK',
      means: [
        reasons('CONSENT_INFO_INCOMPLETE'),
        dossier('prints the exact wording, and who said what when on both clocks'),
        screen('forms'),
      ],
    },
  ),
  met(
    'A-47',
    'Per mail herinneren aan rechten: alleen aan wie je al mag mailen.',
    'Remind people of their rights by mail: only those you may mail already.',
    {
      verdict: 'NUANCE',
      clashes: ['C11'],
      means: [worked('TC69'), special('Re-permission mail to contacts without basis')],
    },
  ),
  met(
    'A-48',
    'Precies bijhouden hoe en wanneer toestemming is gegeven.',
    'Record exactly how and when consent was given.',
    {
      verdict: 'OK',
      means: [
        worked('TC02'),
        grades('grades of consents (RULES.md 3.3)'),
        files('knows a sign-up from a moment of import'),
        evidence('bind what belongs together'),
        endpoint('events.get'),
        screen('contact'),
      ],
    },
  ),
  partly('A-49', 'Zeggen welke gegevens je verzamelt en waarom.', 'Say which data you collect and why.', {
    verdict: 'OK',
    means: [reasons('CONSENT_NO_PURPOSE'), reasons('PURPOSE_MISSTATED'), screen('forms')],
    lacks: {
      nl: 'Waarom staat bij elke formulierversie; welke gegevens er gevraagd werden, alleen op de schermafdruk.',
      en: 'Why is part of each form version; which data were asked for is on the screenshot only.',
    },
  }),
  met(
    'A-50',
    'Het recht om gewist te worden, en strenger omgaan met gegevens.',
    'The right to be erased, and stricter care of data.',
    {
      verdict: 'OK',
      means: [
        worked('TC57'),
        invariant('12. an erased address gets no advertising until a later consent'),
        chosen('store_ip %j: the address behind a click is kept as %j'),
        profiles('what is never kept'),
        erased('leaves no trace of the person in any byte, and everybody else as they were'),
        erased('is not undone by importing the file again, or another that tells of the time before'),
        endpoint('rights.erase'),
        terminal('erase'),
      ],
    },
  ),
  met(
    'A-51',
    'Blijven volgen welke regels gelden: elk antwoord zegt volgens welke uitgave.',
    'Keep following which rules apply: each answer says by which edition.',
    {
      verdict: 'OK',
      means: [
        norms('no norm is cited in two ways at once'),
        invariant('6. a yes names an article, an event and the edition; anything else a reason'),
        invariant('7. the same question gives the same bytes'),
        endpoint('setup.history'),
        screen('policy'),
      ],
    },
  ),
  met('A-52', 'Nooit ten onrechte een lijst opbouwen.', 'Never build a list improperly.', {
    verdict: 'OK',
    means: [
      worked('TC46'),
      edge('Bought list'),
      successions('other legal entity'),
      files('claims no consent for a list whose status nobody told'),
    ],
  }),
  met('A-53', 'Makkelijk afmelden of voorkeuren aanpassen.', 'Easy to unsubscribe or to adjust preferences.', {
    verdict: 'OK',
    means: [
      worked('TC28'),
      typed('an objection for one category leaves the others as they were'),
      precedence('consent to the newsletter reopens the newsletter only'),
      screen('record'),
    ],
  }),
  not(
    'A-54',
    'Duidelijk zijn over afmelden geeft 15% meer geopende mail.',
    'Being clear about unsubscribing gives 15% more opened mail.',
    {
      verdict: 'CLAIM',
      why: {
        nl: 'Een bewering zonder bron. Het programma meet niet wie mail opent.',
        en: 'A claim without a source. The program does not measure who opens mail.',
      },
    },
  ),
]
