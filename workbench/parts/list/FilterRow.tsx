import { FilterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNarrow } from '../../app/screen.ts'
import { useWords } from '../words.ts'
import { FilterControl } from './FilterControl.tsx'
import type { Filter, Filters } from './types.ts'

interface FilterRowProps {
  filters: Filter[]
  values: Filters
  onChange: (change: Filters) => void
}

const keysOf = (filter: Filter): string[] => (filter.kind === 'days' ? [filter.key, filter.to] : [filter.key])

/** All filters in one row; on a phone behind one button that says how many are set. */
export function FilterRow({ filters, values, onChange }: FilterRowProps): ReactNode {
  const t = useWords()
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
  const set = filters.filter((filter) => keysOf(filter).some((key) => values[key] !== undefined))
  if (filters.length === 0) return <span />
  return (
    <search className="gz-filters">
      {narrow && (
        <Button icon={<FilterOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {set.length > 0 ? t('list.filtersSet', { count: set.length }) : t('list.filters')}
        </Button>
      )}
      {(!narrow || open) &&
        filters.map((filter) => (
          <FilterControl key={filter.key} filter={filter} values={values} onChange={onChange} />
        ))}
      {set.length > 0 && (
        <Button
          type="link"
          onClick={() => onChange(Object.fromEntries(set.flatMap(keysOf).map((key) => [key, undefined])))}
        >
          {t('list.clear')}
        </Button>
      )}
    </search>
  )
}
