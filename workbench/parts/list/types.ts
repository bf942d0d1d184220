import type { ReactNode } from 'react'

/** The filters of a list as they stand in the address. */
export type Filters = Record<string, string | string[] | undefined>

/** One page of a list, as the contracts' `page()` answers. */
export interface PageOf<Row> {
  rows: Row[]
  /** Key of the next page, null on the last. */
  next: string | null
  total?: number | undefined
}

/** What a list asks for: its filters, the page's key, the order. */
export interface Asked {
  filters: Filters
  after: string | undefined
  /** `points` rising, `-points` falling. */
  sort: string | undefined
  signal: AbortSignal
}

export interface ListColumn<Row> {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** Right-aligned, equally wide figures. */
  numeric?: boolean
  /** The server can order by this key. */
  sortable?: boolean
  /** Not shown until chosen. */
  hiddenAtFirst?: boolean
  width?: number
}

interface FilterBase {
  key: string
  label: string
}
export interface FilterOption {
  value: string
  label: string
}
/** A filter over the list; `own` draws its own control (a place tree, a person search). */
export type Filter =
  | (FilterBase & { kind: 'text'; example?: string })
  | (FilterBase & { kind: 'choice' | 'choices'; options: FilterOption[] })
  | (FilterBase & { kind: 'days'; to: string })
  | (FilterBase & {
      kind: 'own'
      control: (value: string | undefined, change: (next: string | undefined) => void) => ReactNode
    })

/** Something done to all chosen rows at once. */
export interface BulkAction<Row> {
  key: string
  label: string
  icon?: ReactNode
  danger?: boolean
  /** The question asked first, made of the number of rows; no question when left out. */
  question?: (count: number) => string
  run: (rows: Row[]) => Promise<unknown>
  /** What is said when it is done. */
  done: (count: number) => string
}

/** The one value of a filter that takes one. */
export const only = (value: string | string[] | undefined): string | undefined => [value].flat()[0]
