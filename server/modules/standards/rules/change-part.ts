import type { EditionPart } from '../../../../contracts/standards/words.ts'
import type { Rulebook } from '../../../rulebook/load.ts'
import type { Indicator } from '../../../rulebook/schema/indicators.ts'
import type { Proposal } from '../../../rulebook/schema/proposal.ts'
import { refuse } from '../problems.ts'
import { datedLimit, firstDay, valueOn } from './copy-edition.ts'

export interface Successor {
  from: string
  to: string
  reason: string
}

/** What of an edition is edited. The document's form is checked by whoever asks for the change. */
export interface Draft {
  document: Proposal
  successors: readonly Successor[]
}

export interface PartChange {
  part: EditionPart
  key: string
  value: Readonly<Record<string, unknown>> | null
}

type Value = PartChange['value']

/** What stands at a part now, as an editor sees it; null where nothing does. */
export function partOf(draft: Draft, base: Rulebook, { part, key }: Omit<PartChange, 'value'>): Value {
  const { scheme, indicators } = draft.document
  switch (part) {
    case 'scheme':
      return { title: scheme.title, titleEn: scheme.titleEn, fromYear: Number(scheme.from.slice(0, 4)) }
    case 'table': {
      const table = scheme.tables.find(({ id }) => id === key)
      return table ? { ...table } : null
    }
    case 'row': {
      const found = indicators.flatMap(({ table, rows }) => rows.map((row) => ({ table, ...row })))
      return found.find(({ id }) => id === key) ?? null
    }
    case 'order': {
      const found = indicators.find(({ table }) => table === key)
      return found ? { rows: found.rows.map(({ id }) => id) } : null
    }
    case 'limit': {
      const own = draft.document.limits?.find(({ id }) => id === key)
      const value = valueOn(own ?? base.limits[key], scheme.from)
      return value === undefined ? null : { value }
    }
    case 'successor': {
      const found = draft.successors.find(({ from }) => from === key)
      return found ? { ...found } : null
    }
  }
}

/** The draft after one change; the given one is left as it is. @throws a refusal that names the part */
export function changed(draft: Draft, base: Rulebook, { part, key, value }: PartChange): Draft {
  const document = structuredClone(draft.document)
  switch (part) {
    case 'scheme':
      return { ...draft, document: withHead(document, base, value) }
    case 'table':
      return { ...draft, document: withTable(document, key, value) }
    case 'row':
      return { ...draft, document: withRow(document, key, value) }
    case 'order':
      return { ...draft, document: inOrder(document, key, value) }
    case 'limit':
      return { ...draft, document: withLimit(document, base, key, value) }
    case 'successor': {
      const others = draft.successors.filter(({ from }) => from !== key)
      const { to, reason } = value ?? {}
      if (value === null) return { ...draft, successors: others }
      if (
        typeof to !== 'string' ||
        typeof reason !== 'string' ||
        reason.trim().length < 4 ||
        reason.length > 500
      )
        throw refuse('successor-form', { from: key }, { field: 'value' })
      return { ...draft, successors: [...others, { from: key, to, reason }] }
    }
  }
}

/** The document with a part as somebody wrote it: whether it has the paper's form is not known yet. */
const written = (document: unknown): Proposal => document as Proposal

function withHead(document: Proposal, base: Rulebook, value: Value): Proposal {
  const { title, titleEn, fromYear } = value ?? {}
  const from = firstDay(Number(fromYear))
  // A new value of a limit holds from the edition's first day, whichever that becomes.
  const limits = document.limits?.map((limit) => {
    const own = limit.values.find((dated) => dated.from === document.scheme.from)
    const standing = base.limits[limit.id]
    return own && standing ? datedLimit(standing, from, own.value) : limit
  })
  return written({
    ...document,
    scheme: { ...document.scheme, title, titleEn, from },
    ...(limits ? { limits } : {}),
  })
}

function withTable(document: Proposal, key: string, value: Value): Proposal {
  const at = document.scheme.tables.findIndex(({ id }) => id === key)
  if (at < 0 || value === null) throw refuse('part-unknown', { key }, { field: 'key' })
  const tables = document.scheme.tables.with(at, written({ ...value, id: key }) as never)
  return { ...document, scheme: { ...document.scheme, tables } }
}

/** A row keeps its place; a new one goes last in its group; `table` says where one belongs that is new. */
function withRow(document: Proposal, key: string, value: Value): Proposal {
  const home = document.indicators.find(({ rows }) => rows.some(({ id }) => id === key))
  const { table: named, ...written } = value ?? {}
  const table = home ?? document.indicators.find(({ table: id }) => id === named)
  if (!table) throw refuse('part-unknown', { key }, { field: 'key' })
  const row = { ...written } as unknown as Indicator
  if (
    value !== null &&
    row.id !== key &&
    document.indicators.some(({ rows }) => rows.some((r) => r.id === row.id))
  )
    throw refuse('row-number-taken', { row: row.id }, { field: 'value' })
  const place = table.rows.findIndex(({ id }) => id === key)
  if (value === null) {
    if (place < 0) throw refuse('part-unknown', { key }, { field: 'key' })
    table.rows.splice(place, 1)
  } else if (place >= 0) table.rows[place] = row
  else {
    const last = table.rows.findLastIndex((other) => other.level1 === row.level1)
    table.rows.splice(last < 0 ? table.rows.length : last + 1, 0, row)
  }
  return document
}

function inOrder(document: Proposal, key: string, value: Value): Proposal {
  const table = document.indicators.find(({ table: id }) => id === key)
  const asked: unknown[] = Array.isArray(value?.rows) ? value.rows : []
  const rows = asked.flatMap((id) => table?.rows.find((row) => row.id === id) ?? [])
  if (!table || rows.length !== table.rows.length || new Set(rows).size !== rows.length)
    throw refuse('order-incomplete', { table: key }, { field: 'value' })
  table.rows = rows
  return document
}

function withLimit(document: Proposal, base: Rulebook, key: string, value: Value): Proposal {
  const standing = Object.hasOwn(base.limits, key) ? base.limits[key] : undefined
  if (!standing) throw refuse('part-unknown', { key }, { field: 'key' })
  const others = (document.limits ?? []).filter(({ id }) => id !== key)
  const { limits: _, ...rest } = document
  const from = document.scheme.from
  const asked = value === null ? valueOn(standing, from) : value.value
  const same = asked === valueOn(standing, from)
  const limits = same ? others : [...others, datedLimit(standing, from, written(asked) as unknown as string)]
  return limits.length > 0 ? { ...rest, limits } : rest
}
