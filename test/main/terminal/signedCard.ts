/** A consent as a person enters it: a card filled in at a fair, with the box ticked by hand. */
export const signedCard = {
  type: 'consent-given',
  occurred: { from: '2026-05-12T10:00:00.000Z', to: '2026-05-12T10:00:00.000Z', precision: 'minute' },
  via: 'fair',
  body: {
    entity: 'gouden-ketel-bv',
    categories: ['aanbiedingen'],
    point: null,
    version: null,
    box: null,
    claim: {
      wording:
        'Ja, mail mij aanbiedingen van De Gouden Ketel B.V. Afmelden kan altijd. Privacyverklaring: zie de site.',
      control: 'paper-box',
      boxDefault: 'unticked',
      act: 'signed',
      requiredForOther: false,
      bundledWith: 'none',
      names: { entity: true, labels: ['gouden-ketel'] },
      shows: { purpose: true, withdrawal: true, privacy: 'versie 4' },
    },
    machineRecorded: false,
    signed: true,
    collector: null,
    initiatedByPerson: true,
    ip: null,
    thirdParties: [],
  },
}
