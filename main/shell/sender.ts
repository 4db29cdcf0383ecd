/** Whether a message comes from our own page in our own window, and not from a frame inside it or another page. */
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'

export type IsOurs = (url: string) => boolean

export const trusts =
  (contents: WebContents, isOurs: IsOurs) =>
  ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    sender === contents && senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url)
