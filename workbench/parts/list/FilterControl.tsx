import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useEffect, useState } from 'react'
import type { Filter, Filters } from './types.ts'

interface FilterControlProps {
  filter: Filter
  values: Filters
  onChange: (change: Filters) => void
}

const one = (value: string | string[] | undefined): string | undefined => [value].flat()[0]
const many = (value: string | string[] | undefined): string[] => [value].flat().filter((v) => v !== undefined)

/** Typing asks the server only when it pauses, or on Enter. */
function TextFilter({ filter, values, onChange }: FilterControlProps): ReactNode {
  const current = one(values[filter.key]) ?? ''
  const [typed, setTyped] = useState(current)
  useEffect(() => setTyped(current), [current])
  useEffect(() => {
    if (typed === current) return
    const pause = setTimeout(() => onChange({ [filter.key]: typed.trim() || undefined }), 400)
    return () => clearTimeout(pause)
  }, [typed, current, filter.key, onChange])
  return (
    <Input
      className="gz-filter-text"
      value={typed}
      allowClear
      aria-label={filter.label}
      placeholder={filter.kind === 'text' && filter.example ? filter.example : filter.label}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onChange({ [filter.key]: typed.trim() || undefined })}
    />
  )
}

export function FilterControl(props: FilterControlProps): ReactNode {
  const { filter, values, onChange } = props
  const value = values[filter.key]
  switch (filter.kind) {
    case 'text':
      return <TextFilter {...props} />
    case 'choice':
      return (
        <Select<string>
          className="gz-filter"
          aria-label={filter.label}
          placeholder={filter.label}
          allowClear
          value={one(value) ?? null}
          options={filter.options}
          onChange={(next) => onChange({ [filter.key]: next ?? undefined })}
        />
      )
    case 'choices':
      return (
        <Select<string[]>
          className="gz-filter"
          mode="multiple"
          maxTagCount="responsive"
          aria-label={filter.label}
          placeholder={filter.label}
          allowClear
          value={many(value)}
          options={filter.options}
          onChange={(next) => onChange({ [filter.key]: next.length > 0 ? next : undefined })}
        />
      )
    case 'days': {
      const ends = [one(value), one(values[filter.to])].map((day) => (day === undefined ? null : dayjs(day)))
      return (
        <DatePicker.RangePicker
          aria-label={filter.label}
          value={[ends[0] ?? null, ends[1] ?? null]}
          allowEmpty={[true, true]}
          placeholder={[filter.label, '']}
          onChange={(_, [from, to]) =>
            onChange({ [filter.key]: from || undefined, [filter.to]: to || undefined })
          }
        />
      )
    }
    case 'own':
      return filter.control(one(value), (next) => onChange({ [filter.key]: next }))
  }
}
