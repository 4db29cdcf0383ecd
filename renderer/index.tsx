/** Joins the page to its register and draws the window. */
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import '@fontsource-variable/inter/index.css'
import './app/look.css'
import './app/lookMore.css'
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
