/** The message complained of, out of the file that a complainant or authority sent: itself, or what was forwarded in it. */
import PostalMime, { type Email } from 'postal-mime'
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import { longestMessage } from './message.ts'
import { UnreadableError } from './unreadable.ts'

export interface Complained {
  readonly from: string | null
  /** Every address that it went to. */
  readonly to: readonly string[]
  readonly subject: string
  /** Milliseconds; null where the message does not say. */
  readonly sent: number | null
  readonly messageId: string | null
  /** True where it was attached to another message, as a forwarded original. */
  readonly forwarded: boolean
}

export async function readComplaint(
  bytes: Uint8Array,
): Promise<Result<Complained, Extract<Problem, { kind: 'unreadable' }>>> {
  if (bytes.length > longestMessage) return err(new UnreadableError('too-big').problem)
  try {
    const outer = await PostalMime.parse(bytes, { forceRfc822Attachments: true })
    const attached = outer.attachments.find(({ mimeType }) => mimeType === 'message/rfc822')
    const inner = attached === undefined ? null : await PostalMime.parse(attached.content)
    const found = complained(inner ?? outer, inner !== null)
    const isMessage = found.from !== null || found.to.length > 0 || found.messageId !== null
    return isMessage ? ok(found) : err(new UnreadableError('no-text').problem)
  } catch {
    return err(new UnreadableError('damaged').problem)
  }
}

function complained(email: Email, forwarded: boolean): Complained {
  const { from, to = [], cc = [], deliveredTo, subject = '', date, messageId } = email
  const addresses = [...to, ...cc].flatMap(
    (one) => one.address ?? one.group?.flatMap(({ address }) => address ?? []) ?? [],
  )
  const sent = date === undefined ? Number.NaN : Date.parse(date)
  return {
    from: from?.address ?? null,
    to: [...new Set([...(deliveredTo ? [deliveredTo] : []), ...addresses])],
    subject,
    sent: Number.isNaN(sent) ? null : sent,
    messageId: messageId?.replace(/^<|>$/gu, '') ?? null,
    forwarded,
  }
}
