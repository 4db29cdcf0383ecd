/** The words of the evidence in English; the same keys as the Dutch. */
import type { EventType, Via } from '../../contract/vocabulary/event.ts'
import type { nlReport } from '../nl/report.ts'

type Same<T> = T extends string ? string : { readonly [K in keyof T]: Same<T[K]> }

export const enReport = {
  title: 'Evidence file',
  subtitle: 'Everything the register knows about one e-mail address',
  subtitleMailing: 'One e-mail address and one mailing',
  madeWith: 'Made with {program}',
  sampleNote: 'Sample: this file comes from the sample register. The people in it do not exist.',
  pageOf: 'page {page} of {pages}',
  contents: 'Contents',
  timesNote: 'Times are Dutch time (Europe/Amsterdam). “No.” is the sequence number of an event in the register.',
  noAdvice: 'This file shows what was recorded in the register and what the rules say about it. It is no legal advice.',
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
  none: 'none',
  notKept: 'not kept',
  number: 'no. {seq}',
  replaced: 'Characters this typeface lacks are shown as [U+code]. In evidence.json they stand as they are.',

  sections: {
    request: 'The request',
    message: 'The message in question',
    answer: 'The answer',
    standing: 'The answer per kind of mail',
    identity: 'Whose address it is',
    timeline: 'Timeline',
    consents: 'Consent',
    sales: 'Customer relation',
    objections: 'Objections and unsubscribes',
    decisions: 'Decision then and now',
    missing: 'What is missing',
    action: 'What was done after the complaint',
    annexes: 'Annexes',
    integrity: 'Integrity',
    explanation: 'Explanation by the sender',
  },

  cover: {
    about: 'About the address',
    answerLabel: 'The answer in one line',
    sender: 'Sender',
    kvk: 'Trade register (KvK)',
    label: 'Brand',
    postal: 'Postal address',
    reference: 'Reference',
    noReference: 'no reference given',
    span: 'Period of the facts',
    spanValue: '{from} to {to}',
    known: 'As known on',
    made: 'Made on',
    by: 'Made by',
    edition: 'Rule book',
    register: 'Register',
    hash: 'SHA-256 of evidence.json',
    hashNote: 'The same data, readable for programs. The file is also attached to this PDF.',
  },

  answer: {
    yes: 'On {at} this mailing was allowed to go to {address}, on the ground of {basis}.',
    no: 'On {at} this mailing was not allowed to go to {address}.',
    review: 'On {at} it was not certain that this mailing was allowed to go to {address}: a person must look at it.',
    unproven: 'That it was allowed cannot be proven with this register.',
    knownNow: 'This is how the register stands as of {known}.',
    sameThen: 'At the moment of sending the register gave the same answer.',
    otherThen: 'At the moment of sending the answer was: {result}. See “{section}”.',
    basis: 'Ground',
    noBasis: 'none',
    norms: 'Article',
    reasons: 'Reason',
    grade: 'Strength of proof',
    events: 'Rests on',
    standingSentence: 'No mailing is named for this file. Below is what was allowed on {at}, per kind of mail.',
    standingNone: 'No kinds of mail or product families have been set up.',
    coverStanding:
      '{yes, plural, =0 {For no kind of mail} one {For 1 kind of mail} other {For # kinds of mail}} may this address get advertising, on {at}.',
    category: 'Kind of mail',
    family: 'Product family',
    result: 'Answer',
    anyFamily: 'any',
  },

  message: {
    none: 'No mailing is named. This file is about everything recorded for this address.',
    foreign:
      'This message is not in the register as a mailing. The register was searched for the address: the mailings that went to it are listed below.',
    name: 'Mailing',
    id: 'Number in the register',
    at: 'Moment of sending',
    sender: 'In the name of',
    nature: 'Nature',
    category: 'Kind of mail',
    families: 'Product families',
    promotional: 'Holds advertising',
    thirdParty: 'Advertising of another party',
    content: 'Present in the message',
    unsubscribe: 'unsubscribe link',
    oneClick: 'one-click unsubscribe (List-Unsubscribe)',
    identity: 'name of the sender',
    contactAddress: 'valid postal address or number',
    replyWorks: 'working reply address',
    attested: 'The sender declared this when the mailing was recorded.',
    absent: 'absent: {what}',
    document: 'Content kept',
    contentBlanked:
      'Details of a recipient were erased from the content that is kept, on request. The hash is of the message as it was.',
    contentHash: 'SHA-256 of the content',
    sends: 'Mailings to this address',
    noSends: 'The register knows of no mailing that went to this address.',
    listed: 'on the mailing list',
    reported: 'sending reported',
  },

  identity: {
    address: 'Address as given',
    name: 'Name',
    addresses: 'Known under',
    narrow: 'Compared as (narrow)',
    wide: 'Compared as (wide)',
    keysNote:
      'For “may” only exactly this address counts. For “may not” the wide address counts too: without a +tag, and at Gmail without dots.',
    kin: 'Others behind this address',
    kinNone: 'The register knows nobody else behind this address.',
    kinNote: 'Data of other people has been left out.',
    sameAddress: 'same address',
    wideSibling: 'same wide address',
    further: 'through another',
    merged: 'merged',
    status: 'Status',
    statusNote: 'The status follows from the sales in the register; nobody can type it in.',
    since: 'In the register since',
    events: 'Events about the holder',
  },

  timeline: {
    sentence:
      '{count, plural, =0 {Nothing has been recorded about this address.} one {1 event has been recorded about this address.} other {# events have been recorded about this address.}} Every event has two times: when it happened, and when the register learned of it.',
    happened: 'Happened',
    recorded: 'Recorded',
    what: 'What',
    how: 'Via',
    grade: 'Proof',
    late: 'recorded late',
    correctedBy: 'corrected by no. {seq}; counts no longer',
    ofOther: 'of someone else behind this address; data left out',
    erased: 'erased on {at} (no. {by}); the text is gone, its place in the register can still be proven',
    pictureAlt: 'Timeline from {from} to {to}. Above: when something happened; below: when it was recorded. {list}',
    legendConsent: 'consent',
    legendSale: 'sale',
    legendObjection: 'objection or withdrawal',
    legendOther: 'other',
    legendSend: 'mailing',
    bandConsent: 'Consent: {category}',
    bandObjection: 'Objection: {scope}',
    askedAt: 'sent',
    today: 'as known',
  },

  consent: {
    heading: 'Consent no. {seq}',
    none: 'The register holds no consent from this address.',
    sentence:
      'On {at}, {address} gave consent to {entity} for {categories}, via {point}. The register recorded this on {recorded} (no. {seq}).',
    confirmed: 'On {at} this consent was confirmed from the address itself (no. {seq}).',
    unconfirmed: 'No confirmation from the address has been recorded.',
    when: 'When',
    recorded: 'Recorded',
    how: 'How',
    act: 'Act',
    categories: 'For what',
    entity: 'To whom',
    point: 'Where',
    version: 'Form version',
    live: 'This version was shown',
    liveValue: 'from {from} until {to}',
    liveOpen: 'from {from}, and still is',
    wording: 'Exact wording',
    default: 'State of the box beforehand',
    required: 'Required to go on',
    bundled: 'Tied to something else',
    named: 'Sender named',
    purpose: 'Purpose named',
    withdrawal: 'Withdrawal named',
    privacy: 'Privacy statement',
    frequency: 'Frequency named',
    otherBoxes: 'Other boxes on the form',
    refusals: 'Left empty',
    requests: 'Confirmation request',
    confirmations: 'Confirmation',
    collector: 'Collected by another party',
    ip: 'IP address',
    source: 'Source',
    sourceLine: '{file}, line {line}',
    grade: 'Strength of proof',
    endedBy: 'Afterwards',
    findings: 'What the rules say about it',
    corrected: 'This event was corrected (no. {seq}) and does not count.',
    noForm: 'No form version known',
    claimNote: 'This comes from a statement; no archived form version goes with it.',
    fromEmptyWording: 'The wording was not kept.',
  },
  acts: {
    ticked: 'ticked the box',
    submitted: 'submitted the form',
    signed: 'signed',
    wrote: 'wrote',
    'said-yes': 'said yes',
    unknown: 'unknown',
  },
  controls: {
    checkbox: 'checkbox',
    button: 'button',
    'paper-box': 'box on paper',
    oral: 'spoken',
    sentence: 'sentence in a message',
  },
  defaults: { unticked: 'empty', preticked: 'ticked beforehand', none: 'no box' },
  bundled: {
    none: 'no',
    terms: 'yes, to the terms',
    purchase: 'yes, to the purchase',
    freebie: 'yes, to a freebie',
    contest: 'yes, to a contest',
  },
  placements: {
    'beside-address': 'beside the address field',
    'separate-page': 'on a page of its own',
    'terms-only': 'in the terms only',
    hidden: 'hidden',
  },
  kinds: { 'opt-in': 'asks for consent', 'opt-out': 'offers to object' },
  pointKinds: {
    checkout: 'checkout of the web shop',
    'web-form': 'form on the site',
    paper: 'paper',
    phone: 'telephone',
    store: 'shop',
    fair: 'fair',
  },
  boxStates: { ticked: 'ticked', unticked: 'left empty' },

  sale: {
    heading: 'Order {order}',
    none: 'The register holds no sale to this address.',
    sentence:
      'On {at}, {address} bought from {entity} with order {order} ({families}). The register recorded this on {recorded} (no. {seq}).',
    offered: 'Where the address was given there was an opportunity to object ({placement}); it was {used}.',
    notOffered: 'That there was an opportunity to object where the address was given has not been recorded.',
    used: 'used',
    unused: 'not used',
    useUnknown: 'used or not: that is not known',
    order: 'Order number',
    when: 'When',
    entity: 'Seller',
    channel: 'Sales channel',
    lines: 'Bought',
    families: 'Product family',
    amount: 'Amount',
    payment: 'Payment',
    addressEntered: 'Address given with this order',
    opportunity: 'Opportunity to object',
    statement: 'What the order says about mail',
    boxes: 'Boxes',
    undone: 'Cancellation or refund',
    similarity: 'Similar to the mailing',
    similarityRow: '{from} → {to}: {verdict}. Reason: {reason}',
    sameFamily: '{family} → {family}: the same product family',
    recency: 'Between purchase and mailing',
    form: 'Checkout form',
    uncategorised: 'not classified',
  },
  channels: {
    'own-shop': 'own web shop',
    store: 'shop',
    phone: 'telephone',
    marketplace: 'another party’s marketplace',
  },
  payments: {
    paid: 'paid',
    pending: 'not paid yet',
    refunded: 'refunded',
    'partly-refunded': 'partly refunded',
    void: 'void',
    unknown: 'unknown',
  },
  statements: { yes: 'yes', no: 'no', none: 'nothing' },
  verdictsOfSimilarity: { yes: 'similar', review: 'to be looked at', no: 'not similar' },

  objection: {
    heading: '{what} no. {seq}',
    none: 'The register holds no objection, withdrawal or spam complaint from this address.',
    sentence:
      'On {at} the sender received from {address}: {what}, against {scope}. The register processed it on {recorded}, {elapsed} later (no. {seq}).',
    noneAfter: 'According to the register no advertising within this scope went to this address afterwards.',
    someAfter:
      '{count, plural, one {Afterwards 1 mailing within this scope went out. That is an incident.} other {Afterwards # mailings within this scope went out. Those are incidents.}}',
    received: 'Received',
    recorded: 'Processed in the register',
    effective: 'In effect',
    elapsed: 'Time to process',
    elapsedAfter: '{elapsed} after the objection',
    scope: 'Scope',
    via: 'Via',
    by: 'Processed by',
    confirmation: 'Confirmation sent',
    sendsAfter: 'Mailings afterwards',
    message: 'Reason or message',
    atCollection: 'Where the address itself was given',
  },
  scopes: { all: 'all advertising', categories: 'kind of mail: {list}', families: 'product family: {list}' },

  decisions: {
    sentenceSame: 'Then and now the answer is the same.',
    sentenceChanged: 'The answer is different now from when it was sent, because the register learned more later.',
    atSending: 'As known then',
    now: 'As known now',
    at: 'Asked for',
    known: 'Known on',
    policy: 'Policy',
    policyDefault: 'default settings',
    learned: 'Learned later, about what happened before',
    decisive: 'On which the different answer rests',
    findings: 'Conditions',
    rule: 'Rule',
    outcome: 'Outcome',
    rests: 'Rests on',
    why: 'Why',
    incidents: 'Incidents',
    noIncidents: 'The register knows of no mailing that went to this address and was not allowed to.',
    sentAfterObjection: '{name} went out on {at}, {elapsed} after the objection (no. {objection}).',
    sentWithoutGround: '{name} went out on {at}. With what is known now, it was not allowed to.',
  },

  missingIntro:
    'A file can be trusted only if it also says what is not there. This is missing, or weaker than it could have been:',
  missingNone: 'The check for known gaps found nothing.',
  missing: {
    'consent-without-wording': 'The wording the consent refers to was not kept.',
    'consent-without-time': 'When the consent was given is not known.',
    'consent-weak': 'The strength of proof of this consent is C or D.',
    'consent-unconfirmed': 'The form asked for a confirmation, but none was recorded.',
    'form-without-document': 'No screenshot or other original of this form version was kept; it is a reconstruction.',
    'form-without-entity': 'This form did not name the legal person that sends.',
    'sale-without-form': 'Which version of the checkout this order belongs to is not known.',
    'sale-without-opportunity': 'That one could object with this order was not recorded.',
    'late-without-source': 'This was recorded late, without a source document.',
    'source-not-kept': 'The line of the source file is not included.',
    'message-unknown': 'The message itself is not in the register as a mailing.',
    'message-not-kept': 'The content of the message was not kept.',
    'message-not-reported': 'No sending report of the mailing tool was imported.',
    'nothing-deposited':
      'No seal has been deposited outside the own computer yet. Against someone who could have remade the whole register, this file then proves less.',
    'events-erased': 'The text of these events was erased on request. That they existed can still be proven.',
    'zone-assumed': 'The source named no time zone; Dutch time was assumed.',
  },

  action: {
    none: 'The register holds no complaint and no request of an authority about this address.',
    sentence: 'On {at} the first complaint or request came in (no. {seq}). Recorded since:',
    exports: 'Evidence files made earlier about this address',
    noExports: 'No evidence file was made about this address before.',
  },

  annexes: {
    forms: 'Forms',
    formHeading: '{name}, version {version}',
    formUsed: 'Used by {events}',
    formUrl: 'Address on the web',
    formLanguage: 'Language',
    formEntity: 'Names the legal person',
    formLabels: 'Names the brands',
    formDoi: 'Asks for confirmation by mail',
    formThirdParties: 'Also names as sender',
    boxes: 'Boxes and texts',
    noForms: 'There are no form versions for this address.',
    documents: 'Originals',
    documentsNote: 'Kept byte for byte, in the folder “bronnen”.',
    noDocuments: 'No originals were kept for this address.',
    captured: 'captured on {at}',
    sources: 'Lines of imported files',
    sourcesNote:
      'Only the lines about this address. The whole files hold data of other people; their SHA-256 is given, so that they can be laid beside this file later.',
    noSources: 'Nothing about this address comes from an imported file.',
    sourceLine: '{file}, line {line} (import {number}, {at}, by {by})',
    fileHash: 'SHA-256 of the file',
    figureAlt: 'Picture of {name}',
    tooLarge: 'This picture is too large to print here; the original is in the folder “bronnen”.',
    unreadable: 'This file cannot be shown here; the original is in the folder “bronnen”.',
    names: 'File',
    sizeBytes: '{bytes} bytes',
  },
  languages: { nl: 'Dutch', en: 'English', de: 'German', fr: 'French', other: 'other' },
  documentKinds: {
    screenshot: 'screenshot',
    scan: 'scan',
    message: 'message',
    letter: 'letter',
    recording: 'recording',
    page: 'web page',
    content: 'content of a mailing',
    other: 'other file',
  },

  integrity: {
    sentence:
      'The {events, plural, one {single event} other {# events}} in this file can be shown to be in a register of {size} lines, sealed on {at}.',
    shows: 'What this shows',
    showsList: [
      'Every event in events.jsonl is in the sealed register letter for letter, at the place of its sequence number.',
      'The seal was set with the key of this register. Whoever changes, leaves out or adds one letter breaks the proof.',
      'For every deposited seal below it is shown that the register only grew since.',
    ],
    showsNot: 'What this does not show',
    showsNotList: [
      'That what was recorded is true: a register proves that something was written down, and when.',
      'That the register was not remade as a whole. For that, a seal serves that was deposited with someone else before, such as an accountant or a time-stamping service.',
      'That the clock of the computer was right. Times from source files and from others weigh more.',
      'That there is nothing outside this register.',
    ],
    size: 'Lines in the register',
    root: 'Root (base64)',
    at: 'Sealed on',
    key: 'Public key',
    note: 'The seal',
    anchors: 'Seals deposited outside',
    anchorRow: '{at}: {size} lines, with {where}',
    noAnchors: 'No seal has been deposited outside yet.',
    proofs: 'Place of every event',
    proofsNote: 'The proofs themselves are in proofs.json; here is the leaf of each event.',
    leaf: 'Leaf (SHA-256)',
    check: 'To check it yourself: see README.txt.',
    readme: 'README.txt',
  },

  explanationNote:
    'Below, the sender speaks. This explanation is no part of the facts and does not come from the register.',

  events: {
    'consent-given': 'Consent given',
    'doi-request-sent': 'Confirmation request sent',
    'consent-confirmed': 'Sign-up confirmed',
    'consent-refused': 'Consent not given',
    'consent-withdrawn': 'Consent withdrawn',
    objection: 'Objection (unsubscribe)',
    'spam-complaint': 'Spam complaint',
    'objection-opportunity': 'Opportunity to object offered',
    sale: 'Sale',
    'sale-cancelled': 'Order cancelled',
    'sale-refunded': 'Refund',
    'quote-request': 'Quote request',
    cart: 'Cart',
    'account-created': 'Account created',
    'info-request': 'Request for information',
    'freebie-request': 'Freebie requested',
    donation: 'Donation',
    membership: 'Membership',
    'b2b-designation': 'Business address published for offers',
    'address-added': 'Address added',
    'address-changed': 'Address changed',
    bounce: 'Undeliverable',
    'holder-disputed': '“That is not me”',
    merged: 'Merged with another contact',
    split: 'Not the same person as another contact',
    'age-signal': 'Age became known',
    'guardian-consent': 'Consent of a parent or guardian',
    hold: 'Held for a dispute',
    'erasure-requested': 'Request to erase',
    erased: 'Erased',
    restricted: 'Processing restricted',
    'access-request': 'Request for access',
    complaint: 'Complaint',
    'authority-request': 'Request of an authority',
    'entity-set': 'Sender recorded',
    'entity-succeeded': 'Sender succeeded',
    'category-set': 'Kind of mail recorded',
    'family-set': 'Product family recorded',
    'similarity-set': 'Similarity recorded',
    'point-set': 'Form recorded',
    'policy-set': 'Policy recorded',
    'process-set': 'Way of working recorded',
    'setup-removed': 'Setting removed',
    'import-batch': 'File imported',
    'import-undone': 'Import undone',
    'mailing-defined': 'Mailing recorded',
    decided: 'Decision recorded',
    exported: 'File handed out',
    'sent-reported': 'Sending reported',
    incident: 'Incident recorded',
    'template-set': 'Template chosen',
    'evidence-attached': 'Proof attached',
    correction: 'Correction',
    'review-resolved': 'Looked at',
    anchored: 'Seal deposited outside',
    'self-audited': 'Self-audit made',
  } satisfies Record<EventType, string>,

  vias: {
    'web-form': 'form on the site',
    checkout: 'checkout of the web shop',
    store: 'shop',
    paper: 'paper',
    phone: 'telephone',
    fair: 'fair',
    'e-mail': 'e-mail',
    letter: 'letter',
    link: 'link in an email',
    'one-click': 'one-click unsubscribe',
    'mailing-tool-import': 'file of the mailing tool',
    'webshop-import': 'file of the web shop',
    'authority-letter': 'letter of an authority',
    system: 'the program',
  } satisfies Record<Via, string>,

  durations: {
    between: '{least} to {most}',
    atOnce: 'at once',
    minutes: '{n, plural, one {1 minute} other {# minutes}}',
    hours: '{n, plural, one {1 hour} other {# hours}}',
    days: '{n, plural, one {1 day} other {# days}}',
    months: '{n, plural, one {1 month} other {# months}}',
  },
  occurred: {
    between: 'between {from} and {to}',
    unknown: 'unknown',
    unknownBetween: 'unknown, between {from} and {to}',
  },

  verify: {
    registerHolds:
      'The register holds: {events, plural, one {1 event fits} other {# events fit}} exactly under {checkpoints, plural, =0 {no seal: none has been set yet} one {the seal} other {all # seals}}.',
    registerFails:
      'The register does not hold: {count, plural, one {1 fault was found} other {# faults were found}}, the first “{first}” at {where}.',
    evidenceHolds:
      'The evidence holds: {events, plural, one {1 event is} other {# events are}} in the sealed register of {size} lines letter for letter, and no file was changed.',
    evidenceFails:
      'The evidence does not hold: {count, plural, one {1 fault was found} other {# faults were found}}, the first “{first}” at {where}.',
    holdsMeans:
      'This shows that since the seal nothing was changed, left out or added. It does not show that what was written down is true, nor that the register was never remade as a whole: for that, compare the seal with one deposited with someone else before.',
    failsMeans:
      'Do not trust the parts named. What is not named does fit the seal. Ask for a new copy, or lay the original register beside it.',
    flaws: {
      'event-altered': 'event changed',
      'event-missing': 'event missing',
      'event-unnamed-gap': 'event gone without a record of it',
      'tile-altered': 'stored hash changed',
      'checkpoint-mismatch': 'seal belongs to another register or another state',
      'checkpoint-signature': 'signature of the seal does not fit',
      'copy-differs': 'two copies of the same data differ',
      'file-altered': 'file changed',
      'file-missing': 'file missing',
      'file-unlisted': 'file does not belong to the evidence',
      'proof-fails': 'proof of place does not fit',
      'document-altered': 'original changed',
      'record-altered': 'recorded decision changed',
      'log-cut': 'register cut off',
      'stamp-fails': 'time stamp fails',
      unreadable: 'cannot be read',
    },
  },

  files: {
    readme: 'README.txt',
    pdf: 'dossier.pdf',
    evidence: 'all data of the evidence, for programs',
    events: 'every event, one a line, letter for letter as sealed',
    proofs: 'the proofs that those events are in the register (RFC 9162)',
    checkpoint: 'the seal of the register (C2SP signed note)',
    key: 'the public key to check the seal with',
    manifest: 'all files with their size and SHA-256',
    check: 'checks this evidence in a browser, without internet',
    table: 'a table, for a spreadsheet (CSV)',
    dossier: 'the evidence to read',
    sources: 'the originals and the lines of source files',
  },
  readme: `EVIDENCE

About:    {address}
As known: {known} (UTC)
Made on:  {made} (UTC)

In this folder
{files}

TO CHECK IT YOURSELF

1. Are the files unchanged?
   manifest.json gives the SHA-256 of every file. Compute it yourself:
     Linux:    sha256sum <file>
     macOS:    shasum -a 256 <file>
     Windows:  certutil -hashfile <file> SHA256
   The SHA-256 of manifest.json itself is in the sender's register,
   with the event “File handed out”.

2. Is the seal genuine?
   checkpoint.txt is a signed note: three lines (name of the register, number of
   lines, root), an empty line, and the signature (Ed25519).
   On Linux or macOS, in this folder, with OpenSSL 3:

     head -n 3 checkpoint.txt > seal.txt
     tail -n 1 checkpoint.txt | cut -d " " -f 3 | openssl base64 -d -A | tail -c 64 > seal.sig
     openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in seal.txt -sigfile seal.sig

   The answer must be: Signature Verified Successfully.
   Compare the lines of the seal with one that the sender deposited with someone
   else before. Throw seal.txt and seal.sig away afterwards.

3. Are the events in the register?
   The leaf of an event is the SHA-256 of a zero byte and the line of events.jsonl
   (without the line end). For the first line:

     (printf '\\000'; head -n 1 events.jsonl | tr -d '\\n') | sha256sum

   That is “leaf” at the same “seq” in proofs.json. From there “hashes” lead upwards:
   every step is the SHA-256 of a byte 01, the left and the right hash (RFC 9162,
   section 2.1.3.2). You should arrive at the root in checkpoint.txt.
   controle.html does all this at once: open it in a browser and drop this folder on it.
   The program Mailbewijs can do so too (mailbewijs verify <folder>), as can any program
   that knows RFC 9162 and C2SP signed notes.

4. Is there a time stamp (RFC 3161)?
   Then the reply of the authority lies in the folder “bronnen”, mostly as .tsr, and the
   text that was stamped stands in proofs.json, at “anchors”, under “note”.
   controle.html and “mailbewijs verify” verify that the stamp is of that text, what time
   it states, and that the signature fits the certificate in it. Where a browser cannot do
   so, it says that. They do not verify whether the authority can be trusted: that is seen
   with OpenSSL and its root certificate (from its own website):

     python3 -c "import json; print(next(a['note'] for a in
       json.load(open('proofs.json'))['anchors'] if a.get('kind') == 'timestamp'),
       end='')" > stamped.txt
     openssl ts -reply -in bronnen/<file>.tsr -text
     openssl ts -verify -data stamped.txt -in bronnen/<file>.tsr -CAfile <root>.pem

   The first command of OpenSSL shows the time. The second should answer with:
   Verification: OK. Throw stamped.txt away afterwards.

WHAT THIS SHOWS, AND WHAT IT DOES NOT

{shows}

{showsNot}
`,
} as const satisfies Same<typeof nlReport>
