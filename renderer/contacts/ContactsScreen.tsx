/** Contacts: the list left, who is selected right. The list keeps its place. */
import { useText } from '../app/language.tsx'
import { go, usePlace } from '../app/place.ts'
import { Empty } from '../parts/Empty.tsx'
import { useAnswer } from '../register.ts'
import { AnswerAccess } from './AnswerAccess.tsx'
import { Asking } from './Asking.tsx'
import { ContactList } from './ContactList.tsx'
import { ContactPage } from './ContactPage.tsx'
import { Doubles } from './Doubles.tsx'
import { EraseContact } from './EraseContact.tsx'
import { handKinds } from './handDraft.ts'
import { MergeContacts, SplitContacts } from './Merge.tsx'
import { RecordForm } from './RecordForm.tsx'
import { Requests } from './Requests.tsx'
import { Reviews } from './Reviews.tsx'

export function ContactsScreen() {
  const { t } = useText()
  const { rest, params } = usePlace()
  const [which, what, kind] = rest
  const state = useAnswer('register.state', {})
  const contact = which && /^\d+$/u.test(which) ? Number(which) : null
  const asked = handKinds.find((one) => one === (params.get('record') ?? kind))
  const recording = what === 'record' || params.has('record') || which === 'new'
  if (which === 'reviews') return <Reviews />
  if (which === 'doubles') return <Doubles />
  if (which === 'asking') return <Asking />
  if (which === 'requests') return <Requests />
  return (
    <div className="pair" data-open={which || recording ? '' : undefined}>
      <div className="pair-list">
        <ContactList chosen={contact} onChoose={(id) => go(`contacts/${id}`)} />
      </div>
      <div className="pair-one">
        <div className="page">
          {contact !== null && what === 'merge' ? (
            <MergeContacts key={contact} contact={contact} proposed={Number(params.get('with')) || null} />
          ) : contact !== null && what === 'split' ? (
            <SplitContacts key={contact} contact={contact} from={Number(params.get('from'))} />
          ) : contact !== null && what === 'erase' ? (
            <EraseContact key={contact} contact={contact} />
          ) : contact !== null && what === 'access' ? (
            <AnswerAccess key={contact} contact={contact} />
          ) : recording ? (
            <RecordForm key={`${contact}-${asked}`} contact={contact} kind={asked ?? 'objection'} params={params} />
          ) : contact !== null ? (
            <ContactPage key={contact} contact={contact} />
          ) : state.data?.contacts === 0 ? null : (
            <Empty title={t('contacts.choose')} text={t('contacts.chooseText')} />
          )}
        </div>
      </div>
    </div>
  )
}
