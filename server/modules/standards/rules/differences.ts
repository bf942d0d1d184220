import type { z } from 'zod'
import type { getDifferences } from '../../../../contracts/standards/editions.ts'
import type { Rulebook } from '../../../rulebook/load.ts'
import type { Proposal } from '../../../rulebook/schema/proposal.ts'
import { valueOn } from './copy-edition.ts'

export type Difference = z.output<typeof getDifferences.response>['differences'][number]

type Plain = Readonly<Record<string, unknown>>

/** A draft against the edition it was copied from: rows and tables in their order, then limits. */
export function differencesOf(document: Proposal, base: Rulebook, basedOn: string): Difference[] {
  const scheme = base.schemes[basedOn]
  const tables = document.scheme.tables.flatMap((table) => {
    const was = scheme?.tables.find(({ id }) => id === table.id)
    const heading = {
      part: 'table',
      key: table.id,
      table: table.id,
      title: table.title,
      titleEn: table.titleEn,
    }
    const fields = fieldsOf(was ?? {}, table, ['id'])
    return fields.length > 0
      ? [{ ...heading, part: 'table' as const, change: 'changed' as const, fields }]
      : []
  })
  const rows = document.indicators.flatMap(({ table, rows: now }) =>
    rowsOf(table, base.rows[basedOn]?.[table] ?? [], now),
  )
  const limits = (document.limits ?? []).flatMap((limit): Difference[] => {
    const before = valueOn(base.limits[limit.id], document.scheme.from) ?? ''
    const after = valueOn(limit, document.scheme.from) ?? ''
    if (before === after) return []
    const { id, title, titleEn } = limit
    const fields = [{ field: 'value', before, after }]
    return [{ part: 'limit', key: id, table: null, title, titleEn, change: 'changed', fields }]
  })
  return [...tables, ...rows, ...limits]
}

type Rows = Proposal['indicators'][number]['rows']

function rowsOf(table: string, base: readonly Rows[number][], now: Rows): Difference[] {
  const named = (row: Rows[number]) => ({
    part: 'row' as const,
    key: row.id,
    table,
    title: row.indicator,
    titleEn: row.indicatorEn,
  })
  const was = new Map(base.map((row) => [row.id, row]))
  const kept = now.filter((row) => was.has(row.id)).map((row) => row.id)
  const order = base.map((row) => row.id).filter((id) => kept.includes(id))
  const found = now.flatMap((row, i): Difference[] => {
    const earlier = was.get(row.id)
    if (!earlier) return [{ ...named(row), change: 'added', fields: fieldsOf({}, row, ['id']) }]
    const fields = fieldsOf(earlier, row, ['id'])
    if (fields.length > 0) return [{ ...named(row), change: 'changed', fields }]
    if (kept.indexOf(row.id) === order.indexOf(row.id)) return []
    const place = { field: 'place', before: String(base.indexOf(earlier) + 1), after: String(i + 1) }
    return [{ ...named(row), change: 'moved', fields: [place] }]
  })
  const gone = base.filter((row) => !now.some(({ id }) => id === row.id))
  return [...found, ...gone.map((row): Difference => ({ ...named(row), change: 'removed', fields: [] }))]
}

function fieldsOf(before: Plain, after: Plain, without: readonly string[]): Difference['fields'] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names
    .filter((field) => !without.includes(field))
    .map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }))
    .filter((one) => one.before !== one.after)
}

/** A field as a person reads it: lists with their parts, nested things as they are written in the file. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value)
  if (Array.isArray(value)) return value.map(textOf).join('；')
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]) => `${name}: ${textOf(inner)}`)
    .join('，')
}
