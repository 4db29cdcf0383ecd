/** Files that go with an event: kept in the register byte for byte, and named by their hash. */
import { basename } from 'node:path'
import { err, ok, type Result } from '../../preload/contract/result.ts'
import { DocumentKind, type DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import type { Call, Ended, OptionTable } from './command.ts'
import { misuseOneOf, refuse } from './refuse.ts'
import type { Session } from './session.ts'

export const documentOptions = {
  document: { type: 'string', multiple: true, value: 'value.file', help: 'option.document' },
  'document-kind': { type: 'string', value: 'value.document-kind', help: 'option.document-kind' },
  'dated-by-other': { type: 'boolean', help: 'option.dated-by-other' },
} as const satisfies OptionTable

export async function keepNamed(call: Call, session: Session): Promise<Result<readonly DocumentRef[], Ended>> {
  const kind = DocumentKind.safeParse(call.text('document-kind') ?? 'message')
  if (!kind.success) return err(misuseOneOf(call, 'document-kind', DocumentKind.options))
  const refs: DocumentRef[] = []
  for (const path of call.texts('document')) {
    const added = await session.call('documents.add', {
      file: session.file(path),
      kind: kind.data,
      captured: null,
      datedByOther: call.flag('dated-by-other'),
    })
    if (!added.ok) return err(refuse(call, added.error))
    refs.push(added.value)
    call.screen.note(call.screen.say('object.document', { name: basename(path) }))
  }
  return ok(refs)
}
