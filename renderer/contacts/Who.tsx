/** A person by name, with the way to them. */
import { useAnswer } from '../register.ts'

export function Who({ contact }: { readonly contact: number }) {
  const card = useAnswer('contacts.get', { contact })
  return <a href={`#/contacts/${contact}`}>{card.data ? card.data.name || card.data.address : '…'}</a>
}
