/** Texts with which one may ask people whom one may not mail, each ready to be copied; and why not simply a mail. */
import { Button, CopyButton, NativeSelect } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import type { Setup } from '../../preload/contract/vocabulary/setup.ts'
import { type LetterKey, letterKeys } from '../../preload/words/nl/letters.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useAnswer } from '../register.ts'
import { ContactTabs } from './ContactTabs.tsx'

export function Asking() {
  const { t } = useText()
  const { letters: words } = useSharedWords()
  const setup = useAnswer('setup.get', {})
  return (
    <div className="page">
      <header>
        <div>
          <h1>{t('place.contacts')}</h1>
        </div>
      </header>
      <ContactTabs at="asking" />
      <section className="section" aria-labelledby="asking">
        <header>
          <h2 id="asking">{words.title}</h2>
        </header>
        <p className="soft">{words.lead}</p>
        <div className="note" data-tone="review">
          <strong>{words.whyTitle}</strong>
          <span>{words.why}</span>
        </div>
        {setup.problem && <ProblemNote problem={setup.problem} again={setup.again} />}
      </section>
      {setup.data && <Letters setup={setup.data.setup} />}
      <p className="soft small">{words.limits}</p>
    </div>
  )
}

function Letters({ setup }: { readonly setup: Setup }) {
  const { t } = useText()
  const { letters: words, fill } = useSharedWords()
  const [sender, setSender] = useState(0)
  const [kind, setKind] = useState(0)
  const entity = setup.entities[sender]
  const category = setup.categories[kind]
  const values = {
    sender: entity?.name ?? '[…]',
    contact: entity?.contact ?? '[…]',
    category: category?.name ?? '[…]',
    promise: sentence(category?.promise ?? ''),
  }
  return (
    <>
      {entity === undefined && <p className="soft">{words.nobody}</p>}
      <div className="fields">
        {setup.entities.length > 1 && (
          <NativeSelect
            label={t('glance.sender')}
            value={String(sender)}
            onChange={(event) => setSender(Number(event.currentTarget.value))}
            data={setup.entities.map(({ name }, index) => ({ value: String(index), label: name }))}
          />
        )}
        {setup.categories.length > 1 && (
          <NativeSelect
            label={t('record.categories')}
            value={String(kind)}
            onChange={(event) => setKind(Number(event.currentTarget.value))}
            data={setup.categories.map(({ name }, index) => ({ value: String(index), label: name }))}
          />
        )}
      </div>
      {letterKeys.map((key) => (
        <Letter key={key} name={key} text={fill(words.letters[key].text, values)} />
      ))}
    </>
  )
}

function Letter({ name, text }: { readonly name: LetterKey; readonly text: string }) {
  const { letters: words } = useSharedWords()
  const letter = words.letters[name]
  return (
    <section className="section" aria-labelledby={`letter-${name}`}>
      <header>
        <h2 id={`letter-${name}`}>{letter.title}</h2>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
              onClick={copy}
              aria-label={`${copied ? words.copied : words.copy}: ${letter.title}`}
            >
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
      </header>
      <p>{letter.use}</p>
      <pre className="document letter">{text}</pre>
      <dl className="facts">
        <dt>{words.fill}</dt>
        <dd>{letter.fill.join(' · ')}</dd>
        <dt>{words.fields}</dt>
        <dd>
          {letter.fields.map((field) => (
            <div key={field}>{field}</div>
          ))}
        </dd>
        <dt>{words.worth}</dt>
        <dd>{letter.worth}</dd>
        <dt>{words.mind}</dt>
        <dd>{letter.mind}</dd>
      </dl>
    </section>
  )
}

/** What was promised, as a sentence of its own. */
const sentence = (promise: string): string => {
  const text = promise.trim()
  return text === '' || /[.!?]$/u.test(text) ? text : `${text}.`
}
