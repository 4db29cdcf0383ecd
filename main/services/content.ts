/** The message of a mailing: read, looked through, and kept byte for byte. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import { contentFindings, type Expected } from '../domain/content.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { longestMessage, readMessage } from '../files/message.ts'
import { UnreadableError, unreadableOf } from '../files/unreadable.ts'
import type { Store } from '../store/index.ts'
import type { HandlersOf, Surroundings } from './handlers.ts'

export function contentService(store: Store, { pathOf }: Surroundings): HandlersOf<'content'> {
  const { read, write } = store

  return {
    async *'content.read'({ of, mailing, keep }) {
      yield { step: 'reading', done: 0, total: null }
      const file = 'file' in of ? fileBehind(pathOf(of.file)) : kept(of.sha256)
      if (!file.ok) return file
      const { name, bytes } = file.value
      const parts = await readMessage(name, bytes)
      if (!parts.ok) return parts
      const knowledge = read.setups.knowledgeAt(Number.POSITIVE_INFINITY)
      const { findings, proposed } = contentFindings(parts.value, expectedOf(mailing, knowledge))
      const { kind, subject, from } = parts.value
      const document = keep ? keepBytes(name, bytes) : null
      return ok({ kind, subject, from: from?.address ?? null, findings, proposed, document })
    },
  }

  function kept(sha256: string): Result<Named, Problem> {
    const bytes = read.documents.read(sha256)
    return bytes === null ? err({ kind: 'missing', what: 'document' }) : ok({ name: '', bytes })
  }

  function keepBytes(name: string, bytes: Buffer): DocumentRef {
    write.sqlite.begin()
    try {
      const sha256 = write.documents.keep(bytes)
      write.sqlite.commit()
      return { sha256, name, kind: 'content', captured: null, datedByOther: false }
    } catch (problem) {
      write.sqlite.rollback()
      throw problem
    }
  }
}

interface Named {
  readonly name: string
  readonly bytes: Buffer
}

function fileBehind(path: string | null): Result<Named, Problem> {
  if (path === null) return err({ kind: 'missing', what: 'grant' })
  try {
    if (statSync(path).size > longestMessage) return err(new UnreadableError('too-big').problem)
    return ok({ name: basename(path), bytes: readFileSync(path) })
  } catch (error) {
    return err(unreadableOf(error))
  }
}

interface About {
  readonly entity: string
  readonly label: string
  readonly nature: Expected['nature']
}

/** Every name in the setup that is not the sender's own is a stranger's. */
function expectedOf({ entity: key, label: labelKey, nature }: About, knowledge: Knowledge): Expected {
  const entity = knowledge.entities.get(key) ?? null
  const label = entity?.labels.find((one) => one.key === labelKey)?.name ?? null
  const others = [...knowledge.entities.values()].filter((one) => one.key !== key)
  const named = [...knowledge.points.values()].flatMap(({ versions }) =>
    versions.flatMap(({ thirdParties }) => thirdParties),
  )
  return { entity, label, nature, strangers: [...new Set([...others.map(({ name }) => name), ...named])] }
}
