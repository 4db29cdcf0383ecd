/** All that the window says in Dutch: one file a screen. */
import { nlContactsWindow } from './window/contacts.ts'
import { nlEvidenceWindow } from './window/evidence.ts'
import { nlFrameWindow } from './window/frame.ts'
import { nlImportsWindow } from './window/imports.ts'
import { nlMailingsWindow } from './window/mailings.ts'
import { nlOverviewWindow } from './window/overview.ts'
import { nlRecordWindow } from './window/record.ts'
import { nlSettingsWindow } from './window/settings.ts'

export const nlWindow = {
  ...nlContactsWindow,
  ...nlEvidenceWindow,
  ...nlFrameWindow,
  ...nlImportsWindow,
  ...nlMailingsWindow,
  ...nlOverviewWindow,
  ...nlRecordWindow,
  ...nlSettingsWindow,
} as const
