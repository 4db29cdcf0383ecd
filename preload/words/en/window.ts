/** All that the window says in English: one file a screen. */
import { enContactsWindow } from './window/contacts.ts'
import { enEvidenceWindow } from './window/evidence.ts'
import { enFrameWindow } from './window/frame.ts'
import { enImportsWindow } from './window/imports.ts'
import { enMailingsWindow } from './window/mailings.ts'
import { enOverviewWindow } from './window/overview.ts'
import { enRecordWindow } from './window/record.ts'
import { enSettingsWindow } from './window/settings.ts'

export const enWindow = {
  ...enContactsWindow,
  ...enEvidenceWindow,
  ...enFrameWindow,
  ...enImportsWindow,
  ...enMailingsWindow,
  ...enOverviewWindow,
  ...enRecordWindow,
  ...enSettingsWindow,
} as const
