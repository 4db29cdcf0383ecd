/** What each word in a column of answers or statuses is taken for, to be said otherwise by a person. */
import { NativeSelect, TextInput } from '@mantine/core'
import type { Inspection, Mapping } from '../../preload/contract/vocabulary/import.ts'
import { useText } from '../app/language.tsx'
import { useSharedWords } from '../app/sharedWords.ts'

type Word = Inspection['words'][number]['words'][number]

interface Worded {
  readonly mapping: Mapping
  readonly onMapping: (mapping: Mapping) => void
}

export function Words({ look, mapping, onMapping }: Worded & { readonly look: Inspection }) {
  const { t } = useText()
  const answers = mapping.columns.filter(({ field }) => field === 'statement' || field === 'status')
  const isOrders = mapping.kind === 'orders'
  if (answers.length === 0 && !isOrders) return null
  return (
    <>
      {answers.map(({ column, field }) => {
        const found = look.words.find((one) => one.column === column)?.words ?? []
        return found.length === 0 ? null : (
          <table key={column} className="ledger">
            <caption>{t('words.title', { column })}</caption>
            <tbody>
              {found.map((word) => (
                <WordRow
                  key={word.text}
                  word={word}
                  isStatus={field === 'status'}
                  mapping={mapping}
                  onMapping={onMapping}
                />
              ))}
            </tbody>
          </table>
        )
      })}
      <details>
        <summary>{t('words.other')}</summary>
        <div className="fields choices">
          {answers.length > 0 && (
            <>
              <List label={t('look.yesWords')} words={mapping.yes} onWords={(yes) => onMapping({ ...mapping, yes })} />
              <List label={t('look.noWords')} words={mapping.no} onWords={(no) => onMapping({ ...mapping, no })} />
            </>
          )}
          {isOrders && (
            <List
              label={t('look.cancelledWords')}
              words={mapping.cancelled}
              onWords={(cancelled) => onMapping({ ...mapping, cancelled })}
            />
          )}
        </div>
      </details>
    </>
  )
}

function WordRow({ word, isStatus, mapping, onMapping }: Worded & { readonly word: Word; readonly isStatus: boolean }) {
  const { t } = useText()
  const { files } = useSharedWords()
  const name = word.text.toLowerCase()
  const [yes, no] = [mapping.yes, mapping.no].map((words) => words.filter((one) => one !== name)) as [
    string[],
    string[],
  ]
  const take = (means: string) =>
    onMapping({ ...mapping, yes: means === 'yes' ? [...yes, name] : yes, no: means === 'no' ? [...no, name] : no })
  const usual =
    word.means === null || !(isStatus || word.means === 'objection' || word.means === 'unsubscribed')
      ? t('understood.noAnswer')
      : word.means === 'objection'
        ? t('understood.objects')
        : files.listStatuses[word.means]
  return (
    <tr>
      <th scope="row">{word.text}</th>
      <td className="soft">{t('words.rows', { n: word.rows })}</td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={t('words.meansOf', { word: word.text })}
          value={mapping.yes.includes(name) ? 'yes' : mapping.no.includes(name) ? 'no' : ''}
          onChange={(event) => take(event.currentTarget.value)}
          data={[
            { value: 'yes', label: t(isStatus ? 'words.signedUp' : 'yes') },
            { value: 'no', label: t(isStatus ? 'words.left' : 'no') },
            { value: '', label: usual },
          ]}
        />
      </td>
    </tr>
  )
}

/** Words with commas between, also those that the file does not have. */
function List({
  label,
  words,
  onWords,
}: {
  readonly label: string
  readonly words: readonly string[]
  readonly onWords: (words: string[]) => void
}) {
  const { t } = useText()
  return (
    <TextInput
      key={words.join()}
      label={label}
      description={t('look.wordsHint')}
      defaultValue={words.join(', ')}
      onBlur={(event) =>
        onWords(
          event.currentTarget.value
            .split(',')
            .map((word) => word.trim().toLowerCase())
            .filter(Boolean),
        )
      }
    />
  )
}
