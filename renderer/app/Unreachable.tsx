/** What is shown when there is no register behind the page: nothing else can be trusted to work, so it stands alone. */
import { enWindow } from '../../preload/words/en/window.ts'
import { nlWindow } from '../../preload/words/nl/window.ts'
import { storedLanguage } from './language.tsx'

export function Unreachable() {
  const words = storedLanguage() === 'en' ? enWindow : nlWindow
  return (
    <main className="page">
      <h1>{words['unreachable.title']}</h1>
      <p>{words['unreachable.safe']}</p>
      <p>{words['unreachable.do']}</p>
    </main>
  )
}
