/** Everyone, found as you type; as quick with a million as with ten. */
import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Input } from '../../preload/contract/contract.ts'
import type { ContactRow, Status } from '../../preload/contract/endpoints/contacts.ts'
import { useText } from '../app/language.tsx'
import { go, usePlace } from '../app/place.ts'
import { Empty } from '../parts/Empty.tsx'
import { LongList } from '../parts/LongList.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useRows } from '../parts/rows.ts'
import { ask, useAnswer, useReached } from '../register.ts'
import { ContactTabs } from './ContactTabs.tsx'

type Asked = Input<'contacts.open'>
const everyone: Asked = { search: '', status: null, objected: null, order: 'name' }
/** What was last looked for stays when one leaves the screen and comes back. */
let lastAsked: Asked = everyone

/** A list asked for by its address: `contacts?status=customer`. */
function askedBy(params: URLSearchParams): Asked | null {
  if (!params.has('status') && !params.has('objected')) return null
  const status = (['customer', 'former-customer', 'prospect'] as const).find((one) => one === params.get('status'))
  return { ...everyone, status: status ?? null, objected: params.get('objected') === 'yes' ? true : null }
}

export function ContactList({
  chosen,
  onChoose,
}: {
  readonly chosen: number | null
  readonly onChoose: (contact: number) => void
}) {
  const { t } = useText()
  const { register } = useReached()
  const { params } = usePlace()
  const [asked, setAsked] = useState(() => askedBy(params) ?? lastAsked)
  const [settled] = useDebouncedValue(asked, 120)
  const opened = useAnswer('contacts.open', { ...settled, search: settled.search.trim() }, { keep: true })
  const view = opened.data?.view
  const count = opened.data?.count ?? 0
  const rows = useRows<ContactRow>(['contacts.rows', view], view === undefined ? 0 : count, (from, n) =>
    ask(register, 'contacts.rows', { view: view ?? 0, from, count: n }),
  )
  const [place, setPlace] = useState<number | null>(null)
  const reopened = useRef<unknown>(null)
  useEffect(() => {
    lastAsked = asked
  }, [asked])
  useEffect(() => {
    // The register keeps a few lists; one that was pushed out is opened anew, once per failure.
    if (!rows.error || reopened.current === rows.error) return
    reopened.current = rows.error
    opened.again()
  }, [rows.error, opened.again])

  const change = (some: Partial<Asked>) => {
    setPlace(null)
    setAsked({ ...asked, ...some })
  }
  const narrowed = asked.search !== '' || asked.status !== null || asked.objected !== null
  return (
    <>
      <div className="pair-head">
        <div className="row-apart">
          <h1>{t('place.contacts')}</h1>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => go('contacts/new/record/objection')}
          >
            {t('contacts.record')}
          </Button>
        </div>
        <ContactTabs at="everyone" />
        <TextInput
          type="search"
          aria-label={t('contacts.search')}
          placeholder={t('contacts.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={asked.search}
          onChange={(event) => change({ search: event.currentTarget.value.slice(0, 200) })}
        />
        <div className="list-filters">
          <Select
            size="xs"
            aria-label={t('contacts.status')}
            value={asked.status ?? 'any'}
            onChange={(value) => change({ status: value === 'any' ? null : (value as Status) })}
            data={[
              { value: 'any', label: t('contacts.anyStatus') },
              { value: 'customer', label: t('contacts.customers') },
              { value: 'former-customer', label: t('contacts.formerCustomers') },
              { value: 'prospect', label: t('contacts.prospects') },
            ]}
          />
          <Select
            size="xs"
            aria-label={t('contacts.order')}
            value={asked.order}
            onChange={(value) => change({ order: (value ?? 'name') as Asked['order'] })}
            data={[
              { value: 'name', label: t('contacts.byName') },
              { value: 'address', label: t('contacts.byAddress') },
              { value: 'last-sale', label: t('contacts.byLastSale') },
              { value: 'newest', label: t('contacts.byNewest') },
            ]}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('contacts.objectedFilter')}
            value={asked.objected === null ? 'any' : asked.objected ? 'yes' : 'no'}
            onChange={(value) => change({ objected: value === 'any' ? null : value === 'yes' })}
            data={[
              { value: 'any', label: t('all') },
              { value: 'no', label: t('contacts.notObjected') },
              { value: 'yes', label: t('contacts.objected') },
            ]}
          />
        </div>
        <span className="soft small figure" role="status">
          {opened.data && t('people', { n: count })}
          {opened.data && place !== null && ` · ${t('contacts.position', { n: place + 1, total: count })}`}
        </span>
      </div>
      {opened.problem && <ProblemNote problem={opened.problem} again={opened.again} />}
      {opened.data && count === 0 ? (
        <div className="list-empty">
          <NobodyHere narrowed={narrowed} onWiden={() => change(everyone)} />
        </div>
      ) : (
        <LongList
          key={view}
          label={t('place.contacts')}
          keyboardHint={t('list.keys')}
          count={count}
          rowHeight={54}
          chosen={place}
          onChoose={(index) => {
            const row = rows.at(index)
            setPlace(index)
            if (row) onChoose(row.id)
          }}
          isChosen={(index) => rows.at(index)?.id === chosen}
          onSight={rows.onSight}
          row={(index) => <Row row={rows.at(index)} />}
        />
      )}
    </>
  )
}

function Row({ row }: { readonly row: ContactRow | undefined }) {
  const { t, dayShort } = useText()
  if (!row) return <span className="soft">…</span>
  return (
    <>
      <div className="where">
        <strong className="cut">{row.name || row.address}</strong>
        <span className="small soft">{t(`status.${row.status}`)}</span>
      </div>
      <div className="where small soft">
        <span className="cut">{row.name ? row.address : ' '}</span>
        <span className="figure">
          {row.objected ? (
            <span className="objected">{t('contacts.objectedShort')}</span>
          ) : (
            row.lastSale && dayShort(row.lastSale)
          )}
        </span>
      </div>
    </>
  )
}

function NobodyHere({ narrowed, onWiden }: { readonly narrowed: boolean; readonly onWiden: () => void }) {
  const { t } = useText()
  if (narrowed)
    return (
      <Empty title={t('contacts.noneFound')} text={t('contacts.noneFoundText')}>
        <Button variant="default" onClick={onWiden}>
          {t('contacts.showAll')}
        </Button>
      </Empty>
    )
  return (
    <Empty title={t('contacts.none')} text={t('contacts.noneText')}>
      <Button onClick={() => go('imports/new')}>{t('action.import')}</Button>
      <Button variant="default" onClick={() => go('overview?start')}>
        {t('start.sample')}
      </Button>
    </Empty>
  )
}
