/** A day as Dutch people write it, with or without a time. Says back in words what it understood. */
import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Instant } from '../../preload/contract/vocabulary/time.ts'
import { useText } from '../app/language.tsx'
import { dayFrom, instantAt, partsOf, timeFrom } from './moment.ts'

const written = (day: string) => day.split('-').reverse().join('-')

export function DateField({
  label,
  value,
  onChange,
  description,
  hint,
  required,
}: {
  readonly label: string
  /** Said beside what was understood, always. */
  readonly hint?: string
  /** `2026-03-03`, or empty. */
  readonly value: string
  readonly onChange: (day: string) => void
  readonly description?: string
  readonly required?: boolean
}) {
  const { t, day } = useText()
  const [typed, setTyped] = useState(value ? written(value) : '')
  useEffect(() => {
    if (value && dayFrom(typed) !== value) setTyped(written(value))
  }, [value, typed])
  const understood = dayFrom(typed)
  const wrong = typed.trim() !== '' && !understood
  return (
    <TextInput
      label={label}
      required={required ?? false}
      placeholder={t('date.placeholder')}
      value={typed}
      error={wrong ? t('date.wrong') : undefined}
      description={[understood ? day(instantAt(understood, '12:00')) : description, hint].filter(Boolean).join('. ')}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(dayFrom(event.currentTarget.value) ?? '')
      }}
    />
  )
}

export function MomentField({
  label,
  value,
  onChange,
  description,
  required,
}: {
  readonly label: string
  readonly description?: string
  readonly value: Instant | null
  readonly onChange: (instant: Instant | null) => void
  readonly required?: boolean
}) {
  const { t } = useText()
  const start = value ? partsOf(value) : { day: '', time: '' }
  const [day, setDay] = useState(start.day)
  const [time, setTime] = useState(start.time)
  const tell = (nextDay: string, nextTime: string) =>
    onChange(nextDay ? instantAt(nextDay, timeFrom(nextTime) ?? '00:00') : null)
  return (
    <div className="moment-field">
      <DateField
        label={label}
        {...(description ? { hint: description } : {})}
        value={day}
        required={required ?? false}
        onChange={(next) => {
          setDay(next)
          tell(next, time)
        }}
      />
      <TextInput
        label={t('date.time')}
        aria-label={`${label}: ${t('date.time')}`}
        placeholder="00:00"
        value={time}
        error={time !== '' && !timeFrom(time) ? t('date.timeWrong') : undefined}
        onChange={(event) => {
          setTime(event.currentTarget.value)
          tell(day, event.currentTarget.value)
        }}
      />
    </div>
  )
}
