/** Joins the page to its register and draws the window. */
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import '@fontsource-variable/inter/index.css'
import './app/look.css'
import './app/mantine.css'
import './app/frame.css'
import './parts/tables.css'
import './parts/answers.css'
import './parts/lists.css'
import './parts/timeline.css'
import './contacts/contact.css'
import './setup/setup.css'
import './settings/settings.css'
import './start/start.css'
import './mailings/mailings.css'
import './overview/overview.css'
import './contacts/contacts.css'
import './imports/imports.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { Unreachable } from './app/Unreachable.tsx'
import { reach } from './register.ts'

const root = createRoot(document.getElementById('root') as HTMLElement)

reach().then(
  (reached) => root.render(<App reached={reached} />),
  () => root.render(<Unreachable />),
)
