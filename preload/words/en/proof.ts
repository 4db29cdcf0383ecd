/** The words of the printed seal and of the reports about a mailing and about the process. Braces: ICU messages. */
import type { nlProof } from '../nl/proof.ts'

type Same<T> = T extends string ? string : { readonly [K in keyof T]: Same<T[K]> }

export const enProof = {
  anchorPage: {
    title: 'Seal of the register',
    subtitle: 'To print and to keep outside the computer',
    size: '{size, number} entries',
    what: 'This seal fixes what the consent register looks like at this moment, without showing what it holds. Whoever keeps this sheet can later have it checked that the register has only grown since: that nothing of what it held then was changed or removed.',
    codeAlt: 'QR code of the text of the seal, the same as the text below',
    note: 'The text of the seal',
    sender: 'Register of',
    at: 'Sealed on',
    key: 'Key of the register',
    printed: 'Printed on',
    how: 'What to do with it',
    howList: [
      'Give this sheet to somebody outside the business, such as the accountant or the notary, or have it signed and keep it with the minutes.',
      'Note in Mailbewijs where it is. Evidence then shows that the register has only grown since this seal.',
      'In case of doubt: scan the QR code or copy the text, and paste it into controle.html of an evidence folder, under “Compare with a seal from elsewhere”.',
    ],
    receivedBy: 'Received by',
    signedOn: 'Date and signature',
  },
  kinds: { paper: 'on paper', sent: 'sent', timestamp: 'time stamp' },
  kindShows: {
    paper: 'Proves its existence from the date that its keeper put on it.',
    sent: 'Proves its existence from the moment at which the other received it.',
    timestamp: 'Proves its existence at {time}, by the signed clock of this authority.',
    other: 'What this proves depends on who keeps it.',
  },
} as const satisfies Same<typeof nlProof>
