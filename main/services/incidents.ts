/** What went wrong in sending, with the cause and measure that were said last. */
import type { RegisterEvent } from '../../preload/contract/vocabulary/event.ts'
import type { Incident } from '../../preload/contract/vocabulary/sending.ts'
import type { Reading } from '../store/index.ts'

type IncidentEvent = Extract<RegisterEvent, { readonly type: 'incident' }>

const PORTION = 500

/** Every incident, the newest first. They stand in the log right after the report that showed them. */
export function incidents(reading: Reading): Incident[] {
  const { register, events } = reading
  const reports = register.all().filter((event) => event.type === 'sent-reported')
  const found = reports.flatMap((report) => [...incidentsOf(reading, report)])
  const general = register.all().filter((event) => event.type === 'incident')
  return found
    .map((event) => {
      const said =
        event.contact === undefined ? general : events.ofContact(event.contact).map(({ event: other }) => other)
      return incidentOf(event, said)
    })
    .reverse()
}

function* incidentsOf({ events }: Reading, { seq, action }: RegisterEvent): Generator<IncidentEvent> {
  for (let from = seq + 1; ; from += PORTION) {
    const some = events.texts(from, from + PORTION)
    for (const text of some) {
      if (text === null) continue
      const event = JSON.parse(text) as RegisterEvent
      if (event.action !== action) return
      if (event.type === 'incident' && event.body.explains === null) yield event
    }
    if (some.length < PORTION) return
  }
}

function incidentOf(
  { seq, body, contact, address, recorded }: IncidentEvent,
  said: readonly RegisterEvent[],
): Incident {
  const explained = said
    .filter((event) => event.type === 'incident')
    .filter((event) => event.body.explains === seq)
    .sort((one, other) => other.seq - one.seq)[0]
  const { kind, hint, mailing, decision, sent } = body
  return {
    ...{ seq, kind, hint, mailing, decision, sent },
    contact: contact ?? null,
    address: address ?? '',
    found: recorded,
    cause: explained?.body.cause ?? null,
    measure: explained?.body.measure ?? null,
  }
}
