/** What the first screen says, in English. */
import type { nlOverviewWindow } from '../../nl/window/overview.ts'

export const enOverviewWindow = {
  'overview.lead': 'Who is in your register, and whom you may mail today.',
  'overview.sample': 'Sample data: invented people',
  'overview.empty': 'Nobody in the register yet',
  'overview.emptyText':
    'Begin with the export file of your webshop or mailing tool. After that you see here for each mailing category whom you may mail.',
  'overview.customers': 'Customers',
  'overview.formerCustomers': 'Former customers',
  'overview.prospects': 'Prospects',
  'overview.may': 'Whom may you mail?',
  'overview.mayHint': 'As of {day}, about the family bought most',
  'overview.noCategories': 'There are no mailing categories yet.',
  'overview.makeMailing': 'Make a mailing',
  'overview.lastImport': 'Last import: {day}.',
  'overview.lastObjection': 'Last unsubscribe recorded: {day}.',
  'overview.salesWithoutForm':
    'For {n, plural, one {# order} other {# orders}} it is not known what the checkout said then. You cannot mail on those.',
  'overview.formAfterwards':
    'Did you choose no checkout when importing? Then take that import back and read the file again, with its checkout.',
  'overview.onBasis': 'On the basis of:',
  'attention.title': 'What needs attention',
  'attention.sender': 'It is not known yet who the sender is.',
  'attention.categories': 'No mailing categories have been set up.',
  'attention.families': 'There are no product families. Without them you may not mail customers about anything.',
  'attention.points': 'There are no forms. Without a form it cannot be shown what people saw.',
  'attention.products': '{n, plural, one {# product belongs} other {# products belong}} to no family yet.',
  'attention.objectedSince': 'People unsubscribed after the list for “{name}” was fixed.',
  'attention.open': 'Look',
  'attention.checkpoint': 'No seal has been set yet.',
  'seal.title': 'Seal',
  'seal.make': 'Set a seal now',
  'seal.last': 'Last one: {moment}, over {n} events.',
  'seal.none': 'A seal fixes what is in the register now. Deposit it outside this computer.',
  'seal.show': 'Show the text to deposit',
  'seal.deposit':
    'Mail these lines to your accountant or print them. Later that proves that the register was like this then.',
  'calendar.title': 'What expires when?',
  'calendar.lead':
    'A customer relation grows too old, and so does a consent. Look ahead at whom you lose if nothing happens.',
  'calendar.family': 'About',
  'calendar.look': 'Look a year ahead',
  'calendar.summary':
    'Now you may mail {now, plural, one {# person} other {# people}}, a year from now {later, plural, one {# person} other {# people}}. On the way you lose {lost, number}.',
  'calendar.nobody': 'You may mail nobody about this now, so nothing runs out either.',
  'calendar.still': 'Whom you may still mail, by month',
  'calendar.lost': 'Whom you lose, by month',
  'stops.title': 'Unsubscribes, and how fast they held',
  'stops.year': '{n, plural, =0 {nobody in a year} one {# in a year} other {# in a year}}',
  'stops.byMonth': 'Unsubscribes by month',
  'stops.manual': 'Entered by hand',
  'stops.imported': 'From the mailing tool: how long until the register knew',
  'stops.spread':
    'Half of them within {median}, 9 in 10 within {p90} ({n, plural, one {# unsubscribe} other {# unsubscribes}}).',
  'stops.before': '{n, plural, one {# unsubscribe dates} other {# unsubscribes date}} from before this register.',
  'stops.undated': 'Of {n, plural, one {# unsubscribe} other {# unsubscribes}} only the day is known.',
  'stops.upTo': '≤ {span}',
  'stops.over': '> {span}',
  'stops.hours': '{n, plural, one {# hour} other {# hours}}',
  'stops.days': '{n, plural, one {# day} other {# days}}',
  'stops.late':
    '{n, plural, one {# unsubscribe took} other {# unsubscribes took}} longer than {limit, number} hours. The slowest:',
  'attention.answer-due':
    '{late, select, yes {An authority wanted an answer before {day}, and no proof was made since.} other {An authority wants an answer before {day}.}}',
  'attention.objected-since-list':
    '{n, plural, one {# person} other {# people}} unsubscribed after the list for “{name}” was saved. Send them nothing.',
  'attention.incidents-open':
    '{n, plural, one {# incident has} other {# incidents have}} no cause written down{name, select, none {} other { ({name})}}.',
  'attention.slow-unsubscribes':
    '{n, plural, one {# unsubscribe} other {# unsubscribes}} in the last year took longer than you allow yourself.',
  'attention.not-reported': 'It is not known yet what was sent of “{name}”. Bring in the send report.',
  'attention.anchor':
    'The last seal elsewhere is of {day}; since then {n, plural, one {# event was} other {# events were}} added.',
  'attention.request':
    '{late, select, yes {{what}: the answer was due on {day}.} other {{what}: answer before {day}.}}',
  'request.access-request': 'Somebody asks for access',
  'request.erasure-requested': 'Somebody asks to be erased',
  'request.restricted': 'Somebody asks for restriction',
  'warning.synchronised-folder':
    'Your register is in a folder that {about} keeps in step. That can damage the file while it is in use. Put it in an ordinary folder.',
  'warning.compact-due': 'After the erasure the file still has to be rewritten. Make room on the disk.',
  'warning.copy-failed': 'The copy by itself did not work. Look under Settings, Backup.',
  'warning.copy-due': 'No backup was made today yet.',
  'overview.who': 'Who there are, and on what basis',
  'overview.contactsN': '{n, plural, one {# contact} other {# contacts}}',
  'overview.objectedN': '{n, number} unsubscribed',
  'overview.whoHint': 'The best answer that somebody gets today, for any kind of mail.',
  'attention.more': '{n, plural, one {# more} other {# more}}',
  'calendar.recency': 'bought too long ago',
  'calendar.staleness': 'consent too old',
  'calendar.otherwise': 'something else',
  'stops.limit': 'You allow yourself {limit, number} hours; {late, plural, =0 {none} other {#}} took longer.',
  'stops.incidents':
    '{n, plural, =0 {No incidents: nothing went out that should not have.} one {# incident:} other {# incidents:}}',
} as const satisfies { readonly [Key in keyof typeof nlOverviewWindow]: string }
