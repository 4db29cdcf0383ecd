/** The words of the printed seal and of the reports about a mailing and about the process. Braces: ICU messages. */

export const nlProof = {
  anchorPage: {
    title: 'Zegel van het register',
    subtitle: 'Om af te drukken en buiten de computer te bewaren',
    size: '{size, number} regels',
    what: 'Dit zegel legt vast hoe het toestemmingsregister er op dit moment uitziet, zonder te laten zien wat erin staat. Wie dit blad bewaart, kan later laten nagaan dat het register sindsdien alleen is gegroeid: dat niets van wat er toen in stond is veranderd of verwijderd.',
    codeAlt: 'QR-code met de tekst van het zegel, gelijk aan de tekst hieronder',
    note: 'De tekst van het zegel',
    sender: 'Register van',
    at: 'Verzegeld op',
    key: 'Sleutel van het register',
    printed: 'Afgedrukt op',
    how: 'Wat je ermee doet',
    howList: [
      'Geef dit blad aan iemand buiten het bedrijf, zoals de accountant of de notaris, of laat het tekenen en bewaar het bij de notulen.',
      'Noteer in Mailbewijs waar het ligt. Een dossier laat dan zien dat het register sinds dit zegel alleen is gegroeid.',
      'Bij twijfel: scan de QR-code of typ de tekst over, en plak die in controle.html uit een dossier, onder “Vergelijken met een zegel van elders”.',
    ],
    receivedBy: 'Ontvangen door',
    signedOn: 'Datum en handtekening',
  },
  kinds: { paper: 'op papier', sent: 'verstuurd', timestamp: 'tijdstempel' },
  kindShows: {
    paper: 'Bewijst het bestaan vanaf de datum die de bewaarder erop heeft gezet.',
    sent: 'Bewijst het bestaan vanaf het moment waarop de ander het ontving.',
    timestamp: 'Bewijst het bestaan op {time}, volgens de ondertekende klok van deze dienst.',
    other: 'Wat dit bewijst, hangt af van wie het bewaart.',
  },
} as const
