import { refuse } from './system-problems.ts'

/** Parameters as they came; a name that came twice counts once. */
export type Asked = Record<string, string | string[]>

export const textOf = (asked: Asked, name: string): string | undefined => {
  const value = asked[name]
  const text = (Array.isArray(value) ? value[0] : value)?.trim()
  return text === '' ? undefined : text
}

/** What a list of requests is narrowed to. */
export interface RequestsAsked {
  numbers?: string[]
  services?: string[]
  from?: string
  to?: string
  updatedFrom?: string
  updatedTo?: string
  status?: 'open' | 'closed'
  page: number
  size: number
}

/** The protocol's own bound on a span without numbers. */
const spanMs = 90 * 86_400_000
const mostRows = 1000
const mostPages = 1000
const usual = 50

/** Without numbers or an earlier start the last 90 days, as the specification says. @param now ISO instant */
export function readRequestsAsked(asked: Asked, now: Date): RequestsAsked {
  const numbers = listOf(asked, 'service_request_id')
  const from = instantOf(asked, 'start_date')
  const to = instantOf(asked, 'end_date')
  const updatedFrom = instantOf(asked, 'updated_after')
  const status = textOf(asked, 'status')
  if (status !== undefined && status !== 'open' && status !== 'closed') throw refuse('status-unknown')
  const end = to ? Date.parse(to) : now.getTime()
  const start = Math.max(from ? Date.parse(from) : 0, end - spanMs)
  const isBounded = numbers === undefined && updatedFrom === undefined
  return {
    ...(numbers ? { numbers } : {}),
    ...of('services', listOf(asked, 'service_code')),
    ...(isBounded ? { from: new Date(start).toISOString() } : of('from', from)),
    ...of('to', to),
    ...of('updatedFrom', updatedFrom),
    ...of('updatedTo', instantOf(asked, 'updated_before')),
    ...(status ? { status } : {}),
    page: wholeOf(asked, 'page', 1, mostPages),
    size: wholeOf(asked, 'page_size', usual, mostRows),
  }
}

const of = <K extends string, V>(name: K, value: V | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [key in K]?: V }

const listOf = (asked: Asked, name: string) =>
  textOf(asked, name)
    ?.split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .slice(0, mostRows)

function instantOf(asked: Asked, name: string): string | undefined {
  const text = textOf(asked, name)
  if (text === undefined) return undefined
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw refuse('instant-unreadable', { name })
  return new Date(at).toISOString()
}

function wholeOf(asked: Asked, name: string, usually: number, most: number): number {
  const text = textOf(asked, name)
  if (text === undefined) return usually
  const n = Number(text)
  if (!Number.isInteger(n) || n < 1 || n > most) throw refuse('page-unreadable', { mostPages, mostRows })
  return n
}
