/** A kept original: what it is called, where it lies in the folder, its hash, and its picture where it is one. */
import type { DocumentRef } from '../../../preload/contract/vocabulary/document.ts'
import { documentPath } from '../folder.ts'
import { styles } from '../pdf/type.ts'
import type { Drawing } from './drawing.ts'

/** What a document needs to be drawn, in whichever report. */
export type OfDocument = Pick<Drawing, 'paper' | 'voice' | 'documentOf' | 'pictureFor'>

export function drawDocument({ paper, voice, documentOf, pictureFor }: OfDocument, document: DocumentRef): void {
  const { words, say } = voice
  const bytes = documentOf(document.sha256)
  paper.facts([
    [
      words.annexes.names,
      [
        document.name,
        [
          words.documentKinds[document.kind],
          document.captured === null ? '' : say(words.annexes.captured, { at: voice.minute(document.captured) }),
        ]
          .filter((text) => text !== '')
          .join(', '),
        bytes === null
          ? words.notKept
          : `${documentPath(document)} (${say(words.annexes.sizeBytes, { bytes: voice.number(bytes.length) })})`,
      ].join('\n'),
    ],
    ['SHA-256', document.sha256, styles.code],
  ])
  if (bytes === null || !/\.(png|jpe?g)$/iu.test(document.name)) return
  const picture = pictureFor(document.sha256)
  if (picture === 'too-large') paper.note(words.annexes.tooLarge)
  else if (picture === null) paper.note(words.annexes.unreadable)
  else paper.image(picture.bytes, picture, say(words.annexes.figureAlt, { name: document.name }))
}
