import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'

interface DayInputProps {
  /** A plain day, 2026-11-22, as the contracts carry it and drafts keep it; given by the field. */
  value?: string | null
  onChange?: (day: string | null) => void
  id?: string
}

/** As it is shown, and as people type it. */
const written = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD']

/** Any day can be entered: one that does not fit is refused in words, where a closed calendar would drop it silently. */
export function DayInput({ value, onChange, id }: DayInputProps): ReactNode {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      format={written}
      value={value ? dayjs(value) : null}
      // Enter takes the day that was typed; without this it would send the unfinished form as well.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault()
      }}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  )
}
