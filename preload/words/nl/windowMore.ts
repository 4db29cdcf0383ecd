/** Wat het venster verder in het Nederlands zegt: over bericht, filter, vergelijken, lijsten, zegels en overzicht. */
export const nlWindowMore = {
  'look.title': 'Het bericht zelf',
  'look.lead':
    'Kies het bericht zoals je het verstuurt. Mailbewijs kijkt of erin staat wat erin moet, en bewaart het bij de mailing.',
  'look.choose': 'Kies het bericht',
  'look.other': 'Kies een ander bericht',
  'look.hint': 'Een bericht (.eml), een webpagina (.html) of tekst (.txt)',
  'look.subject': 'Onderwerp',
  'look.from': 'Afzender',
  'look.noSubject': 'geen onderwerp',
  'look.kept': 'Bewaard bij deze mailing',
  'look.asks':
    '{n, plural, =0 {Geen vragen: alles waar we naar zoeken, is gevonden.} one {# vraag aan jou} other {# vragen aan jou}}',
  'look.part': 'Onderdeel',
  'look.seen': 'Wat we zagen',
  'look.ask': 'Kijk na',
  'look.fine': 'Gevonden',
  'look.nothing': 'Niets gevonden',
  'look.hidden': 'Niet te zien',
  'look.take': 'De vinkjes hieronder zijn ingevuld met wat is gevonden. Jij beslist: verbeter ze waar nodig.',
} as const satisfies Readonly<Record<string, string>>
