import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'

interface DayInputProps {
  /** A plain day, 2026-11-22, as the contracts carry it and drafts keep it; given by the field. */
  value?: string | null
  onChange?: (day: string | null) => void
  id?: string
  /** First and last day that may be chosen. */
  from?: string
  to?: string
}

export function DayInput({ value, onChange, id, from, to }: DayInputProps): ReactNode {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      value={value ? dayjs(value) : null}
      onChange={(_, day) => onChange?.(typeof day === 'string' && day !== '' ? day : null)}
      {...(from === undefined ? {} : { minDate: dayjs(from) })}
      {...(to === undefined ? {} : { maxDate: dayjs(to) })}
    />
  )
}
