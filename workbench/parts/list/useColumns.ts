import { useState } from 'react'
import { recall, remember } from '../../app/remember.ts'
import type { ListColumn } from './types.ts'

export interface Columns<Row> {
  all: ListColumn<Row>[]
  shown: ListColumn<Row>[]
  choose: (keys: string[]) => void
  /** Back to what a first reader sees. */
  reset: () => void
}

/** Which columns this browser's user wants to see of this list. The first column always stays: it names the row. */
export function useColumns<Row>(name: string, all: ListColumn<Row>[]): Columns<Row> {
  const place = `columns:${name}`
  const [keys, setKeys] = useState(() => recall(place)?.split(',') ?? null)
  const shown = all.filter(
    (column, index) => index === 0 || (keys ? keys.includes(column.key) : !column.hiddenAtFirst),
  )
  function keep(next: string[] | null): void {
    setKeys(next)
    remember(place, next?.join(',') ?? null)
  }
  return { all, shown, choose: keep, reset: () => keep(null) }
}
