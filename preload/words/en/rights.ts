/** The words of the letter that answers a request for access. Braces: ICU messages. */
import type { nlRights } from '../nl/rights.ts'

type Spoken<T> = T extends string ? string : { readonly [K in keyof T]: Spoken<T[K]> }

export const enRights = {
  title: 'Your data with us',
  subtitle: 'Answer to your request for access (GDPR article 15)',
  opening:
    'You asked which data we hold about you. Below is everything that our consent register keeps about you, where it came from and what we use it for. The same is in a file that a computer can read (GDPR article 20).',
  purposes: 'What we keep this for',
  happened: 'What we have recorded about you',
  sources: 'Where it came from: the rows of files',
  mailed: 'Mail that you got',
  rights: 'What you can do',
  nothing: 'Nothing is recorded about this.',
  corrected: '(put right later)',
  sourceOf: '{file}, taken over on {at}',
  notMailed: 'You are on none of the lists that we made.',
  mailedAs: '{name}, list of {at}',
  facts: {
    person: 'Name',
    addresses: 'E-mail addresses',
    received: 'Request of',
    answered: 'Answer of',
    due: 'Answer due',
  },
  columns: {
    when: 'When',
    what: 'What',
    how: 'How',
    recorded: 'Recorded',
  },
  purposeList: {
    proof: 'To be able to show whether we may mail you, because of your consent or because you are a customer.',
    stop: 'To make sure that we do not mail you when you do not want it.',
    years: 'We keep this proof until {years} years after the last mail that rests on it. Then it is erased.',
    others:
      'This register is kept on our own computer. We give lists of e-mail addresses only to the service that sends our mail.',
  },
  rightList: {
    stop: 'You can always unsubscribe. It takes effect at once.',
    mend: 'Is something wrong? We will put it right.',
    erase: 'You can ask us to erase your data. What we need as proof we may still keep.',
    restrict: 'You can ask us not to use your data for a while.',
    contact: 'Send your question to {contact}.',
    authority: 'Do you disagree with us? You can complain to the Autoriteit Persoonsgegevens.',
  },
} as const satisfies Spoken<typeof nlRights>
